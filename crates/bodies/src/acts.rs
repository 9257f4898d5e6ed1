//! The verbs.

use ::store::{Entry, event};
use access::{House, Permit};
use kernel::{AppointmentId, BodyId, Conflict, Day, Error, Finding, Findings, ItemId, OfficeId, PartnershipId, PersonId, Result, SeatId, SectorId};
use serde_json::json;

use crate::model::{
    AppointmentEnding, BodyEnding, BodyKind, LinkKind, NewAppointment, NewBody, NewOffice, NewPartnership, NewSeat, NotedFinding, Openness,
    StandingItem,
};
use crate::rights::{FoundPartnership, ManageBody, ManagePartnership};
use crate::{rules, store};

event!(PARTNERSHIP_FOUNDED, "partnership.founded");
event!(BODY_ESTABLISHED, "body.established");
event!(BODY_RENAMED, "body.renamed");
event!(BODY_LINKED, "body.linked");
event!(BODY_UNLINKED, "body.unlinked");
event!(BODY_ENDED, "body.ended");
event!(BODY_SUCCEEDED, "body.succeeded");
event!(SECTOR_ADDED, "sector.added");
event!(SEAT_ADDED, "seat.added");
event!(SEAT_CHANGED, "seat.changed");
event!(SEAT_ENDED, "seat.ended");
event!(APPOINTED, "appointment.made");
event!(APPOINTMENT_ENDED, "appointment.ended");
event!(OFFICE_TAKEN, "office.taken");
event!(OFFICE_LEFT, "office.left");
event!(OPENNESS_CHOSEN, "openness.chosen");
event!(STANDING_ITEMS_SET, "standing-items.set");
event!(DISTRIBUTION_ADDED, "distribution.added");
event!(DISTRIBUTION_ENDED, "distribution.ended");
event!(FINDING_NOTED, "finding.noted");

fn page(slug: &str) -> String {
    format!("/bodies/{slug}")
}

/// Founds a partnership with its own board. The entry is the first of the new partnership's chain.
///
/// # Errors
/// Refused when the name, the nation, the colour or the address is not one, or the address is taken.
pub async fn found_partnership(house: &House, permit: &Permit<FoundPartnership>, new: NewPartnership) -> Result<(PartnershipId, BodyId)> {
    let mut findings = people::rules::name("name", &new.name);
    findings.push_if(!rules::NATIONS.contains(&new.nation.as_str()), || Finding::refuse("nation-unknown").at("nation").with("nation", &new.nation));
    if let Some(colour) = &new.colour {
        findings.extend(rules::colour(colour));
    }
    findings.or_refuse()?;
    let slug = people::rules::slug(new.slug.as_deref().unwrap_or(&new.name));
    let mut w = house.write(permit.opening(&PARTNERSHIP_FOUNDED)).await?;
    if !store::free_partnership_slug(&mut w, &slug).await? || !store::free_body_slug(&mut w, &slug).await? {
        return Err(Error::refuse(Finding::refuse("address-taken").at("name").with("address", &slug)));
    }
    let id: PartnershipId = w.id();
    let body: BodyId = w.id();
    w.found(id).await?;
    store::insert_partnership(&mut w, id, &slug, &new).await?;
    let board = NewBody {
        name: new.board.clone().unwrap_or_else(|| new.name.clone()),
        slug: Some(slug.clone()),
        short_name: None,
        kind: BodyKind::Partnership,
        purpose: new.about.clone(),
        established_on: new.established_on,
        note: new.note.clone(),
        source: new.source.clone(),
        linked_to: Vec::new(),
    };
    store::insert_body(&mut w, body, id, &slug, &board).await?;
    w.close(Entry::about(id.record(), format!("/partnerships/{slug}")).of_body(body).after(&new)).await?;
    Ok((id, body))
}

/// Two bodies of one partnership that live at one time have two names.
async fn free_name(w: &mut ::store::Write, partnership: PartnershipId, but: Option<BodyId>, name: &str) -> Result<()> {
    let same =
        |body: &crate::model::Body| Some(body.id) != but && body.ending.is_none() && body.name.trim().to_lowercase() == name.trim().to_lowercase();
    match store::bodies(w, partnership).await?.iter().find(|body| same(body)) {
        Some(taken) => Err(Error::refuse(Finding::refuse("body-name-taken").at("name").with("name", &taken.name))),
        None => Ok(()),
    }
}

/// Establishes a body within a partnership.
///
/// # Errors
/// Refused when the name is not one, another living body has it, or its address is taken.
pub async fn establish_body(house: &House, permit: &Permit<ManagePartnership>, new: NewBody) -> Result<BodyId> {
    people::rules::name("name", &new.name).or_refuse()?;
    let mut w = house.write(permit.opening(&BODY_ESTABLISHED)).await?;
    let partnership = *permit.id();
    free_name(&mut w, partnership, None, &new.name).await?;
    let mut slug = people::rules::slug(new.slug.as_deref().unwrap_or(&new.name));
    if !store::free_body_slug(&mut w, &slug).await? {
        if new.slug.is_some() {
            return Err(Error::refuse(Finding::refuse("address-taken").at("name").with("address", &slug)));
        }
        // Every partnership has its "Executive board": the partnership's own address goes before it.
        slug = format!("{}-{slug}", store::partnership(&mut w, partnership).await?.slug);
        if !store::free_body_slug(&mut w, &slug).await? {
            return Err(Error::refuse(Finding::refuse("address-taken").at("name").with("address", &slug)));
        }
    }
    let id: BodyId = w.id();
    store::insert_body(&mut w, id, partnership, &slug, &new).await?;
    w.close(Entry::about(id.record(), page(&slug)).of_body(id).after(&new)).await?;
    Ok(id)
}

/// Changes a body's name, short name and purpose.
///
/// # Errors
/// Refused when the name is not one; a conflict when somebody changed it meanwhile.
pub async fn rename_body(
    house: &House,
    permit: &Permit<ManageBody>,
    name: &str,
    short_name: Option<&str>,
    purpose: Option<&str>,
    version: i64,
) -> Result<()> {
    people::rules::name("name", name).or_refuse()?;
    let mut w = house.write(permit.opening(&BODY_RENAMED)).await?;
    let before = store::body(&mut w, *permit.id()).await?;
    if before.name != name {
        free_name(&mut w, before.partnership, Some(before.id), name).await?;
    }
    if !store::rename_body(&mut w, before.id, name, short_name, purpose, version).await? {
        let conflict = Conflict { theirs: before.name, yours: name.to_owned(), version: before.version };
        return Err(Error::Conflict(Box::new(conflict)));
    }
    let after = json!({"name": name, "short_name": short_name, "purpose": purpose});
    w.close(Entry::about(before.id.record(), page(&before.slug)).of_body(before.id).before(&before).after(after)).await?;
    Ok(())
}

/// Says how one body stands to another: within it, beside it, or reporting to it; the note says what and how often.
///
/// # Errors
/// Refused when a body would stand to itself, stands so already, or would be within two, or within one that is within it.
pub async fn link_bodies(
    house: &House,
    permit: &Permit<ManagePartnership>,
    body: BodyId,
    kind: LinkKind,
    other: BodyId,
    from: Option<Day>,
    note: Option<&str>,
) -> Result<()> {
    if body == other {
        return Err(Error::refuse(Finding::refuse("body-within-itself").at("other")));
    }
    let mut w = house.write(permit.opening(&BODY_LINKED)).await?;
    let slug = store::body(&mut w, body).await?.slug;
    // An earlier record stands as it is.
    if permit.person().is_some() {
        rules::link(&store::links_ahead(&mut w, *permit.id(), house.today()).await?, body, kind, other).or_refuse()?;
    }
    store::insert_link(&mut w, body, kind, other, from, note).await?;
    w.close(Entry::about(body.record(), page(&slug)).of_body(body).after(json!({"kind": kind, "other": other, "from": from, "note": note}))).await?;
    Ok(())
}

/// How a body ends.
#[derive(Debug, Clone, serde::Serialize)]
pub struct End {
    /// Its last day, where it is known.
    pub on: Option<Day>,
    /// What becomes of it.
    pub ending: BodyEnding,
    /// The body it goes into or that takes its place, with a note. An earlier record says that by itself.
    pub into: Option<(BodyId, Option<String>)>,
    /// What would still happen after its last day is called off, for this reason.
    pub call_off: Option<String>,
}

/// One body stands to another so no longer; without a last day it never did, and was entered by mistake.
///
/// # Errors
/// Refused when it would end before it began; not found when it is not of this partnership.
pub async fn end_link(house: &House, permit: &Permit<ManagePartnership>, link: uuid::Uuid, on: Option<Day>) -> Result<()> {
    let mut w = house.write(permit.opening(&BODY_UNLINKED)).await?;
    let held = store::links_ahead(&mut w, *permit.id(), house.today()).await?.into_iter().find(|held| held.id == link).ok_or(Error::NotFound)?;
    if let Some(on) = on {
        rules::ending(held.starts_on, on).or_refuse()?;
    }
    store::end_link(&mut w, link, on).await?;
    let slug = store::body(&mut w, held.body).await?.slug;
    w.close(Entry::about(held.body.record(), page(&slug)).of_body(held.body).before(&held).after(json!({"ends_on": on}))).await?;
    Ok(())
}

/// A body ends: dissolved, merged or succeeded. Its records stay. Ending it once more corrects what was said of its end.
///
/// # Errors
/// Refused when it would end before it began, would go into itself, or meetings after its last day are not called off.
pub async fn end_body(house: &House, permit: &Permit<ManageBody>, end: &End) -> Result<()> {
    let mut w = house.write(permit.opening(&BODY_ENDED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    let mut findings = Findings::none();
    if let Some(on) = end.on {
        findings.extend(rules::ending(body.established_on, on));
    }
    findings.push_if(end.into.as_ref().is_some_and(|(later, _)| *later == body.id), || Finding::refuse("body-within-itself").at("later"));
    let last = end.on.unwrap_or(house.today());
    if permit.person().is_some() {
        let ahead = crate::ending::ahead(&mut w, body.id, last).await?;
        findings.push_if(!ahead.is_empty() && end.call_off.is_none(), || {
            Finding::refuse("body-end-meetings")
                .at("call_off")
                .with("number", ahead.len())
                .with("first", ahead.first().map_or(last, |first| first.day))
        });
    }
    findings.or_refuse()?;
    if body.ending.is_some() && permit.person().is_some() {
        store::clear_successors(&mut w, body.id).await?;
    }
    if let Some((later, note)) = &end.into {
        store::insert_succession(&mut w, body.id, *later, end.ending, end.on, note.as_deref()).await?;
    }
    store::end_body(&mut w, body.id, end.on, end.ending).await?;
    if let Some(reason) = &end.call_off {
        crate::ending::call_off(&mut w, body.id, last, reason).await?;
    }
    w.close(Entry::about(body.id.record(), page(&body.slug)).of_body(body.id).before(&body).after(end)).await?;
    Ok(())
}

/// One body takes another's place, wholly or in part, or takes it in.
///
/// # Errors
/// A fault when the database refuses.
pub async fn succeed_body(
    house: &House,
    permit: &Permit<ManagePartnership>,
    earlier: BodyId,
    later: BodyId,
    kind: BodyEnding,
    on: Option<Day>,
    note: Option<&str>,
) -> Result<()> {
    let mut w = house.write(permit.opening(&BODY_SUCCEEDED)).await?;
    let slug = store::body(&mut w, later).await?.slug;
    store::insert_succession(&mut w, earlier, later, kind, on, note).await?;
    w.close(Entry::about(later.record(), page(&slug)).of_body(later).after(json!({"earlier": earlier, "kind": kind, "on": on, "note": note})))
        .await?;
    Ok(())
}

/// Adds a sector, in the partnership's own words.
///
/// # Errors
/// Refused when the name is not one.
pub async fn add_sector(house: &House, permit: &Permit<ManagePartnership>, name: &str) -> Result<SectorId> {
    people::rules::name("name", name).or_refuse()?;
    let mut w = house.write(permit.opening(&SECTOR_ADDED)).await?;
    let partnership = *permit.id();
    if let Some(same) = store::sectors(&mut w, partnership).await?.into_iter().find(|sector| sector.name.eq_ignore_ascii_case(name.trim())) {
        return Err(Error::refuse(Finding::refuse("sector-already-there").at("name").with("name", same.name)));
    }
    let id: SectorId = w.id();
    store::insert_sector(&mut w, id, partnership, name).await?;
    let slug = store::partnership(&mut w, partnership).await?.slug;
    w.close(Entry::about(id.record(), format!("/partnerships/{slug}")).after(json!({"name": name}))).await?;
    Ok(id)
}

/// Adds a seat to a body, at the end of its list.
///
/// # Errors
/// Refused when the label is not one.
pub async fn add_seat(house: &House, permit: &Permit<ManageBody>, new: NewSeat) -> Result<SeatId> {
    people::rules::name("label", &new.label).or_refuse()?;
    let mut w = house.write(permit.opening(&SEAT_ADDED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    let id: SeatId = w.id();
    store::insert_seat(&mut w, id, body.id, &new).await?;
    w.close(Entry::about(id.record(), page(&body.slug)).of_body(body.id).after(&new)).await?;
    Ok(id)
}

async fn seat_of(w: &mut ::store::Write, body: BodyId, seat: SeatId) -> Result<crate::model::Sitting> {
    let (of, sitting) = store::seat(w, seat).await?;
    if of == body { Ok(sitting) } else { Err(Error::NotFound) }
}

/// Changes a seat's label, class, sector and who nominates.
///
/// # Errors
/// Refused when the label is not one; a conflict when somebody changed it meanwhile.
pub async fn change_seat(house: &House, permit: &Permit<ManageBody>, seat: SeatId, new: NewSeat, version: i64) -> Result<()> {
    people::rules::name("label", &new.label).or_refuse()?;
    let mut w = house.write(permit.opening(&SEAT_CHANGED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    let before = seat_of(&mut w, body.id, seat).await?;
    if !store::change_seat(&mut w, seat, &new, version).await? {
        let conflict = Conflict { theirs: before.label, yours: new.label, version: before.version };
        return Err(Error::Conflict(Box::new(conflict)));
    }
    w.close(Entry::about(seat.record(), page(&body.slug)).of_body(body.id).before(&before).after(&new)).await?;
    Ok(())
}

/// A seat comes to an end, and with it the appointments to it.
///
/// # Errors
/// Refused when it would end before it began or before somebody's time in it begins, or has ended already.
pub async fn end_seat(house: &House, permit: &Permit<ManageBody>, seat: SeatId, on: Day) -> Result<()> {
    let mut w = house.write(permit.opening(&SEAT_ENDED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    let before = seat_of(&mut w, body.id, seat).await?;
    rules::ending_seat(&before, on).or_refuse()?;
    for appointed in before.people.iter().filter(|appointed| appointed.ends_on.is_none_or(|end| end > on)) {
        store::end_appointment(&mut w, appointed.id, on, AppointmentEnding::SeatEnded).await?;
    }
    store::end_seat(&mut w, seat, on).await?;
    w.close(Entry::about(seat.record(), page(&body.slug)).of_body(body.id).before(&before).after(json!({"ends_on": on}))).await?;
    Ok(())
}

/// Appoints somebody to a seat. The answer names what is worth a second look, such as a person who sits already.
///
/// # Errors
/// Refused when the seat is held at that time, is not a seat on that day, or the term would end before it starts.
pub async fn appoint(house: &House, permit: &Permit<ManageBody>, seat: SeatId, new: NewAppointment) -> Result<(AppointmentId, Findings)> {
    let mut w = house.write(permit.opening(&APPOINTED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    let sitting = seat_of(&mut w, body.id, seat).await?;
    let elsewhere = store::sits_elsewhere(&mut w, body.id, new.person, seat, new.starts_on).await?;
    let findings = rules::appointment(&sitting, &new, elsewhere.as_deref()).or_refuse()?;
    let id: AppointmentId = w.id();
    store::insert_appointment(&mut w, id, seat, &new).await?;
    // Somebody who sat in a seat that is no more sat there no longer than it was one.
    if let Some(end) = sitting.ends_on {
        store::end_appointment(&mut w, id, end, AppointmentEnding::SeatEnded).await?;
    }
    w.close(Entry::about(id.record(), page(&body.slug)).of_body(body.id).after(&new)).await?;
    Ok((id, findings))
}

/// An appointment ends: resigned, lapsed, term over, replaced, perhaps under a clause. Its last day is the one given.
///
/// # Errors
/// Refused when it would end before it began, or has ended already.
pub async fn end_appointment(
    house: &House,
    permit: &Permit<ManageBody>,
    id: AppointmentId,
    on: Day,
    ending: AppointmentEnding,
    clause: Option<String>,
) -> Result<()> {
    let mut w = house.write(permit.opening(&APPOINTMENT_ENDED)).await?;
    let (of, starts_on, ends_on) = store::appointment(&mut w, id).await?;
    if of != *permit.id() {
        return Err(Error::NotFound);
    }
    let mut findings = rules::ending(starts_on, on);
    findings.push_if(ends_on.is_some(), || Finding::refuse("appointment-already-ended").at("ends_on"));
    findings.or_refuse()?;
    let slug = store::body(&mut w, of).await?.slug;
    store::end_appointment(&mut w, id, on, ending).await?;
    let entry = Entry::about(id.record(), page(&slug)).of_body(of).under(clause);
    w.close(entry.before(json!({"ends_on": ends_on})).after(json!({"ends_on": on, "ending": ending}))).await?;
    Ok(())
}

/// Somebody takes an office.
///
/// # Errors
/// Refused when a chair or vice-chair is still in office, or the person holds it already.
pub async fn take_office(house: &House, permit: &Permit<ManageBody>, new: NewOffice) -> Result<OfficeId> {
    let mut w = house.write(permit.opening(&OFFICE_TAKEN)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    rules::office(&store::offices(&mut w, body.id, None).await?, &new).or_refuse()?;
    let id: OfficeId = w.id();
    store::insert_office(&mut w, id, body.id, &new).await?;
    w.close(Entry::about(id.record(), page(&body.slug)).of_body(body.id).after(&new)).await?;
    Ok(id)
}

/// Somebody leaves an office, perhaps under a clause, at the end of a day or at an item of that day's meeting.
///
/// # Errors
/// Refused when it would end before it began.
pub async fn leave_office(
    house: &House,
    permit: &Permit<ManageBody>,
    id: OfficeId,
    on: Day,
    at_item: Option<ItemId>,
    clause: Option<String>,
) -> Result<()> {
    let mut w = house.write(permit.opening(&OFFICE_LEFT)).await?;
    let (of, starts_on) = store::office(&mut w, id).await?;
    if of != *permit.id() {
        return Err(Error::NotFound);
    }
    rules::ending(starts_on, on).or_refuse()?;
    let slug = store::body(&mut w, of).await?.slug;
    store::end_office(&mut w, id, on, at_item).await?;
    w.close(Entry::about(id.record(), page(&slug)).of_body(of).under(clause).after(json!({"ends_on": on, "ends_at_item": at_item}))).await?;
    Ok(())
}

/// Chooses who may see a class of the body's documents, under a clause or by the partnership's own choice.
///
/// # Errors
/// A fault when the database refuses.
pub async fn choose_openness(house: &House, permit: &Permit<ManageBody>, openness: &Openness) -> Result<()> {
    let mut w = house.write(permit.opening(&OPENNESS_CHOSEN)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    let before = store::openness(&mut w, body.id).await?.into_iter().find(|o| o.class == openness.class);
    store::set_openness(&mut w, body.id, openness).await?;
    w.close(Entry::about(body.id.record(), page(&body.slug)).of_body(body.id).under(openness.clause.clone()).before(before).after(openness)).await?;
    Ok(())
}

/// Notes a contradiction or a gap in the body's records, where no rule can compute it.
///
/// # Errors
/// Refused when it says nothing.
pub async fn note_finding(house: &House, permit: &Permit<ManageBody>, finding: &NotedFinding) -> Result<()> {
    if finding.words.trim().is_empty() {
        return Err(Error::refuse(Finding::refuse("words-missing").at("words")));
    }
    let mut w = house.write(permit.opening(&FINDING_NOTED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    store::insert_noted_finding(&mut w, body.id, finding).await?;
    w.close(Entry::about(body.id.record(), page(&body.slug)).of_body(body.id).under(finding.clause.clone()).after(finding)).await?;
    Ok(())
}

/// Sets the standing items of the body's agendas, in order.
///
/// # Errors
/// Refused when a title is not one.
pub async fn set_standing_items(house: &House, permit: &Permit<ManageBody>, items: &[StandingItem]) -> Result<()> {
    items.iter().flat_map(|item| people::rules::name("title", &item.title).0).collect::<Findings>().or_refuse()?;
    let mut w = house.write(permit.opening(&STANDING_ITEMS_SET)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    let before = store::standing_items(&mut w, body.id).await?;
    store::set_standing_items(&mut w, body.id, items).await?;
    w.close(Entry::about(body.id.record(), page(&body.slug)).of_body(body.id).before(before).after(items)).await?;
    Ok(())
}

/// Somebody who does not sit on the body gets its letters from now on.
///
/// # Errors
/// A fault when the database refuses.
pub async fn add_to_distribution(house: &House, permit: &Permit<ManageBody>, person: PersonId, note: Option<&str>, from: Day) -> Result<()> {
    let mut w = house.write(permit.opening(&DISTRIBUTION_ADDED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    store::insert_distribution(&mut w, body.id, person, note, from).await?;
    w.close(Entry::about(body.id.record(), page(&body.slug)).of_body(body.id).after(json!({"person": person, "note": note, "from": from}))).await?;
    Ok(())
}

/// Somebody no longer gets the body's letters.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_distribution(house: &House, permit: &Permit<ManageBody>, person: PersonId, on: Day) -> Result<()> {
    let mut w = house.write(permit.opening(&DISTRIBUTION_ENDED)).await?;
    let body = store::body(&mut w, *permit.id()).await?;
    store::end_distribution(&mut w, body.id, person, on).await?;
    w.close(Entry::about(body.id.record(), page(&body.slug)).of_body(body.id).after(json!({"person": person, "until": on}))).await?;
    Ok(())
}
