//! What may be shown to whom, as types: a page for anybody holds [`Published`] things only, a page for a signed-in reader
//! [`Visible`] ones. Both have private fields; who makes them is looked after by a test.

use serde::{Serialize, Serializer};

use crate::{Act, Permit};

/// Cleared for anybody. Made only in a slice's `public.rs`, by the rules of openness and exemption that stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published<T>(T);

impl<T> Published<T> {
    /// Vouches that anybody may read it.
    pub fn vouched(value: T) -> Self {
        Self(value)
    }

    /// What was cleared.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// What was cleared, by value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> std::ops::Deref for Published<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Published<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Cleared for the holder of a permit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visible<T>(T);

impl<T> Visible<T> {
    /// Shown under this permit.
    pub fn under<A: Act>(_: &Permit<A>, value: T) -> Self {
        Self(value)
    }

    /// An invented one, for a page's sample; the laws of the house keep it out of everything else.
    pub fn sample(value: T) -> Self {
        Self(value)
    }

    /// What was cleared.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// What was cleared, by value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> std::ops::Deref for Visible<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Visible<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
