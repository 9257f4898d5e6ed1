//! Two versions of a charter side by side, and what a proposed one would have meant.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::engine::{carried, quorum};
use crate::read::Charter;
use crate::record::{Id, Record};
use crate::verdict::{State, Verdict};

/// What became of a clause from one version to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The clause.
    pub clause: String,
    /// Its text before; none where the clause is new.
    pub before: Option<String>,
    /// Its text after; none where the clause is gone.
    pub after: Option<String>,
    /// Rules that no longer hold, in their canonical spelling.
    pub ended: Vec<String>,
    /// Rules that now hold.
    pub begun: Vec<String>,
}

impl Change {
    /// Whether only the words changed, and no rule did.
    pub fn is_only_words(&self) -> bool {
        self.ended.is_empty() && self.begun.is_empty()
    }
}

/// What changed, clause by clause: the old order first, then what is new. A clause that only moved is no change.
pub fn compare(old: &Charter, new: &Charter) -> Vec<Change> {
    let rules = |charter: &Charter, number: &str| {
        charter.clause(number).map_or(Vec::new(), |c| c.rules.iter().map(|r| r.canonical.clone()).collect::<Vec<_>>())
    };
    let mut numbers: Vec<&str> = old.clauses.iter().map(|c| c.number.as_str()).collect();
    numbers.extend(new.clauses.iter().map(|c| c.number.as_str()).filter(|n| old.clause(n).is_none()));
    numbers
        .into_iter()
        .filter_map(|number| {
            let text = |charter: &Charter| charter.clause(number).map(|c| c.text.split_whitespace().collect::<Vec<_>>().join(" "));
            let (before, after) = (text(old), text(new));
            let (old_rules, new_rules) = (rules(old, number), rules(new, number));
            let ended: Vec<String> = old_rules.iter().filter(|r| !new_rules.contains(r)).cloned().collect();
            let begun: Vec<String> = new_rules.iter().filter(|r| !old_rules.contains(r)).cloned().collect();
            (before != after || !ended.is_empty() || !begun.is_empty()).then(|| Change { clause: number.to_owned(), before, after, ended, begun })
        })
        .collect()
}

/// Something that would have come out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replayed {
    /// The meeting.
    pub meeting: Id,
    /// Its day.
    pub day: Date,
    /// The motion; none for the meeting's quorum.
    pub motion: Option<Id>,
    /// How it stands under the charter in force.
    pub before: Verdict,
    /// How it would have stood under the one proposed.
    pub after: Verdict,
}

/// Judges the meetings and motions up to a day by two charters; tells those that come out differently, earliest first.
pub fn replay(in_force: &Charter, proposed: &Charter, record: &Record, as_at: Date) -> Vec<Replayed> {
    let mut out = Vec::new();
    for meeting in record.meetings.iter().filter(|m| !m.cancelled) {
        let Some(day) = meeting.day.filter(|d| *d <= as_at) else { continue };
        let mut add = |motion: Option<&Id>, before: Verdict, after: Verdict| {
            if before.state != after.state {
                out.push(Replayed { meeting: meeting.id.clone(), day, motion: motion.cloned(), before, after });
            }
        };
        add(None, quorum(in_force, record, &meeting.id, None), quorum(proposed, record, &meeting.id, None));
        for motion in record.motions.iter().filter(|m| m.meeting == meeting.id) {
            add(Some(&motion.id), carried(in_force, record, &motion.id), carried(proposed, record, &motion.id));
        }
    }
    out.sort_by(|a, b| (a.day, &a.meeting).cmp(&(b.day, &b.meeting)));
    out
}

impl Replayed {
    /// In words: "18 January 2007: not quorate: 7 of 15 present; 8 are needed (4.10); it was quorate: …".
    pub fn sentence(&self) -> String {
        let was = match self.before.state {
            State::NoneGiven => "the terms in force give none".to_owned(),
            _ => format!("by the terms in force {}", self.before.sentence),
        };
        let of = self.motion.as_ref().map_or(String::new(), |m| format!(", motion {m}"));
        format!("{}{of}: {}; {was}", calendar::day_in_words(self.day), self.after.sentence)
    }
}
