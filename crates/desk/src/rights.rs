//! Who may read what happened. A history holds what its records hold, exempt words too, so it is for those who keep the
//! record and for auditors, never for a wider audience.

use ::store::{HOUSE, Read};
use access::{Act, Judgement, Key, Who};
use bodies::rights::{ManagePartnership, standing};
use kernel::{BodyId, Error, PersonId, Result};
use people::rights::{KeepOrganisation, KeepPerson};
use uuid::Uuid;

use crate::store;

/// To read the history of a body and of everything it keeps: its secretariat, its chair and vice-chair, and auditors.
#[derive(Debug)]
pub struct ReadBodyHistory;

impl Act for ReadBodyHistory {
    type Id = BodyId;
    const NAME: &'static str = "body.read-history";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary {
            Judgement::yes("secretary", standing.partnership)
        } else if standing.auditor {
            Judgement::yes("auditor", standing.partnership)
        } else if standing.chair || standing.vice_chair {
            Judgement::yes(standing.capacity(), standing.partnership)
        } else {
            Judgement::no("ask-secretariat")
        })
    }
}

/// Any record, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnyRecord(pub Uuid);

impl Key for AnyRecord {
    const PARAM: &'static str = "record";
    async fn find(_: &mut Read, segment: &str) -> Result<Self> {
        segment.parse().map(Self).map_err(|_| Error::NotFound)
    }
    fn of_link(record: Uuid) -> Self {
        Self(record)
    }
}

/// To read the history of one record: whoever keeps it, and auditors.
#[derive(Debug)]
pub struct ReadHistory;

impl Act for ReadHistory {
    type Id = AnyRecord;
    const NAME: &'static str = "record.read-history";

    async fn judge(read: &mut Read, who: &Who, id: &AnyRecord) -> Result<Judgement> {
        if who.person().is_none() {
            // Whether there is such a record is not for strangers.
            return Ok(Judgement::no("ask-secretariat"));
        }
        let known = store::latest_event(read, id.0).await?.ok_or(Error::NotFound)?;
        if who.is_auditor() {
            return Ok(Judgement::yes("auditor", known.partnership));
        }
        if let Some(body) = known.body {
            return ReadBodyHistory::judge(read, who, &body).await;
        }
        match known.kind.as_str() {
            "person" => KeepPerson::judge(read, who, &PersonId(id.0)).await,
            "organisation" => KeepOrganisation::judge(read, who, &id.0.into()).await,
            _ if known.partnership == HOUSE => {
                Ok(if who.is_administrator() { Judgement::yes("administrator", HOUSE) } else { Judgement::no("ask-administrator") })
            }
            _ => ManagePartnership::judge(read, who, &known.partnership).await,
        }
    }
}

/// To look after the installation: an administrator.
#[derive(Debug)]
pub struct Administer;

impl Act for Administer {
    type Id = ();
    const NAME: &'static str = "house.administer";

    async fn judge(_: &mut Read, who: &Who, (): &()) -> Result<Judgement> {
        Ok(if who.is_administrator() { Judgement::yes("administrator", HOUSE) } else { Judgement::no("ask-administrator") })
    }
}
