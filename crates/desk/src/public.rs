//! What a stranger may know of a person or an organisation: name, office and organisation in the bodies that show who sits
//! on them. No address, no assistant, no note.

use access::Published;
use bodies::model::Audience;

use crate::model::{Capacity, Nominated};

/// The capacities that anybody may know of.
pub fn capacities(all: Vec<Capacity>) -> Published<Vec<Capacity>> {
    Published::vouched(all.into_iter().filter(|one| one.audience == Audience::Public).collect())
}

/// The seats that anybody may know of.
pub fn nominated(all: Vec<Nominated>) -> Published<Vec<Nominated>> {
    Published::vouched(all.into_iter().filter(|one| one.audience == Audience::Public).collect())
}
