//! Who may choose which letters they get.

use access::{Act, Judgement, Who};
use kernel::{PersonId, Result};
use store::{HOUSE, Read};

fn oneself(who: &Who, id: &PersonId) -> Judgement {
    if who.person() == Some(*id) { Judgement::yes("self", HOUSE) } else { Judgement::no("ask-secretariat") }
}

/// To choose which letters one gets, and when: oneself, signed in or by the link in a letter.
#[derive(Debug)]
pub struct ChooseLetters;

impl Act for ChooseLetters {
    type Id = PersonId;
    const NAME: &'static str = "letters.choose";

    async fn judge(_: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        Ok(oneself(who, id))
    }
}

/// The same by the links in weekly letters that an earlier program wrote.
#[derive(Debug)]
pub(crate) struct StopDutiesMail;

impl Act for StopDutiesMail {
    type Id = PersonId;
    const NAME: &'static str = "duties.stop-mail";

    async fn judge(_: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        Ok(oneself(who, id))
    }
}
