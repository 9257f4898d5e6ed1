//! What this slice tells the charter's record: motions with their votes, and what was decided.

use ::store::Read;
use charter::{Cast, Decision, Kind, Motion, Record, Vote, Votes};
use kernel::Result;
use terms::{FactSource, Scope};

use crate::model::{self, How, Outcome};
use crate::store;

inventory::submit! {
    FactSource { name: "decisions", gather: |read, scope, record| Box::pin(gather(read, scope, record)) }
}

fn cast(cast: model::Cast) -> Cast {
    match cast {
        model::Cast::For => Cast::For,
        model::Cast::Against => Cast::Against,
        model::Cast::Abstained => Cast::Abstained,
    }
}

/// The motions of a meeting, or of all of a body's. They are whole for the meetings that were kept here. Where older notes say
/// that something was agreed and not how, nothing is filled in.
async fn gather(read: &mut Read, scope: &Scope, record: &mut Record) -> Result<()> {
    let (motions, votes) = store::until(read, scope.body(), scope.meeting(), scope.day()).await?;
    for motion in motions {
        let decided = motion.decision.as_ref();
        let how = decided.map(|decision| decision.how);
        let named = votes.iter().filter(|vote| vote.motion == motion.id);
        let named =
            named.filter_map(|vote| Some(Vote { person: vote.person?.to_string(), seat: Some(vote.seat.to_string()), cast: cast(vote.cast) }));
        let matters = motion.about.iter().cloned().collect();
        let meeting = motion.meeting.map(|id| id.to_string());
        let item = motion.item.map(|id| id.to_string());
        if let Some(meeting) = &meeting {
            record.motions.push(Motion {
                id: motion.id.to_string(),
                meeting: meeting.clone(),
                item: item.clone(),
                matters,
                moved: motion.moved_by.map(|id| id.to_string()),
                seconded: motion.seconded_by.map(|id| id.to_string()),
                consensus: match how {
                    Some(How::Consensus) => Some(true),
                    Some(how) if how.is_vote() => Some(false),
                    _ => None,
                },
                votes: named.collect(),
                count: decided.filter(|decision| decision.how == How::Counted).and_then(|decision| decision.count).map(|n| Votes {
                    in_favour: n.in_favour,
                    against: n.against,
                    abstained: n.abstained,
                }),
                casting: decided.and_then(|decision| decision.casting).map(cast),
                by: None,
            });
        }
        if let Some(decision) = decided.filter(|decision| matches!(decision.outcome, Outcome::Agreed | Outcome::Amended)) {
            record.decisions.push(Decision {
                id: decision.id.to_string(),
                day: Some(decision.taken_on),
                meeting,
                item,
                motion: motion.meeting.map(|_| motion.id.to_string()),
                matters: motion.about.iter().cloned().collect(),
                ..Decision::default()
            });
        }
    }
    for day in store::days_kept(read, scope.body(), scope.meeting(), scope.day()).await? {
        record.complete(Kind::Motions, Some(day), Some(day)).complete(Kind::Decisions, Some(day), Some(day));
    }
    Ok(())
}
