//! The verbs. A decision is written, then judged by the terms with everything that is recorded so far, and kept only if they
//! have nothing against it: form, minutes and history read the same explanation.

use ::store::{Entry, Read, Write, event};
use access::{House, Permit};
use charter::{Action, Answer, Moment, Verdict};
use interests::rights::may_change_record;
use interests::rules::uncited;
use kernel::{BodyId, Conflict, Day, DecisionId, Error, Finding, Findings, ItemId, MeetingId, MotionId, Result};
use terms::{InForce, Scope};

use crate::model::{Motion, NewDecision, NewMotion, Outcome, Voter};
use crate::rights::{DecideMotion, PutMotion, PutMotionOfBody};
use crate::{rules, store};

event!(PUT, "motion.put");
event!(REWORDED, "motion.reworded");
event!(REMOVED, "motion.removed");
event!(DECIDED, "motion.decided");

fn page(motion: MotionId) -> String {
    format!("/motions/{motion}")
}

/// Puts a motion under an item: a paper's recommendation, or what the table puts.
///
/// # Errors
/// Refused without words, when the recommendation was put before, or when the minutes are approved.
pub async fn put(house: &House, permit: &Permit<PutMotion>, new: NewMotion) -> Result<MotionId> {
    put_or_ask(house, permit, new, true).await
}

/// The same, asking before the same words are put on the same item `again`: the back button brings a form with a fresh key.
///
/// # Errors
/// Refused as [`put`] refuses, and when these words stand under the item and nobody said that they are put again.
pub async fn put_or_ask(house: &House, permit: &Permit<PutMotion>, new: NewMotion, again: bool) -> Result<MotionId> {
    let item = *permit.id();
    let mut w = house.write(permit.opening(&PUT)).await?;
    let (meeting, body, ..) = store::place(&mut w, item).await?;
    may_change_record(&mut w, meeting).await?.or_refuse()?;
    put_to(w, body, Some(meeting), Some(item), new, again).await
}

/// Puts a motion between meetings.
///
/// # Errors
/// Refused without words.
pub async fn put_between_meetings(house: &House, permit: &Permit<PutMotionOfBody>, new: NewMotion) -> Result<MotionId> {
    let w = house.write(permit.opening(&PUT)).await?;
    put_to(w, *permit.id(), None, None, new, true).await
}

async fn put_to(mut w: Write, body: BodyId, meeting: Option<MeetingId>, item: Option<ItemId>, mut new: NewMotion, again: bool) -> Result<MotionId> {
    let mut findings = rules::moved(new.moved_by, new.seconded_by);
    if let Some(recommendation) = new.recommendation {
        let (words, put) = store::recommendation(&mut w, recommendation, item).await?;
        findings.push_if(put, || Finding::refuse("recommendation-already-put").at("recommendation"));
        if new.words.trim().is_empty() {
            new.words = words;
        }
    }
    findings.extend(rules::motion(&new.words));
    if !again && let Some(item) = item {
        let twice = store::is_put(&mut w, item, &new.words).await?;
        findings.push_if(twice, || Finding::refuse("motion-put-already").at("words"));
    }
    findings.or_refuse()?;
    let id: MotionId = w.id();
    store::insert(&mut w, id, body, meeting, item, &new).await?;
    tell(&mut w, meeting);
    w.close(Entry::about(id.record(), page(id)).of_body(body).after(&new)).await?;
    Ok(id)
}

fn tell(w: &mut Write, meeting: Option<MeetingId>) {
    if let Some(meeting) = meeting {
        w.tell(format!("meeting:{meeting}"));
    }
}

/// Words a motion anew before it is decided.
///
/// # Errors
/// Refused without words, or when it is decided already; a conflict when somebody else changed it meanwhile.
pub async fn reword(house: &House, permit: &Permit<DecideMotion>, new: NewMotion, version: i64) -> Result<()> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&REWORDED)).await?;
    let before = store::motion(&mut w, id).await?;
    let mut findings = rules::motion(&new.words);
    findings.extend(rules::moved(new.moved_by, new.seconded_by));
    findings.push_if(before.decision.is_some(), || Finding::refuse("motion-decided").at("words"));
    findings.or_refuse()?;
    if !store::reword(&mut w, id, &new, version).await? {
        return Err(Error::Conflict(Box::new(Conflict { theirs: before.words, yours: new.words, version: before.version })));
    }
    tell(&mut w, before.meeting);
    w.close(Entry::about(id.record(), page(id)).of_body(before.body).before(&before).after(&new)).await?;
    Ok(())
}

/// Takes away a motion that was put by mistake and never decided.
///
/// # Errors
/// Refused when it is decided.
pub async fn remove(house: &House, permit: &Permit<DecideMotion>) -> Result<Motion> {
    let id = *permit.id();
    let mut w = house.write(permit.opening(&REMOVED)).await?;
    let before = store::motion(&mut w, id).await?;
    if !store::delete_motion(&mut w, id).await? {
        return Err(Error::refuse(Finding::refuse("motion-decided")));
    }
    tell(&mut w, before.meeting);
    let page = before.meeting.map_or_else(|| format!("/bodies/{}/decisions/all", before.body_slug), |meeting| format!("/meetings/{meeting}"));
    w.close(Entry::about(id.record(), page).of_body(before.body).before(&before)).await?;
    Ok(before)
}

/// Records how a motion was decided. Decided again before the minutes are approved, the later record takes the earlier one's
/// place; history keeps both.
///
/// # Errors
/// Refused when figures and manner do not fit; when the terms give no vote; when somebody barred, absent or without a voting
/// seat votes; when there are more votes than voters; when a quorum is required and absent; when the outcome is not the one
/// the vote had; when the minutes are approved. A conflict when somebody else recorded it meanwhile.
pub async fn decide(house: &House, permit: &Permit<DecideMotion>, new: NewDecision) -> Result<DecisionId> {
    let id = *permit.id();
    let mut findings = rules::decision(&new);
    let mut w = house.write(permit.opening(&DECIDED)).await?;
    let motion = store::motion(&mut w, id).await?;
    let taken_on = motion.meeting_day.or(new.taken_on).unwrap_or(house.today());
    let voters = match motion.meeting {
        Some(meeting) => {
            findings.extend(may_change_record(&mut w, meeting).await?);
            store::voters(&mut w, meeting, motion.item).await?
        }
        None => Vec::new(),
    };
    findings.extend(rules::votes(&new, &voters));
    if let Some(before) = motion.decision.as_ref().filter(|_| !matches!(new.outcome, Outcome::Agreed | Outcome::Amended)) {
        for number in terms::store::adopted_by(&mut w, before.id).await? {
            findings.push(Finding::refuse("decision-adopted-terms").at("outcome").with("number", number));
        }
    }
    findings.push_if(taken_on > house.today(), || Finding::refuse("decision-in-future").at("outcome").with("day", taken_on));
    findings.or_refuse()?;
    let taken_at = (taken_on == house.today()).then(|| w.now());
    let Some(decision) = store::decide(&mut w, &motion, &new, taken_on, taken_at).await? else {
        let (theirs, version) = motion.decision.map(|decision| (decision.words, decision.version)).unwrap_or_default();
        return Err(Error::Conflict(Box::new(Conflict { theirs, yours: new.words, version })));
    };
    let judged = judge(&mut w, &motion, &new, &voters, taken_on).await?;
    judged.findings.or_refuse()?;
    let clause = judged.verdict.as_ref().and_then(|verdict| verdict.clause.clone());
    if let Some(verdict) = &judged.verdict {
        store::explain(&mut w, id, verdict.figures.map(|figures| figures.of), uncited(&verdict.sentence, clause.as_deref()), clause.as_deref())
            .await?;
    }
    tell(&mut w, motion.meeting);
    let entry = Entry::about(decision.record(), page(id)).of_body(motion.body).under(clause);
    w.close(entry.before(&motion.decision).after(&new)).await?;
    Ok(decision)
}

/// What the terms say of a decision.
struct Judged {
    findings: Findings,
    /// Why it is carried or not; none where there are no terms, or they do not tell.
    verdict: Option<Verdict>,
}

/// Judges the decision that this transaction has just written.
async fn judge(w: &mut Write, motion: &Motion, new: &NewDecision, voters: &[Voter], day: Day) -> Result<Judged> {
    let mut findings = Findings::none();
    let Some(terms) = terms::in_force(w, motion.body, day).await? else {
        findings.extend(rules_without_terms(new, voters));
        return Ok(Judged { findings, verdict: None });
    };
    let scope = match motion.meeting {
        Some(meeting) => Scope::meeting(meeting, motion.body, day),
        None => Scope::body(motion.body, day),
    };
    let record = terms::record(w, scope).await?;
    let asked = charter::Asked::of(&terms.charter, &record);
    if new.how.is_vote() {
        findings.extend(rules::may_vote(&asked.may(&Action::HoldVote { matters: motion.about.clone() })));
    }
    let decides = |voter: &Voter| match motion.item {
        Some(item) => asked.may(&Action::Decide { item: item.to_string(), person: voter.person.to_string() }),
        None => Answer::NotSaid { sentence: String::new() },
    };
    for voter in voters.iter().filter(|voter| new.votes.iter().any(|vote| vote.person == voter.person)) {
        findings.extend(rules::may_decide(&voter.person_name, &decides(voter)));
    }
    if let Some(count) = new.count {
        let able = voters.iter().filter(|voter| voter.class == "voting" && !matches!(decides(voter), Answer::No { .. } | Answer::Ruling(_)));
        let able = able.count();
        if !voters.is_empty() {
            findings.extend(rules::count(count, able));
        }
    }
    let Some(meeting) = motion.meeting else { return Ok(Judged { findings, verdict: None }) };
    let reached = motion.item.map(|item| Moment::Item(item.to_string()));
    findings.extend(rules::quorum(&asked.quorum(&meeting.to_string(), reached.as_ref()), new.outcome));
    if !new.outcome.decides() || new.how == crate::model::How::NotRecorded {
        return Ok(Judged { findings, verdict: None });
    }
    let verdict = asked.carried(&motion.id.to_string());
    findings.extend(rules::carried(&verdict, new));
    Ok(Judged { findings, verdict: Some(verdict) })
}

fn rules_without_terms(new: &NewDecision, voters: &[Voter]) -> Findings {
    match new.count {
        Some(count) if !voters.is_empty() => rules::count(count, voters.iter().filter(|voter| voter.class == "voting").count()),
        _ => Findings::none(),
    }
}

/// Whether the terms leave a vote to offer on a motion: none, or why not.
///
/// # Errors
/// A fault when the database refuses.
pub async fn vote_offered(read: &mut Read, motion: &Motion, day: Day) -> Result<Findings> {
    let terms: Option<InForce> = terms::in_force(read, motion.body, day).await?;
    let answer = terms.map(|terms| charter::may(&terms.charter, &charter::Record::default(), &Action::HoldVote { matters: motion.about.clone() }));
    Ok(answer.map(|answer| rules::may_vote(&answer)).unwrap_or_default())
}
