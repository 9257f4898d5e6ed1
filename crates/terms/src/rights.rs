//! Who may read a body's charter, and who keeps it.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::model::{Audience, DocumentClass};
use bodies::rights::standing;
use kernel::{BodyId, Result};

/// To read the charter of a body: as open as the body has made it, and always to those who read as its members do.
#[derive(Debug)]
pub struct ReadCharter;

impl Act for ReadCharter {
    type Id = BodyId;
    const NAME: &'static str = "charter.read";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        let audience = standing.audience(DocumentClass::Charter);
        Ok(if standing.reads_as_member() || standing.administrator || audience == Audience::Public {
            Judgement::yes(standing.capacity(), standing.partnership).knowing(standing)
        } else if standing.is_of(audience) {
            Judgement::yes("partner", standing.partnership).knowing(standing)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// To lay a version and to record what became of it: the secretariat.
#[derive(Debug)]
pub struct KeepCharter;

impl Act for KeepCharter {
    type Id = BodyId;
    const NAME: &'static str = "charter.keep";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary || standing.administrator {
            Judgement::yes(standing.capacity(), standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}
