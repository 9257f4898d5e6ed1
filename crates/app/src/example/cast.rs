//! Who there is: organisations, people, bodies and seats.

use bodies::model::{AppointmentEnding, BodyKind, OfficeKind, SeatClass};
use kernel::{Chance, Day};

use super::names::{FIRMS, county, once_in, person};
use super::plan::{At, BodyPlan, OfficePlan, OrganisationPlan, PersonPlan, Plan, SeatPlan, TimePlan};

const BOARD_TERMS: &str = include_str!("../../../../charters/examples/wealdshire-board.md");
const EXECUTIVE_TERMS: &str = include_str!("../../../../charters/examples/wealdshire-executive-board.md");
const GROUP_TERMS: &str = include_str!("../../../../charters/examples/wealdshire-working-group.md");

/// Makes an address for pages out of a name.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for part in name.to_lowercase().replace(['\'', '’'], "").split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(part);
    }
    slug
}

/// Days after (or before) a day.
pub fn days(day: Day, count: i64) -> Day {
    day.saturating_add(jiff::Span::new().days(count))
}

struct Cast {
    plan: Plan,
    chance: Chance,
    domain: String,
}

impl Cast {
    fn organisation(&mut self, name: String, sector: At) -> At {
        let own = format!("{} {}", self.plan.slug, name);
        self.plan.organisations.push(OrganisationPlan { slug: slug(&own), name, sector });
        self.plan.organisations.len() - 1
    }

    fn person(&mut self, organisation: At, post: &str) -> At {
        let number = self.plan.people.len();
        let name = person(&self.chance, number);
        let address = format!("{}.{number}@{}", slug(&name).replace('-', "."), self.domain);
        self.plan.people.push(PersonPlan { name, address, organisation, post: post.to_owned() });
        number
    }

    /// Gives every seat that decides somebody who comes in its holder's place.
    fn deputies(&mut self, mut seats: Vec<SeatPlan>) -> Vec<SeatPlan> {
        for seat in seats.iter_mut().filter(|seat| seat.class == SeatClass::Voting) {
            seat.deputy = Some(self.person(seat.organisation, "Deputy"));
        }
        seats
    }

    /// A seat held from the beginning, with one change of hands in about eight years of a seat's life.
    fn seat(&mut self, organisation: At, post: &str, class: SeatClass, first: Option<At>, began: Day, today: Day) -> SeatPlan {
        let holder = first.unwrap_or_else(|| self.person(organisation, post));
        let mut times = vec![TimePlan { person: holder, from: began, until: None }];
        let mut year = days(began, 300);
        while first.is_none() && year < days(today, -200) {
            if once_in(&self.chance, 8) {
                let next = self.person(organisation, post);
                if let Some(time) = times.last_mut() {
                    time.until = Some((days(year, -1), AppointmentEnding::Replaced));
                }
                times.push(TimePlan { person: next, from: year, until: None });
            }
            year = days(year, 365);
        }
        let label = format!("{post}, {}", self.plan.organisations[organisation].name);
        SeatPlan { label, class, organisation, deputy: None, times }
    }
}

/// The posts that the demonstration signs in as, and that the pages of the example are about.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// The partnership support officer.
    pub officer: At,
    /// Who chairs the board.
    pub chair: At,
    /// A member of the board without office.
    pub member: At,
    /// Who looks after the installation.
    pub administrator: At,
    /// The seat of the board that is vacant.
    pub vacant: At,
    /// The seat of the board whose holder has missed two meetings without a word.
    pub lapsing: At,
}

/// The partnership of that number without its meetings.
pub fn cast(number: usize, today: Day, years: u32, seed: u64) -> (Plan, Parts) {
    let (county, towns) = county(number);
    let began = days(today, -365 * i64::from(years) - 200);
    let name = format!("{county} Partnership");
    let plan = Plan {
        slug: slug(&name),
        about: format!(
            "Public services, businesses, charities and communities of {county}, acting together. Everybody and everything here is invented."
        ),
        name,
        organisations: Vec::new(),
        people: Vec::new(),
        bodies: Vec::new(),
        assistants: Vec::new(),
        interests: Vec::new(),
    };
    let chance = Chance::seeded(seed ^ ((number as u64 + 1) << 20));
    let domain = format!("{}.example", slug(&county));
    let mut cast = Cast { plan, chance, domain };

    let council = cast.organisation(format!("{county} County Council"), 0);
    let districts: Vec<At> = towns.iter().map(|town| cast.organisation(format!("{town} District Council"), 0)).collect();
    let police = cast.organisation(format!("{county} Police"), 0);
    let fire = cast.organisation(format!("{county} Fire and Rescue Service"), 0);
    let health = cast.organisation(format!("{county} Health Board"), 0);
    let college = cast.organisation(format!("{} College", towns[0]), 0);
    let university = cast.organisation(format!("University of {}", towns[1]), 0);
    let chamber = cast.organisation(format!("{county} Chamber of Commerce"), 1);
    let first_firm = usize::try_from(cast.chance.below(FIRMS.len() as u64)).unwrap_or(0);
    let firms: Vec<At> = (0..3).map(|i| cast.organisation(FIRMS[(first_firm + i) % FIRMS.len()].to_owned(), 1)).collect();
    let traders = cast.organisation(format!("{} Traders", towns[2]), 1);
    let voluntary = cast.organisation(format!("{county} Voluntary Action"), 2);
    let carers = cast.organisation(format!("{} Carers' Network", towns[1]), 2);
    let housing = cast.organisation(format!("{county} Homes"), 2);
    let youth = cast.organisation(format!("{county} Youth Trust"), 2);
    let parishes = cast.organisation(format!("{county} Parish Councils' Union"), 2);
    let faith = cast.organisation(format!("{county} Faith Forum"), 3);
    let region = cast.organisation("Regional Office".to_owned(), 0);

    let officer = cast.person(council, "Partnership support officer");
    let coordinator = cast.person(council, "Partnership co-ordinator");
    let leader = cast.person(council, "Leader");
    let county_chief = cast.person(council, "Chief Executive");
    let constable = cast.person(police, "Chief Constable");
    let fire_chief = cast.person(fire, "Chief Fire Officer");
    let health_chief = cast.person(health, "Chief Executive");
    let principal = cast.person(college, "Principal");
    let chamber_chief = cast.person(chamber, "Chief Executive");
    let voluntary_chief = cast.person(voluntary, "Chief Executive");
    let homes_chief = cast.person(housing, "Group Director");
    let assistant = cast.person(council, "Executive assistant");
    let administrator = cast.person(council, "Systems administrator");
    cast.plan.assistants.push((county_chief, assistant));
    cast.plan.interests.push((homes_chief, "Group Director of a housing association that builds in the county"));
    cast.plan.interests.push((voluntary_chief, "Chief executive of a charity that receives grants from the shared fund"));

    let voting = SeatClass::Voting;
    let mut seats = vec![
        cast.seat(council, "Leader", voting, Some(leader), began, today),
        cast.seat(council, "Chief Executive", voting, Some(county_chief), began, today),
    ];
    for district in districts.clone() {
        seats.push(cast.seat(district, "Leader", voting, None, began, today));
    }
    for (organisation, post, first) in [
        (police, "Chief Constable", Some(constable)),
        (fire, "Chief Fire Officer", Some(fire_chief)),
        (health, "Chief Executive", Some(health_chief)),
        (college, "Principal", Some(principal)),
        (university, "Vice-Chancellor", None),
        (chamber, "Chief Executive", Some(chamber_chief)),
        (firms[0], "Managing Director", None),
        (firms[1], "Managing Director", None),
        (firms[2], "Managing Director", None),
        (traders, "Chair", None),
        (voluntary, "Chief Executive", Some(voluntary_chief)),
        (carers, "Director", None),
        (housing, "Group Director", Some(homes_chief)),
        (youth, "Director", None),
        (parishes, "Chair", None),
        (faith, "Convenor", None),
    ] {
        seats.push(cast.seat(organisation, post, voting, first, began, today));
    }
    seats.push(cast.seat(region, "Area lead", SeatClass::Observer, None, began, today));
    let at = |organisation: At| seats.iter().position(|seat| seat.organisation == organisation).unwrap_or(0);
    let (vacant, lapsing, member_seat) = (at(firms[1]), at(parishes), at(youth));
    if let Some(time) = seats[vacant].times.last_mut() {
        time.until = Some((days(today, -40), AppointmentEnding::Resigned));
    }
    let seats = cast.deputies(seats);
    let member = seats[member_seat].holder(today).unwrap_or(leader);
    let office = |person, kind| OfficePlan { person, kind, from: began };
    let staff = [office(officer, OfficeKind::Secretary), office(coordinator, OfficeKind::CoOrdinator)];
    cast.plan.bodies.push(BodyPlan {
        name: format!("{} Board", cast.plan.name),
        slug: format!("{}-board", cast.plan.slug),
        kind: BodyKind::Board,
        within: None,
        purpose: "Agrees what the county needs, adopts the community plan and looks at how it is going.".to_owned(),
        established: began,
        charter: BOARD_TERMS.replace("Wealdshire", &county),
        open: true,
        takes_other_business: false,
        seats,
        offices: [&[office(leader, OfficeKind::Chair), office(voluntary_chief, OfficeKind::ViceChair)], &staff[..]].concat(),
        meetings: Vec::new(),
    });

    let district_chief = cast.person(districts[0], "Chief Executive");
    let mut seats = Vec::new();
    for (organisation, post, first) in [
        (council, "Chief Executive", county_chief),
        (districts[0], "Chief Executive", district_chief),
        (police, "Chief Constable", constable),
        (fire, "Chief Fire Officer", fire_chief),
        (health, "Chief Executive", health_chief),
        (college, "Principal", principal),
        (chamber, "Chief Executive", chamber_chief),
        (voluntary, "Chief Executive", voluntary_chief),
        (housing, "Group Director", homes_chief),
    ] {
        seats.push(cast.seat(organisation, post, voting, Some(first), began, today));
    }
    let seats = cast.deputies(seats);
    cast.plan.bodies.push(BodyPlan {
        name: format!("{county} Executive Board"),
        slug: format!("{}-executive-board", slug(&county)),
        kind: BodyKind::ExecutiveBoard,
        within: Some(0),
        purpose: "Carries out what the board decides, and manages the working groups and the shared fund.".to_owned(),
        established: began,
        charter: EXECUTIVE_TERMS.replace("Wealdshire", &county),
        open: false,
        takes_other_business: true,
        seats,
        offices: vec![office(constable, OfficeKind::Chair), staff[0], staff[1]],
        meetings: Vec::new(),
    });

    type Group<'a> = (&'a str, &'a str, &'a [(At, &'a str)]);
    let groups: [Group; 3] = [
        (
            "Safer Communities Group",
            "safety in towns and villages",
            &[
                (police, "Superintendent"),
                (fire, "Head of prevention"),
                (council, "Head of community safety"),
                (districts[1], "Community safety officer"),
                (districts[2], "Community safety officer"),
                (voluntary, "Development officer"),
                (housing, "Neighbourhood manager"),
                (faith, "Street pastors' lead"),
            ],
        ),
        (
            "Healthy Lives Group",
            "health and well-being",
            &[
                (health, "Director of public health"),
                (council, "Head of public health"),
                (districts[0], "Leisure manager"),
                (districts[3], "Leisure manager"),
                (carers, "Services manager"),
                (youth, "Programmes manager"),
                (fire, "Safe and well lead"),
            ],
        ),
        (
            "Skills and Enterprise Group",
            "skills, work and business",
            &[
                (college, "Vice-principal"),
                (university, "Head of outreach"),
                (chamber, "Head of policy"),
                (firms[0], "People director"),
                (traders, "Secretary"),
                (council, "Head of economy"),
                (youth, "Employment lead"),
            ],
        ),
    ];
    for (title, remit, members) in &groups {
        let name = format!("{county} {title}");
        let mut seats = Vec::new();
        for (organisation, post) in *members {
            seats.push(cast.seat(*organisation, post, voting, None, began, today));
        }
        // Who chairs the board chairs the first of the groups too, in the county's seat, so that what waits there waits for somebody who signs in.
        let led = if *title == groups[0].0 { seats.iter().position(|seat| seat.organisation == council) } else { None };
        if let Some(at) = led
            && let Some(time) = seats[at].times.last_mut()
        {
            let before = std::mem::replace(&mut time.person, leader);
            seats[at].deputy = Some(before);
            seats[at].label = format!("Leader, {}", cast.plan.organisations[council].name);
        }
        let first = led.unwrap_or(0);
        let chair = seats[first].holder(today).unwrap_or(officer);
        let from = seats[first].times.last().map_or(began, |time| time.from);
        cast.plan.bodies.push(BodyPlan {
            slug: slug(&name),
            kind: BodyKind::WorkingGroup,
            within: Some(1),
            purpose: format!("Plans and oversees what the partners do together about {remit}."),
            established: began,
            charter: GROUP_TERMS
                .replace("[name of the group]", &name)
                .replace("[remit]", remit)
                .replace("Wealdshire", &county)
                .replace("state: model", "state: adopted"),
            name,
            open: false,
            takes_other_business: true,
            seats,
            offices: vec![OfficePlan { person: chair, kind: OfficeKind::Chair, from }, staff[0]],
            meetings: Vec::new(),
        });
    }
    (cast.plan, Parts { officer, chair: leader, member, administrator, vacant, lapsing })
}
