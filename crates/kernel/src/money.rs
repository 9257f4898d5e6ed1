//! Money in whole pence.

use serde::{Deserialize, Serialize};

/// An amount in pence. £39,470 is `Pence(3_947_000)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pence(pub i64);

impl std::fmt::Display for Pence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pounds = (self.0 / 100).unsigned_abs().to_string();
        let mut grouped = String::new();
        for (i, digit) in pounds.chars().enumerate() {
            if i > 0 && (pounds.len() - i).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "−" } else { "" };
        match self.0 % 100 {
            0 => write!(f, "{sign}£{grouped}"),
            pence => write!(f, "{sign}£{grouped}.{:02}", pence.abs()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pence;

    #[test]
    fn pounds_are_grouped_and_whole_pounds_show_no_pence() {
        for (pence, words) in [(3_947_000, "£39,470"), (5, "£0.05"), (-120_050, "−£1,200.50"), (100_000_000, "£1,000,000")] {
            assert_eq!(Pence(pence).to_string(), words);
        }
    }
}
