//! What the invented bodies talk about. Each subject brings its whole course: why it is on the agenda, what was said, what
//! was decided and who is to do what.

/// A subject of an agenda.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The item's title.
    pub title: &'static str,
    /// What was said.
    pub notes: &'static str,
    /// What was decided, if anything.
    pub decision: Option<&'static str>,
    /// What somebody is to do, if anything.
    pub action: Option<&'static str>,
    /// Whether there is a paper, and what it recommends.
    pub recommends: Option<&'static str>,
}

const fn subject(
    title: &'static str,
    notes: &'static str,
    decision: Option<&'static str>,
    action: Option<&'static str>,
    recommends: Option<&'static str>,
) -> Subject {
    Subject { title, notes, decision, action, recommends }
}

/// What the partnership board talks about.
pub const BOARD: &[Subject] = &[
    subject(
        "Community plan: priorities for the year",
        "The board looked at the four priorities in the draft. Members asked that rural transport be named in its own right, and that each priority have one partner who leads.",
        Some("To adopt the four priorities, with rural transport added as the fifth."),
        Some("Name a lead partner for each priority and tell the secretariat."),
        Some("That the board adopt the priorities set out in the paper."),
    ),
    subject(
        "Winter pressures",
        "The hospital and the county reported jointly. Beds were fuller than a year ago, and discharge was slower at weekends. Voluntary drivers had taken 340 people home.",
        Some("To support the weekend discharge scheme until the end of March."),
        Some("Report the weekly discharge figures to the secretariat."),
        Some("That the board support the weekend discharge scheme."),
    ),
    subject(
        "Shared fund: bids of this round",
        "The appraisal panel had read nine bids and put three forward. Applicants who were present left while their bid was discussed.",
        Some("To approve the three bids put forward by the appraisal panel, £48,500 in all."),
        Some("Send the grant letters and publish the awards."),
        Some("That the three bids at the annex be approved."),
    ),
    subject(
        "Road safety",
        "Collisions with serious injury fell from 61 to 54. Members from the parishes said that speed on village roads still worries people most.",
        None,
        Some("Bring a list of the ten village roads with the most complaints about speed."),
        None,
    ),
    subject(
        "Young people out of work",
        "One in eleven young people is not in work, education or training. The college offered 40 short courses; the chamber thought that firms would take 25 placements.",
        Some("To set up 25 placements by September."),
        Some("Write to members of the chamber to ask for placements."),
        Some("That the board agree a target of 25 placements."),
    ),
    subject(
        "Flooding in the valleys",
        "The services reviewed the flood of last winter. Warnings reached most homes; the register of people who need help to leave was out of date in two districts.",
        Some("That each district bring its register up to date twice a year."),
        Some("Bring the registers of both districts up to date."),
        Some("That the registers be brought up to date twice a year."),
    ),
    subject(
        "Loneliness in later life",
        "Voluntary groups described the telephone circle, which now calls 610 people each week. The faith forum offered rooms in eleven villages.",
        None,
        Some("Match the rooms offered with the groups that need one."),
        None,
    ),
    subject(
        "Affordable homes",
        "219 homes were finished against a plan of 260. Members spoke of the cost of land and of the time it takes to agree who pays for roads.",
        Some("To hold a half-day session on land and roads before the summer."),
        Some("Arrange the half-day session."),
        Some("That the board hold a session on land and roads."),
    ),
];

/// What the executive board talks about.
pub const EXECUTIVE: &[Subject] = &[
    subject(
        "Shared fund: how it stands",
        "£112,000 is uncommitted. Two projects are behind and will hand back about £9,000.",
        Some("To move £9,000 to the telephone circle."),
        Some("Change both grant agreements."),
        Some("That £9,000 be moved to the telephone circle."),
    ),
    subject(
        "Performance of the working groups",
        "Eleven of sixteen measures are where they should be. Three have no baseline; the groups concerned are to supply one.",
        None,
        Some("Supply the missing baselines."),
        None,
    ),
    subject(
        "Data sharing agreement",
        "The police and the health board have agreed the wording. The districts want a named officer in each partner.",
        Some("To sign the agreement once every partner has named its officer."),
        Some("Name the officer responsible for shared data."),
        Some("That the agreement be signed."),
    ),
    subject(
        "Risk register",
        "Two risks were raised: the end of the present grant, and the loss of two experienced analysts.",
        Some("To accept the register with both risks raised."),
        None,
        Some("That the register be accepted."),
    ),
    subject(
        "Office space at the county hub",
        "Four partners would share a floor. The cost would fall by a fifth if all four sign by June.",
        None,
        Some("Say by letter whether your organisation will share the floor."),
        None,
    ),
];

/// What the first working group talks about: safety.
pub const SAFER: &[Subject] = &[
    subject(
        "Night-time economy",
        "Incidents in the two town centres fell in the quarter. Street pastors want a second base near the station.",
        Some("To support a second base for street pastors."),
        Some("Ask the railway for the use of a room."),
        None,
    ),
    subject(
        "Domestic abuse: the new referral form",
        "The form is used by five of seven partners. It takes about ten minutes and cuts the wait by four days.",
        None,
        Some("Bring the form into use at the two remaining partners."),
        None,
    ),
    subject(
        "Burglary in the villages",
        "A run of thefts from outbuildings was followed by 180 visits and a marking scheme.",
        None,
        Some("Report the result of the marking scheme."),
        None,
    ),
];

/// What the second working group talks about: health.
pub const HEALTHY: &[Subject] = &[
    subject(
        "Walking groups",
        "Eighteen groups walk each week, three of them new. Two need a leader.",
        None,
        Some("Train two leaders for the walking groups."),
        None,
    ),
    subject(
        "Stopping smoking at work",
        "Six firms offered sessions in working hours. 74 people set a date and 31 had stopped after four weeks.",
        Some("To offer sessions to six more firms."),
        Some("Find six more firms."),
        None,
    ),
    subject(
        "Dental care for children",
        "Waiting lists grew in the north of the county. The health board is talking to two practices.",
        None,
        Some("Report on the talks with both practices."),
        None,
    ),
];

/// What the third working group talks about: skills and enterprise.
pub const SKILLS: &[Subject] = &[
    subject(
        "Apprenticeships in care",
        "Nine homes would take an apprentice if travel were paid. The college can start a group in January.",
        Some("To ask the executive board to pay for travel in the first year."),
        Some("Cost the travel for nine apprentices."),
        None,
    ),
    subject(
        "Start-up advice in libraries",
        "Advisers saw 96 people in the quarter, a third of them under 25.",
        None,
        Some("Publish the dates of the next sessions."),
        None,
    ),
    subject(
        "Broadband on the farms",
        "212 premises are still below the standard. The contractor gave no date.",
        None,
        Some("Press the contractor for a date and report it."),
        None,
    ),
];

/// What the co-ordinator reports.
pub const REPORTS: &[&str] = &[
    "The list of members has been confirmed by eighteen organisations; four have still to answer. The website had 2,140 visitors.",
    "Two members have been introduced to the partnership's work. The annual report is with the printer.",
    "The calendar of meetings for next year is ready. Partners were asked to keep the conference day free.",
];

/// What a sub-group brings.
pub const UPDATES: &[&str] = &[
    "The group is on course with its plan and asks nothing of the board.",
    "The group has met twice. One measure is behind for want of figures.",
    "The group asks partners to send somebody who can decide.",
];
