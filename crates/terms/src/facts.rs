//! What the record knows about a body, gathered for the charter.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;

use ::store::{Read, Row, Value, args};
use bodies::model::{AppointmentEnding, HowFilled, OfficeKind, Role};
use charter::{Kind, Record};
use kernel::{BodyId, Day, MeetingId, OrganisationId, PartnershipId, PersonId, Result, SeatId, SectorId, Word as _};

use crate::store;

/// Whose facts are gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// One body's.
    Body(BodyId),
    /// Those of every body of a partnership.
    Partnership(PartnershipId),
    /// Those of every body in which a person has a part on the day: by a seat, an office, or as its secretariat.
    Person(PersonId),
}

/// What a record is gathered for: whose facts, as at which day, and of which kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    of: Of,
    meeting: Option<MeetingId>,
    day: Day,
    kinds: &'static [Kind],
}

impl Scope {
    /// A body as at a day, with all that the record holds about it until then.
    pub fn body(body: BodyId, as_at: Day) -> Self {
        Self::of(Of::Body(body), as_at)
    }

    /// One meeting, with what bears on it.
    pub fn meeting(meeting: MeetingId, body: BodyId, day: Day) -> Self {
        Self { meeting: Some(meeting), ..Self::body(body, day) }
    }

    /// One body or several, as at a day.
    pub fn of(of: Of, as_at: Day) -> Self {
        Self { of, meeting: None, day: as_at, kinds: &Kind::ALL }
    }

    /// Some kinds of facts only.
    #[must_use]
    pub fn only(self, kinds: &'static [Kind]) -> Self {
        Self { kinds, ..self }
    }

    /// Whether it is of one meeting only.
    pub fn is_of_meeting(&self) -> bool {
        self.meeting.is_some()
    }

    /// Whether facts of any of these kinds are asked for.
    pub fn asks(&self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.kinds.contains(kind))
    }

    /// What fills the places of a statement that begins with [`facts!`](crate::facts): `$1` to `$5`.
    pub fn args(&self) -> Vec<Value> {
        let (mut body, mut partnership, mut person) = (None, None, None);
        match self.of {
            Of::Body(id) => body = Some(id),
            Of::Partnership(id) => partnership = Some(id),
            Of::Person(id) => person = Some(id),
        }
        args![body, partnership, person, self.day, self.meeting]
    }
}

/// The beginning of every statement that tells facts: `ours` are the bodies of the scope, `told` their meetings, or the one that the
/// scope names, each with whether its record was kept here and is no older note. Places `$1` to `$5` are filled by [`Scope::args`]; `$4` is the day as at which facts are gathered.
#[macro_export]
macro_rules! facts {
    ($($arms:expr),* $(,)?) => {
        concat!(
            "with ours as (
               select b.id from body b where b.id = $1
               union all select b.id from body b where b.partnership_id = $2
               union all select s.body_id from appointment a join seat s on s.id = a.seat_id
                 where a.person_id = $3 and (a.starts_on is null or a.starts_on <= $4) and (a.ends_on is null or a.ends_on >= $4)
               union all select b.id from office o join body k on k.id = o.body_id
                 join body b on b.id = k.id or (k.kind = 'partnership' and o.kind = 'secretary' and b.partnership_id = k.partnership_id)
                 where o.person_id = $3 and (o.starts_on is null or o.starts_on <= $4) and (o.ends_on is null or o.ends_on >= $4)),
             told as (
               select m.id, m.body_id, m.day, m.written_up, m.source is null and m.state <> 'cancelled' as kept from meeting m
                 where $5 is null and m.body_id in (select id from ours)
               union all select m.id, m.body_id, m.day, m.written_up, m.source is null and m.state <> 'cancelled' from meeting m
                 where m.id = $5) ",
            $($arms),*
        )
    };
}

/// The records of one body or of several.
#[derive(Debug, Default)]
pub struct Records(BTreeMap<BodyId, Record>);

impl Records {
    /// The record of a body, empty where nothing was told yet.
    pub fn of(&mut self, body: BodyId) -> &mut Record {
        self.0.entry(body).or_default()
    }

    /// The record of the body that a row is about, by its column `body_id`.
    ///
    /// # Errors
    /// A fault without such a column.
    pub fn of_row(&mut self, row: &Row) -> Result<&mut Record> {
        Ok(self.of(row.get("body_id")?))
    }

    /// The record of a body, out of the others.
    pub fn take(&mut self, body: BodyId) -> Record {
        self.0.remove(&body).unwrap_or_default()
    }
}

/// Facts on their way into the record.
pub type FactFuture<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Somebody who knows facts. A slice registers its own:
/// `inventory::submit! { terms::FactSource { name: "actions", tells: &[Kind::Reports], gather: |read, scope, records| Box::pin(gather(read, scope, records)) } }`.
/// It adds what it knows, and says for which kinds and days its knowledge is whole.
pub struct FactSource {
    /// The slice.
    pub name: &'static str,
    /// The kinds of facts it knows; it is asked only where one of them is wanted.
    pub tells: &'static [Kind],
    /// Adds what it knows to the records, in one statement for all of them.
    pub gather: for<'a> fn(&'a mut Read, &'a Scope, &'a mut Records) -> FactFuture<'a>,
}

inventory::collect!(FactSource);

const MEMBERSHIP: &[Kind] = &[Kind::Organisations, Kind::Sectors, Kind::People, Kind::Seats, Kind::Appointments, Kind::Offices, Kind::Events];

inventory::submit! {
    FactSource { name: "bodies", tells: MEMBERSHIP, gather: |read, scope, records| Box::pin(membership(read, scope, records)) }
}

/// Everything that is known in this scope, from every source linked into the program: one statement for each of them.
///
/// # Errors
/// A fault when the database refuses.
pub async fn records(read: &mut Read, scope: Scope) -> Result<Records> {
    let mut records = Records::default();
    for source in inventory::iter::<FactSource> {
        if scope.asks(source.tells) {
            (source.gather)(read, &scope, &mut records).await?;
        }
    }
    Ok(records)
}

/// The record of one body, from every source linked into the program.
///
/// # Errors
/// A fault when the database refuses, or the scope is of several bodies.
pub async fn record(read: &mut Read, scope: Scope) -> Result<Record> {
    let Of::Body(body) = scope.of else { return Err(kernel::Error::fault("a record is of one body")) };
    Ok(records(read, scope).await?.take(body))
}

/// Seats, the people appointed to them and the body's offices only, in one statement.
///
/// # Errors
/// A fault when the database refuses.
pub async fn membership_of(read: &mut Read, body: BodyId, as_at: Day) -> Result<Record> {
    let mut records = Records::default();
    membership(read, &Scope::body(body, as_at), &mut records).await?;
    Ok(records.take(body))
}

/// Seats, the people appointed to them, the body's offices, and when it was established and its terms adopted. The lists are whole
/// as they stand; who sits is whole only when somebody recorded it for every seat, and sectors only when the record states every
/// seat's. The offices of a body that is known from an older record, or of which nobody recorded who sits, are known as far as somebody
/// wrote them down: an office without a name there is no vacancy.
async fn membership(read: &mut Read, scope: &Scope, records: &mut Records) -> Result<()> {
    // For each body, whether every seat's sector is stated, its holders are recorded, and the body's record is kept here.
    let mut whole: BTreeMap<BodyId, (bool, bool, bool)> = BTreeMap::new();
    for row in store::membership_told(read, scope).await? {
        let body: BodyId = row.get("body_id")?;
        let (sectors_stated, holders_known, kept) = whole.entry(body).or_insert((true, true, true));
        *kept &= row.get::<bool>("kept")?;
        let record = records.of(body);
        match row.get::<String>("what")?.as_str() {
            "seat" => {
                *sectors_stated &= row.get::<Option<SectorId>>("sector_id")?.is_some() && !row.get::<bool>("sector_ours")?;
                *holders_known &= !row.get::<bool>("holders_not_recorded")?;
                tell_seat(record, &row)?;
            }
            "appointment" => tell_appointment(record, &row)?,
            "office" => tell_office(record, &row)?,
            event => {
                let day = row.get("starts_on")?;
                record.events.push(charter::Event { what: event.to_owned(), day, ..charter::Event::default() });
            }
        }
    }
    for (body, (sectors_stated, holders_known, kept)) in whole {
        let record = records.of(body);
        record.complete(Kind::Seats, None, None);
        if kept && holders_known {
            record.complete(Kind::Offices, None, None);
        }
        if holders_known {
            record.complete(Kind::Appointments, None, None);
        }
        if sectors_stated {
            record.complete(Kind::Sectors, None, None);
        }
    }
    Ok(())
}

fn tell_seat(record: &mut Record, row: &Row) -> Result<()> {
    let stated: Option<SectorId> = if row.get("sector_ours")? { None } else { row.get("sector_id")? };
    let sector = stated.map(|id| id.to_string());
    if let (Some(id), Some(name)) = (&sector, row.get::<Option<String>>("sector")?)
        && !record.sectors.iter().any(|known| &known.id == id)
    {
        record.sectors.push(charter::Sector { id: id.clone(), name });
    }
    let organisation = row.get::<Option<OrganisationId>>("organisation_id")?.map(|id| id.to_string());
    if let (Some(id), Some(name)) = (&organisation, row.get::<Option<String>>("organisation")?)
        && !record.organisations.iter().any(|known| &known.id == id)
    {
        // Terms count districts, or councils: a "district council" is both.
        let kind: String = row.get::<Option<String>>("organisation_kind")?.unwrap_or_default().to_lowercase();
        let kinds: BTreeSet<String> = kind.split_whitespace().chain([kind.as_str()]).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        record.organisations.push(charter::Organisation { id: id.clone(), name, kinds, ..Default::default() });
    }
    record.seats.push(charter::Seat {
        id: row.get::<SeatId>("seat_id")?.to_string(),
        label: row.get("name")?,
        class: row.get("kind")?,
        sector,
        organisation,
        post: row.get("post")?,
        from: row.get("starts_on")?,
        until: row.get("ends_on")?,
        ..Default::default()
    });
    Ok(())
}

fn tell_appointment(record: &mut Record, row: &Row) -> Result<()> {
    let person = row.get::<PersonId>("person_id")?.to_string();
    let (from, until): (Option<Day>, Option<Day>) = (row.get("starts_on")?, row.get("ends_on")?);
    note_person(record, &person, row.get("name")?);
    // The post that somebody holds in their organisation, as a charter names it: "Leader of Kent County Council".
    if let (Some(post), Some(organisation)) = (row.get::<Option<String>>("post")?, row.get::<Option<String>>("organisation")?) {
        record.offices.push(charter::Office {
            office: format!("{post} of {organisation}"),
            person: person.clone(),
            from,
            until,
            how: None,
            by: None,
        });
    }
    if row.word::<Role>("kind")? == Role::Holder {
        let ended = row.word_or_none::<AppointmentEnding>("how")?.map(|ending| ending.word().replace('-', " "));
        record.appointments.push(charter::Appointment {
            seat: row.get::<SeatId>("seat_id")?.to_string(),
            person,
            from,
            until,
            ended,
            ..Default::default()
        });
    }
    Ok(())
}

fn tell_office(record: &mut Record, row: &Row) -> Result<()> {
    let person = row.get::<PersonId>("person_id")?.to_string();
    note_person(record, &person, row.get("name")?);
    let how = row.word_or_none::<HowFilled>("how")?.filter(|how| *how != HowFilled::NotRecorded).map(|how| how.word().replace('-', " "));
    let office = row.word::<OfficeKind>("kind")?.word().to_owned();
    record.offices.push(charter::Office { office, person, from: row.get("starts_on")?, until: row.get("ends_on")?, how, by: None });
    Ok(())
}

fn note_person(record: &mut Record, id: &str, name: String) {
    if !record.people.iter().any(|known| known.id == id) {
        record.people.push(charter::Person { id: id.to_owned(), name, ..Default::default() });
    }
}
