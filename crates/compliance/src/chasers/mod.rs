//! Letters that ask for what a deadline wants: items, papers, answers, reports, minutes. They are derived every morning from the
//! terms' deadlines and the days of meetings and actions, so that what is done meanwhile is asked for no more; the secretariat
//! sees them days before in the outbox, and can stop each. Nobody is asked twice on a day, and nobody on a day that is no working
//! day where the partnership is.

mod acts;
mod letters;
mod rules;

pub(crate) use acts::{keep_kinds, let_go, stop};
pub(crate) use letters::send_all;

use ::store::Read;
use calendar::Nation;
use charter::Kind;
use kernel::{BodyId, Day, Instant, PartnershipId, PersonId, Result, Zone, words};
use mail::{Coming, Forecast};
use serde::{Deserialize, Serialize};
use terms::{Of, Scope, clause_anchor};
use uuid::Uuid;

use crate::store::chasers as kept;

words! {
    /// What is asked for.
    pub enum Chase {
        /// Items for an agenda, before the terms' last day for them.
        Items = "items",
        /// A paper that is to follow, before the papers go out.
        Papers = "papers",
        /// An answer to an invitation.
        Apologies = "apologies",
        /// A sub-group's update.
        SubGroup = "sub-group",
        /// A report on an action whose day comes.
        ActionAhead = "action-ahead",
        /// A report on an action whose day is over.
        ActionOver = "action-over",
        /// Minutes that are not sent round, from the secretariat.
        Minutes = "minutes",
        /// The chair's word on draft minutes.
        Clearance = "clearance",
        /// Whether an organisation's nominees are still these.
        Nominees = "nominees",
        /// A note of key messages, the day after a meeting, from the secretariat.
        KeyMessages = "key-messages",
    }
}

/// What the terms want by a day, as far as a meeting is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deadline {
    pub body: BodyId,
    /// `notify_item`, `send_papers`, `circulate_minutes`.
    pub code: String,
    pub meeting: Uuid,
    /// The day to work to.
    pub by: Day,
    pub clause: String,
    pub done: bool,
}

/// Something that may have to be asked for, as the record has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// `ahead` (a meeting), `member`, `secretary`, `unanswered`, `to-follow`, `sub-group`, `action`, `minutes`, `clearance`, `nominees`, `held`.
    pub what: String,
    pub body: BodyId,
    pub body_name: String,
    pub slug: String,
    pub nation: String,
    /// From whom; none where the secretariat has to find out.
    pub person: Option<PersonId>,
    pub name: Option<String>,
    pub reached: bool,
    /// The meeting, where it is about one.
    pub meeting: Option<Uuid>,
    /// What it is about: the invitation, paper, sub-group, action, meeting, check of nominees.
    pub about: Uuid,
    /// The day of the meeting, of the action, or on which it was asked.
    pub day: Day,
    /// When it was asked for already.
    pub asked: Option<Day>,
    /// A title or what is owed; none where it is exempt.
    pub words: Option<String>,
}

/// One line of a letter that goes by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Chaser {
    pub kind: Chase,
    pub body: BodyId,
    pub body_name: String,
    pub slug: String,
    pub person: PersonId,
    pub name: String,
    pub reached: bool,
    pub meeting: Option<Uuid>,
    pub about: Uuid,
    /// The day to which it is asked for: a chaser is known by what it is about and this day, so that a day that is changed is
    /// asked for anew.
    pub deadline: Day,
    /// The working day on which it goes.
    pub goes_on: Day,
    /// The meeting's day, or the action's.
    pub day: Day,
    pub words: Option<String>,
    pub clause: Option<String>,
}

/// What tells one chaser from every other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Key {
    pub kind: Chase,
    pub person: PersonId,
    pub about: Uuid,
    pub deadline: Day,
}

impl Key {
    /// As a form sends it.
    pub(crate) fn written(&self) -> String {
        format!("{} {} {} {}", self.kind, self.person, self.about, self.deadline)
    }

    /// Reads what a form sent.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let key = Self {
            kind: kernel::Word::parse(parts.next()?)?,
            person: parts.next()?.parse().ok()?,
            about: parts.next()?.parse().ok()?,
            deadline: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(key)
    }
}

impl Chaser {
    pub(crate) fn key(&self) -> Key {
        Key { kind: self.kind, person: self.person, about: self.about, deadline: self.deadline }
    }

    /// What it asks for, in a sentence.
    pub(crate) fn says(&self) -> String {
        let (day, by) = (web::spelling::day(self.day), web::spelling::day(self.deadline));
        let words = self.words.clone().unwrap_or_else(|| web::words("chaser-exempt", &[]));
        web::words(&format!("chaser-{}", self.kind), &[("day", &day), ("by", &by), ("words", &words), ("body", &self.body_name)])
    }
}

/// How far ahead the outbox looks, in days.
pub(crate) const AHEAD: i64 = 28;
/// How far back something may lie that is still asked for, in days.
pub(crate) const BACK: i64 = 45;

/// The hour, in London, at which the day's letters are written.
pub(crate) const AT: kernel::Hour = kernel::Hour::constant(7, 0, 0, 0);

/// Whose: one body's, or those of every body of a partnership.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whose {
    Body(PartnershipId, BodyId),
    Partnership(PartnershipId),
}

async fn deadlines(read: &mut Read, whose: Whose, today: Day) -> Result<Vec<Deadline>> {
    const KINDS: &[Kind] = &[Kind::Meetings, Kind::Sent];
    let of = match whose {
        Whose::Body(_, body) => Scope::body(body, today),
        Whose::Partnership(partnership) => Scope::of(Of::Partnership(partnership), today),
    };
    let scope = of.only(KINDS);
    let governed = terms::in_force_of(read, &scope).await?;
    if governed.is_empty() {
        return Ok(Vec::new());
    }
    let (from, to) = (today.saturating_sub(jiff::Span::new().days(BACK)), today.saturating_add(jiff::Span::new().days(AHEAD + BACK)));
    let mut records = terms::records(read, scope).await?;
    let mut found = Vec::new();
    for one in &governed {
        let record = records.take(one.body);
        for duty in charter::due(&one.terms.charter, &record, from, to) {
            let wanted = matches!(duty.code.as_str(), "notify_item" | "send_papers" | "circulate_minutes");
            if let (true, Some(Ok(meeting))) = (wanted, duty.meeting.as_deref().map(str::parse::<Uuid>)) {
                found.push(Deadline { body: one.body, code: duty.code, meeting, by: duty.by, clause: duty.clause, done: duty.done.is_some() });
            }
        }
    }
    Ok(found)
}

/// What will be asked for, the nearest day first; what was stopped is among it and is told apart. `sent` is whether today's letters
/// are written already.
pub(crate) async fn coming(read: &mut Read, whose: Whose, today: Day, sent: bool) -> Result<Vec<(Chaser, bool)>> {
    let span = |days: i64| jiff::Span::new().days(days);
    let wanted = kept::wanted(read, whose, today, (today.saturating_sub(span(BACK)), today.saturating_add(span(AHEAD + BACK)))).await?;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let deadlines = deadlines(read, whose, today).await?;
    let (done, stopped) = kept::settled(read, whose, today.saturating_sub(span(2 * BACK))).await?;
    let off = kept::off(read, whose).await?;
    let last = today.saturating_add(span(AHEAD));
    let mut coming: Vec<(Chaser, bool)> = rules::chasers(&wanted, &deadlines)
        .into_iter()
        .filter(|chaser| !off.contains(&(chaser.body, chaser.kind)) && !done.contains(&chaser.key()))
        .filter_map(|chaser| {
            let table = Nation::named(&chaser.nation).table();
            let goes_on = rules::goes_on(chaser.from, chaser.until, today, sent, table)?;
            let stopped = stopped.contains(&chaser.key());
            (goes_on <= last).then_some((Chaser { goes_on, ..chaser.chaser }, stopped))
        })
        .collect();
    coming.sort_by(|(a, _), (b, _)| {
        (a.goes_on, &a.name, &a.body_name, a.kind, a.deadline, a.about).cmp(&(b.goes_on, &b.name, &b.body_name, b.kind, b.deadline, b.about))
    });
    coming.dedup_by(|(a, _), (b, _)| a.key() == b.key());
    Ok(coming)
}

/// Whether the letters of today are written at a moment.
pub(crate) fn written_by(now: Instant) -> bool {
    let zone = Zone::london();
    now >= zone.instant(now.day(&zone), AT)
}

/// The chasers of a body, as its outbox tells them beforehand.
#[derive(Debug)]
pub struct Chasers;

impl Forecast for Chasers {
    async fn coming(read: &mut Read, body: BodyId, now: Instant) -> Result<Vec<Coming>> {
        let partnership = kept::partnership_of(read, body).await?;
        let today = now.day(&Zone::london());
        let coming = coming(read, Whose::Body(partnership, body), today, written_by(now)).await?;
        Ok(coming
            .into_iter()
            .map(|(chaser, stopped)| Coming {
                goes_on: chaser.goes_on,
                name: chaser.name.clone(),
                what: chaser.says(),
                clause_href: chaser.clause.as_ref().map(|clause| format!("/bodies/{}/charter#{}", chaser.slug, clause_anchor(clause))),
                clause: chaser.clause.clone(),
                unreached: !chaser.reached,
                stopped,
                act: format!("/bodies/{}/chasers/stop", chaser.slug),
                key: chaser.key().written(),
            })
            .collect())
    }
}
