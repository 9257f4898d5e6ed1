//! How long a paper may be.

use crate::engine::{Truth, View};
use crate::tree::{Bound, Force, Thing, Verb, Word};
use crate::verdict::PageLimit;
use jiff::civil::Date;

impl<'a> View<'a> {
    /// How many pages the terms allow a paper that goes to the body, the strictest first. Of a report and of any other paper.
    pub fn page_limits(self, report: bool, day: Date) -> Vec<PageLimit> {
        const TAKEN: [Verb; 8] = [Verb::Send, Verb::Circulate, Verb::Publish, Verb::Submit, Verb::Present, Verb::Give, Verb::Prepare, Verb::Write];
        let mut out: Vec<PageLimit> = TAKEN
            .into_iter()
            .flat_map(|verb| self.doing(verb))
            .filter(|doing| match &doing.deed.thing {
                Some(Thing::Word(Word::Papers)) => true,
                Some(Thing::Word(Word::Report)) => report,
                _ => false,
            })
            .filter_map(|doing| {
                let (most, strict) = match (doing.deed.limit_of_pages()?, doing.force) {
                    ((Bound::AtMost | Bound::Exactly, n), Force::Must | Force::May) => (n, true),
                    ((Bound::AtMost | Bound::Exactly, n), Force::Should) => (n, false),
                    ((Bound::AtLeast, n), Force::MustNot) => (n.saturating_sub(1), true),
                    ((Bound::AtLeast, n), Force::ShouldNot) => (n.saturating_sub(1), false),
                    _ => return None,
                };
                let tree = &doing.rule.tree;
                let applies = tree.when.as_ref().map_or(Truth::Yes, |when| self.condition(when, None, day));
                let lifted = tree.unless.as_ref().map_or(Truth::No, |unless| self.condition(unless, None, day));
                (applies == Truth::Yes && lifted != Truth::Yes).then(|| PageLimit {
                    clause: doing.clause.number.clone(),
                    most,
                    strict,
                    agrees: doing.gate().map(|(who, _)| who.to_string()),
                })
            })
            .collect();
        out.sort_by_key(|limit| (limit.most, !limit.strict));
        out
    }
}
