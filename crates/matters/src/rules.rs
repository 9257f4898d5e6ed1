//! What may be taken for a paper.

use kernel::{Finding, Findings};

use crate::model::NewPaper;

/// The longest title, author and reason, in characters.
pub const LONGEST_LINE: usize = 300;
/// The longest text of a paper, in characters.
pub const LONGEST_TEXT: usize = 100_000;
/// The most recommendations of one paper.
pub const MOST_RECOMMENDATIONS: usize = 60;

/// What was seen of a file that should be a PDF: it says so at its head, and has the parts without which no reader opens it. What
/// it holds beyond that is not believed; it is served in a sandbox.
#[derive(Debug, Default)]
pub struct PdfLook {
    head: Vec<u8>,
    tail: Vec<u8>,
    startxref: bool,
    root: bool,
    locked: bool,
}

/// A reader finds the mark of a PDF within so many bytes of its beginning.
const HEAD: usize = 1024;
/// And the mark of its end within so many of its end.
const TAIL: usize = 4096;

impl PdfLook {
    /// Sees the next piece.
    pub fn see(&mut self, piece: &[u8]) {
        self.head.extend_from_slice(&piece[..piece.len().min(HEAD.saturating_sub(self.head.len()))]);
        // A mark may begin in one piece and end in the next.
        self.tail.extend_from_slice(piece);
        self.startxref = self.startxref || holds(&self.tail, b"startxref");
        self.root = self.root || holds(&self.tail, b"/Root") || holds(&self.tail, b"/XRef");
        self.locked = self.locked || holds(&self.tail, b"/Encrypt");
        self.tail.drain(..self.tail.len().saturating_sub(TAIL));
    }

    /// What is wrong with the file, now that it was seen whole.
    pub fn findings(&self, field: &str, name: &str) -> Findings {
        let mut findings = Findings::none();
        let refuse = |code: &str| Finding::refuse(code).at(field).with("name", name);
        if self.head.is_empty() {
            findings.push(refuse("paper-file-empty"));
        } else if !holds(&self.head, b"%PDF-") {
            findings.push(refuse("paper-file-not-pdf"));
        } else if !holds(&self.tail, b"%%EOF") || !self.startxref || !self.root {
            findings.push(refuse("paper-file-broken"));
        } else if self.locked {
            findings.push(Finding::warn("paper-file-locked").at(field).with("name", name));
        }
        findings
    }
}

fn holds(within: &[u8], what: &[u8]) -> bool {
    within.windows(what.len()).any(|window| window == what)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

    fn pdf_findings(field: &str, name: &str, bytes: &[u8]) -> Findings {
        let mut look = PdfLook::default();
        bytes.chunks(7).for_each(|piece| look.see(piece));
        look.findings(field, name)
    }

    fn codes(findings: &Findings) -> Vec<&str> {
        findings.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn a_pdf_that_is_not_one_is_refused_with_its_reason() {
        assert!(pdf_findings("file", "a.pdf", PDF).is_empty());
        assert_eq!(codes(&pdf_findings("file", "a.pdf", b"")), ["paper-file-empty"]);
        assert_eq!(codes(&pdf_findings("file", "a.pdf", b"<html><script>alert(1)</script>")), ["paper-file-not-pdf"]);
        assert_eq!(codes(&pdf_findings("file", "a.pdf", b"MZ\x90 an executable named a.pdf")), ["paper-file-not-pdf"]);
        assert_eq!(codes(&pdf_findings("file", "a.pdf", &PDF[..40])), ["paper-file-broken"]);
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
    fn a_paper_has_a_file_or_a_text_or_is_to_follow() {
        let empty = NewPaper::titled("Annual report");
        assert_eq!(codes(&paper_findings(&empty, false, false)), ["paper-nothing-lodged"]);
        assert!(paper_findings(&NewPaper { to_follow: true, ..empty.clone() }, false, false).is_empty());
        assert_eq!(codes(&paper_findings(&NewPaper { to_follow: true, ..empty }, true, false)), ["paper-followed-already"]);
    }
}
