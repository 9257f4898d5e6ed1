//! Writes a plan down, through the same acts as a browser uses. What happened before today is written as an earlier record
//! is: when it was so and when it was recorded are two different things.

use access::{House, Permit, System};
use bodies::model::{
    Audience, BodyKind, DocumentClass, HowFilled, LinkKind, NewAppointment, NewBody, NewOffice, NewPartnership, NewSeat, OfficeKind, Openness, Role,
    StandingItem, StandingKind,
};
use bodies::rights::{FoundPartnership, ManageBody, ManagePartnership};
use interests::model::{InterestKind, NewRegistered};
use interests::rights::KeepRegister;
use kernel::{BodyId, OrganisationId, PartnershipId, PersonId, Result, SeatId, SectorId, Word};
use people::model::{NewOrganisation, NewPerson};
use people::rights::RecordPeople;
use terms::model::{Adoption, NewVersion};
use terms::rights::KeepCharter;

use super::plan::{At, BodyPlan, Plan, SECTORS};

/// Where the plan's places lead, once written.
#[derive(Debug)]
pub struct Written {
    /// The partnership.
    pub partnership: PartnershipId,
    /// Its bodies.
    pub bodies: Vec<BodyId>,
    /// Its people.
    pub people: Vec<PersonId>,
    /// The seats of each body.
    pub seats: Vec<Vec<SeatId>>,
}

pub(super) struct Writer<'a> {
    pub(super) house: &'a House,
    pub(super) system: System,
    pub(super) plan: &'a Plan,
    pub(super) partnership: PartnershipId,
    pub(super) bodies: Vec<BodyId>,
    pub(super) people: Vec<PersonId>,
    pub(super) seats: Vec<Vec<SeatId>>,
    organisations: Vec<OrganisationId>,
}

/// Those of the example as whom the demonstration lets its readers in.
#[derive(Debug, Clone, Copy)]
pub struct Cast {
    /// The partnership support officer: the secretariat of every body.
    pub officer: PersonId,
    /// Who chairs the board.
    pub chair: PersonId,
    /// A member of the board.
    pub member: PersonId,
    /// Somebody who looks after the installation.
    pub administrator: PersonId,
}

/// Writes Wealdshire Partnership as it is today, after two years of work.
///
/// # Errors
/// What the acts refuse.
pub async fn wealdshire(house: &House) -> Result<Cast> {
    let (plan, parts) = super::year::plan(0, house.today(), 2, 1);
    let written = write(house, &plan, true).await?;
    let person = |at: At| written.people[at];
    Ok(Cast { officer: person(parts.officer), chair: person(parts.chair), member: person(parts.member), administrator: person(parts.administrator) })
}

/// Writes the partnership: its people, bodies, terms and meetings. With `letters`, those of the meetings ahead are queued.
///
/// # Errors
/// What the acts refuse.
pub async fn write(house: &House, plan: &Plan, letters: bool) -> Result<Written> {
    founded(house, plan).await?.held(letters).await
}

/// Writes the partnership, its people, bodies and terms. One after another: names are given out across the installation.
pub(super) async fn founded<'a>(house: &'a House, plan: &'a Plan) -> Result<Writer<'a>> {
    let system = System::named("example");
    let new = NewPartnership {
        name: plan.name.clone(),
        slug: Some(plan.slug.clone()),
        nation: "England and Wales".to_owned(),
        about: Some(plan.about.clone()),
        legal_basis: Some("Local Government Act 1972, Schedule 12A, by adoption".to_owned()),
        board: Some(plan.bodies[0].name.clone()),
        established_on: Some(plan.bodies[0].established),
        ..NewPartnership::default()
    };
    let permit: Permit<FoundPartnership> = system.permit((), store::HOUSE);
    let (partnership, board) = bodies::acts::found_partnership(house, &permit, new).await?;
    let mut writer =
        Writer { house, system, plan, partnership, bodies: vec![board], people: Vec::new(), seats: Vec::new(), organisations: Vec::new() };
    writer.people().await?;
    writer.interests().await?;
    writer.bodies().await?;
    Ok(writer)
}

impl Writer<'_> {
    /// Writes its meetings.
    pub(super) async fn held(self, letters: bool) -> Result<Written> {
        for (place, body) in self.plan.bodies.iter().enumerate() {
            self.meetings(place, body, letters).await?;
        }
        Ok(Written { partnership: self.partnership, bodies: self.bodies, people: self.people, seats: self.seats })
    }

    pub(super) fn body_permit(&self, body: BodyId) -> Permit<ManageBody> {
        self.system.permit(body, self.partnership)
    }

    async fn people(&mut self) -> Result<()> {
        let permit: Permit<RecordPeople> = self.system.permit(self.partnership, self.partnership);
        for one in &self.plan.organisations {
            let new = NewOrganisation { name: one.name.clone(), ..NewOrganisation::default() };
            self.organisations.push(people::acts::record_organisation(self.house, &permit, new).await?);
        }
        for one in &self.plan.people {
            let new = NewPerson { name: one.name.clone(), address: Some(one.address.clone()), ..NewPerson::default() };
            self.people.push(people::acts::record_person(self.house, &permit, new).await?);
        }
        for (person, assistant) in &self.plan.assistants {
            let from = self.plan.bodies[0].established;
            let permit = self.system.permit(self.people[*person], self.partnership);
            people::acts::name_assistant(self.house, &permit, self.people[*assistant], from).await?;
        }
        Ok(())
    }

    /// What people put into the partnership's register of interests.
    async fn interests(&self) -> Result<()> {
        let permit: Permit<KeepRegister> = self.system.permit(self.partnership, self.partnership);
        for (person, words) in &self.plan.interests {
            let new = NewRegistered {
                person: self.people[*person],
                kind: InterestKind::Professional,
                organisation: Some(self.organisations[self.plan.people[*person].organisation]),
                words: (*words).to_owned(),
                starts_on: Some(self.plan.bodies[0].established),
            };
            interests::acts::register(self.house, &permit, new).await?;
        }
        Ok(())
    }

    async fn bodies(&mut self) -> Result<()> {
        let permit: Permit<ManagePartnership> = self.system.permit(self.partnership, self.partnership);
        let mut sectors: Vec<SectorId> = Vec::new();
        for name in SECTORS {
            sectors.push(bodies::acts::add_sector(self.house, &permit, name).await?);
        }
        for (place, body) in self.plan.bodies.iter().enumerate() {
            if place > 0 {
                let new = NewBody {
                    name: body.name.clone(),
                    slug: Some(body.slug.clone()),
                    short_name: None,
                    kind: body.kind,
                    purpose: Some(body.purpose.clone()),
                    established_on: Some(body.established),
                    note: None,
                    source: None,
                    linked_to: body.within.iter().map(|within| (LinkKind::Within, self.bodies[*within])).collect(),
                };
                self.bodies.push(bodies::acts::establish_body(self.house, &permit, new).await?);
            }
            self.composition(place, body, &sectors).await?;
            self.terms(place, body).await?;
        }
        Ok(())
    }

    async fn composition(&mut self, place: At, body: &BodyPlan, sectors: &[SectorId]) -> Result<()> {
        let permit = self.body_permit(self.bodies[place]);
        let mut seats = Vec::new();
        for seat in &body.seats {
            let new = NewSeat {
                label: seat.label.clone(),
                class: seat.class,
                sector: Some(sectors[self.plan.organisations[seat.organisation].sector]),
                sector_ours: false,
                organisation: Some(self.organisations[seat.organisation]),
                nominating_group: None,
                ex_officio_post: None,
                holders_not_recorded: false,
                starts_on: Some(body.established),
                note: None,
            };
            let id = bodies::acts::add_seat(self.house, &permit, new).await?;
            for time in &seat.times {
                let new = NewAppointment {
                    person: self.people[time.person],
                    role: Role::Holder,
                    post: Some(self.plan.people[time.person].post.clone()),
                    organisation: None,
                    starts_on: Some(time.from),
                    term_ends_on: None,
                    note: None,
                };
                let (appointment, _) = bodies::acts::appoint(self.house, &permit, id, new).await?;
                if let Some((until, ending)) = time.until {
                    bodies::acts::end_appointment(self.house, &permit, appointment, until, ending, None).await?;
                }
            }
            seats.push(id);
        }
        self.seats.push(seats);
        for office in &body.offices {
            let how = match (office.kind, body.kind) {
                (OfficeKind::Secretary | OfficeKind::CoOrdinator, _) | (_, BodyKind::ExecutiveBoard) => HowFilled::Appointed,
                _ => HowFilled::Elected,
            };
            let new = NewOffice {
                person: self.people[office.person],
                kind: office.kind,
                title: None,
                how: Some(how),
                starts_on: Some(office.from),
                starts_at_item: None,
                note: None,
            };
            bodies::acts::take_office(self.house, &permit, new).await?;
        }
        for class in DocumentClass::ALL {
            let openness = Openness {
                class: *class,
                audience: audience(body, *class),
                clause: body.open.then(|| "8.1".to_owned()).filter(|_| is_named(*class)),
            };
            bodies::acts::choose_openness(self.house, &permit, &openness).await?;
        }
        bodies::acts::set_standing_items(self.house, &permit, &standing_items(body)).await
    }

    async fn terms(&self, place: At, body: &BodyPlan) -> Result<()> {
        let permit: Permit<KeepCharter> = self.system.permit(self.bodies[place], self.partnership);
        // Terms from before the record began: no meeting of it can have adopted them.
        let new = NewVersion { text: body.charter.clone(), dated: Some(body.established), adoption_not_recorded: true, ..NewVersion::default() };
        let (_, number) = terms::acts::lay(self.house, &permit, new).await?;
        let words = if place == 0 { "At the partnership's first meeting" } else { "By the partnership board" };
        let adoption = Adoption { on: body.established, decision: None, words: Some(words.to_owned()), starts_on: None };
        terms::acts::record_adoption(self.house, &permit, number, 1, adoption).await
    }
}

/// The classes that the board's terms name as public (8.1).
fn is_named(class: DocumentClass) -> bool {
    matches!(class, DocumentClass::Agenda | DocumentClass::Papers | DocumentClass::Minutes)
}

fn audience(body: &BodyPlan, class: DocumentClass) -> Audience {
    match class {
        DocumentClass::Membership | DocumentClass::Charter => Audience::Public,
        DocumentClass::MinutesDraft => Audience::Body,
        _ if body.open => Audience::Public,
        DocumentClass::Agenda => Audience::Public,
        _ => Audience::Members,
    }
}

fn standing_items(body: &BodyPlan) -> Vec<StandingItem> {
    let item = |kind, title: &str| StandingItem { kind, title: title.to_owned() };
    let mut items = vec![
        item(StandingKind::Apologies, "Apologies and substitutes"),
        item(StandingKind::Interests, "Declarations of interest"),
        item(StandingKind::Minutes, "Minutes of the last meeting"),
        item(StandingKind::MattersArising, "Matters arising"),
    ];
    if body.kind != BodyKind::WorkingGroup {
        items.push(item(StandingKind::CoOrdinator, "Co-ordinator's report"));
    }
    if body.kind == BodyKind::ExecutiveBoard {
        items.push(item(StandingKind::SubGroups, "Working groups"));
    }
    if body.takes_other_business {
        items.push(item(StandingKind::AnyOtherBusiness, "Any other business"));
    }
    items.push(item(StandingKind::NextMeetings, "Dates of next meetings"));
    items
}
