//! One motion: its words, how it was decided and why that carries, and the form that records it.

use access::{Act as _, House, May, Problem, Visible};
use axum::extract::State;
use axum::response::Response;
use kernel::{Findings, MotionId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, Told, words};

use crate::model::{Cast, Count, How, Motion, NewDecision, Outcome, Vote};
use crate::pages::{Choice, Tag, back, how_words, place_words, tag};
use crate::rights::{DecideMotion, ReadMotion};
use crate::{acts, store};

#[derive(Debug, Serialize)]
struct Facts {
    id: MotionId,
    words: String,
    decided: Option<String>,
    how: Option<String>,
    explanation: Option<String>,
    clause: Option<String>,
    reason: Option<String>,
    moved: Option<String>,
    seconded: Option<String>,
    body: String,
    body_href: String,
    place: String,
    meeting_href: Option<String>,
    state: Tag,
    exempt: bool,
    ground: Option<String>,
    votes: Vec<CastLine>,
}

#[derive(Debug, Serialize)]
struct CastLine {
    seat: String,
    person: String,
    cast: String,
}

/// Somebody who may vote, with the values the form sends for them.
#[derive(Debug, Serialize)]
struct Ballot {
    name: String,
    seat: String,
    field: String,
    choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct MotionPage {
    facts: Facts,
    charter: String,
    may_decide: bool,
    vote_refused: Vec<Told>,
    outcomes: Vec<Choice>,
    manners: Vec<Choice>,
    ballots: Vec<Ballot>,
    back: String,
    form: FormView,
    /// The version of the terms of reference that it would adopt, and the address of that body.
    terms: Option<(i64, String)>,
}

fn facts(motion: &Visible<Motion>, votes: Vec<CastLine>) -> Facts {
    let decision = motion.decision.as_ref();
    Facts {
        id: motion.id,
        words: motion.words.clone(),
        decided: decision.map(|decision| decision.words.clone()).filter(|decided| *decided != motion.words),
        how: decision.map(how_words),
        explanation: decision.and_then(|decision| decision.explanation.clone()),
        clause: decision.and_then(|decision| decision.clause.clone()),
        reason: decision.and_then(|decision| decision.reason.clone()),
        moved: motion.moved_by_name.clone(),
        seconded: motion.seconded_by_name.clone(),
        body: motion.body_name.clone(),
        body_href: format!("/bodies/{}", motion.body_slug),
        place: place_words(motion),
        meeting_href: motion.meeting.map(|id| format!("/meetings/{id}")),
        state: tag(decision),
        exempt: motion.exempt,
        ground: motion.ground_words.clone(),
        votes,
    }
}

async fn show(pass: &May<ReadMotion>, house: &House, form: Option<FormView>, back_to: String) -> Result<(Frame, MotionPage), Problem> {
    let id = *pass.id();
    let mut read = house.read().await?;
    let motion = Visible::under(pass, store::motion(&mut read, id).await?);
    let cast = store::votes(&mut read, id).await?;
    let terms = terms::store::of_motion(&mut read, id).await?;
    let may_decide = DecideMotion::judge(&mut read, pass.who(), &id).await?.is_yes();
    let (mut voters, mut refused) = (Vec::new(), Findings::none());
    if may_decide {
        refused = acts::vote_offered(&mut read, &motion, motion.meeting_day.unwrap_or(house.today())).await?;
        if let Some(meeting) = motion.meeting {
            voters = store::voters(&mut read, meeting, motion.item).await?;
        }
    }
    let form = form.unwrap_or_else(|| {
        let mut form = FormView::new(house).at_version(motion.decision.as_ref().map_or(0, |decision| decision.version));
        if let Some(decision) = &motion.decision {
            form = form.with("outcome", decision.outcome).with("how", decision.how).with("reason", decision.reason.clone().unwrap_or_default());
            if decision.words != motion.words {
                form = form.with("words", &decision.words);
            }
            if let Some(count) = decision.count.filter(|_| decision.how == How::Counted) {
                form = form.with("votes_for", count.in_favour).with("votes_against", count.against).with("abstained", count.abstained);
            }
            for vote in &cast {
                let person = vote.person.map(|id| id.to_string()).unwrap_or_default();
                form = form.with("votes", format!("{}:{person}:{}", vote.seat, vote.cast));
            }
        }
        form
    });
    let vote_given = !refused.refuses();
    let manners = [How::Consensus, How::Counted, How::Named, How::Delegated, How::NotRecorded].into_iter().filter(|how| vote_given || !how.is_vote());
    let ballot = |voter: &crate::model::Voter| Ballot {
        name: voter.person_name.clone(),
        seat: voter.seat_label.clone(),
        field: format!("vote-{}", voter.seat),
        choices: [Cast::For, Cast::Against, Cast::Abstained]
            .map(|cast| Choice::of(format!("{}:{}:{cast}", voter.seat, voter.person), words(&format!("vote-{cast}"), &[])))
            .into(),
    };
    let lines = cast.into_iter().map(|vote| CastLine {
        seat: vote.seat_label,
        person: vote.person_name.unwrap_or_default(),
        cast: words(&format!("vote-{}", vote.cast), &[]),
    });
    let charter = format!("/bodies/{}/charter", motion.body_slug);
    let page = MotionPage {
        facts: facts(&motion, lines.collect()),
        may_decide,
        vote_refused: web::told(&refused, Some(&charter)),
        outcomes: Outcome::choices(),
        manners: manners.map(|how| Choice::of(how, words(&format!("decision-manner-{how}"), &[]))).collect(),
        ballots: if vote_given { voters.iter().filter(|voter| voter.class == "voting").map(ballot).collect() } else { Vec::new() },
        back: back_to,
        terms,
        form: form.charter(&charter),
        charter,
    };
    let frame = Frame::titled(words(if motion.decision.is_some() { "decision-title" } else { "motion-title" }, &[])).caption(place_words(&motion));
    let record = motion.decision.as_ref().map_or(motion.id.0, |decision| decision.id.0);
    let frame = frame.under(&motion.body_name, format!("/bodies/{}", motion.body_slug)).history(pass.capacity(), format!("/history/{record}"));
    Ok((frame, page))
}

impl Outcome {
    fn choices() -> Vec<Choice> {
        use kernel::Word as _;
        Self::ALL.iter().map(|outcome| Choice::of(outcome, words(&format!("decision-outcome-{outcome}"), &[]))).collect()
    }
}

/// `GET /motions/{motion}`
pub async fn read(pass: May<ReadMotion>, State(house): State<House>) -> Result<Response, Problem> {
    let (frame, page) = show(&pass, &house, None, String::new()).await?;
    Ok(web::page(pass.who(), frame, &page))
}

/// What is typed to decide a motion.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DecideFields {
    outcome: String,
    how: String,
    words: String,
    votes_for: String,
    votes_against: String,
    abstained: String,
    votes: Vec<String>,
    casting: String,
    reason: String,
    taken_on: String,
    back: String,
}

fn number(findings: &mut Findings, field: &str, typed: &str) -> u32 {
    match typed.trim() {
        "" => 0,
        text => text.parse().unwrap_or_else(|_| {
            findings.push(kernel::Finding::refuse("vote-not-a-number").at(field).with("typed", text.chars().take(40).collect::<String>()));
            0
        }),
    }
}

fn vote(value: &str) -> Option<Vote> {
    use kernel::Word as _;
    let mut parts = value.split(':');
    let vote = Vote { seat: parts.next()?.parse().ok()?, person: parts.next()?.parse().ok()?, cast: Cast::parse(parts.next()?)? };
    parts.next().is_none().then_some(vote)
}

impl DecideFields {
    fn read(&self, version: i64) -> kernel::Result<NewDecision> {
        use kernel::Word as _;
        let mut findings = Findings::none();
        let outcome = web::note(&mut findings, web::parse_word::<Outcome>("outcome", &self.outcome));
        let how = web::note(&mut findings, web::parse_word::<How>("how", &self.how));
        let taken_on = web::note(&mut findings, web::parse_day_if_any("taken_on", &self.taken_on)).flatten();
        let typed = [&self.votes_for, &self.votes_against, &self.abstained];
        let count = Count {
            in_favour: number(&mut findings, "votes_for", typed[0]),
            against: number(&mut findings, "votes_against", typed[1]),
            abstained: number(&mut findings, "abstained", typed[2]),
        };
        let counted = typed.iter().any(|text| !text.trim().is_empty());
        let mut votes = Vec::new();
        for value in self.votes.iter().filter(|value| !value.is_empty()) {
            match vote(value) {
                Some(vote) => votes.push(vote),
                None => findings.push(kernel::Finding::refuse("vote-by-absent").at("votes")),
            }
        }
        match (outcome, how, findings.refuses()) {
            (Some(outcome), Some(how), false) => Ok(NewDecision {
                outcome,
                how,
                words: self.words.clone(),
                count: counted.then_some(count),
                votes,
                casting: Cast::parse(&self.casting),
                reason: Some(self.reason.clone()).filter(|reason| !reason.trim().is_empty()),
                taken_on,
                version,
            }),
            _ => Err(kernel::Error::Refused(findings)),
        }
    }
}

/// `POST /motions/{motion}/decide`
pub async fn decide(
    pass: May<DecideMotion>,
    reader: May<ReadMotion>,
    State(house): State<House>,
    form: Form<DecideFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let done = match form.value.read(form.version) {
        Ok(new) => acts::decide(&house, &pass, new).await,
        Err(refused) => Err(refused),
    };
    // Somebody recorded it meanwhile: the page shows what stands now, the form what was typed, and sent again it takes its place.
    let done = match done {
        Err(kernel::Error::Conflict(conflict)) if !web::wants_json() => {
            let said = kernel::Finding::refuse("decision-overtaken").at("outcome");
            let view = form.refused(said.into()).at_version(conflict.version);
            let (frame, page) = show(&reader, &house, Some(view), form.value.back.clone()).await?;
            return Ok(web::conflicting(reader.who(), frame, &page));
        }
        done => done,
    };
    match form.outcome(done)? {
        Ok(_) => Ok(web::go(back(&form.value.back).unwrap_or_else(|| format!("/motions/{}", pass.id())))),
        Err(view) => {
            let (frame, page) = show(&reader, &house, Some(view), form.value.back.clone()).await?;
            Ok(web::again(reader.who(), frame, &page))
        }
    }
}

/// Where a removal goes back to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RemoveFields {
    back: String,
}

/// `POST /motions/{motion}/remove`
pub async fn remove(pass: May<DecideMotion>, State(house): State<House>, form: Form<RemoveFields>) -> Result<Response, Problem> {
    let removed = acts::remove(&house, &pass.with_key(Some(form.key))).await?;
    let otherwise = removed.meeting.map_or_else(|| format!("/bodies/{}/decisions/all", removed.body_slug), |meeting| format!("/meetings/{meeting}"));
    Ok(web::go(back(&form.value.back).unwrap_or(otherwise)))
}

impl web::Page for MotionPage {
    const TEMPLATE: &'static str = "decisions/motion.html";
    fn sample() -> Self {
        let choices = || vec![Choice::of("1:2:for", "For"), Choice::of("1:2:against", "Against")];
        Self {
            facts: Facts {
                id: MotionId(uuid::Uuid::nil()),
                words: "That the partnership becomes a network in which nobody answers to anybody".into(),
                decided: Some("That the partnership becomes a network".into()),
                how: Some("by a vote: 10 for, 8 against, 3 abstained".into()),
                explanation: Some("21 present, 10 for, 8 against: not carried, 11 are needed".into()),
                clause: Some("3.21".into()),
                reason: Some("Members asked for more time".into()),
                moved: Some("Ada".into()),
                seconded: Some("Bea".into()),
                body: "Kent Partnership".into(),
                body_href: "/bodies/kent-partnership".into(),
                place: "18 January 2007, 5 Restructuring".into(),
                meeting_href: Some("/meetings/1".into()),
                state: Tag { text: "Not carried".into(), tone: "late" },
                exempt: true,
                ground: Some("Financial or business affairs".into()),
                votes: vec![CastLine { seat: "Leader, Swale Borough Council".into(), person: "Ada".into(), cast: "For".into() }],
            },
            charter: "/bodies/kent-partnership/charter".into(),
            may_decide: true,
            vote_refused: Vec::new(),
            outcomes: Outcome::choices(),
            manners: vec![Choice::of(How::Consensus, "By consensus")],
            ballots: vec![Ballot { name: "Ada".into(), seat: "Leader, Swale Borough Council".into(), field: "vote-1".into(), choices: choices() }],
            back: String::new(),
            terms: Some((3, "wealdshire-board".to_owned())),
            form: FormView::default(),
        }
    }
}
web::page!(MotionPage);
