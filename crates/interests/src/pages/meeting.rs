//! The interests declared at a meeting: who may discuss, stay and decide, and the forms to declare and to record a ruling.

use access::{Act as _, House, May, Problem, Visible};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{InterestId, ItemId, MeetingId, PersonId};
use serde::{Deserialize, Serialize};
use terms::Scope;
use web::{Form, FormView, Frame, words};

use crate::acts::{self, Consequence};
use crate::model::{InterestKind, Leave, NewDeclaration, NewPartRuling, parse_part, part_word};
use crate::pages::{Choice, kinds};
use crate::rights::{DeclareInterest, ReadInterests, RuleOnInterest, WithdrawInterest};
use crate::{rules, store};

/// Who may do what, in words.
#[derive(Debug, Serialize)]
struct Part {
    what: String,
    /// `yes`, `no` or `unknown`.
    lamp: &'static str,
    sentence: String,
    clause: Option<String>,
}

#[derive(Debug, Serialize)]
struct Declared {
    id: InterestId,
    name: String,
    concerns: Option<String>,
    kind: String,
    nature: String,
    parts: Vec<Part>,
    ruled: Option<String>,
    reason: Option<String>,
    clause: Option<String>,
    choices: Vec<Choice>,
    nobody_can: bool,
    own: bool,
}

#[derive(Debug, Serialize)]
struct ItemRow {
    id: ItemId,
    number: String,
    title: String,
    declared: Vec<Declared>,
    may_concern: Vec<String>,
}

#[derive(Debug, Serialize)]
struct InterestsPage {
    meeting: MeetingId,
    items: Vec<ItemRow>,
    chosen: String,
    /// The declaration whose ruling was refused, with what is wrong beside its fields.
    ruling_on: Option<InterestId>,
    item_choices: Vec<Choice>,
    people: Vec<Choice>,
    rulers: Vec<Choice>,
    /// Who is in the chair, as the form offers them first.
    presides: String,
    kinds: Vec<Choice>,
    charter: String,
    terms_silent: bool,
    may_declare: bool,
    may_rule: bool,
    officer: bool,
    form: FormView,
}

fn part(what: &str, leave: &Leave) -> Part {
    let what = words(what, &[]);
    let (lamp, sentence, clause) = match leave {
        Leave::Yes { clause } => ("yes", words("interest-may", &[]), clause.clone()),
        Leave::No { clause, sentence } => ("no", if sentence.is_empty() { words("interest-may-not", &[]) } else { sentence.clone() }, clause.clone()),
        Leave::AwaitsRuling { by, nobody_can: false, clause, .. } => {
            ("unknown", words("interest-awaits-ruling", &[("office", by)]), Some(clause.clone()))
        }
        Leave::AwaitsRuling { by, clause, .. } => ("unknown", words("interest-nobody-rules", &[("office", by)]), Some(clause.clone())),
        Leave::NotSaid => ("yes", words("interest-not-said", &[]), None),
        Leave::CannotTell { sentence } => ("unknown", sentence.clone(), None),
    };
    Part { what, lamp, sentence, clause }
}

/// The word under which the locale names a part.
fn part_words(part: charter::Part) -> String {
    words(&format!("interest-part-{}", part_word(part)), &[])
}

fn declared(consequence: Consequence, reader: Option<PersonId>) -> Declared {
    let Consequence { declaration, effect, choices, nobody_can, clause } = consequence;
    let ruled = declaration.ruling.as_ref().map(|ruling| words("interest-ruled", &[("name", &ruling.by_name), ("part", &part_words(ruling.part))]));
    Declared {
        id: declaration.id,
        concerns: (declaration.concerned != declaration.person).then(|| declaration.concerned_name.clone()),
        kind: words(&format!("interest-kind-{}", declaration.kind), &[]),
        nature: declaration.nature,
        parts: vec![part("interest-discuss", &effect.discuss), part("interest-stay", &effect.stay), part("interest-decide", &effect.decide)],
        ruled,
        reason: declaration.ruling.and_then(|ruling| ruling.reason),
        clause,
        choices: choices.into_iter().map(|part| Choice::of(part_word(part), part_words(part))).collect(),
        nobody_can,
        own: reader == Some(declaration.person),
        name: declaration.person_name,
    }
}

async fn show(pass: &May<ReadInterests>, house: &House, form: FormView, chosen: Option<ItemId>) -> Result<(Frame, InterestsPage), Problem> {
    let meeting = *pass.id();
    let mut read = house.read().await?;
    let (body, day, name, slug) = store::meeting(&mut read, meeting).await?;
    let items = store::items(&mut read, meeting).await?;
    let declarations = store::declarations(&mut read, meeting).await?;
    let register = Visible::under(pass, store::register_of_body(&mut read, body, day).await?);
    let people = store::people_of_meeting(&mut read, meeting, body, day).await?;
    let terms = terms::in_force(&mut read, body, day).await?;
    let record =
        if declarations.is_empty() { charter::Record::default() } else { terms::record(&mut read, Scope::meeting(meeting, body, day)).await? };
    let may_declare = match items.first() {
        Some(item) => DeclareInterest::judge(&mut read, pass.who(), &item.id).await?.is_yes(),
        None => false,
    };
    let officer = pass.capacity() == "secretary";
    let (presides, _) = store::in_the_chair(&mut read, meeting, pass.person()).await?;
    let may_rule = officer || matches!(pass.capacity(), "chair" | "vice-chair") || (presides.is_some() && presides == pass.person());
    let mut rows: Vec<ItemRow> = items
        .into_iter()
        .map(|item| ItemRow {
            may_concern: register
                .iter()
                .filter(|interest| rules::may_concern(interest, &[&item.title]))
                .map(|interest| interest.person_name.clone())
                .collect(),
            id: item.id,
            number: item.number.unwrap_or_default(),
            title: item.title,
            declared: Vec::new(),
        })
        .collect();
    for consequence in Visible::under(pass, acts::consequences(terms.as_ref(), &record, declarations)).into_inner() {
        if let Some(row) = rows.iter_mut().find(|row| row.id == consequence.declaration.item) {
            row.declared.push(declared(consequence, pass.person()));
        }
    }
    let own = |person: &(PersonId, String)| officer || Some(person.0) == pass.person();
    let page = InterestsPage {
        meeting,
        chosen: chosen.map(|item| item.to_string()).unwrap_or_default(),
        ruling_on: None,
        item_choices: rows.iter().map(|row| Choice::of(row.id, format!("{} {}", row.number, row.title).trim().to_owned())).collect(),
        items: rows,
        presides: presides.map(|id| id.to_string()).unwrap_or_default(),
        rulers: people.iter().map(|(id, name)| Choice::of(id, name)).collect(),
        people: people.iter().filter(|person| own(person)).map(|(id, name)| Choice::of(id, name)).collect(),
        kinds: kinds(),
        charter: format!("/bodies/{slug}/charter"),
        terms_silent: terms.is_none(),
        may_declare,
        may_rule,
        officer,
        form: form.charter(format!("/bodies/{slug}/charter")),
    };
    let frame = Frame::titled(words("interests-title", &[])).caption(words("interests-of-meeting", &[("body", &name), ("day", &day.to_string())]));
    let frame = frame.under(name, format!("/bodies/{slug}")).under(web::spelling::day(day), format!("/meetings/{meeting}"));
    Ok((frame.history(pass.capacity(), format!("/history/{meeting}")), page))
}

/// Which item's interests are asked for; those of every item otherwise.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Of {
    item: Option<ItemId>,
}

/// `GET /meetings/{meeting}/interests`, of one item with `?item=`.
pub async fn meeting(pass: May<ReadInterests>, State(house): State<House>, Query(of): Query<Of>) -> Result<Response, Problem> {
    let mut form = FormView::new(&house).with("person", pass.person().map(|id| id.to_string()).unwrap_or_default());
    if let Some(item) = of.item {
        form = form.with("back", format!("/meetings/{}/interests?item={item}", pass.id()));
    }
    let (frame, mut page) = show(&pass, &house, form, of.item).await?;
    if let Some(item) = of.item {
        page.items.retain(|row| row.id == item);
        page.item_choices.retain(|choice| choice.value == item.to_string());
    }
    Ok(web::page(pass.who(), frame, &page))
}

/// What is typed to declare.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DeclareFields {
    person: String,
    kind: String,
    nature: String,
    back: String,
}

/// Where a form goes back to, when that is a page of this site; the meeting's interests otherwise.
fn back(back: &str, meeting: MeetingId) -> String {
    let here = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\');
    if here { back.to_owned() } else { format!("/meetings/{meeting}/interests") }
}

/// `POST /meetings/{meeting}/items/{item}/interests`
pub async fn declare(
    pass: May<DeclareInterest>,
    reader: May<ReadInterests>,
    State(house): State<House>,
    form: Form<DeclareFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = kernel::Findings::none();
    let person = web::note(&mut findings, web::parse_id("person", &form.value.person));
    let kind = web::note(&mut findings, web::parse_word::<InterestKind>("kind", &form.value.kind));
    let done = match (person, kind) {
        (Some(person), Some(kind)) => acts::declare(&house, &pass, NewDeclaration { person, kind, nature: form.value.nature.clone() }).await,
        _ => Err(kernel::Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(_) => Ok(web::go(back(&form.value.back, *reader.id()))),
        Err(view) => {
            let (frame, page) = show(&reader, &house, view, Some(*pass.id())).await?;
            Ok(web::again(reader.who(), frame, &page))
        }
    }
}

/// What is typed to record a ruling.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RuleFields {
    part: String,
    reason: String,
    by: String,
    back: String,
}

/// `POST /meetings/{meeting}/interests/{interest}/rule`
pub async fn rule(
    pass: May<RuleOnInterest>,
    reader: May<ReadInterests>,
    State(house): State<House>,
    form: Form<RuleFields>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let mut findings = kernel::Findings::none();
    let by = web::note(&mut findings, web::parse_id("by", &form.value.by));
    let part = parse_part(&form.value.part);
    findings.push_if(part.is_none(), || kernel::Finding::refuse("choice-missing").at("part"));
    let done = match (by, part) {
        (Some(by), Some(part)) => acts::rule(&house, &pass, NewPartRuling { part, reason: form.value.reason.clone(), by }).await,
        _ => Err(kernel::Error::Refused(findings)),
    };
    match form.outcome(done)? {
        Ok(_) => Ok(web::go(back(&form.value.back, *reader.id()))),
        Err(view) => {
            let (frame, mut page) = show(&reader, &house, view, None).await?;
            page.ruling_on = Some(*pass.id());
            Ok(web::again(reader.who(), frame, &page))
        }
    }
}

/// Where a withdrawal goes back to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WithdrawFields {
    back: String,
}

/// `POST /meetings/{meeting}/interests/{interest}/withdraw`
pub async fn withdraw(
    pass: May<WithdrawInterest>,
    reader: May<ReadInterests>,
    State(house): State<House>,
    form: Form<WithdrawFields>,
) -> Result<Response, Problem> {
    acts::withdraw(&house, &pass.with_key(Some(form.key))).await?;
    Ok(web::go(back(&form.value.back, *reader.id())))
}

impl web::Page for InterestsPage {
    const TEMPLATE: &'static str = "interests/meeting.html";
    fn sample() -> Self {
        let nil = uuid::Uuid::nil();
        let part = |what: &str, lamp, clause: Option<&str>| Part {
            what: what.into(),
            lamp,
            sentence: "the chair has not ruled".into(),
            clause: clause.map(str::to_owned),
        };
        let declared = Declared {
            id: InterestId(nil),
            name: "Keith Austin".into(),
            concerns: Some("Somebody who sits in the seat".into()),
            kind: "Financial".into(),
            nature: "Employed by the applicant".into(),
            parts: vec![part("Discuss", "yes", Some("3.20")), part("Stay", "unknown", None), part("Decide", "no", Some("3.20"))],
            ruled: Some("Sir Martin Kerrigan ruled: leaves".into()),
            reason: Some("The bid is their own".into()),
            clause: Some("3.20".into()),
            choices: vec![Choice::of("leave", "Leaves")],
            nobody_can: true,
            own: true,
        };
        Self {
            meeting: MeetingId(nil),
            items: vec![ItemRow {
                id: ItemId(nil),
                number: "5".into(),
                title: "Bids".into(),
                declared: vec![declared],
                may_concern: vec!["Ada".into()],
            }],
            chosen: nil.to_string(),
            ruling_on: Some(InterestId(nil)),
            item_choices: vec![Choice::of(nil, "5 Bids")],
            people: vec![Choice::of(nil, "Keith Austin")],
            rulers: vec![Choice::of(nil, "Sir Martin Kerrigan")],
            presides: nil.to_string(),
            kinds: kinds(),
            charter: "/bodies/x/charter".into(),
            terms_silent: true,
            may_declare: true,
            may_rule: true,
            officer: true,
            form: FormView::default(),
        }
    }
}
web::page!(InterestsPage);
