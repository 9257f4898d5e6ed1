#![allow(clippy::unwrap_used)]

use super::*;
use rstest::rstest;

#[rstest]
#[case("The quorum is half of the members.", "the quorum is half of the members.")]
#[case(
    "The quorum is six members, including the chair or the vice-chair, and 1 member from each council.",
    "the quorum is 6 members, including the chair or the vice-chair, and 1 member from each council."
)]
#[case("The quorum is 7 members from at least four different organisations.", "the quorum is 7 members from at least 4 different organisations.")]
#[case("the quorum is one third of the members, rounded up.", "the quorum is one third of the members.")]
#[case(
    "The secretary must send the papers at least 10 working days before a meeting.",
    "the secretary must send the papers at least 10 working days before a meeting."
)]
#[case(
    "Papers must be sent by the secretary at least 10 working days before each meeting.",
    "the secretary must send the papers at least 10 working days before a meeting."
)]
#[case(
    "An item must be notified at least ten working days before a meeting, unless the chair agrees in exceptional circumstances.",
    "an item must be notified at least 10 working days before a meeting, unless the chair agrees in exceptional circumstances."
)]
#[case("A member may name a substitute in advance.", "a member may name a substitute in advance.")]
#[case("A substitute may count towards the quorum.", "a substitute may count towards the quorum.")]
#[case(
    "A decision is decided by consensus, failing that by a majority of the members present.",
    "a decision is decided by consensus, failing that by a majority of the members present."
)]
#[case("The minutes must be approved at the next meeting.", "the minutes must be approved at the next meeting.")]
#[case("The body must meet at least twice a year.", "the body must meet at least 2 times a year.")]
#[case("Other persons may attend with the agreement of the chair.", "other persons may attend with the agreement of the chair.")]
#[case("The chair is the Leader of Kent County Council.", "the chair is the Leader of Kent County Council.")]
#[case(
    "The chair is the Chief Executive of Kent County Council for 2 years.",
    "the chair is the Chief Executive of Kent County Council for 2 years."
)]
#[case(
    "The vice-chair is elected by the members, from another sector than the chair.",
    "the vice-chair is elected by the members, from another sector than the chair."
)]
#[case(
    "When a member misses 3 meetings in a row, the chair may ask the member's sector for 1 year.",
    "when a member misses 3 meetings in a row, the chair may ask the member's sector for 1 year."
)]
#[case(
    "When a member declares a financial or professional interest, the chair must rule that the member leaves, or discusses but does not decide.",
    "when a member declares a financial or professional interest, the chair must rule that the member leaves, or discusses but does not decide."
)]
#[case(
    "Interests, confidentiality and exit follow the terms of the Kent Partnership.",
    "interests, confidentiality and exit follow the terms of Kent Partnership."
)]
#[case("There must be between 16 and 18 seats.", "there must be between 16 and 18 seats.")]
#[case("Half of the members should be “residents”.", "at least half of the members should be “residents”.")]
#[case("The vice-chair passes every year among the members.", "the vice-chair passes every 1 year among the members.")]
#[case("There must be exactly 4 members from each council.", "there must be exactly 4 members from each council.")]
fn a_rule_has_one_canonical_spelling(#[case] written: &str, #[case] canonical: &str) {
    let tree = read_rule(written).unwrap_or_else(|p| panic!("{p}"));
    assert_eq!(tree.to_string(), canonical);
    assert_eq!(read_rule(canonical).unwrap_or_else(|p| panic!("{p}")), tree);
}
