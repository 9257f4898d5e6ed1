//! The verbs. Each takes the minutes in the state they must be in and leaves them in the next.

use ::store::{Entry, Write, event};
use access::{House, Permit, end_links, make_link, make_links};
use decisions::model::{How, NewDecision, NewMotion, Outcome};
use decisions::rights::{DecideMotion, PutMotion};
use kernel::{BodyId, Conflict, DecisionId, Error, Finding, ItemId, MeetingId, PersonId, Result};
use serde_json::json;
use uuid::Uuid;
use web::words;

use crate::model::{Approval, Circulated, Cleared, Draft, Minutes, NewCorrection};
use crate::rights::{ClearMinutes, CorrectMinutes, KeepMinutes, ReplyOnMinutes};
use crate::store::Desk;
use crate::{letters, rules, store};

event!(INTRODUCED, "minutes.introduced");
event!(TAKEN, "minutes.taken-from-word");
event!(CLEARANCE_ASKED, "minutes.clearance-asked");
event!(CLEARED, "minutes.cleared");
event!(CIRCULATED, "minutes.circulated");
event!(REOPENED, "minutes.reopened");
event!(REPLIED, "minutes.replied");
event!(APPROVED, "minutes.approved");
event!(CORRECTED, "minutes.corrected");

fn page(meeting: MeetingId) -> String {
    format!("/meetings/{meeting}/minutes")
}

async fn begun(w: &mut Write, meeting: MeetingId) -> Result<Desk> {
    let mut desk = store::desk(w, meeting).await?;
    match &mut desk.minutes {
        Minutes::Draft(draft) if draft.head.id.is_none() => {
            // Somebody else may have begun them meanwhile.
            if store::begin(w, &mut draft.head).await? { Ok(desk) } else { store::desk(w, meeting).await }
        }
        _ => Ok(desk),
    }
}

fn draft(minutes: Minutes) -> Result<Draft> {
    match minutes {
        Minutes::Draft(draft) => Ok(draft),
        other => Err(Error::refuse(rules::not_a_draft(&other))),
    }
}

fn cleared(minutes: Minutes) -> Result<Cleared> {
    match minutes {
        Minutes::Cleared(cleared) => Ok(cleared),
        Minutes::Draft(_) => Err(Error::refuse(Finding::refuse("minutes-not-cleared"))),
        other => Err(Error::refuse(rules::not_a_draft(&other))),
    }
}

fn circulated(minutes: Minutes) -> Result<Circulated> {
    match minutes {
        Minutes::Circulated(circulated) => Ok(circulated),
        Minutes::Approved(approved) => Err(Error::refuse(rules::not_a_draft(&Minutes::Approved(approved)))),
        Minutes::Draft(_) | Minutes::Cleared(_) => Err(Error::refuse(Finding::refuse("minutes-not-circulated"))),
    }
}

async fn saved(w: &mut Write, minutes: &Minutes, version: i64) -> Result<()> {
    if store::save(w, minutes, version).await? { Ok(()) } else { Err(Error::fault("the minutes changed within one transaction")) }
}

async fn kept(w: &mut Write, desk: &Desk, minutes: &Minutes, why: &str) -> Result<()> {
    let content = store::generate(w, minutes.head().meeting, desk).await?;
    let id = minutes.head().id.ok_or_else(|| Error::fault("minutes without an id"))?;
    store::keep(w, id, why, &content).await
}

/// What was cleared is what goes round, and what went round is what is agreed, whatever was recorded since.
async fn sent_on(w: &mut Write, desk: &Desk, minutes: &Minutes, why: &str) -> Result<()> {
    let id = minutes.head().id.ok_or_else(|| Error::fault("minutes without an id"))?;
    if store::keep_standing(w, id, why).await? { Ok(()) } else { kept(w, desk, minutes, why).await }
}

/// Writes what stands before the items.
///
/// # Errors
/// Refused once the minutes are cleared; a conflict when somebody else changed it meanwhile.
pub async fn introduce(house: &House, permit: &Permit<KeepMinutes>, text: &str, version: i64) -> Result<i64> {
    let meeting = *permit.id();
    rules::introduction(text).or_refuse()?;
    let mut w = house.write(permit.opening(&INTRODUCED)).await?;
    let first = store::desk(&mut w, meeting).await?.minutes.head().version == 0;
    let desk = begun(&mut w, meeting).await?;
    let (before, body) = (desk.minutes.head().introduction.clone(), desk.minutes.head().body);
    let now = desk.minutes.head().version;
    let changed = Minutes::Draft(draft(desk.minutes)?.introduced(text));
    if (!first && now != version) || !store::save(&mut w, &changed, now).await? {
        return Err(Error::Conflict(Box::new(Conflict { theirs: before, yours: text.to_owned(), version: now })));
    }
    w.tell(format!("meeting:{meeting}"));
    w.close(Entry::about(meeting.record(), page(meeting)).of_body(body).before(json!({"introduction": before})).after(json!({"introduction": text})))
        .await?;
    Ok(now + 1)
}

/// The notes of an item as they were edited elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedNotes {
    /// Which item.
    pub item: ItemId,
    /// The version of its notes that the editor was shown beside them.
    pub version: i64,
    /// The notes.
    pub notes: String,
}

/// Takes prose that was edited elsewhere, the introduction and the notes of items, in one act: all of it or none.
///
/// # Errors
/// Refused once the minutes are cleared; a conflict with both texts when somebody else changed one of them meanwhile.
pub async fn take_edited(house: &House, permit: &Permit<KeepMinutes>, introduction: Option<(i64, String)>, edited: &[EditedNotes]) -> Result<()> {
    let meeting = *permit.id();
    for text in introduction.iter().map(|(_, text)| text).chain(edited.iter().map(|one| &one.notes)) {
        rules::introduction(text).or_refuse()?;
    }
    let mut w = house.write(permit.opening(&TAKEN)).await?;
    let first = store::desk(&mut w, meeting).await?.minutes.head().version == 0;
    let desk = begun(&mut w, meeting).await?;
    let (mut before, mut after) = (serde_json::Map::new(), serde_json::Map::new());
    let head = desk.minutes.head().clone();
    let draft = draft(desk.minutes)?;
    if let Some((version, text)) = introduction {
        let changed = Minutes::Draft(draft.introduced(&text));
        if (!first && head.version != version) || !store::save(&mut w, &changed, head.version).await? {
            return Err(Error::Conflict(Box::new(Conflict { theirs: head.introduction, yours: text, version: head.version })));
        }
        before.insert("introduction".to_owned(), head.introduction.into());
        after.insert("introduction".to_owned(), text.into());
    }
    let items = meetings::store::items(&mut w, meeting).await?;
    for one in edited {
        let item = items.iter().find(|item| item.id == one.item).ok_or(Error::NotFound)?;
        meetings::store::save_notes(&mut w, item, one.version, &one.notes).await?;
        before.insert(item.id.to_string(), item.notes.clone().into());
        after.insert(item.id.to_string(), one.notes.clone().into());
    }
    w.tell(format!("meeting:{meeting}"));
    w.tell(format!("notes:{meeting}"));
    w.close(Entry::about(meeting.record(), page(meeting)).of_body(head.body).before(before).after(after)).await?;
    Ok(())
}

/// Asks whoever presided, or the chair, to clear the minutes, by a letter with a link.
///
/// # Errors
/// Refused once they are cleared, when nobody is known who could clear them, or when that person has no address.
pub async fn ask_clearance(house: &House, permit: &Permit<KeepMinutes>) -> Result<PersonId> {
    let meeting = *permit.id();
    let mut w = house.write(permit.opening(&CLEARANCE_ASKED)).await?;
    let desk = begun(&mut w, meeting).await?;
    let body = desk.minutes.head().body;
    draft(desk.minutes.clone())?;
    let today = house.today();
    let chair = store::who_clears(&mut w, meeting, body, today).await?.ok_or_else(|| Error::refuse(Finding::refuse("minutes-nobody-clears")))?;
    let addressees = mail::addresses_of(&mut w, chair, today).await?;
    if addressees.is_empty() {
        return Err(Error::refuse(Finding::refuse("minutes-chair-no-address")));
    }
    for addressee in addressees {
        let ends_at = letters::link_ends(w.now());
        let link = make_link::<ClearMinutes>(&mut w, chair, &meeting.record(), ends_at).await?;
        let letter = letters::clearance(&desk, &addressee, link, w.now());
        mail::queue_letter(&mut w, letter).await?;
    }
    w.close(Entry::about(meeting.record(), page(meeting)).of_body(body).after(json!({"asked": chair}))).await?;
    Ok(chair)
}

/// Clears the minutes: the chair's own act, or the secretariat's record that the chair did. The version is kept.
///
/// # Errors
/// Refused when they are not a draft, or while the meeting is not over.
pub async fn clear(house: &House, permit: &Permit<ClearMinutes>) -> Result<()> {
    let meeting = *permit.id();
    let mut w = house.write(permit.opening(&CLEARED)).await?;
    let desk = begun(&mut w, meeting).await?;
    if !desk.over {
        return Err(Error::refuse(Finding::refuse("minutes-meeting-not-over")));
    }
    let (version, body) = (desk.minutes.head().version, desk.minutes.head().body);
    let by = match permit.person() {
        Some(person) if !permit.capacity().starts_with("secretary") => Some(person),
        Some(_) => store::who_clears(&mut w, meeting, body, desk.day).await?,
        // What is imported does not say who cleared it, and nobody fills that in.
        None => None,
    };
    let at = permit.person().map(|_| w.now());
    let now = Minutes::Cleared(draft(desk.minutes.clone())?.clear(by, at));
    saved(&mut w, &now, version).await?;
    kept(&mut w, &desk, &now, "cleared").await?;
    end_links(&mut w, meeting.0, None).await?;
    w.tell(format!("meeting:{meeting}"));
    w.close(Entry::about(meeting.record(), page(meeting)).of_body(body).before("draft").after(json!({"state": "cleared", "by": by}))).await?;
    Ok(())
}

/// Sends the minutes as they were cleared to everybody the body writes to; members get a link to agree them or to propose a change.
///
/// # Errors
/// Refused when they are not cleared.
pub async fn circulate(house: &House, permit: &Permit<KeepMinutes>) -> Result<usize> {
    let meeting = *permit.id();
    let mut w = house.write(permit.opening(&CIRCULATED)).await?;
    let desk = store::desk(&mut w, meeting).await?;
    let (version, body) = (desk.minutes.head().version, desk.minutes.head().body);
    // What is imported was circulated in its own time, at no moment that is known, and nobody is written to again.
    let at = permit.person().map(|_| w.now());
    let now = Minutes::Circulated(cleared(desk.minutes.clone())?.circulate(at));
    saved(&mut w, &now, version).await?;
    sent_on(&mut w, &desk, &now, "circulated").await?;
    let addressees = if permit.person().is_some() { mail::addresses_of_body(&mut w, body, house.today()).await? } else { Vec::new() };
    let (sent, ends_at) = (addressees.len(), letters::link_ends(w.now()));
    let may_reply = store::may_reply(&mut w, body, house.today()).await?;
    let answers = |to: &mail::Addressee| may_reply.contains(&to.person);
    let answering = addressees.iter().filter(|to| answers(to)).map(|to| (to.person, meeting.0)).collect::<Vec<_>>();
    let mut links = make_links::<ReplyOnMinutes>(&mut w, answering, ends_at).await?.into_iter();
    let now = w.now();
    let written = addressees.iter().map(|to| letters::circulation(&desk, to, if answers(to) { links.next() } else { None }, now)).collect();
    mail::queue_letters(&mut w, written).await?;
    w.tell(format!("meeting:{meeting}"));
    let clause = match permit.person() {
        Some(_) => terms::clause_for(&mut w, body, house.today(), terms::Rests::Circulation).await?,
        None => None,
    };
    let entry = Entry::about(meeting.record(), page(meeting)).of_body(body).under(clause);
    w.close(entry.before("cleared").after(json!({"state": "circulated", "letters": sent}))).await?;
    Ok(sent)
}

/// Takes minutes back to the desk before they are approved. They are cleared and sent again; the versions stay.
///
/// # Errors
/// Refused when they are a draft, or approved.
pub async fn reopen(house: &House, permit: &Permit<KeepMinutes>) -> Result<()> {
    let meeting = *permit.id();
    let mut w = house.write(permit.opening(&REOPENED)).await?;
    let desk = store::desk(&mut w, meeting).await?;
    let (version, body, state) = (desk.minutes.head().version, desk.minutes.head().body, desk.minutes.state());
    let now = Minutes::Draft(match desk.minutes {
        Minutes::Cleared(cleared) => cleared.reopen(),
        Minutes::Circulated(circulated) => circulated.reopen(),
        other => return Err(Error::refuse(rules::not_a_draft(&other))),
    });
    saved(&mut w, &now, version).await?;
    end_links(&mut w, meeting.0, None).await?;
    w.tell(format!("meeting:{meeting}"));
    w.close(Entry::about(meeting.record(), page(meeting)).of_body(body).before(state).after("draft")).await?;
    Ok(())
}

/// Answers circulated minutes: agrees them, or proposes a change.
///
/// # Errors
/// Refused when they are not circulated, or when a change is proposed without words.
pub async fn reply(house: &House, permit: &Permit<ReplyOnMinutes>, agreed: bool, said: &str) -> Result<()> {
    let meeting = *permit.id();
    rules::reply(agreed, said).or_refuse()?;
    let person = permit.person().ok_or_else(|| Error::refuse(Finding::refuse("reply-nobody")))?;
    let mut w = house.write(permit.opening(&REPLIED)).await?;
    let desk = store::desk(&mut w, meeting).await?;
    let now = circulated(desk.minutes)?;
    let id = now.cleared.head.id.ok_or(Error::NotFound)?;
    store::reply(&mut w, id, person, agreed, said).await?;
    w.close(Entry::about(meeting.record(), page(meeting)).of_body(now.cleared.head.body).after(json!({"agreed": agreed, "words": said}))).await?;
    Ok(())
}

/// Records that a later meeting approved the minutes, and locks them. What the members were sent is what was approved;
/// with amendments, what the record says then is kept as the last version.
///
/// # Errors
/// Refused when they are not circulated, when the meeting is not a later one of the same body, or when its decision is not one
/// that it agreed.
pub async fn approve(house: &House, permit: &Permit<KeepMinutes>, approval: Approval) -> Result<()> {
    let meeting = *permit.id();
    let mut w = house.write(permit.opening(&APPROVED)).await?;
    let desk = store::desk(&mut w, meeting).await?;
    let (version, body) = (desk.minutes.head().version, desk.minutes.head().body);
    let (at_body, _) = store::meeting_of(&mut w, approval.at_meeting).await?;
    let mut findings = rules::approval(desk.day, approval.at_meeting == meeting, at_body == body, &approval);
    if let Some(decision) = approval.decision {
        let agreed = store::agreed_at(&mut w, decision, approval.at_meeting).await?;
        findings.push_if(!agreed, || Finding::refuse("approval-no-decision").at("at_meeting"));
    }
    findings.or_refuse()?;
    let now = Minutes::Approved(circulated(desk.minutes.clone())?.approve(approval.clone()));
    saved(&mut w, &now, version).await?;
    if approval.amended {
        // The amendments are in the record by now.
        kept(&mut w, &desk, &now, "approved").await?;
    } else {
        sent_on(&mut w, &desk, &now, "approved").await?;
    }
    end_links(&mut w, meeting.0, None).await?;
    w.tell(format!("meeting:{meeting}"));
    w.tell(format!("meeting:{}", approval.at_meeting));
    let clause = terms::clause_for(&mut w, body, approval.on, terms::Rests::Approval).await?;
    w.close(Entry::about(meeting.record(), page(meeting)).of_body(body).under(clause).before("circulated").after(&approval)).await?;
    Ok(())
}

/// Puts the approval to the meeting that takes the minutes and records that it agreed, then approves them: three acts, each
/// judged like any other. When the meeting cannot decide, the motion is taken away again.
///
/// # Errors
/// As putting, deciding and [`approve`] refuse.
pub async fn approve_at_item(house: &House, permit: &Permit<KeepMinutes>, item: ItemId, how: How, approval: Approval) -> Result<()> {
    let day = {
        let mut read = house.read().await?;
        let desk = store::desk(&mut read, *permit.id()).await?;
        circulated(desk.minutes)?;
        desk.day
    };
    let key = if approval.amended { "minutes-motion-amended" } else { "minutes-motion" };
    let motion = NewMotion { words: words(key, &[("day", &day.to_string())]), ..NewMotion::default() };
    let motion = decisions::acts::put(house, &permit.hand_on::<PutMotion>(item), motion).await?;
    let decide = permit.hand_on::<DecideMotion>(motion);
    let outcome = NewDecision {
        outcome: Outcome::Agreed,
        how,
        words: String::new(),
        count: None,
        votes: Vec::new(),
        casting: None,
        reason: None,
        taken_on: None,
        version: 0,
    };
    let decided: Result<DecisionId> = decisions::acts::decide(house, &decide, outcome).await;
    match decided {
        Ok(decision) => approve(house, permit, Approval { decision: Some(decision), ..approval }).await,
        Err(refused) => {
            decisions::acts::remove(house, &decide).await?;
            Err(refused)
        }
    }
}

/// Records a correction of minutes that are approved, or that are held elsewhere. The earlier words stay visible, or it says
/// that they are not held.
///
/// # Errors
/// Refused when it does not say which minutes, where in them, and what stands there now.
pub async fn correct(house: &House, permit: &Permit<CorrectMinutes>, new: NewCorrection) -> Result<Uuid> {
    let body: BodyId = *permit.id();
    rules::correction(&new).or_refuse()?;
    let mut w = house.write(permit.opening(&CORRECTED)).await?;
    let (_, slug) = store::body_name(&mut w, body).await?;
    let mut made_on = new.made_on;
    for (meeting, made_at) in [(new.of_meeting, false), (new.made_at, true)] {
        if let Some(meeting) = meeting {
            let (of, day) = store::meeting_of(&mut w, meeting).await?;
            if of != body {
                return Err(Error::NotFound);
            }
            if made_at {
                made_on = Some(day);
            }
        }
    }
    let id: Uuid = w.id();
    store::insert_correction(&mut w, id, body, &new, made_on).await?;
    w.close(Entry::about(kernel::Record::of("correction", id), format!("/bodies/{slug}/corrections")).of_body(body).after(&new)).await?;
    Ok(id)
}
