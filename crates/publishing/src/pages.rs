//! The pages of the public site.

pub(crate) mod as_at;
pub(crate) mod body;
pub(crate) mod calendar;
pub(crate) mod decisions;
pub(crate) mod home;
pub(crate) mod machine;
pub(crate) mod meeting;
pub(crate) mod members;
pub(crate) mod minutes;
pub(crate) mod partnership;

use ::store::Read;
use access::May;
use bodies::model::{DocumentClass, Partnership};
use bodies::rights::Standing;
use kernel::Result;
use web::{Brand, Frame};

use crate::rights::SeeBody;
use bodies::store::Head;

/// Whether this reader sees a class of the body's documents.
fn sees(head: &Head, standing: Option<&Standing>, class: DocumentClass) -> bool {
    let audience = head.audience(class);
    audience == bodies::model::Audience::Public || standing.is_some_and(|standing| standing.is_of(audience))
}

fn branded(frame: Frame, partnership: &Partnership) -> Frame {
    let home = format!("/partnerships/{}", partnership.slug);
    let theme = partnership.colour.as_deref().and_then(web::theme);
    let frame = frame.of(Brand { name: partnership.name.clone(), href: home, theme });
    if partnership.noindex { frame.noindex() } else { frame }
}

/// The frame of a body's own page.
fn framed_body(head: &Head, title: impl Into<String>) -> Frame {
    branded(Frame::titled(title), &head.partnership).under(&head.partnership.name, format!("/partnerships/{}", head.partnership.slug))
}

/// The frame of a page beneath a body.
fn framed(head: &Head, title: impl Into<String>) -> Frame {
    framed_body(head, title).caption(&head.body.name).under(&head.body.name, format!("/bodies/{}", head.body.slug))
}

/// What a reader with rights may do on a page about a body: the words of a link and where it leads.
#[derive(Debug, Clone, serde::Serialize)]
struct Can {
    text: String,
    href: String,
}

fn can(standing: Option<&Standing>, slug: &str) -> Vec<Can> {
    let Some(standing) = standing else { return Vec::new() };
    let mut list = Vec::new();
    let mut add = |key: &str, path: &str| list.push(Can { text: web::words(key, &[]), href: format!("/bodies/{slug}{path}") });
    if standing.reads_as_member() || standing.ever_member {
        add("can-diary", "/meetings");
    }
    if standing.reads_as_member() {
        add("packs-open-actions-pdf", "/actions.pdf");
        add("packs-open-actions-word", "/actions.docx");
        add("can-corrections", "/corrections");
    }
    if standing.secretary {
        add("can-plan", "/meetings/plan");
        add("can-papers", "/papers");
        add("can-letters", "/letters");
    }
    if standing.secretary || standing.administrator {
        add("can-manage", "/manage");
    }
    list
}

/// The body with its openness, and how the reader stands to it, as each page needs them; nobody asks the latter of a stranger.
async fn around(read: &mut Read, pass: &May<SeeBody>) -> Result<(Head, Option<Standing>)> {
    let head = bodies::store::head(read, *pass.id()).await?;
    Ok((head, pass.known().cloned()))
}
