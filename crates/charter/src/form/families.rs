//! The families and their lines.

use serde::{Deserialize, Serialize};

use super::line::{Line, Slot, Slots};

/// How many rows a form with rows has at most.
const ROWS: usize = 16;

/// A family of rules that has a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// How many make a quorum, and what follows without one.
    Quorum,
    /// By when papers go out and items come in.
    Notice,
    /// Who stands in for a member, and what they may do.
    Substitutes,
    /// How decisions are made.
    Decisions,
    /// Chair, vice-chair and terms of office.
    Chair,
    /// How often the body meets.
    Meetings,
    /// What follows when a member does not come.
    Absence,
    /// What becomes of the minutes.
    Minutes,
    /// Who sits on the body.
    Composition,
    /// What the public may see.
    Openness,
    /// When the terms are looked at again.
    Review,
}

const UNITS: Slot = Slot::Choice(&[
    ("working-days", "working day{s}"),
    ("clear-working-days", "clear working day{s}"),
    ("days", "day{s}"),
    ("clear-days", "clear day{s}"),
    ("weeks", "week{s}"),
    ("months", "month{s}"),
]);

const BOUNDS: Slot = Slot::Choice(&[("at-least", "at least"), ("exactly", "exactly"), ("at-most", "at most")]);

const WAYS: Slot = Slot::Choice(&[
    ("consensus-else-majority-present", "consensus, failing that by a majority of the members present"),
    ("consensus-else-majority-votes", "consensus, failing that by a majority of the votes cast"),
    ("consensus", "consensus"),
    ("majority-present", "a majority of the members present"),
    ("majority-votes", "a majority of the votes cast"),
    ("majority-members", "a majority of the members"),
    ("two-thirds-present", "two thirds of the members present"),
    ("two-thirds-votes", "two thirds of the votes cast"),
    ("two-thirds-members", "two thirds of the members"),
    ("three-quarters-members", "three quarters of the members"),
    ("all-members", "all of the members"),
]);

const TICK: Slot = Slot::Choice(&[("yes", "")]);

impl Family {
    /// Every family, in the order in which terms of reference have them.
    pub const ALL: [Self; 11] = [
        Self::Composition,
        Self::Chair,
        Self::Substitutes,
        Self::Absence,
        Self::Meetings,
        Self::Quorum,
        Self::Notice,
        Self::Decisions,
        Self::Openness,
        Self::Minutes,
        Self::Review,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quorum => "quorum",
            Self::Notice => "notice",
            Self::Substitutes => "substitutes",
            Self::Decisions => "decisions",
            Self::Chair => "chair",
            Self::Meetings => "meetings",
            Self::Absence => "absence",
            Self::Minutes => "minutes",
            Self::Composition => "composition",
            Self::Openness => "openness",
            Self::Review => "review",
        }
    }

    pub(super) fn lines(self) -> Vec<Line> {
        let plain = |lines: &[(&'static str, &str)]| lines.iter().map(|(key, pattern)| Line::of(key, pattern, None)).collect();
        match self {
            Self::Quorum => plain(&[
                ("quorum=share", "the quorum is {share} of the {whom}[, including {including}]."),
                ("quorum=number", "the quorum is {number} {of}{s}[ from at least {different} different {sort}][, including {including}]."),
                ("minutes", "when there has been no quorum for {minutes} minute{s}, the chair must adjourn a meeting."),
            ]),
            Self::Notice => plain(&[
                ("papers", "{sends} at least {papers} {papers_unit} before a meeting."),
                ("items", "{notifies} at least {items} {items_unit} before a meeting[, unless the chair agrees{late}]."),
                ("request=yes", "a member may request an item."),
            ]),
            Self::Substitutes => plain(&[
                ("substitute", "a member {substitute} a substitute[{told}]."),
                ("speaks", "a substitute {speaks} speak."),
                ("votes", "a substitute {votes} vote."),
                ("counts", "a substitute {counts} count towards the quorum."),
                ("presides=yes", "a substitute must not preside at a meeting."),
            ]),
            Self::Decisions => plain(&[
                ("decided", "a decision is decided by {decided}."),
                ("tie=chair", "when the votes are equal, the chair may cast a second vote."),
                ("tie=presiding", "when the votes are equal, the person presiding may cast a second vote."),
                ("tie=nobody", "the chair must not cast a second vote."),
                ("terms", "a change of these terms is decided by {terms}."),
                ("membership", "a change of the membership is decided by {membership}."),
            ]),
            Self::Chair => plain(&[
                ("chair=elected", "the chair is elected by the members[ for{chair_most} {chair_years} year{s}][ {chair_at}]."),
                ("chair=appointed", "the chair is appointed by the members[ for{chair_most} {chair_years} year{s}][ {chair_at}]."),
                ("chair=organisation", "the chair is appointed by {chair_by}[ for{chair_most} {chair_years} year{s}]."),
                ("chair=post", "the chair is the {chair_post}[ for{chair_most} {chair_years} year{s}]."),
                (
                    "vice=elected",
                    "the vice-chair is elected by the members[ for{vice_most} {vice_years} year{s}][ {vice_at}][, from another {unlike} than the chair].",
                ),
                (
                    "vice=appointed",
                    "the vice-chair is appointed by the members[ for{vice_most} {vice_years} year{s}][ {vice_at}][, from another {unlike} than the chair].",
                ),
                ("vice=organisation", "the vice-chair is appointed by {vice_by}[ for{vice_most} {vice_years} year{s}]."),
                ("vice=post", "the vice-chair is the {vice_post}[ for{vice_most} {vice_years} year{s}]."),
                ("vice=passes", "the vice-chair passes every {vice_every} year{s} among the members."),
                ("absent=yes", "when the chair is absent, the vice-chair must preside."),
                ("both_absent=yes", "when the chair is absent and the vice-chair is absent, the members present must elect the person presiding."),
                ("member_years", "a member must serve for at most {member_years} year{s}{break}."),
            ]),
            Self::Meetings => plain(&[
                ("times", "the body must meet {times_bound} {times} time{s} a year."),
                ("dates=yes", "the dates of the meetings must be fixed before the start of the calendar year."),
                ("further=anybody", "a further meeting may be arranged."),
                ("further=chair", "the chair may call a further meeting."),
                ("further=consulting", "the chair may call a further meeting after consulting the members."),
            ]),
            Self::Absence => plain(&[("missed", "when a member misses {missed} {missed_kind}{s} {run}[ without {without}], {then}.")]),
            Self::Minutes => plain(&[
                ("circulated=yes", "the minutes must be circulated."),
                ("circulated=within", "the minutes must be circulated within {within} {within_unit} of a meeting."),
                ("approved=yes", "the minutes must be approved at the next meeting."),
                ("published=yes", "the minutes must be published."),
                ("published=website", "the minutes must be published on the website."),
            ]),
            Self::Composition => {
                let mut lines: Vec<Line> = plain(&[
                    ("seats=between", "there must be between {seats_from} and {seats_to} seats."),
                    ("seats=bound", "there must be {seats_bound} {seats_number} seat{s}."),
                ]);
                for row in 1..=ROWS {
                    for (key, pattern) in [
                        ("of=sector", "there must be {bound} {count} member{s} of the {from!} sector."),
                        ("of=organisation", "there must be {bound} {count} member{s} from {from}."),
                        ("of=kind", "there must be {bound} {count} {from!} member{s}."),
                        ("of=named", "there must be {bound} {count} {from}."),
                    ] {
                        lines.push(Line::of(key, pattern, Some(row)));
                    }
                }
                lines
            }
            Self::Openness => plain(&[
                ("public=may", "the public may attend a meeting."),
                ("public=unless", "the public may attend a meeting, unless the matter is confidential or the matter is exempt."),
                ("public=not", "the public must not attend a meeting."),
                ("others=yes", "other persons may attend a meeting with the agreement of the chair."),
                ("agenda", "the agenda must be published[{where}] at least {agenda} {agenda_unit} before a meeting."),
                ("published", "the papers must be published{published}[, unless {withheld}]."),
            ]),
            Self::Review => plain(&[("every", "the body must review these terms every {every} {every_unit}{s}.")]),
        }
    }

    pub(super) fn slots(self) -> Vec<(&'static str, Slot)> {
        slots(self).to_vec()
    }
}

const MAY: Slot = Slot::Choice(&[("may", "may"), ("not", "must not")]);
const MOST: Slot = Slot::Choice(&[("", ""), ("at-most", " at most")]);
const WHEN_FILLED: Slot = Slot::Choice(&[
    ("may", "each May"),
    ("annual", "at the annual meeting"),
    ("municipal", "at the first meeting of the municipal year"),
    ("calendar", "at the first meeting of the calendar year"),
]);
const SORTS: Slot = Slot::Choice(&[("organisations", "organisations"), ("sectors", "sectors"), ("councils", "councils")]);

fn slots(family: Family) -> &'static Slots {
    match family {
        Family::Quorum => &[
            ("quorum", Slot::Choice(&[("share", ""), ("number", "")])),
            (
                "share",
                Slot::Choice(&[
                    ("half", "half"),
                    ("majority", "a majority"),
                    ("third", "one third"),
                    ("two-thirds", "two thirds"),
                    ("quarter", "one quarter"),
                    ("three-quarters", "three quarters"),
                    ("all", "all"),
                ]),
            ),
            ("whom", Slot::Choice(&[("members", "members"), ("voting-members", "voting members"), ("seats", "seats")])),
            ("number", Slot::Number),
            ("of", Slot::Choice(&[("members", "member"), ("voting-members", "voting member")])),
            ("different", Slot::Number),
            ("sort", SORTS),
            ("including", Slot::Choice(&[("chair", "the chair"), ("chair-or-vice", "the chair or the vice-chair")])),
            ("minutes", Slot::Number),
        ],
        Family::Notice => &[
            ("papers", Slot::Number),
            ("papers_unit", UNITS),
            ("sends", Slot::Choice(&[("secretary", "the secretary must send the papers"), ("nobody", "the papers must be sent")])),
            ("items", Slot::Number),
            ("items_unit", UNITS),
            ("notifies", Slot::Choice(&[("member", "a member may notify an item"), ("anybody", "an item must be notified")])),
            ("late", Slot::Choice(&[("exceptional", " in exceptional circumstances"), ("chair", "")])),
            ("request", TICK),
        ],
        Family::Substitutes => &[
            (
                "substitute",
                Slot::Choice(&[("may-name", "may name"), ("may-send", "may send"), ("must-arrange", "must arrange"), ("not", "must not name")]),
            ),
            (
                "told",
                Slot::Choice(&[
                    ("advance", " in advance"),
                    ("before", " before a meeting"),
                    ("secretary", " to the secretary in advance"),
                    ("secretary-before", " to the secretary before a meeting"),
                    ("chair-before", " to the chair before a meeting"),
                ]),
            ),
            ("speaks", MAY),
            ("votes", MAY),
            ("counts", MAY),
            ("presides", TICK),
        ],
        Family::Decisions => {
            &[("decided", WAYS), ("tie", Slot::Choice(&[("chair", ""), ("presiding", ""), ("nobody", "")])), ("terms", WAYS), ("membership", WAYS)]
        }
        Family::Chair => &[
            ("chair", Slot::Choice(&[("elected", ""), ("appointed", ""), ("organisation", ""), ("post", "")])),
            ("chair_most", MOST),
            ("chair_years", Slot::Number),
            ("chair_at", WHEN_FILLED),
            ("chair_by", Slot::Name),
            ("chair_post", Slot::Name),
            ("vice", Slot::Choice(&[("elected", ""), ("appointed", ""), ("organisation", ""), ("post", ""), ("passes", "")])),
            ("vice_most", MOST),
            ("vice_years", Slot::Number),
            ("vice_at", WHEN_FILLED),
            ("unlike", Slot::Choice(&[("sector", "sector"), ("organisation", "organisation")])),
            ("vice_by", Slot::Name),
            ("vice_post", Slot::Name),
            ("vice_every", Slot::Number),
            ("absent", TICK),
            ("both_absent", TICK),
            ("member_years", Slot::Number),
            ("break", Slot::Choice(&[("", ""), ("without", " without a break")])),
        ],
        Family::Meetings => &[
            ("times", Slot::Number),
            ("times_bound", BOUNDS),
            ("dates", TICK),
            ("further", Slot::Choice(&[("anybody", ""), ("chair", ""), ("consulting", "")])),
        ],
        Family::Absence => &[
            ("missed", Slot::Number),
            ("missed_kind", Slot::Choice(&[("meetings", "meeting"), ("regular", "regular meeting")])),
            ("run", Slot::Choice(&[("row", "in a row"), ("six-months", "in any 6 months"), ("year", "in any 12 months")])),
            (
                "without",
                Slot::Choice(&[("apologies", "apologies"), ("substitute", "a substitute"), ("approval", "approval"), ("cause", "good cause")]),
            ),
            (
                "then",
                Slot::Choice(&[
                    ("chair-organisation", "the chair may request another nominee from the member's organisation"),
                    ("chair-sector", "the chair may request another nominee from the member's sector"),
                    ("secretary-organisation", "the secretary must request another nominee from the member's organisation"),
                    ("vacated", "the seat must be vacated at that"),
                ]),
            ),
        ],
        Family::Minutes => &[
            ("circulated", Slot::Choice(&[("within", ""), ("yes", "")])),
            ("within", Slot::Number),
            ("within_unit", UNITS),
            ("approved", TICK),
            ("published", Slot::Choice(&[("website", ""), ("yes", "")])),
        ],
        Family::Composition => &[
            ("seats", Slot::Choice(&[("between", ""), ("bound", "")])),
            ("seats_from", Slot::Number),
            ("seats_to", Slot::Number),
            ("seats_bound", BOUNDS),
            ("seats_number", Slot::Number),
            ("of", Slot::Choice(&[("sector", ""), ("organisation", ""), ("kind", ""), ("named", "")])),
            ("bound", BOUNDS),
            ("count", Slot::Number),
            ("from", Slot::Name),
        ],
        Family::Openness => &[
            ("public", Slot::Choice(&[("unless", ""), ("may", ""), ("not", "")])),
            ("others", TICK),
            ("agenda", Slot::Number),
            ("agenda_unit", UNITS),
            ("where", Slot::Choice(&[("yes", " on the website")])),
            ("published", Slot::Choice(&[("website", " on the website"), ("published", "")])),
            (
                "withheld",
                Slot::Choice(&[
                    ("both", "the matter is confidential or the matter is exempt"),
                    ("exempt", "the matter is exempt"),
                    ("confidential", "the matter is confidential"),
                ]),
            ),
        ],
        Family::Review => &[("every", Slot::Number), ("every_unit", Slot::Choice(&[("years", "year"), ("months", "month")]))],
    }
}
