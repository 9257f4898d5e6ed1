//! Signed-in browsers. The cookie carries a random token; the database keeps its hash.

use axum_extra::extract::CookieJar;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::request::Parts;
use kernel::{Instant, PersonId, Result, SessionId};
use sha2::{Digest as _, Sha256};
use store::{Read, args, sql};

use crate::{House, Signed, Who};

const DAYS: i64 = 14;

sql!(
    SESSION,
    "select s.id, s.person_id, s.seen_at, s.ends_at, p.name, coalesce(a.administrator, false) as administrator, coalesce(a.auditor, false) as auditor
     from session s join person p on p.id = s.person_id left join account a on a.person_id = s.person_id
     where s.hash = $1 and s.ends_at > $2 and a.closed_at is null"
);
sql!(BEGIN, "insert into session (id, hash, person_id, made_at, seen_at, ends_at, browser) values ($1, $2, $3, $4, $4, $5, $6)");
sql!(SEEN, "update session set seen_at = $2 where id = $1");
sql!(END, "delete from session where id = $1 and person_id = $2");
sql!(END_ALL, "delete from session where person_id = $1 and ($2 is null or id <> $2)");
sql!(OF_PERSON, "select id, made_at, seen_at, browser from session where person_id = $1 and ends_at > $2 order by seen_at desc");

/// The name of the cookie. `__Host-` demands HTTPS, so plain HTTP has another.
pub fn cookie_name(house: &House) -> &'static str {
    if house.settings.https() { "__Host-folkmoot" } else { "folkmoot" }
}

fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

#[derive(Clone)]
struct Found(Who);

/// Who is asking. Found once for a request, however many extractors ask.
pub(crate) async fn who(parts: &mut Parts, house: &House) -> Result<Who> {
    if let Some(Found(who)) = parts.extensions.get::<Found>() {
        return Ok(who.clone());
    }
    let jar = CookieJar::from_headers(&parts.headers);
    let who = match jar.get(cookie_name(house)) {
        None => Who::nobody(house.now()),
        Some(cookie) => find(house, cookie.value()).await?,
    };
    parts.extensions.insert(Found(who.clone()));
    Ok(who)
}

async fn find(house: &House, token: &str) -> Result<Who> {
    let now = house.now();
    let Some(row) = house.read().await?.maybe(&SESSION, args![hash(token), now]).await? else {
        return Ok(Who::nobody(now));
    };
    let session: SessionId = row.get("id")?;
    let seen: Instant = row.get("seen_at")?;
    if now.seconds() - seen.seconds() > 3600 {
        let mut keep = house.store.housekeep().await?;
        keep.run(&SEEN, args![session, now]).await?;
        keep.keep().await?;
    }
    Ok(Who {
        signed: Some(Signed {
            person: row.get("person_id")?,
            name: row.get("name")?,
            session,
            ends_at: row.get("ends_at")?,
            administrator: row.get("administrator")?,
            auditor: row.get("auditor")?,
        }),
        linked: None,
        at: now,
    })
}

/// Signs a browser in and answers the whole `Set-Cookie` value.
///
/// # Errors
/// A fault when the database refuses.
pub async fn begin_session(house: &House, person: PersonId, browser: &str) -> Result<String> {
    let token = URL_SAFE_NO_PAD.encode(house.store.chance().bytes::<32>());
    let now = house.now();
    let id = house.store.chance().uuid(now);
    let browser: String = browser.chars().take(200).collect();
    let mut keep = house.store.housekeep().await?;
    keep.run(&BEGIN, args![id, hash(&token), person, now, now.plus_seconds(DAYS * 86_400), browser]).await?;
    keep.keep().await?;
    let secure = if house.settings.https() { "; Secure" } else { "" };
    Ok(format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{secure}", cookie_name(house), DAYS * 86_400))
}

/// A browser that somebody is signed in with.
#[derive(Debug, Clone, serde::Serialize)]
pub struct SessionLine {
    /// Which.
    pub id: SessionId,
    /// Since when.
    pub made_at: Instant,
    /// Last used, to the hour.
    pub seen_at: Instant,
    /// What the browser calls itself.
    pub browser: String,
}

/// The browsers that a person is signed in with.
///
/// # Errors
/// A fault when the database refuses.
pub async fn sessions_of(read: &mut Read, person: PersonId, now: Instant) -> Result<Vec<SessionLine>> {
    read.each(&OF_PERSON, args![person, now], |row| {
        Ok(SessionLine { id: row.get("id")?, made_at: row.get("made_at")?, seen_at: row.get("seen_at")?, browser: row.get("browser")? })
    })
    .await
}

/// Signs one of a person's browsers out.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_session(house: &House, person: PersonId, session: SessionId) -> Result<()> {
    let mut keep = house.store.housekeep().await?;
    keep.run(&END, args![session, person]).await?;
    keep.keep().await
}

/// Signs all of a person's browsers out, but for one.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_sessions_of(house: &House, person: PersonId, but: Option<SessionId>) -> Result<()> {
    let mut keep = house.store.housekeep().await?;
    keep.run(&END_ALL, args![person, but]).await?;
    keep.keep().await
}
