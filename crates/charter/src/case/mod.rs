//! Cases: facts and the answer expected, beneath a clause, as an officer would put them to the terms.
//!
//! `15 members, 7 present: not quorate, needs 8.` The facts become a small record, whole for every kind of fact save those
//! said not to be recorded; the answer is the engine's own.

mod facts;
mod record;
mod story;
mod told;

use crate::engine::{carried, due, evaluate, may, quorum};
use crate::read::{Charter, Clause};
use crate::record::*;
use crate::tree::{Filter, Part, Says, Verb};
use crate::verdict::{Action, Answer, Choice, State};
use calendar::day_in_words;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::str::FromStr;

pub(crate) use facts::read_case;
use facts::*;
use record::*;
use story::Story;
use told::Told;

/// How a case came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseResult {
    /// The clause it stands beneath.
    pub clause: String,
    /// Its line in the document, from 1.
    pub line: usize,
    /// As it was written.
    pub source: String,
    /// Whether the answer is the one expected.
    pub passed: bool,
    /// The answer in a case's words: `not quorate, needs 8`.
    pub answer: String,
    /// The answer in the engine's words.
    pub sentence: String,
}

/// The answer in a case's words, with the engine's sentence.
fn ask(charter: &Charter, clause: &Clause, put: &Put) -> (Vec<String>, String) {
    let Small { mut record, day } = small(&put.facts);
    let facts = &put.facts;
    // The answer expected says whether it is how the clause's rules stand that is asked.
    let standing = put.expected.first().is_some_and(|e| STANDING.contains(&e.as_str()));
    let asks = |f: &Stated| {
        matches!(
            f,
            Stated::Sent(_) | Stated::Notified(_) | Stated::Substitute(_) | Stated::Leaving(_) | Stated::Interest { .. } | Stated::Question(_)
        ) || matches!(f, Stated::Missed(_) | Stated::MeetingsIn(..))
    };
    if facts.iter().any(|f| matches!(f, Stated::Told(_))) || (standing && !facts.iter().any(asks)) {
        return ask_told(charter, clause, facts, record, day, standing, put.expected.first().is_some_and(|e| e == "cannot tell"));
    }
    let of_answer = |answer: Answer| match answer {
        Answer::Yes { sentence, .. } => (vec!["allowed".to_owned()], sentence),
        Answer::No { findings } => (vec!["not allowed".to_owned()], findings.into_iter().map(|f| f.sentence).collect::<Vec<_>>().join("; ")),
        Answer::Ruling(r) if r.nobody_can => (vec!["nobody can rule".to_owned()], r.sentence),
        Answer::Ruling(r) => {
            let mut words = vec![format!("for the {}", r.by)];
            let parts: Vec<&str> =
                r.choices.iter().filter_map(|c| if let Choice::Part(p) = c { Some(crate::tree::part_in_words(*p)) } else { None }).collect();
            if !parts.is_empty() {
                words.push(format!("{} choices", parts.len()));
            }
            (words, r.sentence)
        }
        Answer::NotSaid { sentence } => (vec!["not said".to_owned()], sentence),
        Answer::CannotTell { sentence, .. } => (vec!["cannot tell".to_owned()], sentence),
    };
    let judged = |agreed: bool| Judgement {
        of: Some("i".into()),
        meeting: Some("m".into()),
        office: Some("chair".into()),
        by: Some("p1".into()),
        agreed,
        ..Judgement::default()
    };
    for fact in facts {
        if let Stated::Agreed(agreed) = fact {
            record.judgements.push(judged(*agreed));
            record.judgements.push(Judgement { of: Some("somebody".into()), ..judged(*agreed) });
        }
    }
    let m = || "m".to_owned();
    for fact in facts {
        let action = match fact {
            Stated::Sent(on) => Action::PapersSend { meeting: m(), day: *on },
            Stated::Notified(on) => {
                record.items[0].notified = Some(*on);
                Action::ItemNotify { meeting: m(), day: *on, item: Some("i".into()) }
            }
            Stated::Substitute(on) => Action::Substitute { seat: "s3".into(), person: "somebody".into(), meeting: m(), day: *on },
            Stated::Leaving(on) => match facts.iter().find_map(|f| if let Stated::Notice(n) = f { Some(*n) } else { None }) {
                Some(notice) => Action::Leave { notice, day: *on },
                None => continue,
            },
            Stated::Interest { chair, kind, asks } => {
                let person = if *chair { "p1" } else { "p3" }.to_owned();
                let ruling = facts
                    .iter()
                    .find_map(|f| if let Stated::Ruled(part) = f { Some(PartRuling { by: "p1".into(), part: *part, reason: None }) } else { None });
                record.interests.push(Interest {
                    meeting: m(),
                    item: Some("i".into()),
                    person: person.clone(),
                    kind: kind.clone(),
                    declared: Some(day),
                    ruling,
                });
                match asks {
                    Asks::Discusses => Action::Discuss { item: "i".into(), person },
                    Asks::Stays => Action::Stay { item: "i".into(), person },
                    Asks::Decides => Action::Decide { item: "i".into(), person },
                }
            }
            Stated::Question(question) => match question {
                Question::Attends => Action::Attend { person: "somebody".into(), meeting: m() },
                Question::Asks(member) => Action::RequestItem { person: if *member { "p3" } else { "somebody" }.into(), day },
                Question::Vote => Action::HoldVote { matters: matters(facts) },
                Question::Publish(class) => Action::Publish { class: class.clone() },
                Question::Public => Action::AdmitPublic,
                Question::Other => Action::AnyOtherBusiness,
                Question::Urgent => Action::UrgentDecision { day },
                Question::SubstituteVotes => Action::SubstituteVotes,
                Question::SubstituteCounts => Action::SubstituteCounts,
            },
            Stated::Missed(_) => Action::AskNominee { seat: "s3".into(), day },
            _ => continue,
        };
        return of_answer(may(charter, &record, &action));
    }
    if facts.iter().any(|f| matches!(f, Stated::For(_) | Stated::Against(_) | Stated::Consensus(_))) {
        return ask_motion(charter, &mut record, facts);
    }
    if let Some((_, year)) = facts.iter().find_map(|f| if let Stated::MeetingsIn(n, y) = f { Some((n, *y)) } else { None }) {
        let verdicts: Vec<_> = evaluate(charter, &record, date(year, 12, 31))
            .into_iter()
            .filter(|v| v.sentence.contains("held in") || v.sentence.contains("held between"))
            .collect();
        let worst = verdicts
            .into_iter()
            .max_by_key(|v| [State::Met, State::Due, State::Expected, State::CannotTell, State::Breached].iter().position(|s| *s == v.state));
        return worst.map_or((vec!["not said".to_owned()], "the terms do not say how often the body meets".to_owned()), |v| {
            (vec![state_word(v.state).to_owned()], v.sentence)
        });
    }
    if facts.iter().any(|f| matches!(f, Stated::Present(_))) {
        return told_quorum(&quorum(charter, &record, "m", None));
    }
    // How many there are, where the clause says how many there are to be.
    let composed = |r: &crate::read::Rule| matches!(r.tree.says, Says::There { .. } | Says::Share { .. } | Says::Be { .. } | Says::Filled { .. });
    if facts.iter().all(|f| matches!(f, Stated::Members(_) | Stated::Organisations(_) | Stated::NotRecorded(_) | Stated::So(..)))
        && clause.rules.iter().any(composed)
    {
        return ask_told(charter, clause, facts, record, day, true, false);
    }
    // Nothing is asked: what is due for the meeting.
    let (Ok(from), Ok(to)) = (day.checked_sub(400.days()), day.checked_add(1.days())) else { return (Vec::new(), String::new()) };
    let duties: Vec<_> = due(charter, &record, from, to).into_iter().filter(|d| d.meeting.as_deref() == Some("m")).collect();
    let words = duties
        .iter()
        .filter_map(|d| match d.code.as_str() {
            "send_papers" => Some(format!("papers by {}", day_in_words(d.letter))),
            "notify_item" => Some(format!("items by {}", day_in_words(d.letter))),
            "publish" => Some(format!("published by {}", day_in_words(d.letter))),
            _ => None,
        })
        .collect();
    (words, duties.iter().map(|d| d.sentence.clone()).collect::<Vec<_>>().join("; "))
}

/// The same, for facts told in the language of the rules: how the clause's own rules stand.
#[allow(clippy::too_many_lines)]
fn ask_told(charter: &Charter, clause: &Clause, facts: &[Stated], record: Record, day: Date, standing: bool, unsure: bool) -> (Vec<String>, String) {
    let mut story = Story::new(charter, record, day);
    for fact in facts {
        if let Stated::Told(told) = fact {
            story.tell(told);
        }
    }
    let last = story.last;
    let mut record = story.record;
    record.meetings.retain(|m| m.kind.as_deref() != Some("placeholder") || facts.iter().any(Stated::needs_meeting));
    for meeting in record.meetings.iter_mut().filter(|m| m.kind.as_deref() == Some("placeholder")) {
        meeting.kind = None;
    }
    // The item that every case has is of no concern where none was told of.
    let of_item = facts.iter().any(|f| matches!(f, Stated::Notified(_) | Stated::Matter(_) | Stated::Interest { .. } | Stated::Agreed(_)));
    if !of_item && record.interests.is_empty() {
        record.items.retain(|i| i.notified.is_some());
    }
    let asks = |says: fn(&Says) -> bool| clause.rules.iter().any(|r| says(&r.tree.says));
    let voted = facts.iter().any(|f| matches!(f, Stated::For(_) | Stated::Against(_) | Stated::Consensus(_) | Stated::Casting(_)))
        || record.motions.iter().any(|m| !m.votes.is_empty() || m.put.is_some());
    // "Cannot tell" may be said of a vote too, where the clause says how votes decide.
    let unvoted = facts.iter().any(|f| matches!(f, Stated::Told(told) if matches!(told.as_ref(), Told::Unvoted)));
    let decides = (!standing && !unsure) || asks(|s| matches!(s, Says::Decided { .. }));
    if (voted && decides) || (unvoted && !standing) {
        return ask_motion(charter, &mut record, facts);
    }
    let here = |told: &Told| match told {
        Told::Group { group, .. } => group.filters.iter().any(|f| matches!(f, Filter::Present | Filter::Remote | Filter::Interested(_))),
        Told::Waited(_) => true,
        _ => false,
    };
    let told_present = facts.iter().any(|f| match f {
        Stated::Present(_) | Stated::Members(_) => true,
        Stated::Told(told) => here(told),
        _ => false,
    });
    if told_present
        && !standing
        && (asks(|s| matches!(s, Says::Quorum { .. }))
            || clause.rules.iter().any(|r| matches!(&r.tree.says, Says::Does { deed, .. } if deed.verb == Verb::CountInQuorum)))
    {
        let meeting = record.meetings.iter().max_by_key(|m| m.day).map_or_else(|| "m".to_owned(), |m| m.id.clone());
        for line in record.roll.iter_mut().filter(|a| a.meeting == "m") {
            line.meeting.clone_from(&meeting);
        }
        // A quorum for one class of matter is asked while that is at hand.
        let matters = matters(facts);
        let item = (!matters.is_empty()).then(|| Moment::Item("i".into()));
        if let Some(i) = record.items.first_mut().filter(|_| item.is_some()) {
            i.meeting.clone_from(&meeting);
            i.matters.extend(matters);
        }
        return told_quorum(&quorum(charter, &record, &meeting, item.as_ref()));
    }
    if voted {
        put_motion(&mut record, facts);
    }
    let as_at = last.unwrap_or(day).max(
        record
            .meetings
            .iter()
            .filter_map(|m| m.day)
            .max()
            .filter(|_| facts.iter().all(|f| !matches!(f, Stated::Told(told) if matches!(told.as_ref(), Told::AsAt(_)))))
            .unwrap_or(Date::MIN),
    );
    // An act at a meeting that the case did not date is one of the day that everything else is.
    let verdicts: Vec<_> = evaluate(charter, &record, as_at).into_iter().filter(|v| v.clause.as_ref() == Some(&clause.number)).collect();
    let rank = |s: State| {
        [State::Met, State::Excused, State::Due, State::Expected, State::CannotTell, State::Late, State::Breached].iter().position(|x| *x == s)
    };
    verdicts.into_iter().max_by_key(|v| rank(v.state)).map_or_else(
        || (vec!["nothing asked".to_owned()], "the rules of this clause ask nothing here".to_owned()),
        |v| (vec![state_word(v.state).to_owned()], v.sentence),
    )
}

/// Answers that say how rules stand; the others are of a quorum, a vote or a question.
const STANDING: [&str; 9] = ["met", "not met", "breached", "late", "expected", "due", "excused", "nothing asked", "standing"];

fn told_quorum(verdict: &crate::verdict::Verdict) -> (Vec<String>, String) {
    let word = match verdict.state {
        State::Met => "quorate",
        State::Breached => "not quorate",
        State::NoneGiven => "no quorum given",
        _ => "cannot tell",
    };
    (with_needed(word, verdict.figures), verdict.sentence.clone())
}

/// The motion that the votes of a case make.
fn put_motion(record: &mut Record, facts: &[Stated]) {
    let number = |f: &dyn Fn(&Stated) -> Option<u32>| facts.iter().find_map(f);
    let votes = Votes {
        in_favour: number(&|f| if let Stated::For(n) = f { Some(*n) } else { None }).unwrap_or(0),
        against: number(&|f| if let Stated::Against(n) = f { Some(*n) } else { None }).unwrap_or(0),
        abstained: number(&|f| if let Stated::Abstaining(n) = f { Some(*n) } else { None }).unwrap_or(0),
    };
    let voted = facts.iter().any(|f| matches!(f, Stated::For(_) | Stated::Against(_)));
    if record.motions.is_empty() {
        record.motions.push(Motion { id: "x".into(), meeting: "m".into(), ..Motion::default() });
    }
    let Some(motion) = record.motions.first_mut() else { return };
    motion.id = "x".into();
    motion.count = voted.then_some(votes).or(motion.count.take());
    motion.consensus = facts.iter().find_map(|f| if let Stated::Consensus(c) = f { Some(*c) } else { None });
    motion.casting = facts.iter().find_map(|f| if let Stated::Casting(c) = f { Some(*c) } else { None });
    motion.matters.extend(matters(facts));
    motion.item = (!record.interests.is_empty()).then(|| "i".to_owned());
}

fn ask_motion(charter: &Charter, record: &mut Record, facts: &[Stated]) -> (Vec<String>, String) {
    put_motion(record, facts);
    let voted = record.motions.iter().any(|m| m.id == "x" && (m.count.is_some() || !m.votes.is_empty() || m.put.is_some()));
    let verdict = carried(charter, record, "x");
    let word = match (verdict.state, voted) {
        (State::Met, true) => "carried",
        (State::Met, false) => "agreed",
        (State::Breached, true) => "not carried",
        (State::Breached, false) => "not agreed",
        (State::Due, _) => "a vote decides",
        (State::NoneGiven, _) => "not said",
        _ => "cannot tell",
    };
    (with_needed(word, verdict.figures), verdict.sentence)
}

fn matters(facts: &[Stated]) -> Vec<String> {
    facts.iter().filter_map(|f| if let Stated::Matter(m) = f { Some(m.clone()) } else { None }).collect()
}

fn with_needed(word: &str, figures: Option<crate::verdict::Figures>) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    out.extend(figures.map(|f| format!("needs {}", f.needed)));
    out
}

fn state_word(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Expected => "expected",
        State::Due => "due",
        State::Late => "late",
        State::Breached => "breached",
        State::Excused => "excused",
        State::CannotTell => "cannot tell",
        State::NoneGiven => "not said",
    }
}

impl Charter {
    /// Puts every case to the charter. Rules that it takes over from other terms count only once they are taken over; see
    /// [`Charter::taking_over`].
    pub fn test(&self) -> Vec<CaseResult> {
        let mut out = Vec::new();
        for clause in &self.clauses {
            for case in &clause.cases {
                let (passed, answer, sentence) = match read_case(&case.source) {
                    Ok(put) => {
                        let (words, sentence) = ask(self, clause, &put);
                        // Every word expected has to be in the answer; the first one is the answer itself.
                        let passed = put
                            .expected
                            .iter()
                            .all(|e| words.iter().any(|w| w == e || (e == "not met" && matches!(w.as_str(), "breached" | "late"))));
                        (passed, words.join(", "), sentence)
                    }
                    Err((message, _)) => (false, String::new(), message),
                };
                out.push(CaseResult { clause: clause.number.clone(), line: case.line, source: case.source.clone(), passed, answer, sentence });
            }
        }
        out
    }

    /// The text with the answer of every failing case replaced by what the charter now answers, for an officer to look over.
    pub fn blessed(&self) -> String {
        let failing: Vec<CaseResult> = self.test().into_iter().filter(|r| !r.passed && !r.answer.is_empty()).collect();
        let mut out = String::with_capacity(self.source.len());
        for (index, line) in self.source.lines().enumerate() {
            match failing.iter().find(|r| r.line == index + 1 && line.trim_end().ends_with(r.source.as_str())) {
                Some(result) => {
                    let facts = result.source.rsplit_once(':').map_or(result.source.as_str(), |(facts, _)| facts);
                    let lead = line.trim_end().strip_suffix(result.source.as_str()).unwrap_or("> Case: ");
                    out += &format!("{lead}{facts}: {}.", result.answer);
                }
                None => out += line,
            }
            out.push('\n');
        }
        out
    }
}
