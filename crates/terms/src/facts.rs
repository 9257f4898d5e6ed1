//! What the record knows about a body, gathered for the charter.

use std::collections::BTreeSet;
use std::pin::Pin;

use ::store::Read;
use bodies::model::{AppointmentEnding, HowFilled, OfficeKind, Role};
use charter::{Kind, Record};
use kernel::{BodyId, Day, MeetingId, Result, SectorId, Word as _};

use crate::store;

/// What a record is gathered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A body as at a day, with all that the record holds about it until then.
    Body {
        /// The body.
        body: BodyId,
        /// As at this day.
        as_at: Day,
    },
    /// One meeting, with what bears on it.
    Meeting {
        /// The meeting.
        meeting: MeetingId,
        /// Its body.
        body: BodyId,
        /// Its day.
        day: Day,
    },
}

impl Scope {
    /// The body it is about.
    pub fn body(&self) -> BodyId {
        match self {
            Self::Body { body, .. } | Self::Meeting { body, .. } => *body,
        }
    }

    /// The day as at which it is.
    pub fn day(&self) -> Day {
        match self {
            Self::Body { as_at, .. } => *as_at,
            Self::Meeting { day, .. } => *day,
        }
    }

    /// The meeting, when it is about one.
    pub fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::Body { .. } => None,
            Self::Meeting { meeting, .. } => Some(*meeting),
        }
    }
}

/// Facts on their way into the record.
pub type FactFuture<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Somebody who knows facts. A slice registers its own:
/// `inventory::submit! { terms::FactSource { name: "actions", gather: |read, scope, record| Box::pin(gather(read, scope, record)) } }`.
/// It adds what it knows, and says for which kinds and days its knowledge is whole.
pub struct FactSource {
    /// The slice.
    pub name: &'static str,
    /// Adds what it knows to the record, in a constant number of statements.
    pub gather: for<'a> fn(&'a mut Read, &'a Scope, &'a mut Record) -> FactFuture<'a>,
}

inventory::collect!(FactSource);

inventory::submit! {
    FactSource { name: "bodies", gather: |read, scope, record| Box::pin(membership(read, scope, record)) }
}

/// Everything that the record knows for this scope, from every source linked into the program.
///
/// # Errors
/// A fault when the database refuses.
pub async fn record(read: &mut Read, scope: Scope) -> Result<Record> {
    let mut record = Record::default();
    for source in inventory::iter::<FactSource> {
        (source.gather)(read, &scope, &mut record).await?;
    }
    Ok(record)
}

/// Seats, the people appointed to them, and the body's offices. The lists are whole as they stand; who sits is whole only when
/// somebody recorded it for every seat, and sectors only when the record states every seat's.
async fn membership(read: &mut Read, scope: &Scope, record: &mut Record) -> Result<()> {
    let body = scope.body();
    let (mut sectors_stated, mut holders_known) = (true, true);
    for row in store::seats_told(read, body).await? {
        let stated: Option<SectorId> = if row.get("sector_ours")? { None } else { row.get("sector_id")? };
        sectors_stated &= stated.is_some();
        holders_known &= !row.get::<bool>("holders_not_recorded")?;
        let sector = stated.map(|id| id.to_string());
        if let (Some(id), Some(name)) = (&sector, row.get::<Option<String>>("sector")?)
            && !record.sectors.iter().any(|known| &known.id == id)
        {
            record.sectors.push(charter::Sector { id: id.clone(), name });
        }
        let organisation = row.get::<Option<kernel::OrganisationId>>("organisation_id")?.map(|id| id.to_string());
        if let (Some(id), Some(name)) = (&organisation, row.get::<Option<String>>("organisation")?)
            && !record.organisations.iter().any(|known| &known.id == id)
        {
            let kinds: BTreeSet<String> = row.get::<Option<String>>("organisation_kind")?.into_iter().collect();
            record.organisations.push(charter::Organisation { id: id.clone(), name, kinds, ..Default::default() });
        }
        record.seats.push(charter::Seat {
            id: row.get::<kernel::SeatId>("id")?.to_string(),
            label: row.get("label")?,
            class: row.get("class")?,
            sector,
            organisation,
            post: row.get("ex_officio_post")?,
            from: row.get("starts_on")?,
            until: row.get("ends_on")?,
        });
    }
    for row in store::appointments_told(read, body).await? {
        let person = row.get::<kernel::PersonId>("person_id")?.to_string();
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
        if row.word::<Role>("role")? == Role::Holder {
            let ended = row.word_or_none::<AppointmentEnding>("ending")?.map(|ending| ending.word().replace('-', " "));
            record.appointments.push(charter::Appointment { seat: row.get::<kernel::SeatId>("seat_id")?.to_string(), person, from, until, ended });
        }
    }
    for row in store::offices_told(read, body).await? {
        let person = row.get::<kernel::PersonId>("person_id")?.to_string();
        note_person(record, &person, row.get("name")?);
        let how = row.word_or_none::<HowFilled>("how")?.filter(|how| *how != HowFilled::NotRecorded).map(|how| how.word().replace('-', " "));
        let office = row.word::<OfficeKind>("kind")?.word().to_owned();
        record.offices.push(charter::Office { office, person, from: row.get("starts_on")?, until: row.get("ends_on")?, how, by: None });
    }
    for kind in [Kind::Seats, Kind::Offices] {
        record.complete(kind, None, None);
    }
    if holders_known {
        record.complete(Kind::Appointments, None, None);
    }
    if sectors_stated {
        record.complete(Kind::Sectors, None, None);
    }
    Ok(())
}

fn note_person(record: &mut Record, id: &str, name: String) {
    if !record.people.iter().any(|known| known.id == id) {
        record.people.push(charter::Person { id: id.to_owned(), name, ..Default::default() });
    }
}
