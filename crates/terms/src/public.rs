//! What outsiders may see of a charter: all of it, when the body has opened the class `charter` to everybody.

use access::Published;
use bodies::model::Audience;

use crate::model::InForce;

/// A charter as anybody may read it; none when the body keeps it to itself.
pub fn published(charter: InForce, audience: Audience) -> Option<Published<InForce>> {
    (audience == Audience::Public).then(|| Published::vouched(charter))
}
