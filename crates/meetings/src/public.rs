//! What outsiders may see of a meeting: the only maker of what is published here. The body's own choice decides whether its
//! agendas and its papers are open; an exempt item shows its number, its title for the public and its ground, and nothing else.

use ::store::Read;
use access::Published;
use bodies::model::{Audience, DocumentClass};
use kernel::{Day, Hour, Instant, ItemId, MeetingId, PaperId, Result};
use serde::Serialize;

use crate::model::{FrozenItem, Item, ItemState, MeetingState, Purpose};
use crate::{rules, store};

/// A meeting as anybody may read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PublicMeeting {
    /// Which.
    pub id: MeetingId,
    /// The partnership's name.
    pub partnership_name: String,
    /// The body's name.
    pub body_name: String,
    /// The body in addresses.
    pub body_slug: String,
    /// The day.
    pub day: Day,
    /// When it begins.
    pub starts_at: Option<Hour>,
    /// When it ends.
    pub ends_at: Option<Hour>,
    /// Where.
    pub place: Option<String>,
    /// How to get in.
    pub access_note: Option<String>,
    /// Where it stands.
    pub state: MeetingState,
    /// Why it will not be held.
    pub cancelled_reason: Option<String>,
    /// When the agenda went out last.
    pub sent_at: Option<Instant>,
    /// How often it has gone out.
    pub number: i64,
    /// The agenda; none before it has gone out.
    pub items: Vec<PublicItem>,
}

/// An item as anybody may read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PublicItem {
    /// Which.
    pub id: ItemId,
    /// Its number.
    pub number: String,
    /// Its title; for an exempt item the one for the public, if it has one.
    pub title: Option<String>,
    /// The ground on which the rest is kept back.
    pub ground: Option<String>,
    /// Something is kept back.
    pub exempt: bool,
    /// What it is for; nothing of an exempt item.
    pub purpose: Option<Purpose>,
    /// Who presents it; nothing of an exempt item.
    pub presenter: Option<String>,
    /// Why it was taken after the deadline; nothing of an exempt item.
    pub late_reason: Option<String>,
    /// Its papers, where the body's papers are open. An exempt paper is not among them.
    pub papers: Vec<PublicPaper>,
}

/// A paper as the public agenda lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicPaper {
    /// Which.
    pub id: PaperId,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// It has not arrived.
    pub to_follow: bool,
}

/// A meeting for the public; none where the body does not open its agendas.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn published_meeting(read: &mut Read, meeting: MeetingId) -> Result<Option<Published<PublicMeeting>>> {
    let body = store::meeting(read, meeting).await?.body;
    let openness = bodies::store::openness(read, body).await?;
    let open = |class: DocumentClass| openness.iter().any(|choice| choice.class == class && choice.audience == Audience::Public);
    if !open(DocumentClass::Agenda) {
        return Ok(None);
    }
    Ok(Some(Published::vouched(edition(read, meeting, open(DocumentClass::Papers)).await?)))
}

/// A meeting without what is exempt, its papers where its reader may have them. The caller asks whether the body has opened
/// its agendas to that reader.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn edition(read: &mut Read, meeting: MeetingId, papers_open: bool) -> Result<PublicMeeting> {
    let meeting = store::meeting(read, meeting).await?;
    let items = store::items(read, meeting.id).await?;
    let versions = store::versions(read, meeting.id).await?;
    Ok(edition_of(meeting, &items, &versions, papers_open))
}

/// The same from what was read already.
pub fn edition_of(meeting: crate::model::Meeting, items: &[Item], versions: &[crate::model::AgendaVersion], papers_open: bool) -> PublicMeeting {
    let held = matches!(meeting.state, MeetingState::Open | MeetingState::Closed);
    let shown = match versions.first() {
        // What went out stands until the meeting is held; then what it dealt with.
        Some(last) if !held => cleared(last.frozen.items.clone(), items, papers_open),
        None if !held => Vec::new(),
        _ => cleared(rules::freeze_numbered(items), items, papers_open),
    };
    PublicMeeting {
        id: meeting.id,
        partnership_name: meeting.partnership_name,
        body_name: meeting.body_name,
        body_slug: meeting.body_slug,
        day: meeting.day,
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        place: meeting.place,
        access_note: meeting.access_note,
        state: meeting.state,
        cancelled_reason: meeting.cancelled_reason,
        sent_at: versions.first().map(|last| last.sent_at),
        number: versions.first().map_or(0, |last| last.number),
        items: shown,
    }
}

/// What the public would be shown of an agenda that is about to go out: for whoever sets it beforehand.
pub fn would_show(meeting: &crate::model::Meeting, frozen: &crate::model::FrozenAgenda, sent: (i64, Instant)) -> PublicMeeting {
    let items = frozen.items.iter().map(|item| PublicItem {
        id: item.id,
        number: item.number.clone(),
        title: if item.exempt { item.public_title.clone() } else { Some(item.title.clone()) },
        ground: item.ground.clone().filter(|_| item.exempt),
        exempt: item.exempt,
        purpose: Some(item.purpose).filter(|_| !item.exempt),
        presenter: item.presenter.clone().filter(|_| !item.exempt),
        late_reason: item.late_reason.clone().filter(|_| !item.exempt),
        papers: Vec::new(),
    });
    PublicMeeting { items: items.collect(), sent_at: Some(sent.1), number: sent.0, ..edition_of(meeting.clone(), &[], &[], false) }
}

/// Clears what went out by what holds now: a matter made exempt afterwards is kept back from then on, in every edition.
fn cleared(items: Vec<FrozenItem>, now: &[Item], papers_open: bool) -> Vec<PublicItem> {
    items
        .into_iter()
        .map(|item| {
            let today = now.iter().find(|other| other.id == item.id && other.state == ItemState::Accepted);
            let exempt = item.exempt || today.is_none_or(|other| other.exempt);
            if exempt {
                let (title, ground) = today.map_or((item.public_title, item.ground), |other| (other.public_title.clone(), other.ground.clone()));
                return PublicItem {
                    id: item.id,
                    number: item.number,
                    title,
                    ground,
                    exempt: true,
                    purpose: None,
                    presenter: None,
                    late_reason: None,
                    papers: Vec::new(),
                };
            }
            let is_open = |paper: &crate::model::ItemPaper| {
                papers_open && !paper.exempt && today.is_some_and(|other| other.papers.iter().any(|p| p.id == paper.id && !p.exempt))
            };
            PublicItem {
                id: item.id,
                number: item.number,
                title: Some(item.title),
                ground: None,
                exempt: false,
                purpose: Some(item.purpose),
                presenter: item.presenter,
                late_reason: item.late_reason,
                papers: item
                    .papers
                    .into_iter()
                    .filter(is_open)
                    .map(|paper| PublicPaper { id: paper.id, title: paper.title, author: paper.author, to_follow: paper.to_follow })
                    .collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ItemKind, ItemPaper};
    use uuid::Uuid;

    fn item(exempt: bool, paper_exempt: bool) -> Item {
        Item {
            id: Uuid::from_u128(1).into(),
            meeting: Uuid::from_u128(2).into(),
            position: 1,
            number: Some("1".to_owned()),
            title: "MARKER title".to_owned(),
            kind: ItemKind::Business,
            purpose: Purpose::Decision,
            presenter: Some("MARKER presenter".to_owned()),
            state: ItemState::Accepted,
            standing: false,
            notified_on: None,
            requested_by: None,
            requester: None,
            request_words: None,
            returned_reason: None,
            late: true,
            late_reason: Some("MARKER reason".to_owned()),
            exempt,
            ground: Some("Financial affairs".to_owned()),
            public_title: Some("A commercial matter".to_owned()),
            about_body: None,
            about_body_name: None,
            sub_group_answer: None,
            notes: "MARKER notes".to_owned(),
            notes_version: 1,
            started_at: None,
            ended_at: None,
            version: 1,
            papers: vec![ItemPaper {
                id: Uuid::from_u128(3).into(),
                title: "MARKER paper".to_owned(),
                author: None,
                to_follow: false,
                exempt: paper_exempt,
                public_title: None,
                file_number: 1,
                first_page: Some(37),
                page_count: Some(12),
                hash: None,
            }],
        }
    }

    fn said(now: &Item, then: &Item, papers_open: bool) -> String {
        serde_json::to_string(&cleared(rules::freeze_numbered(std::slice::from_ref(then)), std::slice::from_ref(now), papers_open)).unwrap()
    }

    #[test]
    fn an_exempt_item_shows_its_ground_and_its_public_title_and_nothing_else() {
        let text = said(&item(true, true), &item(true, true), true);
        assert!(!text.contains("MARKER") && text.contains("A commercial matter") && text.contains("Financial affairs"), "{text}");
    }

    #[test]
    fn an_item_made_exempt_after_it_went_out_is_kept_back_as_well() {
        let text = said(&item(true, true), &item(false, false), true);
        assert!(!text.contains("MARKER"), "{text}");
    }

    #[test]
    fn an_exempt_paper_is_not_listed_and_no_paper_is_where_papers_are_not_open() {
        assert!(!said(&item(false, true), &item(false, false), true).contains("MARKER paper"));
        assert!(!said(&item(false, false), &item(false, false), false).contains("MARKER paper"));
        assert!(said(&item(false, false), &item(false, false), true).contains("MARKER paper"));
    }

    #[test]
    fn notes_are_in_no_public_edition() {
        assert!(!said(&item(false, false), &item(false, false), true).contains("notes"));
    }
}
