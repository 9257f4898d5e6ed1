//! Which pages are measured: the busiest body of the installation, and its meeting with the longest roll.

use access::House;
use kernel::{BodyId, Day, Error, MeetingId, PersonId, Result};
use store::{Read, args, sql};

sql!(PARTNERSHIPS, "select count(*) as n from partnership");
sql!(BODIES, "select count(*) as n from body");
sql!(MEETINGS, "select count(*) as n from meeting");
sql!(DECISIONS, "select count(*) as n from decision");
sql!(ENTRIES, "select count(*) as n from event");
sql!(
    BUSIEST,
    "select b.id, b.slug, p.slug as partnership_slug from body b join partnership p on p.id = b.partnership_id
     order by (select count(*) from meeting m where m.body_id = b.id) desc, b.id limit 1"
);
sql!(
    LONGEST_ROLL,
    "select m.id, m.day from meeting m where m.body_id = $1
     order by (select count(*) from attendance a where a.meeting_id = m.id) desc, m.day desc limit 1"
);
sql!(OFFICER, "select person_id from office where body_id = $1 and kind = 'secretary' and ends_on is null limit 1");

/// How much there is.
pub(super) struct Size {
    pub(super) partnerships: i64,
    pub(super) bodies: i64,
    pub(super) meetings: i64,
    pub(super) decisions: i64,
    pub(super) entries: i64,
}

pub(super) async fn size(read: &mut Read) -> Result<Size> {
    let mut numbers = Vec::new();
    for statement in [&PARTNERSHIPS, &BODIES, &MEETINGS, &DECISIONS, &ENTRIES] {
        numbers.push(read.one(statement, args![]).await?.get("n")?);
    }
    Ok(Size { partnerships: numbers[0], bodies: numbers[1], meetings: numbers[2], decisions: numbers[3], entries: numbers[4] })
}

/// A page to be measured.
#[derive(Debug, Clone)]
pub struct Sampled {
    /// What kind.
    pub name: &'static str,
    /// Where.
    pub address: String,
    /// The session with which it is asked for; none for a stranger.
    pub cookie: Option<String>,
}

/// One page of each kind.
///
/// # Errors
/// A fault when there is no body, or the database refuses.
pub async fn sampled(house: &House) -> Result<Vec<Sampled>> {
    let mut read = house.read().await?;
    let row = read.maybe(&BUSIEST, args![]).await?.ok_or_else(|| Error::fault("there is no body to measure"))?;
    let (body, slug): (BodyId, String) = (row.get("id")?, row.get("slug")?);
    let partnership: String = row.get("partnership_slug")?;
    let meeting = read.maybe(&LONGEST_ROLL, args![body]).await?;
    let meeting: Option<(MeetingId, Day)> = meeting.map(|row| Ok::<_, Error>((row.get("id")?, row.get("day")?))).transpose()?;
    let officer: Option<PersonId> = read.maybe(&OFFICER, args![body]).await?.map(|row| row.get("person_id")).transpose()?;
    drop(read);
    let cookie = match officer {
        None => None,
        Some(officer) => access::begin_session(house, officer, "bench").await?.split(';').next().map(str::to_owned),
    };
    let open = |name, address: String| Sampled { name, address, cookie: None };
    let mut pages = vec![
        open("home", "/".to_owned()),
        open("partnership", format!("/partnerships/{partnership}")),
        open("body", format!("/bodies/{slug}")),
        open("members", format!("/bodies/{slug}/members")),
        open("calendar", format!("/bodies/{slug}/calendar")),
        open("decisions", format!("/bodies/{slug}/decisions")),
        open("charter", format!("/bodies/{slug}/charter")),
    ];
    if let Some((meeting, day)) = meeting {
        pages.push(open("members as at a date", format!("/bodies/{slug}/members?as-at={day}")));
        pages.push(open("meeting, public", format!("/meetings/{meeting}/public")));
        pages.push(open("minutes", format!("/meetings/{meeting}/minutes/public")));
        pages.push(Sampled { name: "meeting, signed in", address: format!("/meetings/{meeting}"), cookie: cookie.clone() });
        pages.push(Sampled { name: "meeting, prepared", address: format!("/meetings/{meeting}/prepare"), cookie: cookie.clone() });
        pages.push(Sampled { name: "meeting, at the table", address: format!("/meetings/{meeting}/room"), cookie: cookie.clone() });
    }
    let signed = |name, address: String| Sampled { name, address, cookie: cookie.clone() };
    pages.extend([
        open("standing", format!("/bodies/{slug}/standing")),
        signed("standing, signed in", format!("/bodies/{slug}/standing")),
        signed("body, signed in", format!("/bodies/{slug}")),
        signed("charter, signed in", format!("/bodies/{slug}/charter")),
        signed("desk", "/desk".to_owned()),
        open("duties", format!("/bodies/{slug}/duties")),
        signed("duties, signed in", format!("/bodies/{slug}/duties")),
        signed("duties of a partnership", format!("/partnerships/{partnership}/duties")),
    ]);
    if let Some(officer) = officer {
        pages.push(signed("duties of a person", format!("/people/{officer}/duties")));
    }
    Ok(pages)
}
