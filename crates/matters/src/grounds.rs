//! The lists of grounds that a body can begin with, each by its legal basis. A body's own list can be changed.

/// A ground of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Its number in the law.
    pub code: &'static str,
    /// What it covers.
    pub words: &'static str,
    /// The body has no choice.
    pub confidential: bool,
}

/// A list of grounds with its legal basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroundList {
    /// Its name in addresses and in the locale (`ground-list-…`).
    pub slug: &'static str,
    /// The law, as it is cited.
    pub basis: &'static str,
    /// Its grounds, in order.
    pub grounds: &'static [Listed],
}

const fn exempt(code: &'static str, words: &'static str) -> Listed {
    Listed { code, words, confidential: false }
}

const fn confidential(code: &'static str, words: &'static str) -> Listed {
    Listed { code, words, confidential: true }
}

// Schedule 12A in the form it has in England since 1 March 2006.
const SCHEDULE_12A: [Listed; 8] = [
    exempt("1", "Information about an individual"),
    exempt("2", "Information likely to reveal who an individual is"),
    exempt("3", "Information about anybody's financial or business affairs, the authority's own included"),
    exempt("4", "Consultations or negotiations over labour relations"),
    exempt("5", "Information for which legal professional privilege could be claimed"),
    exempt("6", "A proposal to give a notice or make an order or direction under an enactment"),
    exempt("7", "Action to prevent, investigate or prosecute crime"),
    confidential("s100A", "Given by a government department on terms that forbid its disclosure, or forbidden by an enactment or a court"),
];

const FREEDOM_OF_INFORMATION: [Listed; 20] = [
    exempt("s21", "Information that can be had by other means"),
    exempt("s22", "Information meant for publication"),
    exempt("s24", "National security"),
    exempt("s27", "International relations"),
    exempt("s28", "Relations within the United Kingdom"),
    exempt("s29", "The economy"),
    exempt("s30", "Investigations and proceedings of public authorities"),
    exempt("s31", "Law enforcement"),
    exempt("s33", "Audit"),
    exempt("s35", "Making of government policy"),
    exempt("s36", "Effective conduct of public affairs"),
    exempt("s38", "Health and safety"),
    exempt("s39", "Environmental information"),
    exempt("s40", "Personal information"),
    exempt("s42", "Legal professional privilege"),
    exempt("s43", "Commercial interests"),
    confidential("s23", "Supplied by, or about, bodies dealing with security"),
    confidential("s32", "Court records"),
    confidential("s41", "Given in confidence"),
    confidential("s44", "Disclosure forbidden by another enactment, an obligation or a court"),
];

/// Every list.
pub const LISTS: [GroundList; 3] = [
    GroundList { slug: "schedule-12a", basis: "Local Government Act 1972, Schedule 12A", grounds: &SCHEDULE_12A },
    GroundList { slug: "access-1985", basis: "Local Government (Access to Information) Act 1985, adopted by the body", grounds: &SCHEDULE_12A },
    GroundList { slug: "freedom-of-information", basis: "Freedom of Information Act 2000, Part II", grounds: &FREEDOM_OF_INFORMATION },
];

/// The list of that name.
pub fn list(slug: &str) -> Option<&'static GroundList> {
    LISTS.iter().find(|list| list.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_list_names_a_code_twice() {
        for list in LISTS {
            let codes: BTreeSet<&str> = list.grounds.iter().map(|ground| ground.code).collect();
            assert_eq!(codes.len(), list.grounds.len(), "{}", list.slug);
        }
    }
}
