//! The verbs.

use ::store::{Entry, HOUSE, Opening, event};
use access::{ByLink, House, Permit};
use kernel::{AccountId, Error, Finding, Findings, Instant, PersonId, Result, SessionId};
use mail::{Content, Letter};
use serde_json::json;

use crate::model::{Account, NewAccount, Whose};
use crate::rights::{KeepOwnAccount, ManageAccount, ManageAccounts, SetUp, SignInByLink, SignInToDemonstration};
use crate::{password, rights, rules, store};

event!(OPENED, "account.opened");
event!(CHANGED, "account.changed");
event!(CLOSED, "account.closed");
event!(REOPENED, "account.reopened");
event!(PASSWORD_SET, "account.password-set");
event!(LINK_ASKED, "account.link-asked");
event!(SIGNED_IN, "account.signed-in");
event!(SET_UP_OFFERED, "house.set-up-offered");
event!(SET_UP, "house.set-up");

/// How long a sign-in link works, in seconds.
const LINK_SECONDS: i64 = 20 * 60;
/// How long the set-up page stands open to its token, in seconds.
const SET_UP_SECONDS: i64 = 3600;
/// How long a demonstration's one-click link works, in seconds.
const DEMONSTRATION_SECONDS: i64 = 30 * 86_400;

fn page(id: AccountId) -> String {
    format!("/administration/accounts/{id}")
}

fn told(account: &NewAccount) -> serde_json::Value {
    json!({"person": account.person, "address": store::compared(&account.address), "administrator": account.administrator, "auditor": account.auditor})
}

/// Opens an account for a person.
///
/// # Errors
/// Refused when the address is not one or another account's, when the person has an account, or when the password is weak.
pub async fn open_account(house: &House, permit: &Permit<ManageAccounts>, new: NewAccount) -> Result<AccountId> {
    open(house, permit.opening(&OPENED), new).await
}

async fn open(house: &House, opening: Opening, new: NewAccount) -> Result<AccountId> {
    let mut findings = people::rules::address("address", new.address.trim());
    if let Some(typed) = &new.password {
        findings.extend(rules::password("password", typed, &[&new.address]));
    }
    findings.or_refuse()?;
    let hashed = match &new.password {
        Some(typed) => Some(password::hashed(house.store.chance(), typed).await?),
        None => None,
    };
    let mut w = house.write(opening).await?;
    let mut findings = Findings::none();
    if let Some(other) = store::account_at(&mut w, &new.address).await? {
        findings.push(Finding::refuse("address-has-account").at("address").with("name", other.name));
    }
    if let Some(own) = store::account_of(&mut w, new.person).await? {
        findings.push(Finding::refuse("person-has-account").at("person").with("name", own.name));
    }
    findings.or_refuse()?;
    let id: AccountId = w.id();
    store::insert(&mut w, id, &new, hashed.as_deref()).await?;
    w.close(Entry::about(id.record(), page(id)).after(told(&new))).await?;
    Ok(id)
}

/// Changes an account's address, and whether its holder administers or audits the installation.
///
/// # Errors
/// Refused when the address is not one or another account's, or when nobody else would administer.
pub async fn change_account(house: &House, permit: &Permit<ManageAccount>, address: &str, administrator: bool, auditor: bool) -> Result<()> {
    people::rules::address("address", address.trim()).or_refuse()?;
    let mut w = house.write(permit.opening(&CHANGED)).await?;
    let before = store::account(&mut w, *permit.id()).await?;
    let mut findings = Findings::none();
    if let Some(other) = store::account_at(&mut w, address).await?.filter(|other| other.id != before.id) {
        findings.push(Finding::refuse("address-has-account").at("address").with("name", other.name));
    }
    if !administrator {
        findings.extend(rules::ceases(&before, store::other_administrators(&mut w, before.id).await?));
    }
    findings.or_refuse()?;
    store::change(&mut w, before.id, address, administrator, auditor).await?;
    let after = json!({"address": store::compared(address), "administrator": administrator, "auditor": auditor});
    w.close(Entry::about(before.id.record(), page(before.id)).before(before).after(after)).await?;
    Ok(())
}

/// Closes an account: its holder is signed out everywhere and cannot sign in. Their seats and offices are untouched.
///
/// # Errors
/// Refused when nobody else would administer.
pub async fn close_account(house: &House, permit: &Permit<ManageAccount>) -> Result<()> {
    let mut w = house.write(permit.opening(&CLOSED)).await?;
    let before = store::account(&mut w, *permit.id()).await?;
    rules::ceases(&before, store::other_administrators(&mut w, before.id).await?).or_refuse()?;
    store::close(&mut w, before.id).await?;
    let person = before.person;
    w.close(Entry::about(before.id.record(), page(before.id)).before(before).after(json!({"closed": true}))).await?;
    access::end_sessions_of(house, person, None).await
}

/// Opens a closed account again.
///
/// # Errors
/// A fault when the database refuses.
pub async fn reopen_account(house: &House, permit: &Permit<ManageAccount>) -> Result<()> {
    let mut w = house.write(permit.opening(&REOPENED)).await?;
    let before = store::account(&mut w, *permit.id()).await?;
    store::reopen(&mut w, before.id).await?;
    w.close(Entry::about(before.id.record(), page(before.id)).before(before).after(json!({"closed": false}))).await?;
    Ok(())
}

/// Sends a sign-in link to an address, if it is one person's. To a mailbox that several share goes a letter that says whom
/// to ask; to an address nobody knows goes nothing. The caller answers the same whatever happened.
///
/// # Errors
/// Refused when the address is not one; a fault when the database refuses.
pub async fn send_link(house: &House, address: &str, next: &str) -> Result<()> {
    people::rules::address("address", address.trim()).or_refuse()?;
    let mut read = house.read().await?;
    let whose = store::whose(&mut read, address).await?;
    let (person, shared) = match whose {
        Whose::Nobody | Whose::Closed => return Ok(()),
        Whose::One(person) => (person, false),
        Whose::Shared => (PersonId(uuid::Uuid::nil()), true),
    };
    let ask = if shared { store::secretaries_for(&mut read, address).await? } else { Vec::new() };
    drop(read);
    let opening = Opening { event: &LINK_ASKED, partnership: HOUSE, person: None, capacity: "public".to_owned(), key: None };
    let mut w = house.write(opening).await?;
    let now = w.now();
    let letter = |content| Letter {
        partnership: HOUSE,
        body: None,
        person,
        address: address.trim().to_owned(),
        sender: web::words("service", &[]),
        purpose: "sign-in".to_owned(),
        record: None,
        subject: web::words("sign-in-letter-subject", &[]),
        content,
        due_at: now,
        calendar: None,
        class: None,
    };
    let content = if shared {
        let content =
            Content::titled(web::words("sign-in-letter-shared-title", &[])).say(web::words("sign-in-letter-shared", &[("address", address.trim())]));
        let content = if ask.is_empty() {
            content.say(web::words("sign-in-letter-ask-administrator", &[]))
        } else {
            content.say(web::words("sign-in-letter-ask", &[]))
        };
        ask.into_iter().fold(content, Content::line)
    } else {
        let link = access::make_link::<SignInByLink>(&mut w, person, &person.record(), now.plus_seconds(LINK_SECONDS)).await?;
        Content::titled(web::words("sign-in-letter-title", &[]))
            .say(web::words("sign-in-letter-says", &[]))
            .answer(web::words("sign-in-letter-button", &[]), &with_next("/sign-in/link/{token}", next), link)
            .small(web::words("sign-in-letter-not-you", &[]))
    };
    mail::queue_letter(&mut w, letter(content)).await?;
    w.close(Entry::about(person.record(), "/sign-in/sent").after(json!({"address": store::compared(address), "shared": shared}))).await?;
    Ok(())
}

/// A path with where to go next, when that is not the desk.
pub(crate) fn with_next(path: &str, next: &str) -> String {
    match rules::next(next) {
        "/desk" => path.to_owned(),
        next => {
            let mut place = String::new();
            for byte in next.bytes() {
                match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => place.push(char::from(byte)),
                    other => place.push_str(&format!("%{other:02X}")),
                }
            }
            format!("{path}?next={place}")
        }
    }
}

/// Signs in by a link, which is thereby used up. Whoever has no account yet gets one with the address that is theirs alone.
///
/// # Errors
/// [`Error::NotFound`] when the link was used meanwhile.
pub async fn sign_in_by_link(house: &House, pass: &ByLink<SignInByLink>) -> Result<PersonId> {
    let person = *pass.id();
    let mut read = house.read().await?;
    let account = match store::account_of(&mut read, person).await? {
        Some(account) => account,
        None => {
            let address = rights::own_address(&mut read, person).await?.ok_or(Error::NotFound)?;
            drop(read);
            let new = NewAccount { person, address, password: None, administrator: false, auditor: false };
            match open(house, pass.opening(&OPENED), new).await {
                Ok(id) => store::account(&mut house.read().await?, id).await?,
                // Two clicks at once: the other one opened it.
                Err(Error::Refused(findings)) => store::account_of(&mut house.read().await?, person).await?.ok_or(Error::Refused(findings))?,
                Err(error) => return Err(error),
            }
        }
    };
    let mut w = house.write(pass.opening(&SIGNED_IN)).await?;
    if !access::use_link(&mut w, pass.token()).await? {
        return Err(Error::NotFound);
    }
    w.close(Entry::about(account.id.record(), "/desk").after(json!({"by": "link"}))).await?;
    Ok(person)
}

/// Signs in by a demonstration's one-click link, which keeps working. The caller has made sure that this is a demonstration
/// and that the request comes from this machine itself.
///
/// # Errors
/// A fault when the database refuses.
pub async fn sign_in_to_demonstration(house: &House, pass: &ByLink<SignInToDemonstration>) -> Result<PersonId> {
    let mut w = house.write(pass.opening(&SIGNED_IN)).await?;
    let account = store::account_of(&mut w, *pass.id()).await?.ok_or(Error::NotFound)?;
    w.close(Entry::about(account.id.record(), "/desk").after(json!({"by": "demonstration"}))).await?;
    Ok(*pass.id())
}

/// The path of a one-click sign-in link for a person of the demonstration, who has an account. It works for thirty days,
/// only in a demonstration and only from this machine itself.
///
/// # Errors
/// Refused outside a demonstration.
pub async fn demo_sign_in_path(house: &House, person: PersonId) -> Result<String> {
    if !house.settings.demonstration {
        return Err(Error::refuse(Finding::refuse("not-a-demonstration")));
    }
    let opening = Opening { event: &LINK_ASKED, partnership: HOUSE, person: None, capacity: "demonstration".to_owned(), key: None };
    let mut w = house.write(opening).await?;
    let ends_at: Instant = w.now().plus_seconds(DEMONSTRATION_SECONDS);
    let link = access::make_link::<SignInToDemonstration>(&mut w, person, &person.record(), ends_at).await?;
    w.close(Entry::about(person.record(), "/sign-in").after(json!({"demonstration": true}))).await?;
    Ok(format!("/sign-in/demonstration/{}", access::link_path(&house.settings.secret, link)?))
}

/// Signs in by password. An unknown address, an account without a password, a closed account and a wrong password are
/// answered alike, and take as long.
///
/// # Errors
/// Refused when the two do not go together.
pub async fn sign_in_by_password(house: &House, address: &str, typed: &str) -> Result<PersonId> {
    let found = store::password_at(&mut house.read().await?, address).await?;
    let (account, hashed) = found.filter(|(account, _)| account.closed_at.is_none()).unzip();
    let right = password::is_it(hashed.flatten(), typed).await?;
    let Some(account) = account.filter(|_| right) else {
        return Err(Error::refuse(Finding::refuse("address-or-password-wrong").at("password")));
    };
    let opening = Opening { event: &SIGNED_IN, partnership: HOUSE, person: Some(account.person), capacity: "self".to_owned(), key: None };
    let w = house.write(opening).await?;
    w.close(Entry::about(account.id.record(), "/desk").after(json!({"by": "password"}))).await?;
    Ok(account.person)
}

/// Chooses or changes one's own password. Every other browser is signed out, and links to sign in that were sent before work no more.
///
/// # Errors
/// Refused when the present password is not the one typed, or the new one is weak.
pub async fn set_password(house: &House, permit: &Permit<KeepOwnAccount>, session: SessionId, present: &str, new: &str) -> Result<()> {
    let person = permit.person().ok_or(Error::SignInFirst)?;
    let mut read = house.read().await?;
    let account: Account = store::account_of(&mut read, person).await?.ok_or(Error::NotFound)?;
    let hashed = store::password_of(&mut read, person).await?;
    drop(read);
    if hashed.is_some() && !password::is_it(hashed, present).await? {
        return Err(Error::refuse(Finding::refuse("present-password-wrong").at("present_password")));
    }
    let known: Vec<&str> = account.name.split_whitespace().chain([account.address.as_str()]).collect();
    rules::password("new_password", new, &known).or_refuse()?;
    let hashed = password::hashed(house.store.chance(), new).await?;
    let mut w = house.write(permit.opening(&PASSWORD_SET)).await?;
    store::set_password(&mut w, account.id, &hashed).await?;
    // Whoever changes a password may do so because somebody reads their mail.
    access::end_links_to::<SignInByLink>(&mut w, person.into()).await?;
    w.close(Entry::about(account.id.record(), "/account").before(json!({"has_password": account.has_password})).after(json!({"has_password": true})))
        .await?;
    access::end_sessions_of(house, person, Some(session)).await
}

/// The path of the set-up page with its token, for an installation in which nobody has an account; none otherwise. The
/// token works once, for an hour. The program prints it and writes it into a file that only its owner reads.
///
/// # Errors
/// A fault when the database refuses.
pub async fn set_up_path(house: &House) -> Result<Option<String>> {
    if store::count(&mut house.read().await?).await? > 0 {
        return Ok(None);
    }
    let nobody = PersonId(uuid::Uuid::nil());
    let record = kernel::Record::of("house", uuid::Uuid::nil());
    let opening = Opening { event: &SET_UP_OFFERED, partnership: HOUSE, person: None, capacity: "set-up".to_owned(), key: None };
    let mut w = house.write(opening).await?;
    access::end_links(&mut w, record.id, Some(nobody)).await?;
    let ends_at = w.now().plus_seconds(SET_UP_SECONDS);
    let link = access::make_link::<SetUp>(&mut w, nobody, &record, ends_at).await?;
    w.close(Entry::about(record, "/set-up")).await?;
    Ok(Some(format!("/set-up/{}", access::link_path(&house.settings.secret, link)?)))
}

/// Makes the first administrator. The token is thereby used up.
///
/// # Errors
/// Refused when the name, the address or the password is not one; [`Error::NotFound`] when the token was used meanwhile.
pub async fn set_up(house: &House, pass: &ByLink<SetUp>, name: &str, address: &str, typed: Option<&str>) -> Result<PersonId> {
    let mut findings = people::rules::name("name", name);
    findings.extend(people::rules::address("address", address.trim()));
    if let Some(typed) = typed {
        let known: Vec<&str> = name.split_whitespace().chain([address]).collect();
        findings.extend(rules::password("password", typed, &known));
    }
    findings.or_refuse()?;
    let mut w = house.write(Opening { person: None, ..pass.opening(&SET_UP) }).await?;
    if !access::use_link(&mut w, pass.token()).await? {
        return Err(Error::NotFound);
    }
    w.close(Entry::about(kernel::Record::of("house", uuid::Uuid::nil()), "/set-up")).await?;
    let new = people::model::NewPerson { name: name.to_owned(), address: Some(address.trim().to_owned()), ..people::model::NewPerson::default() };
    let person = people::acts::record_person(house, &pass.hand_on(HOUSE), new).await?;
    let account = NewAccount { person, address: address.to_owned(), password: typed.map(str::to_owned), administrator: true, auditor: false };
    open_account(house, &pass.hand_on(()), account).await?;
    Ok(person)
}
