//! Forms for the rules that most bodies have: answers written as rules, and rules read back as answers.
//!
//! A family is a few lines with places in them, such as `the quorum is {share} of the {whom}.` A rule is within the form when
//! it is one of those lines with its places filled; then writing the answers gives the same rule again. Anything else is
//! beyond the form, and is said to be.

mod families;
mod line;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::read::{Rule, read_rule};
use crate::tree::{Condition, Deed, Holder, Noun, Post, Says, Sentence, Thing, Verb, Who, Word};

pub use families::Family;

/// What was answered, by the name of the question. A question without an answer is left out.
pub type Answers = BTreeMap<String, String>;

/// A question of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its name, the same as the place it fills. In a form with rows, the number of the row stands behind it: `sector-2`.
    pub name: String,
    /// What answers it.
    pub answer: Answered,
    /// It may be left without an answer: then the terms say nothing of it.
    pub optional: bool,
    /// The question on whose answer it hangs whether this one matters, and the answers with which it does; none where it always does.
    pub when: Option<(String, Vec<&'static str>)>,
}

/// What answers a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answered {
    /// A whole number, from 1.
    Number {
        /// The greatest.
        most: u32,
    },
    /// One of these words for programs.
    Choice {
        /// In the order in which they are offered; the first is what most terms say.
        choices: Vec<&'static str>,
    },
    /// A name: of an organisation, a sector, a post.
    Name,
}

/// Why answers make no rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// No number was given where one is needed.
    NumberMissing,
    /// Not a whole number within the bounds.
    NotANumber {
        /// The greatest.
        most: u32,
    },
    /// No name was given where one is needed.
    NameMissing,
    /// The name holds a line break or a quotation mark.
    NotAName,
    /// Nothing was chosen where something is needed, or something that is not offered.
    NotChosen,
    /// All answers together make no rule that can be read.
    NoRule,
}

/// How a clause's rules stand to a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    /// It has none of the family.
    Nothing,
    /// All of the family are within the form; these are the answers.
    Answers(Answers),
    /// These rules are beyond the form, in their canonical spelling.
    Beyond(Vec<String>),
}

impl Family {
    /// The family with this name in addresses.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.name() == name)
    }

    /// Its questions, in order.
    pub fn questions(self) -> Vec<Question> {
        let slots = self.slots();
        let mut questions: Vec<Question> = Vec::new();
        for line in &self.lines() {
            for name in line.places() {
                let Some((_, slot)) = slots.iter().find(|(slot, _)| *slot == line::stem(&name)) else { continue };
                let when = line.value().filter(|_| name != line.key());
                match questions.iter_mut().find(|question| question.name == name) {
                    // A question of several lines matters while any of them is chosen.
                    Some(Question { when: Some((_, values)), .. }) => values.extend(when.filter(|value| !values.contains(value))),
                    Some(_) => {}
                    None => questions.push(Question {
                        answer: slot.answered(),
                        optional: line.may_lack(&name, &slots),
                        when: when.map(|value| (line.key().to_owned(), vec![value])),
                        name,
                    }),
                }
            }
        }
        questions
    }

    /// The answers as rules in their canonical spelling; no answers make no rules.
    ///
    /// # Errors
    /// The questions whose answers do not fit, each with why.
    pub fn write(self, answers: &Answers) -> Result<Vec<String>, Vec<(String, Wrong)>> {
        let slots = self.slots();
        let (mut rules, mut wrong) = (Vec::new(), Vec::new());
        for line in self.lines().iter().filter(|line| line.is_answered(answers)) {
            match line.write(answers, &slots) {
                Ok(text) => match read_rule(&text) {
                    Ok(rule) => rules.push(rule.to_string()),
                    Err(_) => wrong.push((line.key().to_owned(), Wrong::NoRule)),
                },
                Err(found) => wrong.extend(found.into_iter().filter(|found| !wrong.contains(found)).collect::<Vec<_>>()),
            }
        }
        if wrong.is_empty() { Ok(rules) } else { Err(wrong) }
    }

    /// How some rules, those of one clause, stand to the form. Rules of other families are passed over.
    pub fn read(self, rules: &[Rule]) -> Within {
        let slots = self.slots();
        let lines = self.lines();
        let mut used = vec![false; lines.len()];
        let (mut answers, mut beyond) = (Answers::new(), Vec::new());
        let ours: Vec<&Rule> = rules.iter().filter(|rule| self.holds(&rule.tree)).collect();
        for rule in &ours {
            let found = lines.iter().enumerate().filter(|(index, _)| !used[*index]).find_map(|(index, line)| {
                let read = line.read(&rule.canonical, &slots)?;
                let agrees = read.iter().all(|(name, value)| answers.get(name).is_none_or(|before| before == value));
                agrees.then_some((index, read))
            });
            match found {
                Some((index, read)) => {
                    used[index] = true;
                    answers.extend(read);
                }
                None => beyond.push(rule.canonical.clone()),
            }
        }
        if ours.is_empty() {
            return Within::Nothing;
        }
        // Only what the form would write again is within it.
        let same = |written: &Vec<String>| written.len() == ours.len() && ours.iter().all(|rule| written.contains(&rule.canonical));
        match self.write(&answers) {
            Ok(written) if beyond.is_empty() && same(&written) => Within::Answers(answers),
            _ if beyond.is_empty() => Within::Beyond(ours.iter().map(|rule| rule.canonical.clone()).collect()),
            _ => Within::Beyond(beyond),
        }
    }

    /// Whether a rule is of this family, whether or not the form can say it.
    pub fn holds(self, rule: &Sentence) -> bool {
        let misses = matches!(&rule.when, Some(Condition::Does(_, deed)) if deed.verb == Verb::Miss);
        if misses || self == Self::Absence {
            return misses && self == Self::Absence;
        }
        let (who, deed) = match &rule.says {
            Says::Does { who, deed, .. } => (who.as_ref(), Some(deed)),
            _ => (None, None),
        };
        let verb = |verbs: &[Verb]| deed.is_some_and(|deed| verbs.contains(&deed.verb));
        let thing = |words: &[Word]| deed.is_some_and(|deed| is_about(deed, words));
        match self {
            Self::Quorum => matches!(rule.says, Says::Quorum { .. }) || matches!(rule.when, Some(Condition::NoQuorumFor(_))),
            Self::Notice => {
                verb(&[Verb::Send, Verb::Circulate, Verb::Give]) && thing(&[Word::Papers, Word::Agenda])
                    || verb(&[Verb::Notify, Verb::Request]) && thing(&[Word::Item])
            }
            Self::Substitutes => is_group(who, &Noun::Substitute) || thing(&[Word::Substitute]),
            Self::Decisions => matches!(rule.says, Says::Decided { .. }) || verb(&[Verb::CastSecondVote]),
            Self::Chair => {
                let of_chair = |holder: &Holder| matches!(holder, Holder::Post(Post::Chair | Post::ViceChair));
                matches!(&rule.says, Says::Filled { post, .. } if of_chair(post))
                    || verb(&[Verb::Preside]) && !is_group(who, &Noun::Substitute)
                    || verb(&[Verb::Elect])
                        && deed.is_some_and(|deed| matches!(&deed.thing, Some(Thing::Who(who)) if **who == Who::Post(Post::Presiding)))
                    || verb(&[Verb::Serve])
            }
            Self::Meetings => verb(&[Verb::Meet]) || thing(&[Word::Dates, Word::FurtherMeeting]),
            Self::Absence => false,
            Self::Minutes => thing(&[Word::Minutes, Word::DraftMinutes]),
            Self::Composition => matches!(&rule.says, Says::There { group, .. } if group.noun != Noun::Substitute),
            Self::Openness => {
                matches!(who, Some(Who::Post(Post::Public)))
                    || is_group(who, &Noun::OtherPerson) && verb(&[Verb::Attend])
                    || verb(&[Verb::Publish]) && thing(&[Word::Papers, Word::Agenda])
            }
            Self::Review => verb(&[Verb::Review]) && thing(&[Word::Terms]),
        }
    }
}

fn is_about(deed: &Deed, words: &[Word]) -> bool {
    matches!(&deed.thing, Some(Thing::Word(word)) if words.contains(word))
}

fn is_group(who: Option<&Who>, noun: &Noun) -> bool {
    match who {
        Some(Who::The(group) | Who::Any(group) | Who::Each(group) | Who::No(group) | Who::Some(_, group)) => group.noun == *noun,
        Some(Who::Only(who)) => is_group(Some(who), noun),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
