//! What outsiders may see of minutes: the only maker of what is published here. Approved minutes where the body opens its
//! minutes; drafts only where it opens its drafts. Exempt items stand by their public title and ground only.

use ::store::Read;
use access::Published;
use bodies::model::{Audience, DocumentClass};
use bodies::rights::audience_of;
use kernel::{MeetingId, Result};

use crate::model::{Content, Correction, Minutes, MinutesState};
use crate::{rules, store};

/// The public edition of a meeting's minutes.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PublicMinutes {
    /// How far they are; a draft says so.
    pub state: MinutesState,
    /// What they say.
    pub content: Content,
    /// Corrections of them, and those the meeting made of others'.
    pub corrections: Vec<Correction>,
}

/// The public edition of a meeting's minutes; none where the body keeps them to itself, or as long as it does.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn published(read: &mut Read, meeting: MeetingId) -> Result<Option<Published<PublicMinutes>>> {
    let desk = store::desk(read, meeting).await?;
    let class = if matches!(desk.minutes, Minutes::Approved(_)) { DocumentClass::Minutes } else { DocumentClass::MinutesDraft };
    if audience_of(read, desk.minutes.head().body, class).await? != Audience::Public || !desk.over {
        return Ok(None);
    }
    let content = match store::latest(read, meeting).await? {
        Some(kept) if !matches!(desk.minutes, Minutes::Draft(_)) => kept.content,
        _ => store::generate(read, meeting, &desk).await?,
    };
    let exempt = store::exempt_now(read, meeting).await?;
    let corrections = store::corrections_of_meeting(read, meeting).await?;
    Ok(Some(Published::vouched(PublicMinutes { state: desk.minutes.state(), content: opened(content, &exempt), corrections })))
}

/// Content without what is exempt: as it was when the version was kept, and as it is now.
fn opened(mut content: Content, exempt_now: &[(kernel::ItemId, Option<String>, Option<String>)]) -> Content {
    let items = std::mem::take(&mut content.items).into_iter().map(|mut item| {
        if let Some((_, title, ground)) = exempt_now.iter().find(|(id, ..)| *id == item.id) {
            item.exempt = true;
            item.public_title.clone_from(title);
            item.ground = ground.clone().or(item.ground);
        }
        rules::public_item(item)
    });
    content.items = items.collect();
    content
}
