//! What a password may be, whose an address is, where a signed-in person goes next. Facts in, answers out.

use kernel::{Finding, Findings, PersonId};
use zxcvbn::feedback::Warning;

use crate::model::{Account, Whose};

/// The shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 10;
/// The longest password, in characters: hashing longer ones is work for an attacker to cause.
pub const LONGEST_PASSWORD: usize = 200;

/// May this be somebody's password? Judged by how many guesses it withstands, not by which signs it holds.
pub fn password(field: &str, typed: &str, known: &[&str]) -> Findings {
    let length = typed.chars().count();
    if length < SHORTEST_PASSWORD {
        return Finding::refuse("password-too-short").at(field).with("least", SHORTEST_PASSWORD).into();
    }
    if length > LONGEST_PASSWORD {
        return Finding::refuse("password-too-long").at(field).with("most", LONGEST_PASSWORD).into();
    }
    let judged = zxcvbn::zxcvbn(typed, known);
    if u8::from(judged.score()) >= 3 {
        return Findings::none();
    }
    let why = match judged.feedback().and_then(zxcvbn::feedback::Feedback::warning) {
        Some(Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess) => "password-keys",
        Some(Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess) => "password-repeats",
        Some(Warning::SequencesLikeAbcAreEasyToGuess) => "password-sequence",
        Some(Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess) => "password-date",
        Some(Warning::NamesAndSurnamesByThemselvesAreEasyToGuess | Warning::CommonNamesAndSurnamesAreEasyToGuess) => "password-name",
        Some(_) => "password-common",
        None => "password-guessable",
    };
    Finding::refuse(why).at(field).into()
}

/// Whose an address is: the holder of an account with it, and everybody it is recorded for. Two people who share a mailbox
/// cannot be told apart by it.
pub fn whose(account: Option<&Account>, recorded: &[PersonId]) -> Whose {
    let mut people: Vec<PersonId> = recorded.iter().copied().chain(account.map(|account| account.person)).collect();
    people.sort();
    people.dedup();
    match people[..] {
        [] => Whose::Nobody,
        [_] if account.is_some_and(|account| account.closed_at.is_some()) => Whose::Closed,
        [person] => Whose::One(person),
        _ => Whose::Shared,
    }
}

/// Where somebody goes after signing in: a path of this site, never another site, else their desk.
pub fn next(typed: &str) -> &str {
    let own = typed.starts_with('/')
        && !typed.starts_with("//")
        && !typed.contains('\\')
        && !typed.chars().any(char::is_control)
        && !typed.starts_with("/sign-in")
        && !typed.starts_with("/sign-out");
    if own { typed } else { "/desk" }
}

/// What a browser says of itself, short enough to recognise: `Firefox, Linux`. Nothing when it names nobody we know.
pub fn browser(said: &str) -> Option<String> {
    // Each says it is the ones after it, too.
    let name = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];
    let system = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];
    let find = |list: &[(&str, &'static str)]| list.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name);
    let parts: Vec<&str> = [find(&name), find(&system)].into_iter().flatten().collect();
    if parts.is_empty() { None } else { Some(parts.join(", ")) }
}

/// May an administrator cease to be one? Not the last: nobody could then open an account.
pub fn ceases(account: &Account, other_administrators: i64) -> Findings {
    let mut findings = Findings::none();
    let last = account.administrator && account.closed_at.is_none() && other_administrators == 0;
    findings.push_if(last, || Finding::refuse("last-administrator").at("administrator").with("name", &account.name));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Instant;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn account(n: u128, closed: bool) -> Account {
        Account {
            id: Uuid::from_u128(n).into(),
            person: person(n),
            name: "Maud Penhaligon".to_owned(),
            address: "maud@example.org".to_owned(),
            has_password: false,
            administrator: true,
            auditor: false,
            made_at: Instant::from_seconds(0),
            closed_at: closed.then(|| Instant::from_seconds(1)),
        }
    }

    #[test]
    fn a_password_is_judged_by_the_guesses_it_withstands() {
        for (typed, refused) in [
            ("short", Some("password-too-short")),
            ("qwertyuiop", Some("password-common")),
            ("aaaaaaaaaaaa", Some("password-repeats")),
            ("Password123!", Some("password-common")),
            ("maudpenhaligon", Some("password-common")),
            ("lark teaspoon granite velvet", None),
            ("v9#Tq!r2Lm0z", None),
        ] {
            let found = password("password", typed, &["Maud", "Penhaligon", "maud@example.org"]);
            assert_eq!(found.refuses(), refused.is_some(), "{typed}: {found:?}");
        }
        assert_eq!(password("password", &"ab ".repeat(100), &[]).0[0].code, "password-too-long");
    }

    #[test]
    fn an_address_that_two_people_share_is_nobodys_identity() {
        let (mine, closed) = (account(1, false), account(1, true));
        for (account, recorded, whose_is_it) in [
            (None, vec![], Whose::Nobody),
            (None, vec![person(1)], Whose::One(person(1))),
            (Some(&mine), vec![], Whose::One(person(1))),
            (Some(&mine), vec![person(1)], Whose::One(person(1))),
            (Some(&mine), vec![person(2)], Whose::Shared),
            (None, vec![person(1), person(2)], Whose::Shared),
            (Some(&closed), vec![person(1)], Whose::Closed),
        ] {
            assert_eq!(whose(account, &recorded), whose_is_it);
        }
    }

    #[test]
    fn nobody_is_led_to_another_site_after_signing_in() {
        for (typed, led) in [
            ("/bodies/board", "/bodies/board"),
            ("/meetings/1?tab=room", "/meetings/1?tab=room"),
            ("", "/desk"),
            ("https://example.com", "/desk"),
            ("//example.com", "/desk"),
            ("/\\example.com", "/desk"),
            ("/a\r\nSet-Cookie: x", "/desk"),
            ("/sign-out", "/desk"),
        ] {
            assert_eq!(next(typed), led, "{typed}");
        }
    }

    #[test]
    fn a_browser_is_named_as_its_user_knows_it() {
        for (said, name) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", Some("Firefox, Linux")),
            ("Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1", Some("Safari, iPad")),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0", Some("Edge, Windows")),
            ("curl/8", None),
            ("", None),
        ] {
            assert_eq!(browser(said).as_deref(), name, "{said}");
        }
    }

    #[test]
    fn the_last_administrator_stays() {
        assert!(ceases(&account(1, false), 0).refuses());
        assert!(ceases(&account(1, false), 1).is_empty());
        assert!(ceases(&account(1, true), 0).is_empty());
    }
}
