//! Who records people and organisations: the secretariat of any body of the partnership, and an administrator.

use access::{Act, Judgement, Who};
use kernel::{PartnershipId, Result};
use ::store::Read;

use crate::store;

/// To record people and organisations in the name of a partnership.
#[derive(Debug)]
pub struct RecordPeople;

impl Act for RecordPeople {
    type Id = PartnershipId;
    const NAME: &'static str = "people.record";

    async fn judge(read: &mut Read, who: &Who, id: &PartnershipId) -> Result<Judgement> {
        if who.is_administrator() {
            return Ok(Judgement::yes("administrator", *id));
        }
        let secretary = store::is_secretary_anywhere(read, who.person(), *id, who.today()).await?;
        Ok(if secretary { Judgement::yes("secretary", *id) } else { Judgement::no("ask-secretariat") })
    }
}
