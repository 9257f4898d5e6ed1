//! Who records people and organisations: the secretariat of any body of the partnership, and an administrator.

use ::store::Read;
use access::{Act, Judgement, Who};
use kernel::{OrganisationId, PartnershipId, PersonId, Result};

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

/// To keep one person's record: their name, addresses, assistants. The secretariat of the partnership in which they were first
/// known, by what they are now before what they were; of any partnership while they are nothing anywhere; and an administrator.
/// Others who have them in a seat or on a list ask that secretariat.
#[derive(Debug)]
pub struct KeepPerson;

impl Act for KeepPerson {
    type Id = PersonId;
    const NAME: &'static str = "person.keep";

    async fn judge(read: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        store::person(read, *id).await?;
        Ok(match store::keeper_of_person(read, *id, who.person(), who.today()).await? {
            Some(partnership) => Judgement::yes("secretary", partnership),
            None if who.is_administrator() => Judgement::yes("administrator", ::store::HOUSE),
            None => Judgement::no("ask-home-secretariat"),
        })
    }
}

/// To keep one organisation's record: how it is called, what followed it. The secretariat of the partnership in which it first
/// nominated, of any partnership while it nominates nowhere, and an administrator.
#[derive(Debug)]
pub struct KeepOrganisation;

impl Act for KeepOrganisation {
    type Id = OrganisationId;
    const NAME: &'static str = "organisation.keep";

    async fn judge(read: &mut Read, who: &Who, id: &OrganisationId) -> Result<Judgement> {
        store::organisation(read, *id).await?;
        Ok(match store::keeper_of_organisation(read, *id, who.person(), who.today()).await? {
            Some(partnership) => Judgement::yes("secretary", partnership),
            None if who.is_administrator() => Judgement::yes("administrator", ::store::HOUSE),
            None => Judgement::no("ask-home-secretariat"),
        })
    }
}
