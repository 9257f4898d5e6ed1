//! What may be taken for a paper.

use kernel::{Finding, Findings};

use bodies::model::Audience;

use crate::model::{NewPaper, Paper};

/// The longest title, author and reason, in characters.
pub const LONGEST_LINE: usize = 300;
/// The longest text of a paper, in characters.
pub const LONGEST_TEXT: usize = 100_000;
/// The most recommendations of one paper.
pub const MOST_RECOMMENDATIONS: usize = 60;

/// Reasons not to take a paper as it is typed.
pub fn paper_findings(new: &NewPaper, has_file: bool, ground_known: bool) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(new.title.trim().is_empty(), || Finding::refuse("text-missing").at("title"));
    findings.push_if(new.exempt && new.ground.is_none(), || Finding::refuse("paper-ground-missing").at("ground"));
    findings.push_if(new.ground.is_some() && !ground_known, || Finding::refuse("paper-ground-unknown").at("ground"));
    findings.push_if(new.exempt && new.exempt_reason.is_none(), || Finding::refuse("paper-reason-missing").at("exempt_reason"));
    findings.push_if(!has_file && !new.to_follow && new.summary.is_none(), || Finding::refuse("paper-nothing-lodged").at("file"));
    findings.push_if(has_file && new.to_follow, || Finding::refuse("paper-followed-already").at("to_follow"));
    findings.push_if(new.recommendations.len() > MOST_RECOMMENDATIONS, || {
        Finding::refuse("paper-too-many-recommendations").at("recommendations").with("most", MOST_RECOMMENDATIONS)
    });
    findings
}

/// Reasons not to make a paper public by itself.
pub fn publish_findings(paper: &Paper) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(paper.withdrawn_at.is_some(), || Finding::refuse("paper-withdrawn-already"));
    findings.push_if(paper.exempt || paper.item_exempt, || Finding::refuse("paper-publish-exempt"));
    findings.push_if(paper.to_follow, || Finding::refuse("paper-publish-to-follow"));
    findings.push_if(paper.audience != Audience::Public, || Finding::refuse("paper-publish-kept"));
    findings.push_if(paper.meeting.is_some() && !paper.meeting_over, || Finding::refuse("paper-publish-by-agenda"));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(findings: &Findings) -> Vec<&str> {
        findings.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn an_exempt_paper_needs_a_ground_of_the_body_and_a_reason() {
        let exempt = NewPaper { exempt: true, ..NewPaper::titled("Award of the grant") };
        assert_eq!(codes(&paper_findings(&exempt, true, false)), ["paper-ground-missing", "paper-reason-missing"]);
        let whole = NewPaper { ground: Some(uuid::Uuid::nil()), exempt_reason: Some("Names the bidders.".to_owned()), ..exempt };
        assert_eq!(codes(&paper_findings(&whole, true, false)), ["paper-ground-unknown"]);
        assert!(paper_findings(&whole, true, true).is_empty());
    }

    #[test]
    fn a_paper_of_a_meeting_to_come_goes_out_with_its_agenda_and_an_exempt_one_never_by_itself() {
        let over = Paper { meeting_over: true, ..crate::store::sample_paper() };
        assert!(publish_findings(&over).is_empty());
        assert!(publish_findings(&Paper { meeting: None, meeting_over: false, ..over.clone() }).is_empty());
        assert_eq!(codes(&publish_findings(&Paper { meeting_over: false, ..over.clone() })), ["paper-publish-by-agenda"]);
        assert_eq!(codes(&publish_findings(&Paper { item_exempt: true, ..over.clone() })), ["paper-publish-exempt"]);
        assert_eq!(codes(&publish_findings(&Paper { audience: Audience::Members, ..over })), ["paper-publish-kept"]);
    }

    #[test]
    fn a_paper_has_a_file_or_a_text_or_is_to_follow() {
        let empty = NewPaper::titled("Annual report");
        assert_eq!(codes(&paper_findings(&empty, false, false)), ["paper-nothing-lodged"]);
        assert!(paper_findings(&NewPaper { to_follow: true, ..empty.clone() }, false, false).is_empty());
        assert_eq!(codes(&paper_findings(&NewPaper { to_follow: true, ..empty }, true, false)), ["paper-followed-already"]);
    }
}
