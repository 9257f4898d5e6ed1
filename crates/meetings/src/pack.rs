//! Who binds the papers of an agenda into a pack: a slice above this one. It is asked when an agenda goes out, so that the pages of the
//! pack are numbered and frozen with it.

use std::pin::Pin;

use ::store::Write;
use access::House;
use kernel::Result;

use crate::model::{AgendaVersion, Meeting};

/// Numbering on its way.
pub type NumberFuture<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Somebody who numbers the pages of what goes out with an agenda, given the agendas that went out before, newest first.
pub struct PackSource {
    /// Says of each paper which pages it takes, and how many are kept for the front.
    pub number: for<'a> fn(&'a House, &'a mut Write, &'a Meeting, &'a mut AgendaVersion, &'a [AgendaVersion]) -> NumberFuture<'a>,
}

inventory::collect!(PackSource);

impl PackSource {
    pub(crate) async fn number_all(
        house: &House,
        w: &mut Write,
        meeting: &Meeting,
        version: &mut AgendaVersion,
        before: &[AgendaVersion],
    ) -> Result<()> {
        for source in inventory::iter::<Self> {
            (source.number)(house, w, meeting, version, before).await?;
        }
        Ok(())
    }
}
