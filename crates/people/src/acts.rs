//! The verbs.

use ::store::{Entry, event};
use access::{House, Permit};
use kernel::{Day, OrganisationId, PersonId, Result};
use serde_json::json;

use crate::model::{NewOrganisation, NewPerson, OrganisationFace};
use crate::rights::{KeepOrganisation, KeepPerson, RecordPeople};
use crate::{rules, store};

event!(PERSON_RECORDED, "person.recorded");
event!(PERSON_RENAMED, "person.renamed");
event!(PERSON_ADDRESSED, "person.addressed");
event!(PERSON_ON_PAPER, "person.on-paper");
event!(ORGANISATION_RECORDED, "organisation.recorded");
event!(ORGANISATION_DESCRIBED, "organisation.described");
event!(ORGANISATION_SUCCEEDED, "organisation.succeeded");
event!(ADDRESS_FORGOTTEN, "person.address-forgotten");
event!(PERSON_MERGED, "person.merged");
event!(PERSON_SEPARATED, "person.separated");
event!(ASSISTANT_NAMED, "person.assistant-named");
event!(ASSISTANT_ENDED, "person.assistant-ended");

fn page(person: PersonId) -> String {
    format!("/people/{person}")
}

/// Records a person. Two people may bear one name; the same person is never recorded twice on purpose.
///
/// # Errors
/// Refused when the name or the address is not one.
pub async fn record_person(house: &House, permit: &Permit<RecordPeople>, new: NewPerson) -> Result<PersonId> {
    let mut findings = rules::name("name", &new.name);
    if let Some(address) = &new.address {
        findings.extend(rules::address("address", address));
    }
    findings.or_refuse()?;
    let mut w = house.write(permit.opening(&PERSON_RECORDED)).await?;
    let id: PersonId = w.id();
    store::insert_person(&mut w, id, &new).await?;
    w.close(Entry::about(id.record(), page(id)).after(&new)).await?;
    Ok(id)
}

/// Gives a person another name; the earlier one stays as a spelling.
///
/// # Errors
/// Refused when the name is not one; a conflict when somebody changed it meanwhile.
pub async fn rename_person(house: &House, permit: &Permit<KeepPerson>, name: &str, honorific: Option<&str>, version: i64) -> Result<()> {
    rules::name("name", name).or_refuse()?;
    let person = *permit.id();
    let mut w = house.write(permit.opening(&PERSON_RENAMED)).await?;
    let before = store::person(&mut w, person).await?;
    if !store::rename_person(&mut w, person, name, honorific, version).await? {
        let conflict = kernel::Conflict { theirs: before.name, yours: name.to_owned(), version: before.version };
        return Err(kernel::Error::Conflict(Box::new(conflict)));
    }
    if before.name != name {
        store::insert_other_name(&mut w, person, &before.name, None).await?;
    }
    w.close(Entry::about(person.record(), page(person)).before(&before).after(json!({"name": name, "honorific": honorific}))).await?;
    Ok(())
}

/// Notes whether somebody wants the papers of their meetings in print.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a person.
pub async fn ask_for_paper(house: &House, permit: &Permit<KeepPerson>, wanted: bool) -> Result<()> {
    let mut w = house.write(permit.opening(&PERSON_ON_PAPER)).await?;
    let person = *permit.id();
    let before = store::on_paper(&mut w, person).await?;
    store::set_on_paper(&mut w, person, wanted).await?;
    w.close(Entry::about(person.record(), page(person)).before(json!({"on_paper": before})).after(json!({"on_paper": wanted}))).await?;
    Ok(())
}

/// Records where a person's letters go.
///
/// # Errors
/// Refused when the address is not one.
pub async fn address_person(house: &House, permit: &Permit<KeepPerson>, address: &str, purpose: &str) -> Result<()> {
    rules::address("address", address).or_refuse()?;
    let person = *permit.id();
    let mut w = house.write(permit.opening(&PERSON_ADDRESSED)).await?;
    store::insert_address(&mut w, person, address, purpose).await?;
    w.close(Entry::about(person.record(), page(person)).after(json!({"address": address, "purpose": purpose}))).await?;
    Ok(())
}

/// Takes an address off a person's record. Where it went before stays in their history.
///
/// # Errors
/// [`kernel::Error::NotFound`] when it is not theirs.
pub async fn forget_address(house: &House, permit: &Permit<KeepPerson>, address: uuid::Uuid) -> Result<()> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&ADDRESS_FORGOTTEN)).await?;
    let before = store::addresses(&mut w, person).await?.into_iter().find(|one| one.id == address);
    if !store::forget_address(&mut w, person, address).await? {
        return Err(kernel::Error::NotFound);
    }
    w.close(Entry::about(person.record(), page(person)).before(before)).await?;
    Ok(())
}

/// Two records are of one person: everything that named the other one names this one from now on, and the other leads here.
///
/// # Errors
/// Refused when they are one record, met in one room, or each has an account; and when an account with rights over the
/// installation is among them and no administrator acts.
pub async fn merge_people(house: &House, permit: &Permit<KeepPerson>, other: PersonId) -> Result<()> {
    let kept = *permit.id();
    let mut w = house.write(permit.opening(&PERSON_MERGED)).await?;
    rules::may_merge(&store::standing(&mut w, kept, other).await?, permit.capacity() == "administrator").or_refuse()?;
    let before = store::person(&mut w, other).await?;
    for name in before.other_names.iter().chain([&before.name]) {
        store::insert_other_name(&mut w, kept, name, None).await?;
    }
    let moved = store::move_all(&mut w, kept, other).await?;
    store::sign(&mut w, other, Some(kept)).await?;
    let id = w.id();
    store::insert_merge(&mut w, id, kept, other, &moved).await?;
    let counts: serde_json::Map<_, _> = moved.iter().map(|(column, rows)| (column.clone(), json!(rows.len()))).collect();
    w.close(Entry::about(kept.record(), page(kept)).after(json!({ "other": other, "name": before.name, "moved": counts }))).await?;
    Ok(())
}

/// Two records that were joined are of two people after all: what was made to name this one names the other again. What was
/// recorded since then stays here, and so does the other's name as a spelling.
///
/// # Errors
/// [`kernel::Error::NotFound`] when they were not joined, or are separate again.
pub async fn separate_people(house: &House, permit: &Permit<KeepPerson>, merge: uuid::Uuid) -> Result<PersonId> {
    let kept = *permit.id();
    let mut w = house.write(permit.opening(&PERSON_SEPARATED)).await?;
    let (other, moved) = store::moved_by(&mut w, kept, merge).await?.ok_or(kernel::Error::NotFound)?;
    store::sign(&mut w, other, None).await?;
    store::move_back(&mut w, kept, other, &moved).await?;
    store::mark_undone(&mut w, merge).await?;
    w.close(Entry::about(kept.record(), page(kept)).before(json!({ "other": other }))).await?;
    Ok(other)
}

/// Records an organisation.
///
/// # Errors
/// Refused when the name is not one.
pub async fn record_organisation(house: &House, permit: &Permit<RecordPeople>, new: NewOrganisation) -> Result<OrganisationId> {
    rules::name("name", &new.name).or_refuse()?;
    let mut w = house.write(permit.opening(&ORGANISATION_RECORDED)).await?;
    let id: OrganisationId = w.id();
    store::insert_organisation(&mut w, id, &new).await?;
    w.close(Entry::about(id.record(), format!("/organisations/{id}")).after(&new)).await?;
    Ok(id)
}

/// Gives an organisation another name, short name or kind; an earlier name stays as one under which records know it.
///
/// # Errors
/// Refused when the name is not one; a conflict when somebody changed it meanwhile.
pub async fn describe_organisation(house: &House, permit: &Permit<KeepOrganisation>, face: &OrganisationFace, version: i64) -> Result<()> {
    rules::name("name", &face.name).or_refuse()?;
    let organisation = *permit.id();
    let mut w = house.write(permit.opening(&ORGANISATION_DESCRIBED)).await?;
    let before = store::organisation(&mut w, organisation).await?;
    if !store::describe_organisation(&mut w, organisation, face, version).await? {
        let conflict = kernel::Conflict { theirs: before.name, yours: face.name.clone(), version: before.version };
        return Err(kernel::Error::Conflict(Box::new(conflict)));
    }
    if before.name != face.name.trim() {
        store::insert_organisation_name(&mut w, organisation, &before.name).await?;
    }
    w.close(Entry::about(organisation.record(), format!("/organisations/{organisation}")).before(&before).after(face)).await?;
    Ok(())
}

/// One organisation follows another. The earlier one's seats live on.
///
/// # Errors
/// A fault when the database refuses.
pub async fn succeed_organisation(
    house: &House,
    permit: &Permit<RecordPeople>,
    earlier: OrganisationId,
    later: OrganisationId,
    on: Option<Day>,
    note: Option<&str>,
) -> Result<()> {
    if earlier == later {
        return Err(kernel::Error::refuse(kernel::Finding::refuse("organisation-after-itself").at("organisation")));
    }
    let mut w = house.write(permit.opening(&ORGANISATION_SUCCEEDED)).await?;
    store::insert_succession(&mut w, earlier, later, on, note).await?;
    w.close(Entry::about(earlier.record(), format!("/organisations/{earlier}")).after(json!({"later": later, "on": on, "note": note}))).await?;
    Ok(())
}

/// Names somebody who reads and answers for a person.
///
/// # Errors
/// Refused when that is the person, or reads and answers for them already.
pub async fn name_assistant(house: &House, permit: &Permit<KeepPerson>, assistant: PersonId, from: Day) -> Result<()> {
    let person = *permit.id();
    if person == assistant {
        return Err(kernel::Error::refuse(kernel::Finding::refuse("assistant-oneself").at("person")));
    }
    let mut w = house.write(permit.opening(&ASSISTANT_NAMED)).await?;
    if let Some(already) = store::assistants_of(&mut w, person, from).await?.into_iter().find(|one| one.id == assistant) {
        return Err(kernel::Error::refuse(kernel::Finding::refuse("assistant-already").at("person").with("name", already.name)));
    }
    store::insert_assistant(&mut w, person, assistant, from).await?;
    w.close(Entry::about(person.record(), page(person)).after(json!({"assistant": assistant, "from": from}))).await?;
    Ok(())
}

/// An assistant no longer reads and answers for a person.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_assistant(house: &House, permit: &Permit<KeepPerson>, assistant: PersonId, on: Day) -> Result<()> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&ASSISTANT_ENDED)).await?;
    store::end_assistant(&mut w, person, assistant, on).await?;
    w.close(Entry::about(person.record(), page(person)).before(json!({"assistant": assistant})).after(json!({"until": on}))).await?;
    Ok(())
}
