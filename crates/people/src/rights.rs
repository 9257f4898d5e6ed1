//! Who records people and organisations: the secretariat of any body of the partnership, and an administrator.

use access::{Act, Judgement, Who};
use kernel::{PartnershipId, Result};
use ::store::{Read, args, sql};

sql!(
    SECRETARY_ANYWHERE,
    "select count(*) as n from office o join body b on b.id = o.body_id
     where o.kind = 'secretary' and o.person_id = $1 and b.partnership_id = $2
       and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)"
);

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
        let n: i64 = read.one(&SECRETARY_ANYWHERE, args![who.person(), *id, who.today()]).await?.get("n")?;
        Ok(if n > 0 { Judgement::yes("secretary", *id) } else { Judgement::no("ask-secretariat") })
    }
}
