//! What rights rest on.

use ::store::{Read, args, sql};
use kernel::{BodyId, Day, InterestId, ItemId, MeetingId, PartnershipId, PersonId, Result};

sql!(BODY_OF_ITEM, "select m.body_id from item i join meeting m on m.id = i.meeting_id where i.id = $1");
sql!(
    OF_DECLARATION,
    "select m.body_id, d.person_id from declaration d join meeting m on m.id = d.meeting_id where d.id = $1 and d.withdrawn_at is null"
);
sql!(
    IN_PARTNERSHIP,
    "select exists (select 1 from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id
        where b.partnership_id = p.id and a.person_id = $2 and (a.starts_on is null or a.starts_on <= $3) and (a.ends_on is null or a.ends_on >= $3)) as member,
      exists (select 1 from office o join body b on b.id = o.body_id where b.partnership_id = p.id and o.kind = 'secretary' and o.person_id = $2
        and (o.starts_on is null or o.starts_on <= $3) and (o.ends_on is null or o.ends_on >= $3)) as secretary
     from partnership p where p.id = $1"
);
sql!(
    SUBSTITUTES,
    "select exists (select 1 from attendance a join item i on i.meeting_id = a.meeting_id where i.id = $1 and a.person_id = $2)
         or exists (select 1 from invitation v join item i on i.meeting_id = v.meeting_id where i.id = $1 and v.substitute_id = $2) as comes"
);
sql!(BODY_OF_MEETING, "select body_id from meeting where id = $1");

/// The body on whose agenda an item stands.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such an item.
pub async fn body_of_item(read: &mut Read, item: ItemId) -> Result<BodyId> {
    read.one(&BODY_OF_ITEM, args![item]).await?.get("body_id")
}

/// The body that meets.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a meeting.
pub async fn body_of_meeting(read: &mut Read, meeting: MeetingId) -> Result<BodyId> {
    read.one(&BODY_OF_MEETING, args![meeting]).await?.get("body_id")
}

/// The body at whose meeting an interest was declared, and who declared it.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a declaration, or when it was withdrawn.
pub async fn of_declaration(read: &mut Read, id: InterestId) -> Result<(BodyId, PersonId)> {
    let row = read.one(&OF_DECLARATION, args![id]).await?;
    Ok((row.get("body_id")?, row.get("person_id")?))
}

/// Whether a person comes to an item's meeting, in whatever capacity.
///
/// # Errors
/// A fault when the database refuses.
pub async fn comes_to(read: &mut Read, item: ItemId, person: Option<PersonId>) -> Result<bool> {
    read.one(&SUBSTITUTES, args![item, person]).await?.get("comes")
}

/// Whether a person sits on any body of a partnership on a day, and whether they are of any secretariat of it.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a partnership.
pub async fn in_partnership(read: &mut Read, partnership: PartnershipId, person: Option<PersonId>, on: Day) -> Result<(bool, bool)> {
    let row = read.one(&IN_PARTNERSHIP, args![partnership, person, on]).await?;
    Ok((row.get("member")?, row.get("secretary")?))
}
