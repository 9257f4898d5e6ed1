//! A person's own feed and weekly letter.

use ::store::{Entry, event};
use access::{House, LinkMade, Permit, make_link};
use kernel::{PersonId, Result};
use serde_json::json;

use crate::rights::ReadDuties;
use crate::store;

event!(
    /// Somebody made an address from which their calendar of duties can be fetched.
    FEED_MADE,
    "duties.feed-made"
);
event!(
    /// That address works no more.
    FEED_ENDED,
    "duties.feed-ended"
);
event!(
    /// Somebody no longer wants the weekly letter.
    MAIL_STOPPED,
    "duties.mail-stopped"
);
event!(
    /// Somebody wants the weekly letter again.
    MAIL_RESUMED,
    "duties.mail-resumed"
);

/// How long the address of a feed works, in seconds: two years.
const FEED_LASTS: i64 = 2 * 366 * 86_400;

fn page(person: PersonId) -> String {
    format!("/people/{person}/duties")
}

/// Makes an address for a person's feed. One that was made before works no more.
///
/// # Errors
/// A fault when the database refuses.
pub async fn make_feed(house: &House, permit: &Permit<ReadDuties>) -> Result<LinkMade> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&FEED_MADE)).await?;
    store::end_feeds(&mut w, person).await?;
    let ends_at = w.now().plus_seconds(FEED_LASTS);
    let link = make_link::<ReadDuties>(&mut w, person, &person.record(), ends_at).await?;
    w.close(Entry::about(person.record(), page(person)).after(json!({"ends_at": ends_at}))).await?;
    Ok(link)
}

/// The address of a person's feed works no more.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_feed(house: &House, permit: &Permit<ReadDuties>) -> Result<()> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&FEED_ENDED)).await?;
    store::end_feeds(&mut w, person).await?;
    w.close(Entry::about(person.record(), page(person))).await?;
    Ok(())
}

/// A person no longer gets the weekly letter, or gets it again.
///
/// # Errors
/// A fault when the database refuses.
pub async fn want_mail(house: &House, permit: &Permit<impl access::Act<Id = PersonId>>, wanted: bool) -> Result<()> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(if wanted { &MAIL_RESUMED } else { &MAIL_STOPPED })).await?;
    if wanted {
        store::resume(&mut w, person).await?;
    } else {
        store::stop(&mut w, person).await?;
    }
    w.close(Entry::about(person.record(), page(person)).after(json!({"wanted": wanted}))).await?;
    Ok(())
}
