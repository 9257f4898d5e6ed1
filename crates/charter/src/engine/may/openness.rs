//! What is made public, and whether the public comes in.

use crate::engine::View;
use crate::tree::{Force, Manner, Post, Thing, Verb, Who};
use crate::verdict::Answer;

impl<'a> View<'a> {
    pub fn may_publish(self, class: &str) -> Answer {
        let names = |thing: &Thing| match thing {
            Thing::Word(word) => word.spellings().iter().any(|s| s.trim_start_matches("the ").trim_start_matches("a ").eq_ignore_ascii_case(class)),
            Thing::Named(name) => name.eq_ignore_ascii_case(class),
            _ => false,
        };
        if let Some(doing) = self.doing(Verb::Publish).find(|d| d.deed.thing.as_ref().is_some_and(names)) {
            let except = doing.rule.tree.unless.as_ref().map_or(String::new(), |c| format!(", unless {c}"));
            if doing.force == Force::MustNot || doing.force == Force::ShouldNot {
                return Answer::no(Some(&doing.clause.number), "not_public", format!("{class} are not made public{except} ({})", doing.cite()));
            }
            let place = if doing.deed.manner.contains(&Manner::OnTheWebsite) { " on the website" } else { "" };
            return Answer::yes(&doing.clause.number, format!("{class} are published{place}{except} ({})", doing.cite()));
        }
        match self.doing(Verb::Circulate).find(|d| d.deed.thing.as_ref().is_some_and(names)) {
            Some(doing) => Answer::not_said(format!("{class} are circulated ({}); the terms do not say that they are public", doing.cite())),
            None => Answer::not_said(format!("the terms do not say whether {class} are public")),
        }
    }

    pub fn may_admit_public(self) -> Answer {
        let Some(doing) = self.doing(Verb::Attend).find(|d| matches!(d.who, Some(Who::Post(Post::Public)))) else {
            return Answer::not_said("the terms do not say whether meetings are open to the public");
        };
        let except = doing.rule.tree.unless.as_ref().map_or(String::new(), |c| format!(", unless {c}"));
        match doing.force {
            Force::MustNot | Force::ShouldNot => {
                Answer::no(Some(&doing.clause.number), "not_public", format!("meetings are not open to the public{except} ({})", doing.cite()))
            }
            _ => Answer::yes(&doing.clause.number, format!("meetings are open to the public{except} ({})", doing.cite())),
        }
    }
}
