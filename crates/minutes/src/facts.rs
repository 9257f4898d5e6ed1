//! What this slice tells the charter's record: minutes sent, and minutes approved.

use ::store::Read;
use charter::{Approval, Kind, Sent};
use kernel::{Instant, MeetingId, Result, Zone};
use terms::{FactSource, Records, Scope};

use crate::model::MinutesState;
use crate::store;

inventory::submit! {
    FactSource { name: "minutes", tells: &[Kind::Sent, Kind::Approvals], gather: |read, scope, records| Box::pin(gather(read, scope, records)) }
}

/// Sent drafts and approvals. What is true of older meetings and not recorded stays unsaid: nothing is declared whole.
async fn gather(read: &mut Read, scope: &Scope, records: &mut Records) -> Result<()> {
    for row in store::told(read, scope).await? {
        let record = records.of_row(&row)?;
        let meeting = row.get::<MeetingId>("meeting_id")?.to_string();
        if let Some(at) = row.get::<Option<Instant>>("circulated_at")? {
            let day = Some(at.day(&Zone::london()));
            record.sent.push(Sent {
                what: "minutes".to_owned(),
                meeting: Some(meeting.clone()),
                day,
                to: Some("members".to_owned()),
                ..Sent::default()
            });
        }
        if row.word::<MinutesState>("state")? == MinutesState::Approved {
            record.approvals.push(Approval {
                what: "minutes".to_owned(),
                of: meeting,
                meeting: row.get::<Option<MeetingId>>("approved_at_meeting_id")?.map(|id| id.to_string()),
                by: None,
                day: row.get("approved_on")?,
            });
        }
    }
    Ok(())
}
