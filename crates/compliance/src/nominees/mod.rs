//! Whether each organisation's nominees are still these: asked of the whole partnership at once, one letter to each organisation,
//! answered on a signed page. Nothing is changed by an answer: where somebody has gone, the secretariat ends the appointment and
//! makes the next, so that the record keeps both.

mod acts;
mod letters;

pub(crate) use acts::{answer, ask, ask_again, name_contact, settle};
pub(crate) use letters::line;

use kernel::{Day, Instant, OrganisationId, PartnershipId, PersonId, words};
use serde::Serialize;
use uuid::Uuid;

words! {
    /// What an organisation answered.
    pub enum Reply {
        /// Its nominees are still these.
        StillThese = "still-these",
        /// Something has changed, in its own words.
        Changed = "changed",
    }
}

/// Somebody in a seat of an organisation, or a seat in which nobody sits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Nominee {
    pub body: String,
    pub body_slug: String,
    pub seat: String,
    /// None where the seat is vacant.
    pub person: Option<PersonId>,
    pub name: Option<String>,
    /// They come when the holder cannot.
    pub deputy: bool,
    pub reached: bool,
}

/// Whom an organisation's letter goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Contact {
    pub person: PersonId,
    pub name: String,
    /// There is an address to write to.
    pub reached: bool,
}

/// An organisation with seats in the partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Nominator {
    pub organisation: OrganisationId,
    pub name: String,
    pub nominees: Vec<Nominee>,
    /// Whom the secretariat named to answer for it.
    pub contact: Option<Contact>,
}

impl Nominator {
    /// Who is asked: whom the secretariat named, or the first of its own people there is an address for.
    pub(crate) fn asked(&self) -> Option<Contact> {
        let own = |nominee: &Nominee| {
            let (person, name) = (nominee.person?, nominee.name.clone()?);
            Some(Contact { person, name, reached: nominee.reached })
        };
        let mut sitting = self.nominees.iter().filter(|nominee| !nominee.deputy).filter_map(own);
        self.contact.clone().or_else(|| sitting.clone().find(|one| one.reached).or_else(|| sitting.next()))
    }
}

/// A round: everybody was asked on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Round {
    pub id: Uuid,
    pub asked_at: Instant,
    /// The day by which an answer is wanted.
    pub reply_by: Day,
}

/// What one organisation was asked in a round, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Check {
    pub id: Uuid,
    pub organisation: OrganisationId,
    pub person: PersonId,
    pub asked_name: String,
    /// When it was asked last.
    pub asked_at: Instant,
    pub reply: Option<Reply>,
    pub words: Option<String>,
    pub answered_at: Option<Instant>,
    pub answered_name: Option<String>,
    /// What had changed is on the record.
    pub settled_at: Option<Instant>,
    pub version: i64,
}

/// A check as the one who was asked opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Opened {
    pub check: Check,
    pub partnership: PartnershipId,
    pub partnership_name: String,
    pub partnership_slug: String,
    pub organisation_name: String,
    pub reply_by: Day,
    /// Everybody was asked anew meanwhile.
    pub over: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nominee(n: u128, deputy: bool, reached: bool) -> Nominee {
        Nominee {
            body: "Board".to_owned(),
            body_slug: "board".to_owned(),
            seat: "Seat".to_owned(),
            person: Some(Uuid::from_u128(n).into()),
            name: Some(format!("Person {n}")),
            deputy,
            reached,
        }
    }

    #[test]
    fn whom_the_secretariat_named_is_asked_or_the_first_of_its_own_people_that_a_letter_reaches() {
        let vacant = Nominee { person: None, name: None, ..nominee(0, false, false) };
        let contact = |n: u128, reached| Contact { person: Uuid::from_u128(n).into(), name: format!("Person {n}"), reached };
        for (nominees, named, asked) in [
            (vec![nominee(1, false, true)], Some(contact(9, false)), Some(contact(9, false))),
            (vec![vacant.clone(), nominee(1, false, false), nominee(2, false, true)], None, Some(contact(2, true))),
            (vec![nominee(1, false, false)], None, Some(contact(1, false))),
            (vec![vacant, nominee(1, true, true)], None, None),
        ] {
            let one = Nominator { organisation: Uuid::from_u128(5).into(), name: "College".to_owned(), nominees, contact: named };
            assert_eq!(one.asked(), asked);
        }
    }
}
