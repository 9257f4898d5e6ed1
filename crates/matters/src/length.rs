//! How long a paper may be by the terms of the body that it goes to.

use ::store::Read;
use bodies::model::Body;
use charter::PageLimit;
use kernel::{BodyId, Day, Finding, Findings, MeetingId, Result};
use serde::Serialize;

use crate::model::{NewPaper, PaperKind};
use crate::store;

/// How many pages the terms allow a paper of a kind on the day of its meeting, or today without one, the strictest first; empty where
/// they say nothing.
///
/// # Errors
/// A fault when the database refuses.
pub async fn limits(read: &mut Read, body: BodyId, meeting: Option<MeetingId>, kind: PaperKind, today: Day) -> Result<Vec<PageLimit>> {
    let day = match meeting {
        Some(meeting) => store::meeting_fits(read, meeting, body).await?,
        None => None,
    };
    let found = terms::in_force(read, body, day.unwrap_or(today)).await?;
    Ok(found.map_or_else(Vec::new, |found| charter::page_limits(&found.charter, kind == PaperKind::Report, day.unwrap_or(today))))
}

/// What a page says of the length of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Length {
    /// The terms ask for at most so many pages.
    pub most: u32,
    /// In this clause.
    pub clause: String,
    /// Where it can be read.
    pub href: String,
    /// They must, and do not only hope for it.
    pub strict: bool,
    /// Above so many it takes a reason; none where nothing must be.
    pub reason_above: Option<u32>,
    /// Who may agree to more, in the words of the terms.
    pub agrees: Option<String>,
    /// How many pages the paper has, where that is more.
    pub pages: Option<i64>,
}

impl Length {
    /// What there is to say of a paper with so many pages, or of one that is still to come; none where the terms say nothing.
    pub fn of(limits: &[PageLimit], slug: &str, pages: Option<i64>) -> Option<Self> {
        let broken = |limit: &&PageLimit| pages.is_some_and(|pages| pages > i64::from(limit.most));
        // Of two that are broken, the one that must hold is said.
        let limit = limits.iter().filter(broken).max_by_key(|limit| limit.strict).or_else(|| limits.first())?;
        let must = limits.iter().find(|limit| limit.strict);
        Some(Self {
            most: limit.most,
            href: format!("/bodies/{slug}/charter#{}", terms::clause_anchor(&limit.clause)),
            clause: limit.clause.clone(),
            strict: limit.strict,
            reason_above: must.map(|limit| limit.most),
            agrees: must.and_then(|limit| limit.agrees.clone()),
            pages: pages.filter(|pages| *pages > i64::from(limit.most)),
        })
    }

    /// What there is to say of a paper that goes to a body, for a meeting or without one; of one that is still to come without its pages.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn asked(
        read: &mut Read,
        body: &Body,
        meeting: Option<MeetingId>,
        kind: PaperKind,
        pages: Option<i64>,
        today: Day,
    ) -> Result<Option<Self>> {
        let limits = limits(read, body.id, meeting, kind, today).await?;
        Ok(Self::of(&limits, &body.slug, pages))
    }

    /// For samples.
    pub fn sample() -> Self {
        Self {
            most: 8,
            clause: "5.6".to_owned(),
            href: "/bodies/wealdshire-board/charter#clause-5-6".to_owned(),
            strict: true,
            reason_above: Some(8),
            agrees: Some("the chair".to_owned()),
            pages: Some(11),
        }
    }
}

/// Reasons not to take a paper of that length: where the terms say that it must be shorter, it takes a reason. What they only
/// hope for is said and stops nobody.
pub fn findings(limits: &[PageLimit], new: &NewPaper, pages: i64) -> Findings {
    let mut findings = Findings::none();
    let broken = limits.iter().find(|limit| limit.strict && pages > i64::from(limit.most));
    if let Some(limit) = broken.filter(|_| new.longer_reason.is_none()) {
        let code = if limit.agrees.is_some() { "paper-longer-agreed" } else { "paper-longer" };
        let finding = Finding::refuse(code).at("longer_reason").with("most", limit.most).with("pages", pages);
        findings.push(finding.with("who", limit.agrees.as_deref().unwrap_or_default()).under(&limit.clause));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(most: u32, strict: bool) -> PageLimit {
        PageLimit { clause: "5.6".to_owned(), most, strict, agrees: None }
    }

    #[test]
    fn a_paper_that_must_be_shorter_takes_a_reason_and_one_that_should_be_is_only_told_so() {
        let new = NewPaper::titled("Safer streets fund");
        assert!(findings(&[limit(8, false)], &new, 11).is_empty());
        assert!(findings(&[limit(8, true)], &new, 8).is_empty());
        let refused = findings(&[limit(6, false), limit(8, true)], &new, 11);
        assert_eq!(refused.iter().map(|f| (f.code.as_str(), f.field.as_deref())).collect::<Vec<_>>(), [("paper-longer", Some("longer_reason"))]);
        let reasoned = NewPaper { longer_reason: Some("The auditor asked for the tables.".to_owned()), ..new };
        assert!(findings(&[limit(8, true)], &reasoned, 11).is_empty());
    }

    #[test]
    fn of_two_limits_that_a_paper_breaks_the_one_that_must_hold_is_said() {
        let both = [limit(6, false), limit(8, true)];
        assert_eq!(Length::of(&both, "board", None).map(|length| (length.most, length.pages)), Some((6, None)));
        assert_eq!(Length::of(&both, "board", Some(7)).map(|length| (length.most, length.pages)), Some((6, Some(7))));
        assert_eq!(Length::of(&both, "board", Some(9)).map(|length| (length.most, length.strict)), Some((8, true)));
        assert_eq!(Length::of(&[], "board", Some(9)), None);
    }
}
