//! Seats, members and offices.

mod counts;
mod offices;
mod shares;
mod terms;
mod turns;

use crate::engine::acts::{Subject, same};
use crate::engine::counting::Counted;
use crate::engine::{Doing, Truth, View, cite};
use crate::read::{Clause, Rule};
use crate::record::{Kind, Presence, Span};
use crate::tree::{Be, Bound, Count, Filling, Filter, Force, Group, Holder, Length, Measure, More, Noun, Post, Sort, Time, Who, With};
use crate::verdict::{State, Verdict};
use calendar::{day_in_words, deadline_after};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What a rule on a holder says beside how it is filled.
pub(crate) struct Manner<'a> {
    pub term: Option<&'a (Bound, Length)>,
    pub at: Option<&'a Time>,
    pub with: &'a [With],
    pub unlike: Option<&'a (Sort, Post)>,
}

/// Somebody's time in an office or a seat.
struct Spell<'a> {
    person: &'a str,
    from: Option<Date>,
    until: Option<Date>,
    by: Option<&'a str>,
    how: Option<&'a str>,
}
