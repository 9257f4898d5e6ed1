//! Public editions: what the body has opened, without what is exempt.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::model::DocumentClass;
use decisions::model::How;
use kernel::{Error, Word as _};
use web::Readers;

use super::{Kind, send};
use crate::agendas;
use crate::compose::decisions::{Decided, Notice};
use crate::compose::minutes::Minuted;
use crate::compose::{self, Imprint};
use crate::public::{self, Edition};
use crate::rights::SeeEditions;

async fn sent<K: Kind>(edition: Edition<::documents::Document>) -> Result<Response, Problem> {
    let readers = if edition.is_public() { Readers::Everybody } else { Readers::This };
    send::<K>(edition.into_inner(), readers).await
}

fn closed() -> Error {
    Error::NotFound
}

/// The public edition of an agenda that has gone out.
pub(crate) async fn agenda<K: Kind>(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::public::edition(&mut read, *pass.id(), public::papers_open(&pass)).await?;
    let papers = matters::public::papers_of_meeting(&mut read, *pass.id()).await?;
    let Some(went_out) = meeting.sent_at.or((!meeting.items.is_empty()).then(|| house.now())) else { return Err(closed().into()) };
    let papers: Vec<_> = papers.into_iter().map(|(item, paper)| (item, paper.into_inner())).collect();
    let agenda = agendas::public(&meeting, &papers, went_out, &house.settings.address);
    sent::<K>(public::opened(&pass, DocumentClass::Agenda, agenda.document()).ok_or_else(closed)?).await
}

/// The public edition of minutes: as approved, or as a draft where the body opens its drafts.
pub(crate) async fn minutes<K: Kind>(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (class, edition) = minutes::public::edition(&mut read, *pass.id()).await?.ok_or_else(closed)?;
    let imprint = super::documents::imprint(&mut read, &house, *pass.id()).await?;
    let minuted = Minuted { imprint, state: edition.state.word(), says: edition.says, content: edition.content, corrections: edition.corrections };
    sent::<K>(public::opened(&pass, class, minuted.document()).ok_or_else(closed)?).await
}

/// The public edition of what a meeting decided.
pub(crate) async fn decisions<K: Kind>(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let motions = decisions::store::of_meeting(&mut read, meeting.id).await?;
    let lines = decisions::public::published(&motions).into_inner().into_iter().map(|decision| compose::decisions::Line {
        number: decision.item_number,
        title: decision.item_title,
        decided: decision.decided.map(|said| Decided {
            how: (said.how != How::NotRecorded).then(|| decisions::pages::manner_words(said.how, said.count)),
            words: said.words,
            outcome: said.outcome.to_string(),
            explanation: said.explanation,
            clause: said.clause,
            reason: said.reason,
        }),
        exempt: decision.exempt,
        ground: decision.ground,
    });
    let notice = Notice {
        imprint: Imprint { partnership: meeting.partnership_name, body: meeting.body_name, made_at: house.now() },
        day: meeting.day,
        lines: lines.collect(),
    };
    sent::<K>(public::opened(&pass, DocumentClass::Decisions, notice.document()).ok_or_else(closed)?).await
}
