//! The SQL of accounts.

use ::store::{Read, Row, Write, args, sql};
use kernel::{AccountId, PersonId, Result};

use crate::model::{Account, NewAccount, Whose};

sql!(
    ACCOUNT,
    "select a.id, a.person_id, a.address, a.password, a.administrator, a.auditor, a.made_at, a.closed_at, p.name from account a join person p on p.id = a.person_id where a.id = $1"
);
sql!(
    OF_PERSON,
    "select a.id, a.person_id, a.address, a.password, a.administrator, a.auditor, a.made_at, a.closed_at, p.name from account a join person p on p.id = a.person_id where a.person_id = $1"
);
sql!(
    OF_ADDRESS,
    "select a.id, a.person_id, a.address, a.password, a.administrator, a.auditor, a.made_at, a.closed_at, p.name from account a join person p on p.id = a.person_id where a.address = $1"
);
sql!(
    LIST,
    "select a.id, a.person_id, a.address, a.password, a.administrator, a.auditor, a.made_at, a.closed_at, p.name from account a join person p on p.id = a.person_id
     where lower(p.name) like $1 or a.address like $1
     order by case when a.closed_at is null then 0 else 1 end, p.sort_name limit $2"
);
sql!(
    RECORDED,
    "select distinct coalesce(p.merged_into, p.id) as id from person_address r join person p on p.id = r.person_id where lower(r.address) = $1
       and not exists (select 1 from account c where c.person_id = coalesce(p.merged_into, p.id) and (c.administrator or c.auditor))"
);
sql!(ADDRESSES, "select address from person_address where person_id = $1 order by case purpose when 'meetings' then 0 else 1 end, address");
sql!(ADMINISTRATORS, "select count(*) as n from account where administrator and closed_at is null and id <> $1");
sql!(COUNT, "select count(*) as n from account");
sql!(INSERT, "insert into account (id, person_id, address, password, administrator, auditor, made_at) values ($1, $2, $3, $4, $5, $6, $7)");
sql!(SET_PASSWORD, "update account set password = $2 where id = $1");
sql!(CHANGE, "update account set address = $2, administrator = $3, auditor = $4 where id = $1");
sql!(CLOSE, "update account set closed_at = $2 where id = $1 and closed_at is null");
sql!(REOPEN, "update account set closed_at = null where id = $1");
sql!(
    SECRETARIES,
    "select distinct s.name, (select min(x.address) from person_address x where x.person_id = s.id) as address
     from appointment a join seat t on t.id = a.seat_id join office o on o.body_id = t.body_id and o.kind = 'secretary' join person s on s.id = o.person_id
     where a.person_id in (select r.person_id from person_address r where lower(r.address) = $1)
       and a.ends_on is null and o.ends_on is null order by s.name"
);

/// An address as it is compared: trimmed, in small letters.
pub fn compared(address: &str) -> String {
    address.trim().to_lowercase()
}

fn account_row(row: &Row) -> Result<Account> {
    Ok(Account {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        address: row.get("address")?,
        has_password: row.get::<Option<String>>("password")?.is_some(),
        administrator: row.get("administrator")?,
        auditor: row.get("auditor")?,
        made_at: row.get("made_at")?,
        closed_at: row.get("closed_at")?,
    })
}

/// One account.
///
/// # Errors
/// [`kernel::Error::NotFound`] without one.
pub async fn account(read: &mut Read, id: AccountId) -> Result<Account> {
    account_row(&read.one(&ACCOUNT, args![id]).await?)
}

/// A person's account.
///
/// # Errors
/// A fault when the database refuses.
pub async fn account_of(read: &mut Read, person: PersonId) -> Result<Option<Account>> {
    read.maybe(&OF_PERSON, args![person]).await?.map(|row| account_row(&row)).transpose()
}

/// The account with this address.
///
/// # Errors
/// A fault when the database refuses.
pub async fn account_at(read: &mut Read, address: &str) -> Result<Option<Account>> {
    read.maybe(&OF_ADDRESS, args![compared(address)]).await?.map(|row| account_row(&row)).transpose()
}

/// The account with this address, with its hashed password.
pub(crate) async fn password_at(read: &mut Read, address: &str) -> Result<Option<(Account, Option<String>)>> {
    let row = read.maybe(&OF_ADDRESS, args![compared(address)]).await?;
    row.map(|row| Ok((account_row(&row)?, row.get("password")?))).transpose()
}

/// A person's hashed password.
pub(crate) async fn password_of(read: &mut Read, person: PersonId) -> Result<Option<String>> {
    read.maybe(&OF_PERSON, args![person]).await?.map_or(Ok(None), |row| row.get("password"))
}

/// The accounts whose name or address contains these letters: open ones first, by name, at most so many.
///
/// # Errors
/// A fault when the database refuses.
pub async fn accounts(read: &mut Read, part: &str, most: i64) -> Result<Vec<Account>> {
    let like = format!("%{}%", part.to_lowercase().replace(['%', '_'], " ").trim());
    read.each(&LIST, args![like, most], account_row).await
}

/// Whether anybody has an account yet: without one the set-up page stands open to the bearer of its token.
///
/// # Errors
/// A fault when the database refuses.
pub async fn count(read: &mut Read) -> Result<i64> {
    read.one(&COUNT, args![]).await?.get("n")
}

/// Whose an address is.
///
/// # Errors
/// A fault when the database refuses.
pub async fn whose(read: &mut Read, address: &str) -> Result<Whose> {
    let account = account_at(read, address).await?;
    let recorded = read.each(&RECORDED, args![compared(address)], |row| row.get("id")).await?;
    Ok(crate::rules::whose(account.as_ref(), &recorded))
}

/// The addresses recorded for a person, the one for meetings first.
pub(crate) async fn addresses(read: &mut Read, person: PersonId) -> Result<Vec<String>> {
    read.each(&ADDRESSES, args![person], |row| row.get("address")).await
}

/// Whom the readers of a shared mailbox can ask: the secretaries of the bodies on which they sit, each with an address.
pub(crate) async fn secretaries_for(read: &mut Read, address: &str) -> Result<Vec<String>> {
    read.each(&SECRETARIES, args![compared(address)], |row| {
        let name: String = row.get("name")?;
        Ok(match row.get::<Option<String>>("address")? {
            Some(address) => format!("{name}, {address}"),
            None => name,
        })
    })
    .await
}

/// How many administrators there are besides this account.
pub(crate) async fn other_administrators(read: &mut Read, but: AccountId) -> Result<i64> {
    read.one(&ADMINISTRATORS, args![but]).await?.get("n")
}

pub(crate) async fn insert(w: &mut Write, id: AccountId, new: &NewAccount, hashed: Option<&str>) -> Result<()> {
    let now = w.now();
    w.run(&INSERT, args![id, new.person, compared(&new.address), hashed, new.administrator, new.auditor, now]).await?;
    Ok(())
}

pub(crate) async fn set_password(w: &mut Write, id: AccountId, hashed: &str) -> Result<()> {
    w.run(&SET_PASSWORD, args![id, hashed]).await?;
    Ok(())
}

pub(crate) async fn change(w: &mut Write, id: AccountId, address: &str, administrator: bool, auditor: bool) -> Result<()> {
    w.run(&CHANGE, args![id, compared(address), administrator, auditor]).await?;
    Ok(())
}

pub(crate) async fn close(w: &mut Write, id: AccountId) -> Result<()> {
    let now = w.now();
    w.run(&CLOSE, args![id, now]).await?;
    Ok(())
}

pub(crate) async fn reopen(w: &mut Write, id: AccountId) -> Result<()> {
    w.run(&REOPEN, args![id]).await?;
    Ok(())
}
