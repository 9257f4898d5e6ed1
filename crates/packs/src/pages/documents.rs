//! Documents for those who read as members, exempt matter and all; the list of actions also for those to whom the body opens it.

use access::{House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use bodies::model::{Audience, DocumentClass};
use bodies::rights::Standing;
use kernel::{Error, MeetingId};
use meetings::rights::ReadMeeting;
use minutes::model::MinutesState;
use minutes::rights::ReadMinutes;
use terms::rights::ReadCharter;
use web::Readers;

use super::{Kind, send};
use crate::agendas;
use crate::compose::decisions::{Decided, Notice};
use crate::compose::minutes::Minuted;
use crate::compose::{self, Imprint, actions::Listed};
use crate::rights::ReadActionList;

/// The agenda as those who sit there read it: as it went out, and once the meeting is held, what it dealt with. Before it
/// has gone out only its secretariat has it, as a draft.
pub(crate) async fn agenda<K: Kind>(pass: May<ReadMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let sources = agendas::sources(&mut read, *pass.id()).await?;
    let held = sources.held();
    let sent = sources.versions.first().map(|last| (last.number, last.sent_at));
    let frozen = match sources.versions.first() {
        Some(last) if !held => last.frozen.items.clone(),
        None if !held && pass.capacity() != "secretary" => return Err(Error::NotFound.into()),
        _ => meetings::rules::freeze_numbered(&sources.items),
    };
    let draft = sent.is_none() && !held;
    let agenda = agendas::whole(&sources.meeting, frozen, &sources.papers, sent, draft, house.now(), &house.settings.address);
    send::<K>(agenda.document(), Readers::This).await
}

/// The minutes whole.
pub(crate) async fn minutes<K: Kind>(pass: May<ReadMinutes>, State(house): State<House>) -> Result<Response, Problem> {
    let minuted = minuted(&mut house.read().await?, &house, *pass.id()).await?;
    send::<K>(minuted.document(), Readers::This).await
}

/// The minutes as they are written into a file for whoever reads them whole.
pub(super) async fn minuted(read: &mut ::store::Read, house: &House, meeting: MeetingId) -> kernel::Result<Minuted> {
    let minutes = minutes::pages::whole(read, meeting).await?;
    let corrections = match minutes.state {
        MinutesState::Approved => minutes::store::corrections_of_meeting(read, meeting).await?,
        _ => Vec::new(),
    };
    Ok(Minuted {
        imprint: imprint(read, house, meeting).await?,
        state: kernel::Word::word(minutes.state),
        says: minutes.says,
        content: minutes.content,
        corrections,
    })
}

pub(super) async fn imprint(read: &mut ::store::Read, house: &House, meeting: MeetingId) -> kernel::Result<Imprint> {
    let meeting = meetings::store::meeting(read, meeting).await?;
    Ok(Imprint { partnership: meeting.partnership_name, body: meeting.body_name, made_at: house.now() })
}

/// What the meeting decided, exempt decisions too.
pub(crate) async fn decisions<K: Kind>(pass: May<ReadMinutes>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let motions = decisions::store::of_meeting(&mut read, meeting.id).await?;
    let lines = motions.into_iter().filter_map(|motion| {
        let decision = motion.decision?;
        let how = (decision.how != decisions::model::How::NotRecorded).then(|| decisions::pages::how_words(&decision));
        Some(compose::decisions::Line {
            number: motion.item_number,
            title: motion.item_title,
            decided: Some(Decided {
                outcome: decision.outcome.to_string(),
                how,
                words: decision.words,
                explanation: decision.explanation,
                clause: decision.clause,
                reason: decision.reason,
            }),
            exempt: motion.exempt,
            ground: motion.ground_words,
        })
    });
    let notice = Notice {
        imprint: Imprint { partnership: meeting.partnership_name, body: meeting.body_name, made_at: house.now() },
        day: meeting.day,
        lines: lines.collect(),
    };
    send::<K>(notice.document(), Readers::This).await
}

/// The actions that the meeting set.
pub(crate) async fn actions<K: Kind>(pass: May<ReadMinutes>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let actions = actions::store::of_meeting(&mut read, meeting.id).await?;
    let imprint = Imprint { partnership: meeting.partnership_name, body: meeting.body_name, made_at: house.now() };
    send::<K>(compose::actions::document(&imprint, Listed::SetOn(meeting.day), &actions), Readers::This).await
}

/// What is owed to the body today.
pub(crate) async fn open_actions<K: Kind>(pass: May<ReadActionList>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let head = bodies::store::head(&mut read, *pass.id()).await?;
    let actions = actions::store::open_for(&mut read, head.body.id, house.today()).await?;
    let imprint = Imprint { partnership: head.partnership.name.clone(), body: head.body.name.clone(), made_at: house.now() };
    let inside = pass.known::<Standing>().is_some_and(Standing::reads_as_member);
    let actions = if inside { actions } else { actions::public::cleared(actions).into_inner() };
    let open = !inside && head.audience(DocumentClass::Actions) == Audience::Public;
    let readers = if open { Readers::Everybody } else { Readers::This };
    send::<K>(compose::actions::document(&imprint, Listed::OwedOn(house.today()), &actions), readers).await
}

/// The terms of reference in force.
pub(crate) async fn terms<K: Kind>(pass: May<ReadCharter>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let found = terms::store::newest(&mut read, *pass.id(), house.today()).await?.ok_or(Error::NotFound)?;
    terms_shown::<K>(&pass, &house, &mut read, found).await
}

/// A version of the terms of reference.
pub(crate) async fn terms_of_version<K: Kind>(
    pass: May<ReadCharter>,
    State(house): State<House>,
    Path((_, number)): Path<(String, i64)>,
) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let found = terms::store::version(&mut read, *pass.id(), number).await?;
    terms_shown::<K>(&pass, &house, &mut read, found).await
}

async fn terms_shown<K: Kind>(
    pass: &May<ReadCharter>,
    house: &House,
    read: &mut ::store::Read,
    found: terms::model::InForce,
) -> Result<Response, Problem> {
    let head = bodies::store::head(read, *pass.id()).await?;
    let open = head.audience(bodies::model::DocumentClass::Charter) == bodies::model::Audience::Public;
    let imprint = Imprint { partnership: head.partnership.name.clone(), body: head.body.name.clone(), made_at: found.version.laid_at };
    let readers = if open { Readers::Everybody } else { Readers::This };
    send::<K>(compose::terms::document(&imprint, &found, house.today()), readers).await
}
