//! What outsiders may have as a file: the only maker of what is published here. The body's own choice for each class of
//! document decides; what stands in an edition was cleared by the slice that it comes from.

use access::{Permit, Published};
use bodies::model::{Audience, DocumentClass};
use bodies::rights::Standing;

use crate::rights::SeeEditions;

/// An edition that this reader may have.
#[derive(Debug)]
pub(crate) enum Edition<T> {
    /// Everybody may.
    Everybody(Published<T>),
    /// This reader may, with others of the partnership.
    Reader(T),
}

/// An edition of a class of document, where the body has opened it to this reader.
pub(crate) fn opened<T>(permit: &Permit<SeeEditions>, class: DocumentClass, edition: T) -> Option<Edition<T>> {
    let standing = permit.known::<Standing>()?;
    let audience = standing.audience(class);
    if audience == Audience::Public {
        return Some(Edition::Everybody(Published::vouched(edition)));
    }
    standing.is_of(audience).then_some(Edition::Reader(edition))
}

/// Whether this reader may have papers of the body in an edition.
pub(crate) fn papers_open(permit: &Permit<SeeEditions>) -> bool {
    permit.known::<Standing>().is_some_and(|standing| standing.is_of(standing.audience(DocumentClass::Papers)))
}

impl<T> Edition<T> {
    /// Whether everybody may have it.
    pub(crate) fn is_public(&self) -> bool {
        matches!(self, Self::Everybody(_))
    }

    /// What may be had.
    pub(crate) fn into_inner(self) -> T {
        match self {
            Self::Everybody(edition) => edition.into_inner(),
            Self::Reader(edition) => edition,
        }
    }
}
