//! Sending an agenda: it is frozen, members are invited, and what changed since the last one is said.

use ::store::{Read, event};
use access::{House, Permit};
use kernel::{Day, Finding, Findings, Instant, Result, Zone};
use serde::Serialize;
use serde_json::json;

use super::{about, keep};
use crate::model::{AgendaVersion, FrozenAgenda, Item, Meeting};
use crate::pack::PackSource;
use crate::rights::CallMeeting;
use crate::store::Reader;
use crate::{consult, letters, rules, store};

event!(
    /// An agenda went out.
    SENT,
    "agenda.sent"
);

/// How an agenda is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Sending {
    /// Why it goes out after the day that the terms give.
    pub late_reason: Option<String>,
    /// Letters are written. An earlier record had its own.
    pub letters: bool,
    /// When it went out, where an earlier record says.
    pub sent_at: Option<Instant>,
}

/// What sending would do, before it is done.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The meeting.
    pub meeting: Meeting,
    /// Every item, requested and returned ones too.
    pub items: Vec<Item>,
    /// The agenda as it would go out.
    pub frozen: FrozenAgenda,
    /// The agendas that went out before, newest first.
    pub versions: Vec<AgendaVersion>,
    /// What changed since the last.
    pub changes: Findings,
    /// By when the terms want it out, and the clause.
    pub due: Option<(Day, String)>,
    /// Whether that day is past.
    pub late: bool,
    /// Who gets a letter.
    pub readers: Vec<Reader>,
    /// What stands in the way, and what is worth a look.
    pub findings: Findings,
}

/// Looks at what sending now would do.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn prepare(read: &mut Read, meeting: kernel::MeetingId, on: Day) -> Result<Prepared> {
    let meeting = store::meeting(read, meeting).await?;
    let items = store::items(read, meeting.id).await?;
    let versions = store::versions(read, meeting.id).await?;
    let frozen = rules::freeze(&meeting, &items);
    let changes = versions.first().map_or_else(Findings::none, |last| rules::changes(&last.frozen, &frozen));
    let due = consult::papers_due(read, &meeting).await?;
    let late = due.as_ref().is_some_and(|(by, _)| *by < on);
    let mut findings = rules::drawn_up(&meeting, &items);
    findings.push_if(!versions.is_empty() && changes.is_empty(), || Finding::warn("agenda-unchanged"));
    Ok(Prepared { readers: Vec::new(), meeting, items, frozen, versions, changes, due, late, findings })
}

/// Sends the agenda: freezes it, calls the meeting, invites whoever sits on its day, writes to members, their assistants and
/// the distribution list. After the day that the terms give it still goes, with a reason, and the record keeps that it was late.
///
/// # Errors
/// Refused when nothing stands on the agenda, the meeting is over, or it is late and no reason is given.
pub async fn send(house: &House, permit: &Permit<CallMeeting>, sending: &Sending) -> Result<AgendaVersion> {
    let zone = Zone::london();
    let mut w = house.write(permit.opening(&SENT)).await?;
    let sent_at = sending.sent_at.filter(|_| permit.person().is_none()).unwrap_or(w.now());
    let mut prepared = prepare(&mut w, *permit.id(), sent_at.day(&zone)).await?;
    let reason = sending.late_reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let first = prepared.versions.is_empty();
    // An earlier record may be late and say no reason: that is what it says.
    if let (Some((by, clause)), true, true, None, true) = (&prepared.due, prepared.late, first, reason, permit.person().is_some()) {
        prepared.findings.push(Finding::refuse("agenda-late-reason-missing").at("late_reason").with("by", by).under(clause));
    }
    prepared.findings.clone().or_refuse()?;
    let meeting = &prepared.meeting;
    store::invite_members(&mut w, meeting.id, meeting.body, meeting.day).await?;
    store::set_called(&mut w, meeting.id, sent_at).await?;
    store::number_items(&mut w, meeting.id).await?;
    let readers = if sending.letters { store::readers(&mut w, meeting.id, house.today(), meeting.body).await? } else { Vec::new() };
    let mut version = AgendaVersion {
        number: prepared.versions.first().map_or(0, |last| last.number) + 1,
        sent_at,
        due_by: prepared.due.as_ref().map(|(by, _)| *by),
        late: prepared.late && (first || !prepared.changes.is_empty()),
        late_reason: reason.filter(|_| prepared.late).map(str::to_owned),
        clause: prepared.due.as_ref().map(|(_, clause)| clause.clone()),
        sent_to: i64::try_from(readers.len()).unwrap_or(i64::MAX),
        frozen: prepared.frozen.clone(),
        changes: prepared.changes.clone(),
    };
    PackSource::number_all(house, &mut w, meeting, &mut version, &prepared.versions).await?;
    let before = prepared.versions.first().map(|last| &last.frozen);
    version.changes = before.map_or_else(Findings::none, |before| rules::changes(before, &version.frozen));
    store::page_papers(&mut w, &version.frozen).await?;
    store::papers_out(&mut w, meeting.id).await?;
    store::insert_version(&mut w, meeting.id, &version).await?;
    store::mark_invited(&mut w, meeting.id, sent_at).await?;
    letters::agenda(&mut w, meeting, &version, before, &readers).await?;
    let clause = version.clause.clone().filter(|_| version.late);
    let told = json!({
        "number": version.number, "sent_to": version.sent_to, "late": version.late, "late_reason": version.late_reason, "due_by": version.due_by,
        "changes": version.changes
    });
    let entry = about(meeting).under(clause).after(told);
    keep(w, meeting, entry).await?;
    Ok(version)
}
