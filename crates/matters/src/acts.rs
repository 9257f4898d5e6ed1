//! Lodging a paper, changing what is said about it, replacing its file, withdrawing it; keeping a body's list of grounds.

use ::store::{Entry, Write, event};
use access::{Act, House, Permit};
use kernel::{BodyId, Conflict, Error, Finding, Findings, PaperId, Result};
use serde_json::json;
use uuid::Uuid;

use crate::grounds::GroundList;
use crate::model::{NewPaper, Paper, SentFile, Written};
use crate::rights::{KeepPaper, LodgePapers};
use crate::{intake, length, rules, store};

event!(
    /// A paper was lodged.
    LODGED,
    "paper.lodged"
);
event!(
    /// What is said about a paper changed.
    CHANGED,
    "paper.changed"
);
event!(
    /// A paper's file arrived, or a newer one took its place.
    REPLACED,
    "paper.replaced"
);
event!(
    /// A paper was withdrawn.
    WITHDRAWN,
    "paper.withdrawn"
);
event!(
    /// A paper was made public by itself, without an agenda.
    PUBLISHED,
    "paper.published"
);
event!(
    /// Grounds were added to a body's list.
    GROUNDS_ADDED,
    "grounds.added"
);
event!(
    /// A ground was taken off a body's list.
    GROUND_REMOVED,
    "ground.removed"
);

fn page(paper: PaperId) -> String {
    format!("/papers/{paper}")
}

async fn ground_known(w: &mut Write, body: BodyId, ground: Option<Uuid>) -> Result<bool> {
    match ground {
        Some(ground) => Ok(store::grounds(w, body).await?.iter().any(|known| known.id == ground)),
        None => Ok(false),
    }
}

/// Tells the pages of its meeting.
fn tell(w: &mut Write, meeting: Option<kernel::MeetingId>) {
    if let Some(meeting) = meeting {
        w.tell(format!("meeting:{meeting}"));
    }
}

/// Lodges a paper with a body, for an item of a meeting or without one, with its file or to follow.
///
/// # Errors
/// Refused when the file cannot become a paper, the item is not the meeting's, an exempt paper lacks a ground of the body's
/// list or a reason, or the paper is longer than the terms allow and no reason is given.
pub async fn lodge_paper(house: &House, permit: &Permit<LodgePapers>, new: NewPaper, file: Option<SentFile>) -> Result<PaperId> {
    lodge(house, permit, new, file, None).await
}

/// Lodges a paper that was written here, with the file that was set from its text.
///
/// # Errors
/// As [`lodge_paper`] refuses.
pub async fn lodge_written(house: &House, permit: &Permit<LodgePapers>, new: NewPaper, set: SentFile, written: &Written) -> Result<PaperId> {
    lodge(house, permit, new, Some(set), Some(written)).await
}

async fn lodge(house: &House, permit: &Permit<LodgePapers>, new: NewPaper, file: Option<SentFile>, written: Option<&Written>) -> Result<PaperId> {
    let kept = match &file {
        Some(file) => Some(intake::kept(house, file, &new.title).await?),
        None => None,
    };
    let mut w = house.write(permit.opening(&LODGED)).await?;
    let body = *permit.id();
    let mut findings = rules::paper_findings(&new, file.is_some(), ground_known(&mut w, body, new.ground).await?);
    let fits = match (new.meeting, new.item) {
        (None, None) => true,
        (None, Some(_)) => false,
        (Some(meeting), None) => store::meeting_fits(&mut w, meeting, body).await?.is_some(),
        (Some(meeting), Some(item)) => store::item_fits(&mut w, item, meeting, body).await?.is_some(),
    };
    findings.push_if(!fits, || Finding::refuse("paper-item-elsewhere"));
    let clause = match &kept {
        Some(kept) => too_long(house, &mut w, (body, new.meeting), &new, kept.pages, &mut findings).await?,
        None => None,
    };
    findings.or_refuse()?;
    let matter = match &new.matter {
        Some(title) => Some(store::matter_titled(&mut w, permit.partnership(), title, house.today()).await?),
        None => None,
    };
    let id: PaperId = w.id();
    store::insert_paper(&mut w, id, body, matter, &new).await?;
    if let (Some(file), Some(kept)) = (&file, &kept) {
        store::insert_file(&mut w, id, &file.name, kept, None).await?;
        if let Some(written) = written {
            store::insert_text(&mut w, id, written).await?;
        }
    }
    tell(&mut w, new.meeting);
    let after = json!({"paper": new, "file": kept.as_ref().map(|kept| &kept.sent.hash)});
    w.close(Entry::about(id.record(), page(id)).of_body(body).under(clause).after(after)).await?;
    Ok(id)
}

/// Looks whether a paper is longer than the terms allow; answers under which clause it goes in all the same, with its reason.
async fn too_long(
    house: &House,
    w: &mut Write,
    (body, meeting): (BodyId, Option<kernel::MeetingId>),
    new: &NewPaper,
    pages: i64,
    findings: &mut Findings,
) -> Result<Option<String>> {
    let limits = length::limits(w, body, meeting, new.kind, house.today()).await?;
    findings.extend(length::findings(&limits, new, pages));
    Ok(limits.into_iter().find(|limit| limit.strict && pages > i64::from(limit.most)).map(|limit| limit.clause))
}

/// Saves a paper that is written here: what is said about it, its text, and the file set from it, which is a version like any
/// other file of a paper.
///
/// # Errors
/// As [`change_paper`] refuses; a conflict with both texts when somebody saved it meanwhile.
pub async fn save_written(
    house: &House,
    permit: &Permit<KeepPaper>,
    new: NewPaper,
    set: SentFile,
    written: &Written,
    note: Option<&str>,
    seen: i64,
) -> Result<()> {
    let kept = intake::kept(house, &set, &new.title).await?;
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let before = store::paper(&mut w, *permit.id()).await?;
    let was = store::text(&mut w, before.id, before.file_number).await?.unwrap_or_default();
    let mut findings = Findings::none();
    let clause = too_long(house, &mut w, (before.body, before.meeting), &new, kept.pages, &mut findings).await?;
    findings.or_refuse()?;
    let new = changed(house, &mut w, &before, new, true, seen).await.map_err(|error| match error {
        Error::Conflict(conflict) => Error::Conflict(Box::new(Conflict {
            theirs: laid_out(&before.title, &was),
            yours: laid_out(&conflict.yours, written),
            version: conflict.version,
        })),
        other => other,
    })?;
    store::insert_file(&mut w, before.id, &set.name, &kept, note).await?;
    store::insert_text(&mut w, before.id, written).await?;
    store::mark_arrived(&mut w, before.id).await?;
    tell(&mut w, before.meeting);
    let entry = Entry::about(before.id.record(), page(before.id)).of_body(before.body).under(clause).before(json!({"paper": before, "written": was}));
    w.close(entry.after(json!({"paper": new, "written": written, "hash": kept.sent.hash, "note": note}))).await?;
    Ok(())
}

/// A text as one would read it through, to be shown beside another.
fn laid_out(title: &str, written: &Written) -> String {
    let parts = [title, &written.text, &written.options].into_iter().chain(written.implications().map(|(_, text)| text));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Changes what is said about a paper. Where it goes does not change.
///
/// # Errors
/// Refused as when it is lodged, and when recommendations that were already put to the meeting would change; a conflict when
/// somebody changed it meanwhile.
pub async fn change_paper(house: &House, permit: &Permit<KeepPaper>, new: NewPaper, seen: i64) -> Result<()> {
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let before = store::paper(&mut w, *permit.id()).await?;
    let new = changed(house, &mut w, &before, new, before.file_number > 0, seen).await?;
    if before.to_follow && !new.to_follow {
        store::mark_arrived(&mut w, before.id).await?;
    }
    // What went out as to follow has not gone out with what it says.
    if before.to_follow && !new.to_follow && before.file_number == 0 {
        store::hold_back(&mut w, before.id).await?;
    }
    tell(&mut w, before.meeting);
    let entry = Entry::about(before.id.record(), page(before.id)).of_body(before.body).before(&before);
    w.close(entry.after(&new)).await?;
    Ok(())
}

/// Writes what is said about a paper, if it may be said and nobody else changed it since the version that was seen.
async fn changed(house: &House, w: &mut Write, before: &Paper, mut new: NewPaper, has_file: bool, seen: i64) -> Result<NewPaper> {
    (new.meeting, new.item) = (before.meeting, before.item);
    let known = ground_known(w, before.body, new.ground).await?;
    let mut findings = rules::paper_findings(&new, has_file, known);
    if store::recommendations_in_use(w, before.id).await? {
        let put: Vec<_> = store::recommendations(w, before.id).await?.into_iter().map(|r| (r.kind, r.text)).collect();
        findings.push_if(put != new.recommendations, || Finding::refuse("paper-recommendations-put").at("recommendations"));
    }
    findings.push_if(before.withdrawn_at.is_some(), || Finding::refuse("paper-withdrawn-already"));
    findings.or_refuse()?;
    let matter = match &new.matter {
        Some(title) => Some(store::matter_titled(w, before.partnership, title, house.today()).await?),
        None => None,
    };
    if !store::change_paper(w, before.id, matter, &new, seen).await? {
        let conflict = Conflict { theirs: before.title.clone(), yours: new.title, version: before.version };
        return Err(Error::Conflict(Box::new(conflict)));
    }
    if before.exempt && !new.exempt {
        store::hold_back(w, before.id).await?;
    }
    Ok(new)
}

/// Puts a newer file in the place of the one before, which is kept; or brings the file that was to follow.
///
/// # Errors
/// Refused when it cannot become a paper, the paper was withdrawn, or it is longer than the terms allow and no reason is given.
pub async fn replace_file(
    house: &House,
    permit: &Permit<KeepPaper>,
    file: SentFile,
    note: Option<String>,
    longer_reason: Option<String>,
) -> Result<()> {
    let title = store::paper(&mut house.read().await?, *permit.id()).await?.title;
    let kept = intake::kept(house, &file, &title).await?;
    let mut w = house.write(permit.opening(&REPLACED)).await?;
    let before = store::paper(&mut w, *permit.id()).await?;
    if before.withdrawn_at.is_some() {
        return Err(Error::refuse(Finding::refuse("paper-withdrawn-already")));
    }
    let told = NewPaper { kind: before.kind, longer_reason, ..NewPaper::titled(&before.title) };
    let mut findings = Findings::none();
    let clause = too_long(house, &mut w, (before.body, before.meeting), &told, kept.pages, &mut findings).await?;
    findings.or_refuse()?;
    store::insert_file(&mut w, before.id, &file.name, &kept, note.as_deref()).await?;
    store::mark_arrived(&mut w, before.id).await?;
    tell(&mut w, before.meeting);
    let entry =
        Entry::about(before.id.record(), page(before.id)).of_body(before.body).under(clause).before(json!({"file_number": before.file_number}));
    let after = json!({"file_number": before.file_number + 1, "hash": kept.sent.hash, "note": note, "longer_reason": told.longer_reason});
    w.close(entry.after(after)).await?;
    Ok(())
}

/// Withdraws a paper. A tombstone with the day and the reason stays; the file is kept for the secretariat.
///
/// # Errors
/// Refused without a reason, or when it was withdrawn before.
pub async fn withdraw_paper(house: &House, permit: &Permit<KeepPaper>, reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(Error::refuse(Finding::refuse("paper-reason-missing").at("reason")));
    }
    let mut w = house.write(permit.opening(&WITHDRAWN)).await?;
    let before = store::paper(&mut w, *permit.id()).await?;
    if !store::withdraw(&mut w, before.id, reason.trim()).await? {
        return Err(Error::refuse(Finding::refuse("paper-withdrawn-already")));
    }
    tell(&mut w, before.meeting);
    w.close(Entry::about(before.id.record(), page(before.id)).of_body(before.body).after(json!({"withdrawn": reason}))).await?;
    Ok(())
}

/// Makes a paper public as it is now: one without a meeting, or one of a meeting that is over, whose agenda is not sent again.
///
/// # Errors
/// Refused when it was withdrawn, is exempt or has not arrived, or goes out with an agenda.
pub async fn publish_paper(house: &House, permit: &Permit<KeepPaper>) -> Result<()> {
    let mut w = house.write(permit.opening(&PUBLISHED)).await?;
    let before = store::paper(&mut w, *permit.id()).await?;
    rules::publish_findings(&before).or_refuse()?;
    store::mark_out(&mut w, before.id).await?;
    tell(&mut w, before.meeting);
    let was = before.out.as_ref().map(|out| out.number);
    w.close(
        Entry::about(before.id.record(), page(before.id))
            .of_body(before.body)
            .before(json!({"file": was}))
            .after(json!({"file": before.file_number})),
    )
    .await?;
    Ok(())
}

fn grounds_page(slug: &str) -> String {
    format!("/bodies/{slug}/grounds")
}

/// Adds the grounds of a list to a body's own; codes that it has already stay as they are.
///
/// # Errors
/// A fault when the database refuses.
pub async fn take_list<A: Act<Id = BodyId>>(house: &House, permit: &Permit<A>, list: &GroundList) -> Result<()> {
    let mut w = house.write(permit.opening(&GROUNDS_ADDED)).await?;
    let body = bodies::store::body(&mut w, *permit.id()).await?;
    for ground in list.grounds {
        store::insert_ground(&mut w, body.id, ground.code, list.basis, ground.words, ground.confidential).await?;
    }
    w.close(Entry::about(body.id.record(), grounds_page(&body.slug)).of_body(body.id).after(json!({"list": list.slug}))).await?;
    Ok(())
}

/// Adds one ground to a body's list.
///
/// # Errors
/// Refused when the code is listed already.
pub async fn add_ground<A: Act<Id = BodyId>>(
    house: &House,
    permit: &Permit<A>,
    code: &str,
    basis: &str,
    words: &str,
    confidential: bool,
) -> Result<()> {
    let mut w = house.write(permit.opening(&GROUNDS_ADDED)).await?;
    let body = bodies::store::body(&mut w, *permit.id()).await?;
    if !store::insert_ground(&mut w, body.id, code, basis, words, confidential).await? {
        return Err(Error::refuse(Finding::refuse("ground-code-taken").at("code").with("code", code)));
    }
    let after = json!({"code": code, "basis": basis, "words": words, "confidential": confidential});
    w.close(Entry::about(body.id.record(), grounds_page(&body.slug)).of_body(body.id).after(after)).await?;
    Ok(())
}

/// Takes a ground off a body's list.
///
/// # Errors
/// Refused when something rests on it.
pub async fn remove_ground<A: Act<Id = BodyId>>(house: &House, permit: &Permit<A>, ground: Uuid) -> Result<()> {
    let mut w = house.write(permit.opening(&GROUND_REMOVED)).await?;
    let body = bodies::store::body(&mut w, *permit.id()).await?;
    let known = store::grounds(&mut w, body.id).await?.into_iter().find(|known| known.id == ground).ok_or(Error::NotFound)?;
    let mut findings = Findings::none();
    findings.push_if(store::ground_in_use(&mut w, ground).await?, || Finding::refuse("ground-in-use").with("code", &known.code));
    findings.or_refuse()?;
    store::remove_ground(&mut w, body.id, ground).await?;
    w.close(Entry::about(body.id.record(), grounds_page(&body.slug)).of_body(body.id).before(&known)).await?;
    Ok(())
}
