//! What a name may be.

use kernel::{Day, Finding, Findings};

/// The longest name that a page, a letter and a name plate can carry.
pub const LONGEST_NAME: usize = 200;

/// A name is there, is not too long, and stands on one line.
pub fn name(field: &str, name: &str) -> Findings {
    let mut findings = Findings::none();
    let length = name.trim().chars().count();
    findings.push_if(length == 0, || Finding::refuse("name-missing").at(field));
    findings.push_if(length > LONGEST_NAME, || Finding::refuse("name-too-long").at(field).with("length", length).with("most", LONGEST_NAME));
    findings.push_if(name.chars().any(char::is_control), || Finding::refuse("name-with-line-break").at(field));
    findings
}

/// An e-mail address that a letter can be sent to: one `@`, a domain with a dot or `localhost`, no spaces or line breaks.
pub fn address(field: &str, address: &str) -> Findings {
    let good = address.len() <= 254
        && address.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && !domain.contains('@')
                && (domain == "localhost" || domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty()))
        })
        && !address.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"'));
    if good { Findings::none() } else { Finding::refuse("address-not-one").at(field).into() }
}

/// The name by which a person is put in order: the last word first.
pub fn sort_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{last}, {}", first.join(" ")),
        _ => name.trim().to_owned(),
    }
}

/// A slug from a name: small letters, digits and single dashes, at most 60 characters.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().replace('&', " and ").replace(['\'', '’'], "").chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "unnamed".to_owned() } else { slug.to_owned() }
}

/// What two records say of whether they can be one person's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TwoRecords {
    /// They are one record.
    pub same: bool,
    /// One of them leads to another record already.
    pub merged: bool,
    /// How many open accounts they have.
    pub accounts: i64,
    /// One of these accounts looks after the installation or audits it.
    pub privileged: bool,
    /// One reads and answers for the other.
    pub assists: bool,
    /// A meeting on whose roll both stand.
    pub met: Option<(String, Day)>,
    /// A meeting ahead to which both are invited and which the other one answered for.
    pub answered: Option<(String, Day)>,
}

/// Whether two records may be joined. A person is in a room once and has one account.
pub fn may_merge(two: &TwoRecords, by_administrator: bool) -> Findings {
    let mut findings = Findings::none();
    let refuse = |code: &str| Finding::refuse(code).at("person");
    let at = |code: &str, (body, day): &(String, Day)| refuse(code).with("body", body).with("day", *day);
    if two.same {
        return refuse("merge-same").into();
    }
    findings.push_if(two.merged, || refuse("merge-already"));
    findings.push_if(two.accounts > 1, || refuse("merge-two-accounts"));
    findings.push_if(two.privileged && !by_administrator, || refuse("merge-privileged"));
    findings.push_if(two.assists, || refuse("merge-assists"));
    findings.extend(two.met.iter().map(|meeting| at("merge-met", meeting)).collect());
    findings.extend(two.answered.iter().map(|meeting| at("merge-answered", meeting)).collect());
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_500_characters_is_refused_with_the_number() {
        let found = name("name", &"x".repeat(500));
        assert_eq!(found.0[0].code, "name-too-long");
        assert!(found.0[0].args.contains(&("length".to_owned(), "500".to_owned())));
    }

    #[test]
    fn addresses_that_would_break_a_letter_are_refused() {
        for (address, good) in [
            ("officer@example.org", true),
            ("first.last+kent@council.example.gov.uk", true),
            ("officer@example.org\r\nBcc: all@example.org", false),
            ("two@at@example.org", false),
            ("no-at.example.org", false),
            ("spaced name@example.org", false),
            ("", false),
        ] {
            assert_eq!(super::address("address", address).is_empty(), good, "{address}");
        }
    }

    #[test]
    fn people_are_put_in_order_by_family_name() {
        assert_eq!(sort_name("Graham Badman"), "Badman, Graham");
        assert_eq!(sort_name("Roger De Haan"), "Haan, Roger De");
        assert_eq!(sort_name("Cher"), "Cher");
    }

    #[test]
    fn slugs_are_readable() {
        assert_eq!(slug("Sevenoaks & District Voluntary Action"), "sevenoaks-and-district-voluntary-action");
        assert_eq!(slug("Children’s Trust"), "childrens-trust");
        assert_eq!(slug("株式会社"), "unnamed");
    }

    #[test]
    fn two_who_were_in_one_room_are_two_people() {
        let codes = |two: &TwoRecords, administrator| may_merge(two, administrator).iter().map(|f| f.code.clone()).collect::<Vec<_>>();
        let apart = TwoRecords { accounts: 1, ..TwoRecords::default() };
        assert!(codes(&apart, false).is_empty());
        let met = TwoRecords { met: Some(("Board".to_owned(), jiff::civil::date(2026, 3, 5))), ..apart.clone() };
        assert_eq!(codes(&met, true), ["merge-met"]);
        assert_eq!(codes(&TwoRecords { accounts: 2, ..apart.clone() }, true), ["merge-two-accounts"]);
        assert_eq!(codes(&TwoRecords { assists: true, ..apart.clone() }, true), ["merge-assists"]);
        assert_eq!(codes(&TwoRecords { same: true, merged: true, ..apart.clone() }, true), ["merge-same"]);
        let privileged = TwoRecords { privileged: true, ..apart };
        assert_eq!((codes(&privileged, false), codes(&privileged, true)), (vec!["merge-privileged".to_owned()], vec![]));
    }
}
