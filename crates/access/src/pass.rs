//! The passes.

use axum::extract::{FromRequestParts, RawPathParams};
use http::request::Parts;
use kernel::{Error, Findings, PartnershipId};
use uuid::Uuid;

use crate::act::{Act, Judgement, Permit};
use crate::{House, Key, Problem, Signed, Who, link, session};

/// What may stand as a handler's first argument.
pub trait Pass: sealed::Sealed {
    /// What it demands, for the snapshot of all routes.
    fn describe() -> String;
}

mod sealed {
    pub trait Sealed {}
}

/// No demand: what is shown must be public.
#[derive(Debug)]
pub struct Anyone {
    who: Who,
}

impl Anyone {
    /// Who is asking, for the frame of the page.
    pub fn who(&self) -> &Who {
        &self.who
    }
}

impl FromRequestParts<House> for Anyone {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Problem> {
        Ok(Self { who: session::who(parts, house).await? })
    }
}

impl sealed::Sealed for Anyone {}
impl Pass for Anyone {
    fn describe() -> String {
        "anyone".to_owned()
    }
}

/// Somebody who is signed in, for their own things.
#[derive(Debug)]
pub struct SignedIn {
    who: Who,
    signed: Signed,
}

impl SignedIn {
    /// Who is asking.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// The signed-in person.
    pub fn signed(&self) -> &Signed {
        &self.signed
    }
}

impl FromRequestParts<House> for SignedIn {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Problem> {
        let who = session::who(parts, house).await?;
        match who.signed.clone() {
            Some(signed) => Ok(Self { who, signed }),
            None => Err(Error::SignInFirst.into()),
        }
    }
}

impl sealed::Sealed for SignedIn {}
impl Pass for SignedIn {
    fn describe() -> String {
        "signed in".to_owned()
    }
}

/// Somebody who may do this act to the record that the path names.
#[derive(Debug)]
pub struct May<A: Act> {
    who: Who,
    permit: Permit<A>,
}

impl<A: Act> May<A> {
    /// Who is asking.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// The permit, with the key of the form that was sent: the act happens once, however often the form arrives.
    pub fn with_key(mut self, key: Option<Uuid>) -> Self {
        self.permit.key = key;
        self
    }
}

impl<A: Act> std::ops::Deref for May<A> {
    type Target = Permit<A>;
    fn deref(&self) -> &Permit<A> {
        &self.permit
    }
}

async fn judged<A: Act>(house: &House, who: &Who, id: A::Id) -> Result<Permit<A>, Problem> {
    let mut read = house.read().await?;
    match A::judge(&mut read, who, &id).await? {
        Judgement::Yes { capacity, partnership, findings, known } => {
            findings.clone().or_refuse()?;
            Ok(Permit { id, person: who.person(), capacity, partnership, findings, key: None, known })
        }
        Judgement::No(_) if who.person().is_none() => Err(Error::SignInFirst.into()),
        Judgement::No(finding) => Err(Error::Forbidden(finding).into()),
    }
}

async fn param(parts: &mut Parts, house: &House, name: &str) -> Result<String, Problem> {
    if name.is_empty() {
        return Ok(String::new());
    }
    let params = RawPathParams::from_request_parts(parts, house).await.map_err(|_| Problem(Error::NotFound))?;
    params
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
        .ok_or_else(|| Problem(Error::fault(format!("the route has no parameter {{{name}}}"))))
}

impl<A: Act> FromRequestParts<House> for May<A> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Problem> {
        let who = session::who(parts, house).await?;
        let segment = param(parts, house, A::Id::PARAM).await?;
        let id = A::Id::find(&mut house.read().await?, &segment).await?;
        let permit = judged::<A>(house, &who, id).await?;
        Ok(Self { who, permit })
    }
}

impl<A: Act> sealed::Sealed for May<A> {}
impl<A: Act> Pass for May<A> {
    fn describe() -> String {
        format!("may {}", A::NAME)
    }
}

/// The bearer of a signed link: one person, one purpose, one record. The person must still be entitled to it.
#[derive(Debug)]
pub struct ByLink<A: Act> {
    who: Who,
    permit: Permit<A>,
    token: String,
}

impl<A: Act> ByLink<A> {
    /// The bearer.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// The segment of the path, for the form that acts on the same link.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The permit, with the key of the form that was sent.
    pub fn with_key(mut self, key: Option<Uuid>) -> Self {
        self.permit.key = key;
        self
    }
}

impl<A: Act> std::ops::Deref for ByLink<A> {
    type Target = Permit<A>;
    fn deref(&self) -> &Permit<A> {
        &self.permit
    }
}

impl<A: Act> FromRequestParts<House> for ByLink<A> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Problem> {
        let token = param(parts, house, "token").await?;
        let (person, record) = link::read_link(house, A::NAME, &token).await?;
        let who = Who::by_link(person, house.now());
        let mut permit = judged::<A>(house, &who, A::Id::of_link(record)).await.map_err(|problem| match problem.0 {
            // The bearer of a link cannot be asked to sign in: their entitlement has ended.
            Error::SignInFirst => Problem(Error::NotFound),
            other => Problem(other),
        })?;
        permit.capacity = format!("{} by link", permit.capacity);
        Ok(Self { who, permit, token })
    }
}

impl<A: Act> sealed::Sealed for ByLink<A> {}
impl<A: Act> Pass for ByLink<A> {
    fn describe() -> String {
        format!("link {}", A::NAME)
    }
}

/// What runs without a person: a job, a command, an import. It names itself in every entry it causes.
#[derive(Debug, Clone)]
pub struct System {
    name: &'static str,
}

impl System {
    /// Named after the job or command: `archive import`. Only commands, jobs and tests make one; `tests/house.rs` looks who.
    pub const fn named(name: &'static str) -> Self {
        Self { name }
    }

    /// What it is named after: the capacity in its entries.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Leave to do an act to a record of a partnership.
    pub fn permit<A: Act>(&self, id: A::Id, partnership: PartnershipId) -> Permit<A> {
        Permit { id, person: None, capacity: self.name.to_owned(), partnership, findings: Findings::none(), key: None, known: None }
    }
}

/// The permit of whoever answered a letter by mail, by what stood in the address they answered to: one person, one purpose, one
/// record, and never by what the mail says of its sender. The person must still be entitled to it.
///
/// # Errors
/// [`Error::NotFound`] for every address that does not work.
pub async fn by_reply<A: Act>(house: &House, token: &str) -> kernel::Result<Permit<A>> {
    let (person, record) = link::read_reply_token(house, A::NAME, token).await?;
    let who = Who::by_link(person, house.now());
    let mut permit = judged::<A>(house, &who, A::Id::of_link(record)).await.map_err(|_| Error::NotFound)?;
    permit.capacity = format!("{} by mail", permit.capacity);
    Ok(permit)
}
