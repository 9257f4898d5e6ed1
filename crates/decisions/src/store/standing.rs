//! What rights rest on.

use ::store::{Read, args, sql};
use kernel::{BodyId, ItemId, MotionId, Result};

sql!(BODY_OF_ITEM, "select m.body_id from item i join meeting m on m.id = i.meeting_id where i.id = $1");
sql!(BODY_OF_MOTION, "select body_id from motion where id = $1");

/// The body on whose agenda an item stands.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such an item.
pub async fn body_of_item(read: &mut Read, item: ItemId) -> Result<BodyId> {
    read.one(&BODY_OF_ITEM, args![item]).await?.get("body_id")
}

/// The body that a motion is put to.
///
/// # Errors
/// [`kernel::Error::NotFound`] without such a motion.
pub async fn body_of_motion(read: &mut Read, motion: MotionId) -> Result<BodyId> {
    read.one(&BODY_OF_MOTION, args![motion]).await?.get("body_id")
}
