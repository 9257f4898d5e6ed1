//! What this slice tells the charter's record: minutes sent, and minutes approved.

use ::store::Read;
use charter::{Approval, Record, Sent};
use kernel::{Result, Zone};
use terms::{FactSource, Scope};

use crate::model::MinutesState;
use crate::store;

inventory::submit! {
    FactSource { name: "minutes", gather: |read, scope, record| Box::pin(gather(read, scope, record)) }
}

/// Sent drafts and approvals. What is true of older meetings and not recorded stays unsaid: nothing is declared whole.
async fn gather(read: &mut Read, scope: &Scope, record: &mut Record) -> Result<()> {
    for (meeting, state, circulated_at, approved_on, approved_at) in store::states_until(read, scope.body(), scope.day()).await? {
        if let Some(at) = circulated_at {
            let day = Some(at.day(&Zone::london()));
            record.sent.push(Sent { what: "minutes".to_owned(), meeting: Some(meeting.to_string()), day, to: Some("members".to_owned()) });
        }
        if state == MinutesState::Approved {
            record.approvals.push(Approval {
                what: "minutes".to_owned(),
                of: meeting.to_string(),
                meeting: approved_at.map(|id| id.to_string()),
                by: None,
                day: approved_on,
            });
        }
    }
    Ok(())
}
