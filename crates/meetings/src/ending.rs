//! What a body's end means for its meetings: those after its last day are called off.

use ::store::{Read, Write};
use bodies::ending::{Ahead, EndsWithBody};
use kernel::{BodyId, Day, Result};

use crate::model::Meeting;
use crate::{letters, store};

inventory::submit! {
    EndsWithBody {
        ahead: |read, body, after| Box::pin(ahead(read, body, after)),
        call_off: |w, body, after, reason| Box::pin(call_off(w, body, after, reason)),
    }
}

async fn after_the_end(read: &mut Read, body: BodyId, after: Day) -> Result<Vec<Meeting>> {
    let from = after.tomorrow().unwrap_or(after);
    let meetings = store::meetings_of_body(read, body, Some(from), None).await?;
    Ok(meetings.into_iter().filter(|meeting| meeting.state.is_ahead()).collect())
}

async fn ahead(read: &mut Read, body: BodyId, after: Day) -> Result<Vec<Ahead>> {
    let meetings = after_the_end(read, body, after).await?;
    Ok(meetings.iter().map(|meeting| Ahead { day: meeting.day, path: format!("/meetings/{}", meeting.id) }).collect())
}

async fn call_off(w: &mut Write, body: BodyId, after: Day, reason: &str) -> Result<()> {
    for meeting in after_the_end(w, body, after).await? {
        store::set_cancelled(w, meeting.id, reason).await?;
        if meeting.called_at.is_some() {
            let off = store::meeting(w, meeting.id).await?;
            letters::cancelled(w, &off, reason).await?;
        }
        w.tell(format!("meeting:{}", meeting.id));
    }
    Ok(())
}
