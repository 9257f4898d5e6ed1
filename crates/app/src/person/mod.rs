//! What a person may ask of those who hold data on them: to be told all of it, and to have erased what the law lets go.

pub mod erase;

use std::collections::BTreeSet;

use kernel::{Error, PersonId, Result};
use store::{Read, args, sql};
use uuid::Uuid;

sql!(BY_ID, "select coalesce(merged_into, id) as id from person where id = $1");
sql!(
    BY_ADDRESS,
    "select coalesce(p.merged_into, p.id) as id from person p
     where p.id in (select r.person_id from person_address r where lower(r.address) = $1 union select a.person_id from account a where lower(a.address) = $1)"
);
sql!(RECORDS, "select id, name from person where id = $1 or merged_into = $1 order by case when id = $1 then 0 else 1 end, id");
sql!(SPELLINGS, "select n.name from person_name n join person p on p.id = n.person_id where p.id = $1 or p.merged_into = $1 order by n.name");
sql!(
    HELD_ADDRESSES,
    "select lower(a.address) as address from person_address a join person p on p.id = a.person_id where p.id = $1 or p.merged_into = $1
     union select lower(c.address) from account c join person p on p.id = c.person_id where p.id = $1 or p.merged_into = $1
     union select lower(l.address) from letter l join person p on p.id = l.person_id where (p.id = $1 or p.merged_into = $1) and l.address <> ''"
);

/// Somebody, with everything the database knows them by.
#[derive(Debug, Clone)]
pub struct Known {
    /// The record that stands for them.
    pub person: PersonId,
    /// That record and those that were joined to it.
    pub records: Vec<PersonId>,
    /// Their name.
    pub name: String,
    /// Every spelling of it.
    pub spellings: BTreeSet<String>,
    /// Every e-mail address that is held, in small letters.
    pub addresses: BTreeSet<String>,
}

/// Finds somebody by the id of their record or by an e-mail address.
///
/// # Errors
/// A fault that says so when nobody or more than one person is known by it.
pub async fn find(read: &mut Read, by: &str) -> Result<Known> {
    let found: BTreeSet<PersonId> = match by.parse::<Uuid>() {
        Ok(id) => read.each(&BY_ID, args![id], |row| row.get("id")).await?.into_iter().collect(),
        Err(_) => read.each(&BY_ADDRESS, args![by.trim().to_lowercase()], |row| row.get("id")).await?.into_iter().collect(),
    };
    let mut found = found.into_iter();
    let person = found
        .next()
        .ok_or_else(|| Error::fault(format!("nobody is known by {by}: give the e-mail address, or the id from the address of their page")))?;
    let others: Vec<String> = found.map(|id| id.to_string()).collect();
    if !others.is_empty() {
        return Err(Error::fault(format!("{by} is the address of several people: name one of them by id, {person}, {}", others.join(", "))));
    }
    let records: Vec<(PersonId, String)> = read.each(&RECORDS, args![person], |row| Ok((row.get("id")?, row.get("name")?))).await?;
    let name = records.first().map(|(_, name)| name.clone()).unwrap_or_default();
    let mut spellings: BTreeSet<String> = read.each(&SPELLINGS, args![person], |row| row.get("name")).await?.into_iter().collect();
    spellings.extend(records.iter().map(|(_, name)| name.clone()));
    let addresses = read.each(&HELD_ADDRESSES, args![person], |row| row.get("address")).await?.into_iter().collect();
    Ok(Known { person, records: records.into_iter().map(|(id, _)| id).collect(), name, spellings, addresses })
}
