//! What rights rest on.

use ::store::{Read, args, sql};
use kernel::{ActionId, BodyId, Day, PartnershipId, PersonId, Result};

sql!(BODY_OF_ACTION, "select body_id from action where id = $1");
// Every partner owes what is owed by all of them, and whoever holds an office owes what is owed by it.
sql!(
    OWES,
    "select exists (select 1 from action_owner o join action a on a.id = o.action_id where a.id = $1 and (
         o.person_id = $2
      or (o.kind = 'office' and o.person_id is null and exists (select 1 from office f where f.body_id = a.body_id and f.kind = o.office and f.person_id = $2
            and (f.starts_on is null or f.starts_on <= $3) and (f.ends_on is null or f.ends_on >= $3)))
      or ((o.kind = 'all-partners' or (o.kind = 'organisation' and o.person_id is null)) and exists (
            select 1 from appointment p join seat s on s.id = p.seat_id
            where s.body_id = a.body_id and p.person_id = $2 and (o.kind = 'all-partners' or s.organisation_id = o.organisation_id)
              and (p.starts_on is null or p.starts_on <= $3) and (p.ends_on is null or p.ends_on >= $3))))) as owes,
     exists (select 1 from action_owner o join assistant t on t.person_id = o.person_id where o.action_id = $1 and t.assistant_id = $2
        and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)) as assists"
);
sql!(
    PARTNER,
    "select exists (select 1 from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id
        where b.partnership_id = p.id and a.person_id = $2 and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3))
      or exists (select 1 from office o join body b on b.id = o.body_id where b.partnership_id = p.id and o.person_id = $2
        and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3))
      or exists (select 1 from assistant t join appointment a on a.person_id = t.person_id join seat s on s.id = a.seat_id join body b on b.id = s.body_id
        where b.partnership_id = p.id and t.assistant_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)
          and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as partner
     from partnership p where p.id = $1"
);

sql!(
    ANY_OPEN,
    "select exists (select 1 from body b join openness n on n.body_id = b.id and n.class = 'actions' and n.audience = 'public'
       where b.partnership_id = $1) as open"
);

/// The body an action is owed to.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such an action.
pub async fn body_of(read: &mut Read, action: ActionId) -> Result<BodyId> {
    read.one(&BODY_OF_ACTION, args![action]).await?.get("body_id")
}

/// Whether a person owes an action on a day, and whether they read and answer for somebody who does.
///
/// # Errors
/// A fault when the database refuses.
pub async fn owes(read: &mut Read, action: ActionId, person: PersonId, on: Day) -> Result<(bool, bool)> {
    let row = read.one(&OWES, args![action, person, on]).await?;
    Ok((row.get("owes")?, row.get("assists")?))
}

/// Whether any body of a partnership has opened its actions to everybody.
///
/// # Errors
/// A fault when the database refuses.
pub async fn any_open(read: &mut Read, partnership: PartnershipId) -> Result<bool> {
    read.one(&ANY_OPEN, args![partnership]).await?.get("open")
}

/// Whether a person sits on, holds an office of, or assists a member of any body of a partnership on a day.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a partnership.
pub async fn is_partner(read: &mut Read, partnership: PartnershipId, person: Option<PersonId>, on: Day) -> Result<bool> {
    read.one(&PARTNER, args![partnership, person, on]).await?.get("partner")
}
