//! The address from which a person's meetings come into their own calendar.

use ::store::{Entry, event};
use access::{House, LinkMade, Permit, end_links_to, make_link};
use kernel::{PersonId, Result};
use serde_json::json;

use crate::rights::ReadOwnCalendar;

event!(
    /// Somebody made an address from which their meetings can be fetched.
    CALENDAR_MADE,
    "meeting.calendar-made"
);
event!(
    /// That address works no more.
    CALENDAR_ENDED,
    "meeting.calendar-ended"
);

/// How long the address works, in seconds: two years.
const LASTS: i64 = 2 * 366 * 86_400;

fn seen(person: PersonId) -> String {
    format!("/people/{person}/calendar")
}

/// Makes an address for a person's meetings. One that was made before works no more.
///
/// # Errors
/// A fault when the database refuses.
pub async fn make_calendar(house: &House, permit: &Permit<ReadOwnCalendar>) -> Result<LinkMade> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&CALENDAR_MADE)).await?;
    end_links_to::<ReadOwnCalendar>(&mut w, person.0).await?;
    let ends_at = w.now().plus_seconds(LASTS);
    let link = make_link::<ReadOwnCalendar>(&mut w, person, &person.record(), ends_at).await?;
    w.close(Entry::about(person.record(), seen(person)).after(json!({ "ends_at": ends_at }))).await?;
    Ok(link)
}

/// The address of a person's meetings works no more.
///
/// # Errors
/// A fault when the database refuses.
pub async fn end_calendar(house: &House, permit: &Permit<ReadOwnCalendar>) -> Result<()> {
    let person = *permit.id();
    let mut w = house.write(permit.opening(&CALENDAR_ENDED)).await?;
    end_links_to::<ReadOwnCalendar>(&mut w, person.0).await?;
    w.close(Entry::about(person.record(), seen(person))).await?;
    Ok(())
}
