//! Who may do what with accounts.

use ::store::{HOUSE, Read};
use access::{Act, Judgement, Who};
use kernel::{AccountId, PersonId, Result};

use crate::model::Whose;
use crate::store;

/// To sign in by a link that was sent to oneself: whoever has an account that is open, or an address that is theirs alone.
#[derive(Debug)]
pub struct SignInByLink;

impl Act for SignInByLink {
    type Id = PersonId;
    const NAME: &'static str = "account.sign-in";

    async fn judge(read: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        if who.linked != Some(*id) {
            return Ok(Judgement::no("ask-administrator"));
        }
        Ok(match store::account_of(read, *id).await? {
            Some(account) if account.closed_at.is_some() => Judgement::no("account-is-closed"),
            Some(_) => Judgement::yes("self", HOUSE),
            None if own_address(read, *id).await?.is_some() => Judgement::yes("self", HOUSE),
            None => Judgement::no("ask-administrator"),
        })
    }
}

/// The first recorded address that is this person's alone.
pub(crate) async fn own_address(read: &mut Read, person: PersonId) -> Result<Option<String>> {
    for address in store::addresses(read, person).await? {
        if store::whose(read, &address).await? == Whose::One(person) {
            return Ok(Some(address));
        }
    }
    Ok(None)
}

/// To sign in with one click, in a demonstration on one's own machine.
#[derive(Debug)]
pub struct SignInToDemonstration;

impl Act for SignInToDemonstration {
    type Id = PersonId;
    const NAME: &'static str = "account.sign-in-to-demonstration";

    async fn judge(read: &mut Read, who: &Who, id: &PersonId) -> Result<Judgement> {
        let open = store::account_of(read, *id).await?.is_some_and(|account| account.closed_at.is_none());
        Ok(if open && who.linked == Some(*id) { Judgement::yes("self", HOUSE) } else { Judgement::no("ask-administrator") })
    }
}

/// To keep one's own account: its password, its sessions.
#[derive(Debug)]
pub struct KeepOwnAccount;

impl Act for KeepOwnAccount {
    type Id = ();
    const NAME: &'static str = "account.keep-own";

    async fn judge(_: &mut Read, who: &Who, (): &()) -> Result<Judgement> {
        Ok(if who.signed.is_some() { Judgement::yes("self", HOUSE) } else { Judgement::no("ask-administrator") })
    }
}

/// To open accounts and see them: an administrator.
#[derive(Debug)]
pub struct ManageAccounts;

impl Act for ManageAccounts {
    type Id = ();
    const NAME: &'static str = "accounts.manage";

    async fn judge(_: &mut Read, who: &Who, (): &()) -> Result<Judgement> {
        Ok(if who.is_administrator() { Judgement::yes("administrator", HOUSE) } else { Judgement::no("ask-administrator") })
    }
}

/// To change, close or reopen one account: an administrator.
#[derive(Debug)]
pub struct ManageAccount;

impl Act for ManageAccount {
    type Id = AccountId;
    const NAME: &'static str = "account.manage";

    async fn judge(read: &mut Read, who: &Who, id: &AccountId) -> Result<Judgement> {
        if !who.is_administrator() {
            return Ok(Judgement::no("ask-administrator"));
        }
        store::account(read, *id).await?;
        Ok(Judgement::yes("administrator", HOUSE))
    }
}

/// To make the first administrator of an empty installation: the bearer of the token that the program printed, as long as
/// nobody has an account.
#[derive(Debug)]
pub struct SetUp;

impl Act for SetUp {
    type Id = ();
    const NAME: &'static str = "house.set-up";

    async fn judge(read: &mut Read, who: &Who, (): &()) -> Result<Judgement> {
        let bearer = who.linked.is_some_and(|nobody| nobody.0.is_nil());
        Ok(if bearer && store::count(read).await? == 0 { Judgement::yes("set-up", HOUSE) } else { Judgement::no("set-up-done") })
    }
}
