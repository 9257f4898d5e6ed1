//! What outsiders see of a body: the only maker of what this slice publishes. Each class of document is as open as the body has
//! made it; what is exempt shows its ground and nothing else.

use access::{Act, Permit, Published, Visible};
use bodies::model::{Audience, DocumentClass, SeatClass, Sitting};
use bodies::rights::Standing;
use bodies::store::Head;
use kernel::{Day, Hour, MeetingId, Word as _};
use serde::Serialize;

use crate::store::{ItemRow, MeetingRow};

/// Something cleared for the reader of a page: for everybody, or under the reader's own permit.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum Cleared<T> {
    /// For everybody.
    Everybody(Published<T>),
    /// For this reader.
    Reader(Visible<T>),
}

impl<T> Cleared<T> {
    /// An invented one, for samples.
    pub(crate) fn sample(value: T) -> Self {
        Self::Everybody(Published::vouched(value))
    }

    /// What was cleared, to be sent as it is.
    pub(crate) fn into_inner(self) -> T {
        match self {
            Self::Everybody(published) => published.into_inner(),
            Self::Reader(visible) => visible.into_inner(),
        }
    }
}

/// Clears something of a class: for everybody when the body opened the class, for the reader when they belong to its audience,
/// otherwise not at all.
pub(crate) fn cleared<A: Act, T>(permit: &Permit<A>, standing: Option<&Standing>, head: &Head, class: DocumentClass, value: T) -> Option<Cleared<T>> {
    let audience = head.audience(class);
    if audience == Audience::Public {
        return Some(Cleared::Everybody(Published::vouched(value)));
    }
    standing.filter(|standing| standing.is_of(audience)).map(|_| Cleared::Reader(Visible::under(permit, value)))
}

/// A seat as the list of members shows it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SeatLine {
    pub label: String,
    pub class: SeatClass,
    /// What the seat may do, as a word of the locale: its class, or `member` where a list taken from a document does not say
    /// more.
    pub class_word: &'static str,
    pub sector: Option<String>,
    pub sector_ours: bool,
    pub organisation: Option<String>,
    pub organisation_ended_on: Option<Day>,
    /// Who nominates; a list taken from a document says of an organisation only that it stands beside the name.
    pub nominated_by: Option<String>,
    pub ex_officio_post: Option<String>,
    pub note: Option<String>,
    pub vacant: bool,
    pub not_recorded: bool,
    pub people: Vec<Sitter>,
}

/// Somebody's office, as the list of members shows it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OfficeLine {
    pub kind: bodies::model::OfficeKind,
    pub title: Option<String>,
    pub name: String,
    pub how: Option<bodies::model::HowFilled>,
    pub since: Option<Day>,
    /// The item at which it was taken, when in the middle of a meeting.
    pub since_item: Option<String>,
    pub until: Option<Day>,
    /// The item at which it was left, when in the middle of a meeting.
    pub until_item: Option<String>,
    pub note: Option<String>,
}

/// Somebody who sits.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Sitter {
    pub name: String,
    pub role: bodies::model::Role,
    pub post: Option<String>,
    pub organisation: Option<String>,
    pub since: Option<Day>,
    pub until: Option<Day>,
    pub note: Option<String>,
}

impl SeatLine {
    /// A seat of a body; `from_document` when the body's list of members was taken from a document and not kept here.
    pub(crate) fn of(sitting: &Sitting, from_document: bool) -> Self {
        let nominates = sitting.organisation_name.clone().filter(|_| !from_document);
        Self {
            label: sitting.label.clone(),
            class: sitting.class,
            class_word: if from_document && sitting.class == SeatClass::Voting { "member" } else { sitting.class.word() },
            sector: sitting.sector.clone(),
            sector_ours: sitting.sector_ours,
            organisation: sitting.organisation_name.clone(),
            organisation_ended_on: sitting.organisation_ended_on,
            nominated_by: nominates.or_else(|| sitting.nominating_group.clone()),
            ex_officio_post: sitting.ex_officio_post.clone(),
            note: sitting.note.clone(),
            vacant: sitting.is_vacant(),
            not_recorded: sitting.holders_not_recorded && sitting.people.is_empty(),
            people: sitting
                .people
                .iter()
                .map(|person| Sitter {
                    name: person.name.clone(),
                    role: person.role,
                    post: person.post.clone(),
                    organisation: person.organisation_name.clone(),
                    since: person.starts_on,
                    until: person.ends_on,
                    note: person.note.clone(),
                })
                .collect(),
        }
    }
}

/// A meeting as outsiders see it in a list. Where to join it remotely is for those invited.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MeetingLine {
    pub id: MeetingId,
    pub day: Day,
    pub starts_at: Option<Hour>,
    pub ends_at: Option<Hour>,
    pub place: Option<String>,
    pub kind: String,
    pub state: String,
    pub cancelled_reason: Option<String>,
    pub sequence: i64,
    /// Its agenda can be read.
    pub agenda: bool,
    /// Its minutes can be read: `approved`, `draft`, or not.
    pub minutes: Option<&'static str>,
    pub approved_on: Option<Day>,
}

impl MeetingLine {
    /// A meeting, with the minutes that this audience may read.
    pub(crate) fn of(row: &MeetingRow, sees: impl Fn(DocumentClass) -> bool) -> Self {
        let minutes = match row.minutes_state.as_deref() {
            Some("approved") if sees(DocumentClass::Minutes) => Some("approved"),
            Some("cleared" | "circulated") if sees(DocumentClass::MinutesDraft) => Some("draft"),
            _ => None,
        };
        Self {
            id: row.id,
            day: row.day,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            place: row.place.clone(),
            kind: row.kind.clone(),
            state: row.state.clone(),
            cancelled_reason: row.cancelled_reason.clone(),
            sequence: row.sequence,
            agenda: row.called || matches!(row.state.as_str(), "open" | "closed"),
            minutes,
            approved_on: row.approved_on.filter(|_| minutes == Some("approved")),
        }
    }
}

/// An item of an agenda as outsiders see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PublicItem {
    pub id: Option<String>,
    pub number: String,
    /// Its title; for an exempt item what outsiders see in its place, if anything.
    pub title: Option<String>,
    pub exempt: bool,
    /// On which ground it is exempt, in words.
    pub ground: Option<String>,
    pub presenter: Option<String>,
    pub late_reason: Option<String>,
}

/// The items of a meeting that was held, exempt ones by their ground only.
pub(crate) fn items_held(items: &[ItemRow]) -> Published<Vec<PublicItem>> {
    let shown = items.iter().zip(1..).map(|(item, n)| PublicItem {
        id: Some(item.id.to_string()),
        number: item.number.clone().unwrap_or_else(|| n.to_string()),
        title: if item.exempt { item.public_title.clone() } else { Some(item.title.clone()) },
        exempt: item.exempt,
        ground: item.ground.as_ref().filter(|_| item.exempt).map(|(code, basis, words)| format!("{code}, {words} ({basis})")),
        presenter: item.presenter.clone().filter(|_| !item.exempt),
        late_reason: item.late_reason.clone().filter(|_| !item.exempt),
    });
    Published::vouched(shown.collect())
}

/// The items of an agenda as it went out. An item is exempt when it was then or has become so since.
pub(crate) fn items_sent(frozen: &serde_json::Value, now: &[ItemRow]) -> Published<Vec<PublicItem>> {
    let text = |item: &serde_json::Value, key: &str| item.get(key).and_then(serde_json::Value::as_str).map(str::to_owned);
    let none = Vec::new();
    let shown = frozen.get("items").and_then(serde_json::Value::as_array).unwrap_or(&none).iter().map(|item| {
        let id = text(item, "id");
        let today = now.iter().find(|row| Some(row.id.to_string()) == id);
        let exempt = item.get("exempt").and_then(serde_json::Value::as_bool).unwrap_or(true) || today.is_some_and(|row| row.exempt);
        let public_title = today.and_then(|row| row.public_title.clone()).or_else(|| text(item, "public_title"));
        PublicItem {
            number: text(item, "number").unwrap_or_default(),
            title: if exempt { public_title } else { text(item, "title") },
            exempt,
            ground: if exempt { text(item, "ground") } else { None },
            presenter: text(item, "presenter").filter(|_| !exempt),
            late_reason: text(item, "late_reason").filter(|_| !exempt),
            id,
        }
    });
    Published::vouched(shown.collect())
}

/// Things about a body that are nobody's secret: its name, its kind, what it is for, what it belongs to.
pub(crate) fn common<T>(value: T) -> Published<T> {
    Published::vouched(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn row(exempt: bool) -> ItemRow {
        ItemRow {
            id: uuid::Uuid::nil().into(),
            number: Some("4".to_owned()),
            title: "canary title".to_owned(),
            presenter: Some("canary presenter".to_owned()),
            late_reason: Some("canary reason".to_owned()),
            exempt,
            public_title: Some("Award of a grant".to_owned()),
            ground: Some(("3".to_owned(), "Schedule 12A".to_owned(), "business affairs".to_owned())),
        }
    }

    #[test]
    fn an_exempt_item_shows_its_ground_and_its_public_title_only() {
        let told = serde_json::to_string(&items_held(&[row(true)])).unwrap();
        assert!(told.contains("Award of a grant") && told.contains("business affairs") && !told.contains("canary"), "{told}");
    }

    #[test]
    fn an_item_that_became_exempt_after_the_agenda_went_out_is_exempt_in_it_too() {
        let frozen =
            json!({"items": [{"id": uuid::Uuid::nil(), "number": "4", "title": "canary title", "exempt": false, "presenter": "canary presenter"}]});
        let told = serde_json::to_string(&items_sent(&frozen, &[row(true)])).unwrap();
        assert!(!told.contains("canary") && told.contains("Award of a grant"), "{told}");
        let open = serde_json::to_string(&items_sent(&frozen, &[row(false)])).unwrap();
        assert!(open.contains("canary title"), "{open}");
    }
}
