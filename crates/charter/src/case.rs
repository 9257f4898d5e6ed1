//! Cases: facts and the answer expected, beneath a clause, as an officer would put them to the terms.
//!
//! `15 members, 7 present: not quorate, needs 8.` The facts become a small record, whole for every kind of fact save those
//! said not to be recorded; the answer is the engine's own.

use std::str::FromStr;

use calendar::day_in_words;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::engine::{carried, due, evaluate, may, quorum};
use crate::read::Charter;
use crate::record::*;
use crate::tree::Part;
use crate::verdict::{Action, Answer, Choice, State};

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

/// One fact of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fact {
    Members(u32),
    Present(u32),
    Substitutes(u32),
    Organisations(u32),
    For(u32),
    Against(u32),
    Abstaining(u32),
    Consensus(bool),
    Casting(Cast),
    Matter(String),
    Away(&'static str),
    Meeting(Date),
    Sent(Date),
    Notified(Date),
    Substitute(Date),
    Notice(Date),
    Leaving(Date),
    Agreed(bool),
    Interest { chair: bool, kind: String, asks: Asks },
    Ruled(Part),
    Question(Question),
    Missed(u32),
    MeetingsIn(u32, i16),
    So(String, bool),
    NotRecorded(Kind),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Discusses,
    Stays,
    Decides,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Question {
    Attends,
    Asks(bool),
    Vote,
    Publish(String),
    Public,
    Other,
    Urgent,
    SubstituteVotes,
    SubstituteCounts,
}

/// A case that has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Put {
    facts: Vec<Fact>,
    expected: Vec<String>,
}

const EXAMPLES: &[&str] = &[
    "15 members",
    "8 present",
    "2 substitutes",
    "from 4 organisations",
    "11 for",
    "8 against",
    "1 abstaining",
    "consensus",
    "no consensus",
    "a casting vote for",
    "a casting vote against",
    "on “the levy”",
    "the chair is away",
    "the vice-chair is away",
    "a meeting on 18 January 2007",
    "papers sent on 4 January 2007",
    "an item notified on 4 January 2007",
    "a substitute named on 17 January 2007",
    "notice given on 1 May 2008",
    "leaving on 1 July 2008",
    "the chair agreed",
    "the chair refused",
    "a member with a financial interest decides",
    "the chair with a financial interest decides",
    "ruled that the member leaves",
    "somebody else attends",
    "a member asks for an item",
    "somebody else asks for an item",
    "a vote is held",
    "minutes are made public",
    "the public attends",
    "other business is taken",
    "an urgent decision is taken",
    "a substitute votes",
    "a substitute counts",
    "3 meetings missed in a row",
    "2 meetings in 2009",
    "“special schools exist” is so",
    "attendance is not recorded",
];

/// Splits at commas that stand outside quotation marks.
fn parts(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        if c == ',' && !quoted {
            out.push(String::new());
        } else if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out.into_iter().map(|p| p.trim().to_owned()).collect()
}

/// Reads a case; otherwise says what is wrong with it, with the nearest fact that would be right.
pub(crate) fn read_case(source: &str) -> Result<Put, (String, Option<String>)> {
    let text = source.trim().trim_end_matches('.').replace('’', "'").replace("discusses, does not", "discusses does not");
    let Some((facts, expected)) = text.rsplit_once(':') else {
        return Err(("a case is its facts, a colon, and the answer expected".to_owned(), None));
    };
    let facts = parts(facts)
        .iter()
        .map(|p| fact(p).ok_or_else(|| (format!("`{p}` is no fact that a case can state"), nearest_example(p))))
        .collect::<Result<Vec<_>, _>>()?;
    let expected: Vec<String> = parts(expected).into_iter().filter(|e| !e.is_empty()).collect();
    if expected.is_empty() {
        return Err(("a case ends with the answer expected, such as `quorate` or `not allowed`".to_owned(), None));
    }
    Ok(Put { facts, expected })
}

fn nearest_example(text: &str) -> Option<String> {
    let plain = |s: &str| s.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    EXAMPLES.iter().min_by_key(|e| crate::read::distance(&plain(text), &plain(e))).map(|e| (*e).to_owned())
}

fn day(text: &str) -> Option<Date> {
    if let Ok(date) = Date::from_str(text) {
        return Some(date);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let [d, m, y] = words.as_slice() else { return None };
    let month = crate::tree::MONTHS.iter().position(|name| name.eq_ignore_ascii_case(m)).and_then(|n| i8::try_from(n + 1).ok())?;
    Date::new(y.parse().ok()?, month, d.parse().ok()?).ok()
}

fn fact(text: &str) -> Option<Fact> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = || words.first().and_then(|w| w.parse::<u32>().ok()).filter(|n| *n <= 1000);
    let rest = words.get(1..).unwrap_or_default().join(" ");
    if let Some(n) = number() {
        return match rest.as_str() {
            "member" | "members" => Some(Fact::Members(n)),
            "present" => Some(Fact::Present(n)),
            "substitute" | "substitutes" => Some(Fact::Substitutes(n)),
            "for" | "in favour" => Some(Fact::For(n)),
            "against" => Some(Fact::Against(n)),
            "abstaining" => Some(Fact::Abstaining(n)),
            "meeting missed in a row" | "meetings missed in a row" => Some(Fact::Missed(n)),
            other => {
                let year = other.strip_prefix("meetings in ").or(other.strip_prefix("meeting in "))?;
                Some(Fact::MeetingsIn(n, year.parse().ok().filter(|y| (1..=9000).contains(y))?))
            }
        };
    }
    let text = words.join(" ");
    let on = |prefix: &str| text.strip_prefix(prefix).and_then(day);
    let unquoted = |s: &str| s.trim().trim_start_matches('“').trim_end_matches('”').to_owned();
    if let Some(n) = text.strip_prefix("from ").and_then(|r| r.strip_suffix(" organisations")) {
        return n.parse().ok().filter(|n| *n <= 1000).map(Fact::Organisations);
    }
    if let Some(date) = on("a meeting on ").or(on("the meeting is on ")) {
        return Some(Fact::Meeting(date));
    }
    for (prefix, made) in [
        ("papers sent on ", Fact::Sent as fn(Date) -> Fact),
        ("an item notified on ", Fact::Notified),
        ("a substitute named on ", Fact::Substitute),
        ("notice given on ", Fact::Notice),
        ("leaving on ", Fact::Leaving),
    ] {
        if let Some(date) = on(prefix) {
            return Some(made(date));
        }
    }
    if let Some(part) = text.strip_prefix("ruled that the member ") {
        return PARTS.iter().find(|p| crate::tree::part_in_words(**p).replace(',', "") == part).copied().map(Fact::Ruled);
    }
    for (subject, chair) in [("a member with ", false), ("the chair with ", true)] {
        if let Some((kind, verb)) = text.strip_prefix(subject).and_then(|r| r.split_once(" interest ")) {
            let kind = kind.trim_start_matches("an ").trim_start_matches("a ").to_owned();
            let asks = match verb {
                "discusses" => Asks::Discusses,
                "stays" => Asks::Stays,
                "decides" => Asks::Decides,
                _ => return None,
            };
            return Some(Fact::Interest { chair, kind, asks });
        }
    }
    if let Some(class) = text.strip_suffix(" are made public").or(text.strip_suffix(" is made public")) {
        return Some(Fact::Question(Question::Publish(class.trim_start_matches("the ").to_owned())));
    }
    if let Some(what) = text.strip_suffix(" is not recorded").or(text.strip_suffix(" are not recorded")) {
        return Kind::ALL.into_iter().find(|k| k.name() == what).map(Fact::NotRecorded);
    }
    if let Some(name) = text.strip_suffix(" is not so") {
        return Some(Fact::So(unquoted(name), false));
    }
    if let Some(name) = text.strip_suffix(" is so") {
        return Some(Fact::So(unquoted(name), true));
    }
    if let Some(name) = text.strip_prefix("on “") {
        return Some(Fact::Matter(unquoted(name)));
    }
    Some(match text.as_str() {
        "consensus" => Fact::Consensus(true),
        "no consensus" => Fact::Consensus(false),
        "a casting vote for" => Fact::Casting(Cast::For),
        "a casting vote against" => Fact::Casting(Cast::Against),
        "the chair is away" => Fact::Away("chair"),
        "the vice-chair is away" => Fact::Away("vice-chair"),
        "the chair agreed" => Fact::Agreed(true),
        "the chair refused" => Fact::Agreed(false),
        "somebody else attends" => Fact::Question(Question::Attends),
        "a member asks for an item" => Fact::Question(Question::Asks(true)),
        "somebody else asks for an item" => Fact::Question(Question::Asks(false)),
        "a vote is held" => Fact::Question(Question::Vote),
        "the public attends" => Fact::Question(Question::Public),
        "other business is taken" => Fact::Question(Question::Other),
        "an urgent decision is taken" => Fact::Question(Question::Urgent),
        "a substitute votes" => Fact::Question(Question::SubstituteVotes),
        "a substitute counts" => Fact::Question(Question::SubstituteCounts),
        _ => return None,
    })
}

const PARTS: [Part; 6] = [Part::Leave, Part::Discuss, Part::DiscussThenStay, Part::DiscussThenLeave, Part::Stay, Part::Full];

/// The record that the facts make: member 1 is the chair, member 2 the vice-chair.
struct Small {
    record: Record,
    day: Date,
}

fn small(facts: &[Fact]) -> Small {
    let pick = |f: &dyn Fn(&Fact) -> Option<u32>| facts.iter().find_map(f);
    let members = pick(&|f| if let Fact::Members(n) = f { Some(*n) } else { None });
    let present = pick(&|f| if let Fact::Present(n) = f { Some(*n) } else { None });
    let substitutes = pick(&|f| if let Fact::Substitutes(n) = f { Some(*n) } else { None }).unwrap_or(0);
    let organisations = pick(&|f| if let Fact::Organisations(n) = f { Some(*n) } else { None });
    let day = facts.iter().find_map(|f| if let Fact::Meeting(d) = f { Some(*d) } else { None }).unwrap_or(date(2009, 3, 31));
    let away: Vec<&str> = facts.iter().filter_map(|f| if let Fact::Away(who) = f { Some(*who) } else { None }).collect();
    let total = members.unwrap_or(0).max(present.unwrap_or(0) + substitutes).max(3);
    let mut record = Record::default();
    record.complete_for_all(None, None);
    for n in 1..=total {
        let organisation = organisations.map(|of| format!("organisation {}", (n - 1) % of.max(1) + 1));
        record.people.push(Person { id: format!("p{n}"), name: format!("member {n}"), ..Person::default() });
        record.seats.push(Seat { id: format!("s{n}"), label: format!("seat {n}"), organisation, ..Seat::default() });
        record.appointments.push(Appointment { seat: format!("s{n}"), person: format!("p{n}"), ..Appointment::default() });
    }
    for n in 1..=organisations.unwrap_or(0) {
        record.organisations.push(Organisation { id: format!("organisation {n}"), name: format!("organisation {n}"), ..Organisation::default() });
    }
    for (office, person) in [("chair", "p1"), ("vice-chair", "p2")] {
        record.offices.push(Office { office: office.into(), person: person.into(), ..Office::default() });
    }
    record.meetings.push(Meeting { id: "m".into(), day: Some(day), ..Meeting::default() });
    record.items.push(Item { id: "i".into(), meeting: "m".into(), title: "the item".into(), ..Item::default() });
    let stays_away = |n: u32| (n == 1 && away.contains(&"chair")) || (n == 2 && away.contains(&"vice-chair"));
    let here: Vec<u32> = (1..=total).filter(|n| !stays_away(*n)).take(usize::try_from(present.unwrap_or(total)).unwrap_or(0)).collect();
    for n in &here {
        record.roll.push(Attendance { meeting: "m".into(), person: format!("p{n}"), seat: Some(format!("s{n}")), ..Attendance::default() });
    }
    for n in (1..=total).filter(|n| !here.contains(n)).take(usize::try_from(substitutes).unwrap_or(0)) {
        record.roll.push(Attendance {
            meeting: "m".into(),
            person: format!("substitute {n}"),
            seat: Some(format!("s{n}")),
            capacity: Capacity::Substitute,
            ..Attendance::default()
        });
    }
    for fact in facts {
        match fact {
            Fact::So(name, value) => record.facts.push(crate::record::Fact { name: name.clone(), value: (*value).into(), from: None, until: None }),
            Fact::NotRecorded(kind) => {
                record.completeness.remove(kind);
                match kind {
                    Kind::Roll => record.roll.clear(),
                    Kind::Offices => record.offices.clear(),
                    Kind::Appointments => record.appointments.clear(),
                    _ => {}
                }
            }
            Fact::MeetingsIn(count, year) => {
                record.meetings.clear();
                for n in 0..*count {
                    let step = i32::try_from(n * 364 / (*count).max(1)).unwrap_or(0);
                    record.meetings.push(Meeting { id: format!("m{n}"), day: date(*year, 1, 1).checked_add(step.days()).ok(), ..Meeting::default() });
                }
            }
            Fact::Missed(count) => {
                // Member 3 missed so many and came to the one before them.
                for n in 1..=*count {
                    let back = i32::try_from(n).unwrap_or(0) * 30;
                    record.meetings.push(Meeting { id: format!("missed {n}"), day: day.checked_sub(back.days()).ok(), ..Meeting::default() });
                }
                let back = i32::try_from(*count + 1).unwrap_or(0) * 30;
                record.meetings.push(Meeting { id: "came".into(), day: day.checked_sub(back.days()).ok(), ..Meeting::default() });
                record.roll.push(Attendance { meeting: "came".into(), person: "p3".into(), ..Attendance::default() });
                record.meetings.retain(|m| m.id != "m");
            }
            _ => {}
        }
    }
    Small { record, day }
}

/// The answer in a case's words, with the engine's sentence.
fn ask(charter: &Charter, put: &Put) -> (Vec<String>, String) {
    let Small { mut record, day } = small(&put.facts);
    let facts = &put.facts;
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
        if let Fact::Agreed(agreed) = fact {
            record.judgements.push(judged(*agreed));
            record.judgements.push(Judgement { of: Some("somebody".into()), ..judged(*agreed) });
        }
    }
    let m = || "m".to_owned();
    for fact in facts {
        let action = match fact {
            Fact::Sent(on) => Action::PapersSend { meeting: m(), day: *on },
            Fact::Notified(on) => {
                record.items[0].notified = Some(*on);
                Action::ItemNotify { meeting: m(), day: *on, item: Some("i".into()) }
            }
            Fact::Substitute(on) => Action::Substitute { seat: "s3".into(), person: "somebody".into(), meeting: m(), day: *on },
            Fact::Leaving(on) => match facts.iter().find_map(|f| if let Fact::Notice(n) = f { Some(*n) } else { None }) {
                Some(notice) => Action::Leave { notice, day: *on },
                None => continue,
            },
            Fact::Interest { chair, kind, asks } => {
                let person = if *chair { "p1" } else { "p3" }.to_owned();
                let ruling = facts
                    .iter()
                    .find_map(|f| if let Fact::Ruled(part) = f { Some(PartRuling { by: "p1".into(), part: *part, reason: None }) } else { None });
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
            Fact::Question(question) => match question {
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
            Fact::Missed(_) => Action::AskNominee { seat: "s3".into(), day },
            _ => continue,
        };
        return of_answer(may(charter, &record, &action));
    }
    if facts.iter().any(|f| matches!(f, Fact::For(_) | Fact::Against(_) | Fact::Consensus(_))) {
        return ask_motion(charter, &mut record, facts);
    }
    if let Some((_, year)) = facts.iter().find_map(|f| if let Fact::MeetingsIn(n, y) = f { Some((n, *y)) } else { None }) {
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
    if facts.iter().any(|f| matches!(f, Fact::Present(_))) {
        let verdict = quorum(charter, &record, "m", None);
        let word = match verdict.state {
            State::Met => "quorate",
            State::Breached => "not quorate",
            State::NoneGiven => "no quorum given",
            _ => "cannot tell",
        };
        return (with_needed(word, verdict.figures), verdict.sentence);
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

fn ask_motion(charter: &Charter, record: &mut Record, facts: &[Fact]) -> (Vec<String>, String) {
    let number = |f: &dyn Fn(&Fact) -> Option<u32>| facts.iter().find_map(f);
    let votes = Votes {
        in_favour: number(&|f| if let Fact::For(n) = f { Some(*n) } else { None }).unwrap_or(0),
        against: number(&|f| if let Fact::Against(n) = f { Some(*n) } else { None }).unwrap_or(0),
        abstained: number(&|f| if let Fact::Abstaining(n) = f { Some(*n) } else { None }).unwrap_or(0),
    };
    let voted = facts.iter().any(|f| matches!(f, Fact::For(_) | Fact::Against(_)));
    record.motions.push(Motion {
        id: "x".into(),
        meeting: "m".into(),
        count: voted.then_some(votes),
        consensus: facts.iter().find_map(|f| if let Fact::Consensus(c) = f { Some(*c) } else { None }),
        casting: facts.iter().find_map(|f| if let Fact::Casting(c) = f { Some(*c) } else { None }),
        matters: matters(facts).into_iter().collect(),
        ..Motion::default()
    });
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

fn matters(facts: &[Fact]) -> Vec<String> {
    facts.iter().filter_map(|f| if let Fact::Matter(m) = f { Some(m.clone()) } else { None }).collect()
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
                        let (words, sentence) = ask(self, &put);
                        // Every word expected has to be in the answer; the first one is the answer itself.
                        let passed = put.expected.iter().all(|e| words.iter().any(|w| w == e));
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
