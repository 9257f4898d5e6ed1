//! The pages of this slice.

pub(crate) mod chasing;
pub(crate) mod duties;
pub(crate) mod nominees;
pub(crate) mod proposals;
pub(crate) mod standing;

use bodies::model::Partnership;
use bodies::store::Head;
use web::{Brand, Frame};

/// The frame of a page beneath a partnership.
fn framed_by(partnership: &Partnership, title: String) -> Frame {
    let home = format!("/partnerships/{}", partnership.slug);
    let frame = Frame::titled(title)
        .of(Brand { name: partnership.name.clone(), href: home.clone(), theme: partnership.colour.as_deref().and_then(web::theme) })
        .under(&partnership.name, home);
    if partnership.noindex { frame.noindex() } else { frame }
}

/// The frame of a page beneath a body.
fn framed(head: &Head, title: String) -> Frame {
    framed_by(&head.partnership, title).caption(&head.body.name).under(&head.body.name, format!("/bodies/{}", head.body.slug))
}
