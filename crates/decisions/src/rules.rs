//! Whether a vote may be taken, who may vote, and whether it carries. Pure: what the terms answer goes in.

use std::collections::{BTreeMap, BTreeSet};

use charter::{Answer, State, Verdict};
use interests::rules::uncited;
use kernel::{Finding, Findings, PersonId};

use crate::model::{Count, How, NewDecision, Outcome, Voter};

/// The longest that the words of a motion or decision may be, in characters.
pub const LONGEST: usize = 20_000;

fn length(field: &str, words: &str) -> Findings {
    let long = words.chars().count();
    let mut findings = Findings::none();
    findings.push_if(long > LONGEST, || Finding::refuse("text-too-long").at(field).with("over", long - LONGEST).with("most", LONGEST));
    findings
}

/// Whether these words make a motion.
pub fn motion(words: &str) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(words.trim().is_empty(), || Finding::refuse("motion-words-missing").at("words"));
    findings.extend(length("words", words));
    findings
}

/// Whether what was typed fits together: figures with a counted vote, names with one by name, neither with anything else.
pub fn decision(new: &NewDecision) -> Findings {
    let mut findings = Findings::none();
    let vote = new.how.is_vote();
    findings.push_if(new.how == How::Counted && new.count.is_none(), || Finding::refuse("vote-count-missing").at("votes_for"));
    findings.push_if(new.how == How::Counted && new.count.is_some_and(|count| count.all() == 0), || {
        Finding::refuse("vote-count-missing").at("votes_for")
    });
    findings.push_if(new.how == How::Named && new.votes.is_empty(), || Finding::refuse("vote-names-missing").at("votes"));
    findings.push_if(!vote && (new.count.is_some() || !new.votes.is_empty()), || Finding::refuse("vote-figures-without-vote").at("how"));
    findings.push_if(vote && !new.outcome.decides(), || Finding::refuse("vote-without-decision").at("outcome"));
    findings.push_if(new.how == How::Consensus && new.outcome == Outcome::NotCarried, || Finding::refuse("consensus-against").at("how"));
    findings.push_if(new.outcome == Outcome::Amended && new.words.trim().is_empty(), || Finding::refuse("amended-words-missing").at("words"));
    findings.extend(length("words", &new.words));
    findings
}

/// Whether a vote may be taken at all, by what the terms answer. Where they decide by consensus only there is no vote to offer.
pub fn may_vote(answer: &Answer) -> Findings {
    match answer {
        Answer::No { findings } => findings
            .iter()
            .map(|finding| {
                let told = Finding::refuse("vote-not-given").at("how").with("sentence", uncited(&finding.sentence, finding.clause.as_deref()));
                finding.clause.iter().fold(told, |told, clause| told.under(clause))
            })
            .collect(),
        Answer::Yes { .. } | Answer::Ruling(_) | Answer::NotSaid { .. } | Answer::CannotTell { .. } => Findings::none(),
    }
}

/// Whether votes by name are each by somebody who sits there in a voting seat, once for each seat.
pub fn votes(new: &NewDecision, voters: &[Voter]) -> Findings {
    let by_seat: BTreeMap<_, _> = voters.iter().map(|voter| (voter.seat, voter)).collect();
    let mut seen = BTreeSet::new();
    let mut findings = Findings::none();
    for vote in &new.votes {
        match by_seat.get(&vote.seat) {
            None => findings.push(Finding::refuse("vote-by-absent").at("votes")),
            Some(voter) if voter.person != vote.person => findings.push(Finding::refuse("vote-by-absent").at("votes")),
            Some(voter) if voter.class != "voting" => {
                findings.push(Finding::refuse("vote-without-voting-seat").at("votes").with("name", &voter.person_name));
            }
            Some(voter) => {
                findings.push_if(!seen.insert(vote.seat), || Finding::refuse("vote-twice").at("votes").with("name", &voter.person_name));
            }
        }
    }
    findings
}

/// Whether more votes were counted than there are people in voting seats who may decide.
pub fn count(count: Count, could_vote: usize) -> Findings {
    let mut findings = Findings::none();
    if usize::try_from(count.all()).unwrap_or(usize::MAX) > could_vote {
        findings.push(Finding::refuse("vote-more-than-voters").at("votes_for").with("votes", count.all()).with("voters", could_vote));
    }
    findings
}

/// Whether somebody with an interest voted, by what the terms answer on their part in the decision.
pub fn may_decide(name: &str, answer: &Answer) -> Findings {
    match answer {
        Answer::No { findings } => findings
            .iter()
            .map(|finding| {
                let told = Finding::refuse("vote-by-barred")
                    .at("votes")
                    .with("name", name)
                    .with("sentence", uncited(&finding.sentence, finding.clause.as_deref()));
                finding.clause.iter().fold(told, |told, clause| told.under(clause))
            })
            .collect(),
        Answer::Ruling(ruling) => {
            Finding::refuse("vote-before-ruling").at("votes").with("name", name).with("office", &ruling.by).under(&ruling.clause).into()
        }
        Answer::Yes { .. } | Answer::NotSaid { .. } | Answer::CannotTell { .. } => Findings::none(),
    }
}

/// Whether there is the quorum that the terms require. Where they give none, or the record cannot tell, nothing stands against
/// a decision.
pub fn quorum(verdict: &Verdict, outcome: Outcome) -> Findings {
    let mut findings = Findings::none();
    let absent = matches!(verdict.state, State::Breached | State::Late);
    if outcome.decides() && absent {
        let finding =
            Finding::refuse("decision-without-quorum").at("outcome").with("sentence", uncited(&verdict.sentence, verdict.clause.as_deref()));
        findings.push(verdict.clause.iter().fold(finding, |finding, clause| finding.under(clause)));
    }
    findings
}

/// Whether the outcome is the one that the vote had by the terms.
pub fn carried(verdict: &Verdict, new: &NewDecision) -> Findings {
    if !new.how.is_vote() {
        return Findings::none();
    }
    let under = |finding: Finding| verdict.clause.iter().fold(finding, |finding, clause| finding.under(clause));
    let claims = matches!(new.outcome, Outcome::Agreed | Outcome::Amended);
    match verdict.state {
        State::Breached if claims => {
            under(Finding::refuse("vote-not-carried").at("outcome").with("sentence", uncited(&verdict.sentence, verdict.clause.as_deref()))).into()
        }
        State::Met | State::Excused if new.outcome == Outcome::NotCarried => {
            under(Finding::refuse("vote-carried").at("outcome").with("sentence", uncited(&verdict.sentence, verdict.clause.as_deref()))).into()
        }
        _ => Findings::none(),
    }
}

/// Whether those named as mover and seconder are two people.
pub fn moved(moved_by: Option<PersonId>, seconded_by: Option<PersonId>) -> Findings {
    let mut findings = Findings::none();
    let same = moved_by.is_some() && moved_by == seconded_by;
    findings.push_if(same, || Finding::refuse("motion-seconded-by-mover").at("seconded_by"));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cast, Vote};
    use charter::{Choice, Part, Ruling};
    use kernel::SeatId;
    use uuid::Uuid;

    fn new(outcome: Outcome, how: How) -> NewDecision {
        NewDecision { outcome, how, words: String::new(), count: None, votes: Vec::new(), casting: None, reason: None, taken_on: None, version: 0 }
    }

    fn counted(outcome: Outcome, in_favour: u32, against: u32) -> NewDecision {
        NewDecision { count: Some(Count { in_favour, against, abstained: 0 }), ..new(outcome, How::Counted) }
    }

    fn voter(n: u128, class: &str) -> Voter {
        Voter {
            seat: SeatId(Uuid::from_u128(n)),
            seat_label: format!("Seat {n}"),
            class: class.into(),
            person: PersonId(Uuid::from_u128(100 + n)),
            person_name: format!("Person {n}"),
            capacity: "member".into(),
        }
    }

    fn vote(n: u128) -> Vote {
        Vote { seat: SeatId(Uuid::from_u128(n)), person: PersonId(Uuid::from_u128(100 + n)), cast: Cast::For }
    }

    fn codes(findings: &Findings) -> Vec<&str> {
        findings.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn figures_belong_to_a_vote_and_a_vote_to_a_decision() {
        let table = [
            (new(Outcome::Agreed, How::Consensus), vec![]),
            (new(Outcome::Noted, How::NotRecorded), vec![]),
            (new(Outcome::Agreed, How::NotRecorded), vec![]),
            (counted(Outcome::Agreed, 10, 8), vec![]),
            (counted(Outcome::Agreed, 0, 0), vec!["vote-count-missing"]),
            (new(Outcome::Agreed, How::Counted), vec!["vote-count-missing"]),
            (new(Outcome::Agreed, How::Named), vec!["vote-names-missing"]),
            (NewDecision { how: How::Consensus, ..counted(Outcome::Agreed, 1, 0) }, vec!["vote-figures-without-vote"]),
            (counted(Outcome::Deferred, 10, 8), vec!["vote-without-decision"]),
            (new(Outcome::NotCarried, How::Consensus), vec!["consensus-against"]),
            (new(Outcome::Amended, How::Consensus), vec!["amended-words-missing"]),
        ];
        for (typed, expected) in table {
            assert_eq!(codes(&decision(&typed)), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_vote_belongs_to_a_voting_seat_and_to_whoever_sits_there() {
        let voters = [voter(1, "voting"), voter(2, "observer")];
        let by = |votes: Vec<Vote>| NewDecision { votes, ..new(Outcome::Agreed, How::Named) };
        assert!(votes(&by(vec![vote(1)]), &voters).is_empty());
        assert_eq!(codes(&votes(&by(vec![vote(2)]), &voters)), ["vote-without-voting-seat"]);
        assert_eq!(codes(&votes(&by(vec![vote(3)]), &voters)), ["vote-by-absent"]);
        assert_eq!(codes(&votes(&by(vec![vote(1), vote(1)]), &voters)), ["vote-twice"]);
        let somebody_else = Vote { person: PersonId(Uuid::from_u128(9)), ..vote(1) };
        assert_eq!(codes(&votes(&by(vec![somebody_else]), &voters)), ["vote-by-absent"]);
    }

    #[test]
    fn there_are_no_more_votes_than_voters() {
        assert!(count(Count { in_favour: 10, against: 8, abstained: 3 }, 21).is_empty());
        assert_eq!(codes(&count(Count { in_favour: 10, against: 8, abstained: 4 }, 21)), ["vote-more-than-voters"]);
    }

    #[test]
    fn ten_for_and_eight_against_of_twenty_one_present_is_not_carried() {
        let verdict = Verdict::new(Some("3.21"), State::Breached, "21 present, 10 for, 8 against: not carried, 11 are needed (3.21)");
        let refused = carried(&verdict, &counted(Outcome::Agreed, 10, 8));
        assert_eq!((codes(&refused), refused.0[0].clause.as_deref()), (vec!["vote-not-carried"], Some("3.21")));
        assert!(carried(&verdict, &counted(Outcome::NotCarried, 10, 8)).is_empty());
        let carries = Verdict::new(Some("3.21"), State::Met, "21 present, 11 for: carried (3.21)");
        assert_eq!(codes(&carried(&carries, &counted(Outcome::NotCarried, 11, 8))), ["vote-carried"]);
        assert!(carried(&carries, &new(Outcome::Agreed, How::Consensus)).is_empty());
    }

    #[test]
    fn where_the_terms_give_consensus_only_there_is_no_vote() {
        let no = Answer::No {
            findings: vec![charter::Finding { clause: Some("3.1".into()), code: "no_vote".into(), sentence: "decisions are by consensus".into() }],
        };
        assert_eq!(codes(&may_vote(&no)), ["vote-not-given"]);
        assert!(may_vote(&Answer::NotSaid { sentence: String::new() }).is_empty());
    }

    #[test]
    fn nobody_barred_votes_and_nobody_votes_before_the_chair_has_ruled() {
        let barred = Answer::No { findings: vec![charter::Finding { clause: Some("3.2".into()), code: "barred".into(), sentence: String::new() }] };
        assert_eq!(codes(&may_decide("Ada", &barred)), ["vote-by-barred"]);
        let ruling = Ruling {
            by: "chair".into(),
            people: Vec::new(),
            choices: vec![Choice::Part(Part::Leave)],
            reason_required: false,
            clause: "3.20".into(),
            sentence: String::new(),
            nobody_can: false,
        };
        assert_eq!(codes(&may_decide("Ada", &Answer::Ruling(ruling))), ["vote-before-ruling"]);
        assert!(may_decide("Ada", &Answer::Yes { clause: None, sentence: String::new() }).is_empty());
    }

    #[test]
    fn a_quorum_is_wanted_only_where_the_terms_require_one_and_something_is_decided() {
        let short = Verdict::new(Some("3.12"), State::Breached, "not quorate: 19 of 40 present; 20 are needed (3.12)");
        let none = Verdict::new(None, State::NoneGiven, "the terms give no quorum");
        assert_eq!(codes(&quorum(&short, Outcome::Agreed)), ["decision-without-quorum"]);
        assert!(quorum(&short, Outcome::Noted).is_empty());
        assert!(quorum(&short, Outcome::Deferred).is_empty());
        assert!(quorum(&none, Outcome::Agreed).is_empty());
    }

    #[test]
    fn nobody_seconds_their_own_motion() {
        let ada = Some(PersonId(Uuid::from_u128(1)));
        assert_eq!(codes(&moved(ada, ada)), ["motion-seconded-by-mover"]);
        assert!(moved(ada, None).is_empty());
    }
}
