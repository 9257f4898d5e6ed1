//! Who keeps, clears, reads and answers minutes. Everything hangs on the meeting: there are no minutes without one.

use ::store::Read;
use access::{Act, Judgement, Who};
use bodies::rights::{standing, standing_on};
use kernel::{BodyId, MeetingId, Result};

use crate::model::MinutesState;
use crate::store::{meeting_of, presided, state_of};

/// To write minutes, send them and record their approval: the secretariat.
#[derive(Debug)]
pub struct KeepMinutes;

impl Act for KeepMinutes {
    type Id = MeetingId;
    const NAME: &'static str = "minutes.keep";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let (body, _) = meeting_of(read, *id).await?;
        let standing = standing(read, who, body).await?;
        Ok(if standing.secretary { Judgement::yes("secretary", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To clear minutes: whoever presided or chairs the body, by the link they were sent or signed in; and the secretariat, who
/// record that the chair cleared them.
#[derive(Debug)]
pub struct ClearMinutes;

impl Act for ClearMinutes {
    type Id = MeetingId;
    const NAME: &'static str = "minutes.clear";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let (body, _) = meeting_of(read, *id).await?;
        let standing = standing(read, who, body).await?;
        if standing.chair || standing.vice_chair || standing.secretary {
            let capacity = if standing.chair { "chair" } else { standing.capacity() };
            return Ok(Judgement::yes(capacity, standing.partnership));
        }
        let presided = presided(read, *id, who.person()).await?;
        Ok(if presided { Judgement::yes("presiding", standing.partnership) } else { Judgement::no("ask-chair") })
    }
}

/// To read minutes whole, exempt items too: whoever reads as a member of the body now, or did on the day of the meeting. Until
/// they go round they are the secretariat's notes: then only the secretariat reads them, who clears them, and an auditor.
#[derive(Debug)]
pub struct ReadMinutes;

impl Act for ReadMinutes {
    type Id = MeetingId;
    const NAME: &'static str = "minutes.read";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let (body, day, state) = state_of(read, *id).await?;
        let now = standing(read, who, body).await?;
        let out = matches!(state, MinutesState::Circulated | MinutesState::Approved);
        if now.secretary || now.chair || now.vice_chair || who.is_auditor() || (out && now.reads_as_member()) {
            return Ok(Judgement::yes(now.capacity(), now.partnership));
        }
        if !out && presided(read, *id, who.person()).await? {
            return Ok(Judgement::yes("presiding", now.partnership));
        }
        let then = if now.reads_as_member() { None } else { Some(standing_on(read, who, body, day).await?) };
        let read_then = who.person().is_some() && then.is_none_or(|then| then.member);
        Ok(match (read_then, out) {
            (true, true) => Judgement::yes("former-member", now.partnership),
            (true, false) => Judgement::no("minutes-not-out"),
            (false, _) => Judgement::no("ask-secretariat"),
        })
    }
}

/// To answer circulated minutes: a member of the body or their assistant.
#[derive(Debug)]
pub struct ReplyOnMinutes;

impl Act for ReplyOnMinutes {
    type Id = MeetingId;
    const NAME: &'static str = "minutes.reply";

    async fn judge(read: &mut Read, who: &Who, id: &MeetingId) -> Result<Judgement> {
        let (body, _) = meeting_of(read, *id).await?;
        let standing = standing(read, who, body).await?;
        let theirs = standing.member || standing.chair || standing.vice_chair || standing.assistant;
        Ok(if theirs { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To record a correction of minutes that are approved, or are held elsewhere: the secretariat of the body.
#[derive(Debug)]
pub struct CorrectMinutes;

impl Act for CorrectMinutes {
    type Id = BodyId;
    const NAME: &'static str = "minutes.correct";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.secretary { Judgement::yes("secretary", standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}

/// To read the corrections of a body's minutes: whoever reads as a member.
#[derive(Debug)]
pub struct ReadCorrections;

impl Act for ReadCorrections {
    type Id = BodyId;
    const NAME: &'static str = "corrections.read";

    async fn judge(read: &mut Read, who: &Who, id: &BodyId) -> Result<Judgement> {
        let standing = standing(read, who, *id).await?;
        Ok(if standing.reads_as_member() { Judgement::yes(standing.capacity(), standing.partnership) } else { Judgement::no("ask-secretariat") })
    }
}
