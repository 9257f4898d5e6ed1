//! Looking at a record by the words of a charter, for the record of a case that is still being built.

use jiff::civil::Date;

use super::View;
use super::index::Index;
use crate::read::Charter;
use crate::record::Record;
use crate::tree::{Group, Measure, Noun};

pub(crate) fn needed(measure: &Measure, of: u32) -> u32 {
    super::counting::needed(measure, of)
}

/// The ids of those of a group whom a record knows.
pub(crate) fn fitting(charter: &Charter, record: &Record, group: &Group, day: Date) -> Vec<String> {
    let index = Index::of(charter, record);
    let view = View::of(charter, record, &index);
    if let Noun::Of(sort) = &group.noun {
        return view.of_sort(sort, day).0.into_iter().map(str::to_owned).collect();
    }
    let subject = super::acts::Subject { meeting: record.meetings.iter().find(|m| m.id == "m").map(|m| m.id.clone()), ..Default::default() };
    view.each_is(group, &crate::tree::Be::A(group.clone()), &subject, day)
        .into_iter()
        .filter(|(_, t)| *t == super::Truth::Yes)
        .map(|(id, _)| id)
        .collect()
}
