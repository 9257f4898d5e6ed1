//! Who may see how a body stands to its terms.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::model::{Audience, DocumentClass};
use bodies::rights::standing;
use kernel::{BodyId, Result};

/// To see how a body stands to its terms: whoever may read both its terms and its membership.
#[derive(Debug)]
pub(crate) struct SeeStanding;

impl Act for SeeStanding {
    type Id = BodyId;
    const NAME: &'static str = "standing.see";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        let (charter, membership) = (standing.audience(DocumentClass::Charter), standing.audience(DocumentClass::Membership));
        let everybody = charter == Audience::Public && membership == Audience::Public;
        Ok(if standing.reads_as_member() {
            Judgement::yes(standing.capacity(), standing.partnership)
        } else if everybody || (standing.is_of(charter) && standing.is_of(membership)) {
            // Partners read what outsiders read: what happened in the room is for those who sit there.
            Judgement::yes(if everybody { "public" } else { "partner" }, standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}
