//! Answering an invitation, by the link of a letter or signed in. Showing acts on nothing; the button does.

use access::{ByLink, House, May, Permit, Problem, Who};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Error, Findings, InvitationId, PersonId, Word as _};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::sample;
use crate::acts;
use crate::consult::{self, OfSubstitutes};
use crate::model::{Answer, FrozenItem, Invitation, ItemKind, ItemState, Meeting, MeetingState, Reply, Substitute};
use crate::rights::AnswerInvitation;
use crate::{rules, store};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    reply: String,
    substitute: String,
    substitute_name: String,
    note: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Said {
    say: Option<String>,
}

/// Somebody a member can choose.
#[derive(Debug, Clone, Serialize)]
struct Colleague {
    value: String,
    text: String,
}

#[derive(Serialize)]
struct AnswerPage {
    address: String,
    meeting: Meeting,
    invitation: Invitation,
    form: FormView,
    colleagues: Vec<Colleague>,
    terms: OfSubstitutes,
    items: Vec<FrozenItem>,
    /// The reader answers for somebody else.
    for_another: bool,
    charter: String,
}

impl web::Page for AnswerPage {
    const TEMPLATE: &'static str = "meetings/answer.html";
    fn sample() -> Self {
        let meeting = sample::meeting(MeetingState::Called);
        Self {
            address: "/answer/abc".to_owned(),
            invitation: sample::invitation(Some(Reply::Substitute)),
            form: FormView::default().with("reply", "substitute"),
            colleagues: vec![Colleague { value: "1".to_owned(), text: "Ada Fenn".to_owned() }],
            terms: OfSubstitutes::sample(),
            items: rules::freeze(&meeting, &[sample::item(1, ItemKind::Apologies, ItemState::Accepted)]).items,
            for_another: true,
            charter: "/bodies/wealdshire-executive/charter".to_owned(),
            meeting,
        }
    }
}
web::page!(AnswerPage);

/// What the page needs of a pass, by link or signed in.
struct Bearer<'a> {
    who: &'a Who,
    permit: &'a Permit<AnswerInvitation>,
    address: String,
}

/// How the form comes to be shown.
enum Shown<'a> {
    /// Opened, perhaps by a link that says an answer.
    Afresh(Option<&'a str>),
    /// Refused, with what was typed.
    Refused(FormView),
    /// Another answer came meanwhile.
    Overtaken(&'a Form<Fields>, Box<kernel::Conflict>),
}

/// The form as the invitation stands, or with the answer that a link says.
fn filled(house: &House, invitation: &Invitation, colleagues: &[(PersonId, String)], say: Option<Reply>) -> FormView {
    let known = invitation.substitute.filter(|person| colleagues.iter().any(|(id, _)| id == person));
    FormView::new(house)
        .at_version(invitation.version)
        .with("reply", say.or(invitation.reply).map_or("", Reply::word))
        .with("substitute", known.map(|person| person.to_string()).unwrap_or_default())
        .with("substitute_name", invitation.substitute_name.as_deref().filter(|_| known.is_none()).unwrap_or_default())
        .with("note", invitation.note.as_deref().unwrap_or_default())
}

async fn built(house: &House, bearer: &Bearer<'_>, state: Shown<'_>) -> Result<(Frame, AnswerPage), Problem> {
    let mut read = house.read().await?;
    let invitation = store::invitation(&mut read, *bearer.permit.id()).await?;
    let meeting = store::meeting(&mut read, invitation.meeting).await?;
    let versions = store::versions(&mut read, meeting.id).await?;
    let colleagues = match invitation.seat {
        Some(seat) => store::colleagues(&mut read, seat, meeting.body, meeting.day).await?,
        None => Vec::new(),
    };
    let terms = consult::Terms::of(&mut read, &meeting).await?.of_substitutes(invitation.seat, house.today());
    let charter = super::charter_of(&meeting.body_slug);
    let form = match state {
        Shown::Afresh(say) => filled(house, &invitation, &colleagues, say.and_then(Reply::parse)),
        Shown::Refused(form) => form,
        Shown::Overtaken(typed, conflict) => typed.overtaken(house, conflict, invitation.id.0, filled(house, &invitation, &colleagues, None)).await?,
    };
    let mut items = versions.into_iter().next().map_or_else(Vec::new, |last| last.frozen.items);
    // A letter is passed on more easily than a password: what a link shows holds no exempt title and no paper.
    for item in &mut items {
        if item.exempt {
            item.title = item.public_title.clone().unwrap_or_else(|| web::words("item-exempt", &[]));
        }
        item.papers.clear();
    }
    let page = AnswerPage {
        address: bearer.address.clone(),
        for_another: bearer.permit.person() != Some(invitation.person),
        form: form.charter(&charter),
        colleagues: colleagues.into_iter().map(|(id, name)| Colleague { value: id.to_string(), text: name }).collect(),
        terms,
        items,
        charter,
        invitation,
        meeting,
    };
    let title = web::words("answer-title", &[("body", &page.meeting.body_name), ("day", &page.meeting.day.to_string())]);
    let frame = Frame::titled(title).of(super::brand(&page.meeting.partnership_name, &page.meeting.partnership_slug)).noindex();
    Ok((frame, page))
}

/// Reads an answer as it was typed: a colleague chosen, or a name.
fn read_answer(fields: &Fields) -> Result<Answer, Findings> {
    let mut findings = Findings::none();
    let reply = Reply::parse(&fields.reply);
    findings.push_if(reply.is_none(), || kernel::Finding::refuse("answer-missing").at("reply"));
    let named = web::note(&mut findings, web::parse_line_if_any("substitute_name", &fields.substitute_name, 200)).flatten();
    let chosen = fields.substitute.parse::<PersonId>().ok();
    let note = web::note(&mut findings, web::parse_text_if_any("note", &fields.note, 1000)).flatten();
    let both = reply == Some(Reply::Substitute) && named.is_some() && chosen.is_some();
    findings.push_if(both, || kernel::Finding::refuse("substitute-twice").at("substitute_name"));
    match reply {
        Some(reply) if !findings.refuses() => {
            let substitute = match (reply, named, chosen) {
                (Reply::Substitute, Some(name), _) => Some(Substitute::Named(name)),
                (Reply::Substitute, None, Some(person)) => Some(Substitute::Known(person)),
                _ => None,
            };
            Ok(Answer { reply, substitute, note })
        }
        _ => Err(findings),
    }
}

async fn answered(house: &House, bearer: Bearer<'_>, form: &Form<Fields>) -> Result<Response, Problem> {
    let refused = match read_answer(&form.value) {
        Err(findings) => form.refused(findings),
        Ok(answer) => match acts::answer(house, bearer.permit, form.version, &answer, None).await {
            Err(Error::Conflict(conflict)) => {
                let (frame, page) = built(house, &bearer, Shown::Overtaken(form, conflict)).await?;
                return Ok(web::conflicting(bearer.who, frame, &page));
            }
            done => match form.outcome(done)? {
                Ok(()) => {
                    let (frame, page) = built(house, &bearer, Shown::Afresh(None)).await?;
                    let thanks = Answered { meeting: page.meeting, invitation: page.invitation, address: page.address };
                    return Ok(web::page(bearer.who, frame, &thanks));
                }
                Err(view) => view,
            },
        },
    };
    let (frame, page) = built(house, &bearer, Shown::Refused(refused)).await?;
    Ok(web::again(bearer.who, frame, &page))
}

#[derive(Serialize)]
struct Answered {
    meeting: Meeting,
    invitation: Invitation,
    address: String,
}

impl web::Page for Answered {
    const TEMPLATE: &'static str = "meetings/answered.html";
    fn sample() -> Self {
        Self {
            meeting: sample::meeting(MeetingState::Called),
            invitation: sample::invitation(Some(Reply::Substitute)),
            address: "/answer/abc".to_owned(),
        }
    }
}
web::page!(Answered);

pub(super) async fn by_link(pass: ByLink<AnswerInvitation>, State(house): State<House>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let bearer = Bearer { who: pass.who(), permit: &pass, address: format!("/answer/{}", pass.token()) };
    let (frame, page) = built(&house, &bearer, Shown::Afresh(said.say.as_deref())).await?;
    Ok(web::page(bearer.who, frame, &page))
}

pub(super) async fn answer_by_link(pass: ByLink<AnswerInvitation>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let bearer = Bearer { who: pass.who(), permit: &pass, address: format!("/answer/{}", pass.token()) };
    answered(&house, bearer, &form).await
}

pub(super) async fn signed_in(pass: May<AnswerInvitation>, State(house): State<House>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let bearer = Bearer { who: pass.who(), permit: &pass, address: address(*pass.id()) };
    let (frame, page) = built(&house, &bearer, Shown::Afresh(said.say.as_deref())).await?;
    Ok(web::page(bearer.who, frame, &page))
}

pub(super) async fn answer_signed_in(pass: May<AnswerInvitation>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let bearer = Bearer { who: pass.who(), permit: &pass, address: address(*pass.id()) };
    answered(&house, bearer, &form).await
}

fn address(invitation: InvitationId) -> String {
    format!("/invitations/{invitation}")
}
