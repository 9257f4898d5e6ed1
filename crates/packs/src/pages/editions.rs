//! Public editions: what the body has opened, without what is exempt.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::model::DocumentClass;
use decisions::model::How;
use kernel::{Error, Word as _};
use matters::public::PublicPaper;
use web::{Readers, words};

use super::as_pdf;
use crate::compose::agenda::{Agenda, Line, PaperLine};
use crate::compose::decisions::{Decided, Notice};
use crate::compose::minutes::Minuted;
use crate::compose::{self, Imprint};
use crate::public::{self, Edition};
use crate::rights::SeeEditions;

async fn sent(edition: Edition<::documents::Document>) -> Result<Response, Problem> {
    let readers = if edition.is_public() { Readers::Everybody } else { Readers::This };
    as_pdf(edition.into_inner(), readers).await
}

fn closed() -> Error {
    Error::NotFound
}

/// The public edition of an agenda that has gone out.
pub(crate) async fn agenda(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::public::edition(&mut read, *pass.id(), public::papers_open(&pass)).await?;
    let papers = matters::public::papers_of_meeting(&mut read, *pass.id()).await?;
    let Some(went_out) = meeting.sent_at.or((!meeting.items.is_empty()).then(|| house.now())) else { return Err(closed().into()) };
    let address = &house.settings.address;
    let lines = meeting.items.iter().map(|item| Line {
        number: item.number.clone(),
        title: item.title.clone(),
        purpose: item.purpose,
        presenter: item.presenter.clone(),
        late_reason: item.late_reason.clone(),
        exempt: item.exempt,
        ground: item.ground.clone(),
        papers: papers.iter().filter(|(of, _)| *of == Some(item.id)).map(|(_, paper)| paper_line(address, paper)).collect(),
    });
    let agenda = Agenda {
        imprint: Imprint { partnership: meeting.partnership_name.clone(), body: meeting.body_name.clone(), made_at: went_out },
        day: meeting.day,
        hours: compose::hours(meeting.starts_at, meeting.ends_at),
        place: meeting.place.clone(),
        access_note: meeting.access_note.clone(),
        sent: meeting.sent_at.map(|at| (meeting.number, at)),
        draft: false,
        public: true,
        cancelled: meeting.cancelled_reason.clone(),
        lines: lines.collect(),
    };
    sent(public::opened(&pass, DocumentClass::Agenda, agenda.document()).ok_or_else(closed)?).await
}

fn paper_line(address: &str, paper: &PublicPaper) -> PaperLine {
    let line = |title: Option<&String>, note: Option<String>| PaperLine { title: title.cloned(), by: None, link: None, note };
    match paper {
        PublicPaper::Open(open) => PaperLine {
            title: Some(open.title.clone()),
            by: open.author.clone().or_else(|| open.organisation.clone()),
            link: Some(format!("{address}/papers/{}", open.id)),
            note: None,
        },
        PublicPaper::ToFollow { title } => line(Some(title), Some(words("paper-to-follow", &[]))),
        PublicPaper::Withdrawn { title, on, reason } => {
            let reason = reason.clone().unwrap_or_default();
            line(Some(title), Some(words("packs-withdrawn", &[("day", &on.to_string()), ("reason", &reason)])))
        }
        PublicPaper::Exempt { title, ground } => {
            let ground = ground.as_ref().map(|(code, basis, covers)| format!("{code}, {covers} ({basis})"));
            let note = match &ground {
                Some(ground) => words("packs-exempt-because", &[("ground", ground)]),
                None => words("exempt", &[]),
            };
            line(title.as_ref(), Some(note))
        }
        PublicPaper::Kept { title } => line(Some(title), Some(words("packs-kept", &[]))),
    }
}

/// The public edition of minutes: as approved, or as a draft where the body opens its drafts.
pub(crate) async fn minutes(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (class, edition) = minutes::public::edition(&mut read, *pass.id()).await?.ok_or_else(closed)?;
    let imprint = super::documents::imprint(&mut read, &house, *pass.id()).await?;
    let minuted = Minuted { imprint, state: edition.state.word(), says: edition.says, content: edition.content, corrections: edition.corrections };
    sent(public::opened(&pass, class, minuted.document()).ok_or_else(closed)?).await
}

/// The public edition of what a meeting decided.
pub(crate) async fn decisions(pass: May<SeeEditions>, State(house): State<House>) -> Result<Response, Problem> {
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
    sent(public::opened(&pass, DocumentClass::Decisions, notice.document()).ok_or_else(closed)?).await
}
