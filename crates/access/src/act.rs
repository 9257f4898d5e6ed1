//! Acts, and the permit to do one.

use std::any::Any;
use std::sync::Arc;

use kernel::{Finding, Findings, PartnershipId, PersonId, Result};
use sha2::{Digest as _, Sha256};
use store::{Event, Opening, Read};
use uuid::Uuid;

use crate::{Key, Who};

/// Something that can be done to one kind of record. Each slice implements its own in `rights.rs`, so that this room knows no slice.
pub trait Act: Send + Sync + Sized + 'static {
    /// What it is done to.
    type Id: Key;
    /// Its name: `meeting.call`. Links carry it.
    const NAME: &'static str;

    /// May this person do it to that record? Deny by default: a judgement without a capacity is a refusal.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`] when there is no such record or this reader may not know of it.
    fn judge(read: &mut Read, who: &Who, id: &Self::Id) -> impl Future<Output = Result<Judgement>> + Send;
}

/// Something that a judgement learned and its handler can use.
pub(crate) type Known = Arc<dyn Any + Send + Sync>;

/// The answer to "may they?".
#[derive(Debug, Clone)]
pub enum Judgement {
    /// Yes.
    Yes {
        /// In which capacity: `secretary`, `chair`, `member`, `assistant`, `administrator`, `public`.
        capacity: String,
        /// Whose chain keeps what they do.
        partnership: PartnershipId,
        /// What is worth knowing all the same: warnings, and rulings that are needed first.
        findings: Findings,
        /// What was learned on the way, so that the handler need not ask again.
        known: Option<Known>,
    },
    /// No, and whom to ask.
    No(Finding),
}

impl Judgement {
    /// Yes, in this capacity.
    pub fn yes(capacity: &str, partnership: PartnershipId) -> Self {
        Self::Yes { capacity: capacity.to_owned(), partnership, findings: Findings::none(), known: None }
    }

    /// The same answer, with what was learned on the way: [`Permit::known`] has it.
    #[must_use]
    pub fn knowing<T: Send + Sync + 'static>(mut self, learned: T) -> Self {
        if let Self::Yes { known, .. } = &mut self {
            *known = Some(Arc::new(learned));
        }
        self
    }

    /// No, and whom to ask: a code of the locale such as `ask-secretariat`.
    pub fn no(code: &str) -> Self {
        Self::No(Finding::refuse(code))
    }

    /// Whether it is yes.
    pub fn is_yes(&self) -> bool {
        matches!(self, Self::Yes { .. })
    }
}

/// Leave to do one act to one record. Acts take the id from here, never from a form.
#[derive(Debug)]
pub struct Permit<A: Act> {
    pub(crate) id: A::Id,
    pub(crate) person: Option<PersonId>,
    pub(crate) capacity: String,
    pub(crate) partnership: PartnershipId,
    pub(crate) findings: Findings,
    pub(crate) key: Option<Uuid>,
    pub(crate) known: Option<Known>,
}

impl<A: Act> Permit<A> {
    /// The record it was granted for.
    pub fn id(&self) -> &A::Id {
        &self.id
    }

    /// Who acts, if a person.
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// In which capacity.
    pub fn capacity(&self) -> &str {
        &self.capacity
    }

    /// The partnership whose chain keeps it.
    pub fn partnership(&self) -> PartnershipId {
        self.partnership
    }

    /// Warnings and needed rulings found when it was granted.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What the judgement learned on the way, where it was of this kind.
    pub fn known<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.known.as_deref().and_then(|known| known.downcast_ref())
    }

    /// How the act's transaction is opened.
    pub fn opening(&self, event: &'static Event) -> Opening {
        Opening { event, partnership: self.partnership, person: self.person, capacity: self.capacity.clone(), key: self.key }
    }

    /// The same leave, for an act that happens once however often it is asked for under this key: a step of an import.
    pub fn once(mut self, key: Uuid) -> Self {
        self.key = Some(key);
        self
    }

    /// Like [`hand_on`](Self::hand_on), for an act that one form does once beside its own: it has a key of its own, made from
    /// the form's and `part`, so that a form sent twice does neither of them twice.
    pub fn hand_on_once<B: Act>(&self, id: B::Id, part: &str) -> Permit<B> {
        let key = self.key.map(|key| {
            let digest = Sha256::new().chain_update(key.as_bytes()).chain_update(B::NAME).chain_update([0]).chain_update(part).finalize();
            let mut bytes = [0; 16];
            bytes.copy_from_slice(&digest[..16]);
            uuid::Builder::from_custom_bytes(bytes).into_uuid()
        });
        Permit { key, ..self.hand_on(id) }
    }

    /// The same leave within a partnership that this very act has founded: its first officer, its first choices. Everything
    /// else that is done to a partnership is judged anew.
    pub fn hand_on_within<B: Act>(&self, id: B::Id, founded: PartnershipId, part: &str) -> Permit<B> {
        Permit { partnership: founded, ..self.hand_on_once(id, part) }
    }

    /// The same leave, for another act on a record that the first one's transaction or checks have already reached: an act
    /// that consists of others hands its permit on. The new act must be of the same partnership.
    pub fn hand_on<B: Act>(&self, id: B::Id) -> Permit<B> {
        Permit {
            id,
            person: self.person,
            capacity: self.capacity.clone(),
            partnership: self.partnership,
            findings: Findings::none(),
            key: None,
            known: None,
        }
    }
}
