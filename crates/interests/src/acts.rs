//! The verbs, and what follows from what was declared and ruled.

use ::store::{Entry, Read, event};
use access::{House, Permit};
use charter::{Action, Answer, Record};
use kernel::{BodyId, Day, Error, Finding, InterestId, ItemId, MeetingId, PersonId, Result, RulingId};
use serde_json::json;
use terms::{InForce, Scope};

use crate::model::{Declaration, Effect, NewDeclaration, NewPartRuling, NewRegistered};
use crate::rights::{DeclareInterest, KeepRegister, RuleOnInterest, WithdrawInterest, may_change_record};
use crate::{rules, store};

event!(DECLARED, "interest.declared");
event!(WITHDRAWN, "interest.withdrawn");
event!(RULED, "interest.ruled");
event!(REGISTERED, "interest.registered");
event!(ENDED, "interest.ended");

fn page(meeting: MeetingId) -> String {
    format!("/meetings/{meeting}/interests")
}

/// Declares an interest on an item: the person's own, or, at their word, by the secretariat. A declaration written up after
/// the day bears no hour.
///
/// # Errors
/// Refused when it is somebody else's, says nothing, was made before, or the minutes are approved.
pub async fn declare(house: &House, permit: &Permit<DeclareInterest>, new: NewDeclaration) -> Result<InterestId> {
    let item = *permit.id();
    let mut findings = rules::nature("nature", &new.nature);
    findings.extend(rules::declarer(permit.person(), permit.capacity(), new.person));
    let mut w = house.write(permit.opening(&DECLARED)).await?;
    let place = store::place(&mut w, item, new.person).await?;
    findings.extend(may_change_record(&mut w, place.meeting).await?);
    let twice = store::has_declared(&mut w, item, &new).await?;
    findings.push_if(twice, || Finding::refuse("interest-already-declared").at("kind"));
    findings.push_if(new.kind.follows_seat() && place.seat.is_none(), || Finding::refuse("interest-no-seat").at("kind"));
    findings.or_refuse()?;
    let id: InterestId = w.id();
    let declared_at = (house.today() <= place.day).then(|| w.now());
    store::insert(&mut w, id, item, &place, &new, declared_at).await?;
    w.tell(format!("meeting:{}", place.meeting));
    let clause = terms::clause_for(&mut w, place.body, place.day, terms::Rests::Declaration).await?;
    w.close(Entry::about(id.record(), page(place.meeting)).of_body(place.body).under(clause).after(&new)).await?;
    Ok(id)
}

/// Withdraws a declaration made in error. It stays in the history.
///
/// # Errors
/// Refused when the minutes are approved.
pub async fn withdraw(house: &House, permit: &Permit<WithdrawInterest>) -> Result<()> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&WITHDRAWN)).await?;
    let before = store::declaration_of(&mut w, id).await?;
    may_change_record(&mut w, before.meeting).await?.or_refuse()?;
    let (body, ..) = store::meeting(&mut w, before.meeting).await?;
    store::withdraw(&mut w, id).await?;
    w.tell(format!("meeting:{}", before.meeting));
    w.close(Entry::about(id.record(), page(before.meeting)).of_body(body).before(&before)).await?;
    Ok(())
}

/// Records what the chair ruled on somebody's part in an item. A later ruling takes the place of an earlier one, which stays.
///
/// # Errors
/// Refused when the terms ask for no ruling, name nobody who could give it, or do not give that choice; when a reason is
/// wanted and missing; when the minutes are approved.
pub async fn rule(house: &House, permit: &Permit<RuleOnInterest>, new: NewPartRuling) -> Result<RulingId> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&RULED)).await?;
    let declaration = store::declaration_of(&mut w, id).await?;
    let (body, day, ..) = store::meeting(&mut w, declaration.meeting).await?;
    may_change_record(&mut w, declaration.meeting).await?.or_refuse()?;
    let asked = asked(&mut w, body, day, &declaration).await?;
    rules::ruling(&[&asked.discuss, &asked.stay, &asked.decide], new.part, new.by, declaration.concerned, &new.reason).or_refuse()?;
    // What is imported stands as it was recorded, rolls and all.
    if permit.person().is_some() {
        let (_, away) = store::in_the_chair(&mut w, declaration.meeting, Some(new.by)).await?;
        rules::present(away).or_refuse()?;
    }
    let clause = [&asked.discuss, &asked.stay, &asked.decide].into_iter().find_map(|answer| match answer {
        Answer::Ruling(ruling) => Some(ruling.clause.clone()),
        _ => None,
    });
    let clause = clause.ok_or_else(|| Error::refuse(Finding::refuse("ruling-not-asked").at("part")))?;
    let capacity = store::office_of(&mut w, body, new.by, day).await?;
    let ruled_at = (house.today() <= day).then(|| w.now());
    let ruling = store::insert_ruling(&mut w, &declaration, body, &new, &clause, &capacity, ruled_at).await?;
    w.tell(format!("meeting:{}", declaration.meeting));
    let entry = Entry::about(id.record(), page(declaration.meeting)).of_body(body).under(Some(clause));
    w.close(entry.before(&declaration.ruling).after(&new)).await?;
    Ok(ruling)
}

/// Puts an interest into the register.
///
/// # Errors
/// Refused when it is somebody else's and the secretariat does not act, or says nothing.
pub async fn register(house: &House, permit: &Permit<KeepRegister>, new: NewRegistered) -> Result<InterestId> {
    let mut findings = rules::nature("words", &new.words);
    findings.extend(rules::declarer(permit.person(), permit.capacity(), new.person));
    findings.or_refuse()?;
    let mut w = house.write(permit.opening(&REGISTERED)).await?;
    let (_, slug) = store::partnership_name(&mut w, *permit.id()).await?;
    let id: InterestId = w.id();
    store::insert_registered(&mut w, id, &new).await?;
    w.close(Entry::about(id.record(), format!("/partnerships/{slug}/interests")).after(&new)).await?;
    Ok(id)
}

/// Ends an interest of the register on a day. It stays readable.
///
/// # Errors
/// Refused when it is somebody else's and the secretariat does not act; not found when the partnership has no such interest.
pub async fn end(house: &House, permit: &Permit<KeepRegister>, id: InterestId, on: Day) -> Result<()> {
    let mut w = house.write(permit.opening(&ENDED)).await?;
    let before = store::registered_of(&mut w, id, *permit.id()).await?;
    rules::declarer(permit.person(), permit.capacity(), before.person).or_refuse()?;
    let (_, slug) = store::partnership_name(&mut w, *permit.id()).await?;
    store::end_registered(&mut w, id, on).await?;
    w.close(Entry::about(id.record(), format!("/partnerships/{slug}/interests")).before(&before).after(json!({"ends_on": on}))).await?;
    Ok(())
}

/// What the terms answer on one person's part in one item.
struct Asked {
    discuss: Answer,
    stay: Answer,
    decide: Answer,
}

impl Asked {
    fn of(terms: Option<&InForce>, record: &Record, item: ItemId, person: PersonId) -> Self {
        let (item, person) = (item.to_string(), person.to_string());
        let may = |action: Action| match terms {
            Some(terms) => charter::may(&terms.charter, record, &action),
            None => Answer::NotSaid { sentence: String::new() },
        };
        Self {
            discuss: may(Action::Discuss { item: item.clone(), person: person.clone() }),
            stay: may(Action::Stay { item: item.clone(), person: person.clone() }),
            decide: may(Action::Decide { item, person }),
        }
    }
}

/// What the terms answer as if nothing had been ruled yet, so that a ruling can be changed.
async fn asked(read: &mut Read, body: BodyId, day: Day, declaration: &Declaration) -> Result<Asked> {
    let terms = terms::in_force(read, body, day).await?;
    let mut record = terms::record(read, Scope::meeting(declaration.meeting, body, day)).await?;
    let (item, person) = (declaration.item.to_string(), declaration.concerned.to_string());
    for interest in record.interests.iter_mut().filter(|interest| interest.item.as_deref() == Some(&item) && interest.person == person) {
        interest.ruling = None;
    }
    Ok(Asked::of(terms.as_ref(), &record, declaration.item, declaration.concerned))
}

/// What follows from one declaration, and what may be ruled on it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Consequence {
    /// The declaration.
    pub declaration: Declaration,
    /// What the person may do.
    pub effect: Effect,
    /// What may be ruled, as if nothing had been ruled yet; nothing where the terms ask for no ruling.
    pub choices: Vec<charter::Part>,
    /// The terms ask for a ruling and name nobody who could give it.
    pub nobody_can: bool,
    /// The clause under which it would be ruled.
    pub clause: Option<String>,
}

/// What follows from each declaration of a meeting, by the terms in force on its day. The caller may have gathered both.
pub fn consequences(terms: Option<&InForce>, record: &Record, declarations: Vec<Declaration>) -> Vec<Consequence> {
    let mut unruled = record.clone();
    for interest in &mut unruled.interests {
        interest.ruling = None;
    }
    let follows = |declaration: Declaration| {
        let now = Asked::of(terms, record, declaration.item, declaration.concerned);
        let before = Asked::of(terms, &unruled, declaration.item, declaration.concerned);
        let rulings = || {
            [&before.discuss, &before.stay, &before.decide]
                .into_iter()
                .filter_map(|answer| if let Answer::Ruling(ruling) = answer { Some(ruling) } else { None })
        };
        let mut choices = Vec::new();
        for choice in rulings().flat_map(|ruling| &ruling.choices) {
            if let charter::Choice::Part(part) = choice
                && !choices.contains(part)
            {
                choices.push(*part);
            }
        }
        Consequence {
            effect: rules::effect(&now.discuss, &now.stay, &now.decide),
            nobody_can: rulings().any(|ruling| ruling.nobody_can),
            clause: rulings().next().map(|ruling| ruling.clause.clone()),
            choices,
            declaration,
        }
    };
    declarations.into_iter().map(follows).collect()
}
