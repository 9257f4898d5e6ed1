//! The pages of this slice.

pub(crate) mod administration;
pub(crate) mod desk;
pub(crate) mod history;
pub(crate) mod people;
