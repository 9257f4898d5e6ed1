//! Which of several rules wins, where they speak of the same quorum or of the same decision.

use super::Truth;
use crate::tree::Sentence;
use crate::verdict::{State, Verdict};

/// The place of a rule among those that speak of the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It holds where no rule for a case of its own does.
    General,
    /// Its case is so: it stands in place of the general ones.
    Instead,
    /// Whether its case is so cannot be told.
    PerhapsInstead,
    /// It holds beside whichever does.
    Also,
    /// It holds beside whichever does, if it applies at all.
    PerhapsAlso,
}

impl Role {
    /// The role of a rule that applies so; none where it does not.
    pub fn of(sentence: &Sentence, also: bool, applies: Truth) -> Option<Self> {
        Some(match (applies, also, sentence.when.is_some()) {
            (Truth::No, ..) => return None,
            (Truth::Yes, true, _) => Self::Also,
            (Truth::Yes, false, true) => Self::Instead,
            (Truth::Yes, false, false) => Self::General,
            (Truth::CannotTell, false, true) => Self::PerhapsInstead,
            (Truth::CannotTell, ..) => Self::PerhapsAlso,
        })
    }
}

fn rank(state: State) -> u8 {
    match state {
        State::Met => 0,
        State::Due => 1,
        State::CannotTell => 2,
        _ => 3,
    }
}

fn worst<'a>(all: impl Iterator<Item = &'a Verdict>) -> Option<&'a Verdict> {
    all.fold(None, |worst: Option<&Verdict>, one| match worst {
        Some(w) if rank(w.state) >= rank(one.state) => Some(w),
        _ => Some(one),
    })
}

/// The verdict of them all: a rule whose case is so stands in place of the general ones; several that apply must all hold.
pub(super) fn settle(found: &[(Role, Verdict)]) -> Option<Verdict> {
    let of = |role: Role| found.iter().filter(move |(r, _)| *r == role).map(|(_, v)| v);
    let base = worst(of(Role::Instead)).or_else(|| worst(of(Role::General)));
    let mut out = match (base, worst(of(Role::PerhapsInstead))) {
        (None, None) => None,
        // Whether the one or the other stands makes no difference.
        (Some(base), Some(other)) if rank(base.state) == rank(other.state) => Some(base.clone()),
        (Some(base), None) => Some(base.clone()),
        (_, Some(other)) => Some(unsure(other)),
    };
    for one in of(Role::Also) {
        if out.as_ref().is_none_or(|o| rank(o.state) < rank(one.state)) {
            out = Some(one.clone());
        }
    }
    for one in of(Role::PerhapsAlso).filter(|v| v.state != State::Met) {
        if out.as_ref().is_none_or(|o| rank(o.state) < rank(State::CannotTell)) {
            out = Some(unsure(one));
        }
    }
    // Only rules that may not apply, all of them kept.
    out.or_else(|| of(Role::PerhapsAlso).next().cloned())
}

/// The verdict of a rule of which nobody can tell whether it applies.
fn unsure(verdict: &Verdict) -> Verdict {
    let mut out = verdict.clone();
    if out.state != State::CannotTell {
        out.state = State::CannotTell;
        out.sentence = format!("cannot tell whether this rule applies; by it: {}", out.sentence);
    }
    out
}
