//! Who may lodge papers, and who may read one.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::rights::{standing, standing_on};
use kernel::{BodyId, Error, MatterId, PaperId, Result};

use crate::{public, store};

/// To lodge papers with a body and to keep its list of grounds: the secretariat.
#[derive(Debug)]
pub struct LodgePapers;

impl Act for LodgePapers {
    type Id = BodyId;
    const NAME: &'static str = "paper.lodge";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary { Judgement::yes("secretary", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To change, replace or withdraw a paper: the secretariat of its body.
#[derive(Debug)]
pub struct KeepPaper;

impl Act for KeepPaper {
    type Id = PaperId;
    const NAME: &'static str = "paper.keep";

    async fn judge(read: &mut Read, who: &Who, id: &PaperId) -> Result<Judgement> {
        let body = store::body_of_paper(read, *id).await?;
        let standing = standing(read, who, body).await?;
        Ok(if standing.secretary {
            Judgement::yes("secretary", standing.partnership)
        } else if standing.reads_as_member() {
            Judgement::no("ask-secretariat")
        } else {
            // Nobody outside learns that there is such a paper.
            return if who.person().is_none() { Ok(Judgement::no("ask-secretariat")) } else { Err(Error::NotFound) };
        })
    }
}

/// To read a paper. What is published is for everybody; an exempt paper is for those who read as members, and never by a link.
/// Former members keep what they could read in their time, substitutes what the meeting read at which they stood in.
#[derive(Debug)]
pub struct ReadPaper;

impl Act for ReadPaper {
    type Id = PaperId;
    const NAME: &'static str = "paper.read";

    async fn judge(read: &mut Read, who: &Who, id: &PaperId) -> Result<Judgement> {
        let paper = store::paper(read, *id).await?;
        let now = standing(read, who, paper.body).await?;
        if public::is_open(&paper) {
            return Ok(Judgement::yes(now.capacity(), paper.partnership));
        }
        if who.person().is_none() {
            return Ok(Judgement::no("ask-secretariat"));
        }
        if now.secretary {
            return Ok(Judgement::yes("secretary", paper.partnership));
        }
        let secret = paper.exempt || paper.item_exempt;
        let then = match paper.meeting_day.or(paper.lodged_at.map(|at| at.day(&kernel::Zone::london()))) {
            Some(day) if !now.reads_as_member() => Some(standing_on(read, who, paper.body, day).await?),
            _ => None,
        };
        let member = now.reads_as_member() || then.as_ref().is_some_and(|then| then.member);
        // Whoever stands in reads what the meeting reads.
        let stands_in = match (paper.meeting, who.person()) {
            (Some(meeting), Some(person)) if !member => store::stands_in(read, meeting, person).await?,
            _ => false,
        };
        let as_member = member || stands_in;
        let reads = if secret { as_member && who.linked.is_none() } else { as_member || now.is_of(paper.audience) };
        let arrived = if as_member { paper.agenda_sent || paper.meeting.is_none() || now.chair } else { paper.out.is_some() };
        if reads && arrived {
            let capacity = match then {
                _ if now.reads_as_member() => now.capacity(),
                Some(then) if then.member => "former-member",
                _ if stands_in => "substitute",
                _ => "partner",
            };
            Ok(Judgement::yes(capacity, paper.partnership))
        } else if as_member {
            Ok(Judgement::no("ask-secretariat"))
        } else {
            Err(Error::NotFound)
        }
    }
}

/// To see a matter: its page shows each reader only the papers they may read.
#[derive(Debug)]
pub struct SeeMatter;

impl Act for SeeMatter {
    type Id = MatterId;
    const NAME: &'static str = "matter.see";

    async fn judge(read: &mut Read, who: &Who, id: &MatterId) -> Result<Judgement> {
        let matter = store::matter(read, *id).await?;
        let papers = store::papers_of_matter(read, *id).await?;
        if papers.iter().any(public::is_open) {
            return Ok(Judgement::yes("public", matter.partnership));
        }
        for body in store::bodies_of(&papers) {
            let standing = standing(read, who, body).await?;
            if standing.reads_as_member() {
                return Ok(Judgement::yes(standing.capacity(), matter.partnership));
            }
        }
        if who.person().is_none() { Ok(Judgement::no("ask-secretariat")) } else { Err(Error::NotFound) }
    }
}
