//! What outsiders may see of minutes: the only maker of what is published here. Approved minutes where the body opens its
//! minutes; drafts only where it opens its drafts. Exempt items stand by their public title and ground only.

use ::store::Read;
use bodies::model::DocumentClass;
use kernel::{MeetingId, Result};

use crate::model::{Content, Correction, Minutes, MinutesState};
use crate::pages::state_says;
use crate::{rules, store};

/// The public edition of a meeting's minutes.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PublicMinutes {
    /// How far they are; a draft says so.
    pub state: MinutesState,
    /// What is known about that: which meeting approved them, when they were sent.
    pub says: String,
    /// What they say.
    pub content: Content,
    /// Corrections of them, and those the meeting made of others'.
    pub corrections: Vec<Correction>,
}

/// The edition of a meeting's minutes without what is exempt, and the class of document that it is, by which the body's
/// openness decides who reads it. None before the chair has cleared them.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn edition(read: &mut Read, meeting: MeetingId) -> Result<Option<(DocumentClass, PublicMinutes)>> {
    let desk = store::desk(read, meeting).await?;
    let class = match desk.minutes {
        Minutes::Draft(_) => return Ok(None),
        Minutes::Approved(_) => DocumentClass::Minutes,
        _ => DocumentClass::MinutesDraft,
    };
    let content = match store::latest(read, meeting).await? {
        Some(kept) => kept.content,
        None => store::generate(read, meeting, &desk).await?,
    };
    let exempt = store::exempt_now(read, meeting).await?;
    let papers = store::exempt_papers_now(read, meeting).await?;
    let corrections = store::corrections_of_meeting(read, meeting).await?;
    let content = opened(content, &exempt, &papers);
    Ok(Some((class, PublicMinutes { state: desk.minutes.state(), says: state_says(&desk), content, corrections })))
}

/// Content without what is exempt: as it was when the version was kept, and as it is now.
fn opened(
    mut content: Content,
    exempt_now: &[(kernel::ItemId, Option<String>, Option<String>)],
    papers_now: &[(kernel::PaperId, Option<String>)],
) -> Content {
    let items = std::mem::take(&mut content.items).into_iter().map(|mut item| {
        if let Some((_, title, ground)) = exempt_now.iter().find(|(id, ..)| *id == item.id) {
            item.exempt = true;
            item.public_title.clone_from(title);
            item.ground = ground.clone().or(item.ground);
        }
        for paper in &mut item.papers {
            if let Some((_, title)) = papers_now.iter().find(|(id, _)| *id == paper.id) {
                paper.exempt = true;
                paper.public_title.clone_from(title);
            }
        }
        rules::public_item(item)
    });
    content.items = items.collect();
    content
}
