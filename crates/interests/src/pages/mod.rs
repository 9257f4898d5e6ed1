//! The pages of interests: those declared at a meeting, declaring one from the letter, and the register.

mod link;
mod meeting;
mod register;

pub use link::{ask_by_link, declare_by_link};
pub use meeting::{declare, meeting, rule, withdraw};
pub use register::{add, end, register};

use serde::Serialize;

/// A choice of a form.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

impl Choice {
    fn of(value: impl ToString, text: impl Into<String>) -> Self {
        Self { value: value.to_string(), text: text.into() }
    }
}

fn kinds() -> Vec<Choice> {
    use kernel::Word as _;
    crate::model::InterestKind::ALL.iter().map(|kind| Choice::of(kind, web::words(&format!("interest-kind-{kind}"), &[]))).collect()
}
