//! Signed links: one person, one purpose, one record, for a time. The database keeps the token's id; the signature is made
//! with the installation's secret, so that neither a stolen database nor a stored letter holds a link that works.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{Error, Instant, PersonId, Record, Result};
use sha2::Sha256;
use store::{Read, Write, args, sql};
use uuid::Uuid;

use crate::{Act, House, Secret};

sql!(MAKE, "insert into token (id, act, person_id, record_id, made_at, ends_at) values ($1, $2, $3, $4, $5, $6)");
sql!(FIND, "select person_id, record_id from token where id = $1 and act = $2 and ends_at > $3 and ended_at is null");
sql!(
    OF_PERSON,
    "select id from token where act = $1 and person_id = $2 and record_id = $3 and ends_at > $4 and ended_at is null order by made_at desc limit 1"
);
sql!(USE, "update token set ended_at = $2 where id = $1 and ended_at is null");
sql!(END_OF_ACT, "update token set ended_at = $3 where record_id = $1 and act = $2 and ended_at is null");
sql!(END, "update token set ended_at = $3 where record_id = $1 and ($2 is null or person_id = $2) and ended_at is null");

/// A link that was made. A letter holds only this id; the sender signs it when the letter leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkMade(pub Uuid);

fn mac(secret: &Secret, token: Uuid) -> Option<Hmac<Sha256>> {
    let mut mac = <Hmac<Sha256>>::new_from_slice(&secret.0).ok()?;
    mac.update(token.as_bytes());
    Some(mac)
}

/// Makes a link for one person to one act on one record.
///
/// # Errors
/// A fault when the database refuses.
pub async fn make_link<A: Act>(w: &mut Write, person: PersonId, record: &Record, ends_at: Instant) -> Result<LinkMade> {
    let id: Uuid = w.id();
    let now = w.now();
    w.run(&MAKE, args![id, A::NAME, person, record.id, now, ends_at]).await?;
    Ok(LinkMade(id))
}

/// Makes links to one act, in one statement: each for a person and a record.
///
/// # Errors
/// A fault when the database refuses.
pub async fn make_links<A: Act>(w: &mut Write, each: impl IntoIterator<Item = (PersonId, Uuid)>, ends_at: Instant) -> Result<Vec<LinkMade>> {
    let now = w.now();
    let mut made = Vec::new();
    let mut rows = Vec::new();
    for (person, record) in each {
        let id: Uuid = w.id();
        made.push(LinkMade(id));
        rows.push(args![id, A::NAME, person, record, now, ends_at]);
    }
    w.run_each(&MAKE, rows).await?;
    Ok(made)
}

/// The link that a person has to an act on a record, while it works: for those they may see again.
///
/// # Errors
/// A fault when the database refuses.
pub async fn link_of<A: Act>(read: &mut Read, person: PersonId, record: Uuid, now: Instant) -> Result<Option<LinkMade>> {
    read.maybe(&OF_PERSON, args![A::NAME, person, record, now]).await?.map(|row| Ok(LinkMade(row.get("id")?))).transpose()
}

/// Ends the links to a record, of one person or of everybody.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_links(w: &mut Write, record: Uuid, person: Option<PersonId>) -> Result<()> {
    let now = w.now();
    w.run(&END, args![record, person, now]).await?;
    Ok(())
}

/// Ends the links to one act on a record.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_links_to<A: Act>(w: &mut Write, record: Uuid) -> Result<()> {
    let now = w.now();
    w.run(&END_OF_ACT, args![record, A::NAME, now]).await.map(drop)
}

/// Uses a link up, for what may happen only once. `false` when it had been used before: of two who press at once, one wins.
/// The token is the one that [`read_link`] or a [`crate::ByLink`] has already found whole.
///
/// # Errors
/// A fault when the database refuses.
pub async fn use_link(w: &mut Write, token: &str) -> Result<bool> {
    let id = token.split('.').next().and_then(id_of).ok_or(Error::NotFound)?;
    let now = w.now();
    Ok(w.run(&USE, args![id, now]).await? == 1)
}

fn id_of(segment: &str) -> Option<Uuid> {
    URL_SAFE_NO_PAD.decode(segment).ok().and_then(|bytes| Uuid::from_slice(&bytes).ok())
}

/// The signed segment of the path: what stands for `{token}`.
///
/// # Errors
/// A fault when the installation has no secret.
pub fn link_path(secret: &Secret, link: LinkMade) -> Result<String> {
    let signature = mac(secret, link.0).ok_or_else(|| Error::fault("the secret cannot sign"))?.finalize().into_bytes();
    Ok(format!("{}.{}", URL_SAFE_NO_PAD.encode(link.0.as_bytes()), URL_SAFE_NO_PAD.encode(signature)))
}

/// The person and the record of a link, if it is whole, made for this act, and has not ended.
///
/// # Errors
/// [`Error::NotFound`] for every link that does not work, so that trying teaches nothing.
pub async fn read_link(house: &House, act: &str, token: &str) -> Result<(PersonId, Uuid)> {
    let (id, signature) = token.split_once('.').ok_or(Error::NotFound)?;
    let id = id_of(id).ok_or(Error::NotFound)?;
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| Error::NotFound)?;
    let mac = mac(&house.settings.secret, id).ok_or(Error::NotFound)?;
    mac.verify_slice(&signature).map_err(|_| Error::NotFound)?;
    let row = house.read().await?.one(&FIND, args![id, act, house.now()]).await?;
    Ok((row.get("person_id")?, row.get("record_id")?))
}

/// What stands in an address to which a letter is answered by mail, for a link that letter holds: digits and the letters a to f,
/// since some mail servers change the case of an address, and short enough for the part before the @ (64 characters).
///
/// # Errors
/// A fault when the installation has no secret.
pub fn reply_token(secret: &Secret, link: LinkMade) -> Result<String> {
    let signature = reply_mac(secret, link.0).ok_or_else(|| Error::fault("the secret cannot sign"))?.finalize().into_bytes();
    let half: String = signature.iter().take(REPLY_BYTES).map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{}{half}", link.0.simple()))
}

/// How much of the signature such an address holds, in bytes: 80 bits, which nobody guesses by sending mail.
const REPLY_BYTES: usize = 10;

/// Signed apart from links, so that neither can be made from the other.
fn reply_mac(secret: &Secret, token: Uuid) -> Option<Hmac<Sha256>> {
    let mut mac = <Hmac<Sha256>>::new_from_slice(&secret.0).ok()?;
    mac.update(b"reply");
    mac.update(token.as_bytes());
    Some(mac)
}

/// The person and the record of the link behind such an address, if it is whole, made for this act, and has not ended.
pub(crate) async fn read_reply_token(house: &House, act: &str, token: &str) -> Result<(PersonId, Uuid)> {
    let (id, signature) = token.split_at_checked(32).ok_or(Error::NotFound)?;
    let id = Uuid::try_parse(id).map_err(|_| Error::NotFound)?;
    let byte = |at: usize| signature.get(2 * at..2 * at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let signature: Option<Vec<u8>> = (0..REPLY_BYTES).map(byte).collect();
    let signature = signature.filter(|_| token.len() == 32 + 2 * REPLY_BYTES).ok_or(Error::NotFound)?;
    let mac = reply_mac(&house.settings.secret, id).ok_or(Error::NotFound)?;
    mac.verify_truncated_left(&signature).map_err(|_| Error::NotFound)?;
    let row = house.read().await?.one(&FIND, args![id, act, house.now()]).await?;
    Ok((row.get("person_id")?, row.get("record_id")?))
}
