//! What may stand in a letter's header.

use kernel::{Finding, Findings};
use lettre::Address;

/// Whether mail can be sent to it.
pub fn is_address(typed: &str) -> bool {
    typed.len() <= 254 && typed.parse::<Address>().is_ok()
}

/// Reasons not to put these into a header: a line break would begin another header, so none is let through.
pub fn header_findings(address: &str, names: &[&str]) -> Findings {
    let mut findings = Findings::none();
    findings.push_if(!is_address(address), || Finding::refuse("letter-address-unreadable").at("address").with("address", address.escape_debug()));
    let broken = names.iter().any(|name| name.chars().any(char::is_control));
    findings.push_if(broken, || Finding::refuse("letter-header-broken"));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_in_an_address_a_name_or_a_subject_is_refused() {
        assert!(header_findings("maud@example.org", &["Maud Penhaligon", "Agenda: 3 items"]).is_empty());
        for (address, name) in [
            ("maud@example.org\r\nBcc: all@example.org", "Maud"),
            ("maud@example.org", "Maud\nBcc: all@example.org"),
            ("maud@example.org", "Agenda\r\n\r\nbody"),
            ("maud@example.org, all@example.org", "Maud"),
            ("maud", "Maud"),
            ("", "Maud"),
        ] {
            assert!(header_findings(address, &[name]).refuses(), "{address:?} {name:?}");
        }
    }
}
