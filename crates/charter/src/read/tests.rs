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

/// What one line says, each as it is printed.
fn read_as(rule: &str) -> Vec<String> {
    let reading = read(&format!("---\nbody: Wealdshire Board\n---\n# Terms\n\n**1** A clause.\n\n> Rule: {rule}\n"));
    assert!(reading.problems.is_empty(), "{rule}: {:?}", reading.problems);
    reading.charter.rules().map(|(_, rule)| rule.canonical.clone()).collect()
}

#[rstest]
#[case("the quorum is half of the members plus one.", &["the quorum is half plus 1 of the members."])]
#[case("the quorum is 50% of the members plus 1 member.", &["the quorum is half plus 1 of the members."])]
#[case("the quorum is 50% plus one of the members.", &["the quorum is half plus 1 of the members."])]
#[case("the quorum is one more than half of the members.", &["the quorum is half plus 1 of the members."])]
#[case("meetings are open to the public, unless the matter is exempt.", &["a meeting must be held in public, unless the matter is exempt."])]
#[case("meetings should be open to the public and press.", &["a meeting should be held in public."])]
#[case("the annual meeting must not be closed to the public.", &["the annual meeting must not be held in private."])]
#[case("the secretary must acknowledge a complaint within 5 working days.", &["the secretary must confirm a complaint within 5 working days of that."])]
#[case(
    "the board may co-opt up to three further members at a meeting.",
    &["the body may admit a new member at a meeting.", "there must be at most 3 co-opted members."]
)]
#[case("the quorum shall be half the members.", &["the quorum is half of the members."])]
#[case("meetings of the board are open to the public.", &["a meeting must be held in public."])]
#[case("board meetings are open to the public.", &["a meeting must be held in public."])]
#[case("the chair must be elected by the members from among their number.", &["the members must elect the chair."])]
#[case("decisions are made by consensus wherever possible.", &["a decision is decided by consensus."])]
#[case(
    "decisions shall be made by consensus; where consensus cannot be reached, by a simple majority of those present and voting.",
    &["a decision is decided by consensus, failing that by a majority of the members present and voting."]
)]
#[case("in the event of a tied vote the chair has a casting vote.", &["when the votes are equal, the chair may cast a second vote."])]
#[case("the board may establish sub-groups to carry out its work.", &["the body may establish a working group."])]
#[case("these terms of reference will be reviewed annually.", &["these terms must be reviewed every 1 year."])]
#[case("the quorum is 5, including at least one representative of each council.", &["the quorum is 5 members, including 1 member from each council."])]
#[case("no business may be transacted unless a quorum is present.", &["when there is no quorum, a decision must not be made."])]
#[case("a quorum is one quarter of the members or 3 members, whichever is greater.", &["the quorum is one quarter of the members, and 3 members."])]
#[case("a quorum is one quarter of the members or 3 members, whichever is the less.", &["the quorum is one quarter of the members, or 3 members."])]
#[case("the vice chair will chair the meeting in the absence of the chair.", &["when the chair is absent, the vice-chair must preside."])]
#[case("the chair may be re-elected once.", &["the chair must serve for at most 2 terms."])]
#[case(
    "extraordinary meetings may be called by the chair or at the request of 3 members.",
    &["the chair or 3 members may call a further meeting."]
)]
#[case(
    "the board must elect a chair and vice-chair annually from among its members.",
    &["the body must elect the chair every 1 year.", "the body must elect the vice-chair every 1 year."]
)]
#[case("the chair and vice-chair will be elected at the first meeting of the municipal year.", &["the chair must be elected at the first meeting of the municipal year.", "the vice-chair must be elected at the first meeting of the municipal year."])]
#[case("the membership of the board is one representative from each partner.", &["there must be exactly 1 member from each partner."])]
#[case("a member may resign by giving written notice to the chair.", &["a member may resign to the chair in writing."])]
#[case("a vacancy will be filled by the organisation which nominated the member.", &["the member's organisation must fill a vacancy."])]
#[case("where a vote is tied, the chair will have a casting vote.", &["when the votes are equal, the chair may cast a second vote."])]
#[case("all matters will be decided by a simple majority of those members voting and present.", &["a decision is decided by a majority of the members present and voting."])]
#[case("voting will be by simple majority.", &["a decision is decided by a majority of the votes cast."])]
#[case("any member may request that an item be placed on the agenda.", &["a member may request an item."])]
#[case("members will serve for a three year term.", &["the members must serve for 3 years."])]
#[case("any member who fails to attend three consecutive meetings without apology will be deemed to have resigned.", &["when a member misses 3 meetings in a row without apologies, the seat must be vacated."])]
#[case("if a member misses three consecutive meetings the chair will write to the member's organisation.", &["when a member misses 3 meetings in a row, the chair must write to the member's organisation."])]
#[case("any changes to these terms of reference must be agreed by two thirds of the members.", &["a change of these terms is decided by two thirds of the members."])]
#[case("at least 50% of members must be present for a decision to be made.", &["the quorum is 50% of the members."])]
#[case("there shall be not less than 8 nor more than 15 members.", &["there must be between 8 and 15 members."])]
#[case("the press and public may be excluded when exempt information is discussed.", &["when the matter is exempt, the public may be excluded."])]
#[case("expenditure above £10,000 requires the approval of the board.", &["when the amount is at least £10,001, the body must approve expenditure."])]
#[case("voting shall be by a show of hands.", &["a vote must be taken by a show of hands."])]
#[case("minutes of meetings will be published on the council's website within 10 working days.", &["the minutes must be published on the website within 10 working days of that."])]
#[case("members must declare interests at the beginning of each meeting.", &["the members must declare an interest at the start of the meeting."])]
#[case("additional meetings may be convened at the discretion of the chair.", &["a further meeting may be called with the agreement of the chair."])]
#[case("the chair may call an emergency meeting at 24 hours' notice.", &["the chair may call a further meeting on at least 24 hours' notice."])]
#[case("in the case of equality of votes the chair shall have a second or casting vote.", &["when the votes are equal, the chair may cast a second vote."])]
#[case("the board shall hold at least six meetings in each municipal year.", &["the body must meet at least 6 times a municipal year."])]
#[case("the secretary shall give at least 7 days notice of meetings to all members.", &["the secretary must send notice to the members at least 7 days before a meeting."])]
#[case("the quorum for meetings shall be one quarter of the total membership, with a minimum of three members.", &["the quorum is one quarter of the members, and 3 members."])]
#[case("observers have no voting rights.", &["the observers must not vote."])]
#[case("advisers will attend in a non-voting capacity.", &["the advisers must attend.", "the advisers must not vote."])]
#[case("decisions on the budget must be unanimous.", &["a decision on “the budget” is decided by all of the members present and voting."])]
#[case("changes to the constitution require the unanimous agreement of all members.", &["a change of these terms is decided by all of the members."])]
#[case("partners must give 6 months' notice of withdrawal.", &["the partners must give notice at least 6 months before leaving."])]
#[case("minutes will be agreed at the following meeting.", &["the minutes must be agreed at the next meeting."])]
#[case("in the absence of both the chair and the vice-chair, the members present shall elect a chair for the meeting.", &["when the chair is absent and the vice-chair is absent, the members present must elect the person presiding."])]
#[case("no organisation may have more than two members.", &["there must be at most 2 members for each organisation."])]
#[case("membership lapses after three consecutive absences.", &["when a member misses 3 meetings in a row, the seat must be vacated."])]
#[case("a resolution requires the support of at least three quarters of the members.", &["a decision is decided by three quarters of the members."])]
#[case("where consensus is not possible, a vote will be taken.", &["when there is no consensus, a vote must be taken."])]
#[case("a recorded vote must be taken if requested by 3 members.", &["a vote must be taken by roll call at the request of 3 members."])]
#[case("proxy voting is not permitted.", &["a member must not vote by proxy."])]
#[case("written resolutions require the consent of all members.", &["an e-mail vote is decided by all of the members."])]
#[case("the partnership shall be dissolved if fewer than three partners remain.", &["when there are at most 2 partners, the body must be dissolved."])]
#[case("new members may be admitted with the unanimous agreement of existing members.", &["a new member may be admitted with the agreement of all of the members."])]
#[case("a person may not be a member for more than nine years.", &["a member must serve for at most 9 years."])]
#[case("at least 5 clear working days notice of each meeting must be given.", &["notice must be given at least 5 clear working days before a meeting."])]
#[case("the quorum of the joint committee is four members, at least one from each council.", &["the quorum is 4 members, including 1 member from each council."])]
#[case("decisions of the board shall be made by a simple majority of members present and voting.", &["a decision is decided by a majority of the members present and voting."])]
#[case("exempt items must be considered in private.", &["when the matter is exempt, a meeting must be held in private."])]
#[case("the budget must be agreed unanimously.", &["a decision on “the budget” is decided by all of the members."])]
#[case("the board shall have regard to the views of the public.", &["the body must consider the views of the public."])]
#[case("the independent chair is appointed for three years and may be reappointed for a second term.", &["the chair must serve for 3 years.", "the chair must serve for at most 2 terms."])]
#[case("if the chair has a prejudicial interest, the vice-chair must preside for that item.", &["when the chair declares a prejudicial interest, the vice-chair must preside."])]
#[case("casual vacancies shall be filled by the council concerned as soon as practicable.", &["the member's organisation must fill a vacancy as soon as practicable after that."])]
#[case("an observer may attend and speak but not vote.", &["an observer may attend.", "an observer may speak.", "an observer must not vote."])]
#[case(
    "when there is no quorum, the members may discuss an item, but must not make a decision.",
    &["when there is no quorum, the members may discuss an item.", "when there is no quorum, the members must not make a decision."]
)]
#[case(
    "the public may attend and speak, unless the matter is exempt.",
    &["the public may attend, unless the matter is exempt.", "the public may speak, unless the matter is exempt."]
)]
#[case(
    "members must declare and register an interest within 28 days of appointment.",
    &["the members must declare an interest within 28 days of appointment.", "the members must register an interest within 28 days of appointment."]
)]
#[case(
    "the body must adopt the plan by 31 January and submit it to the Council.",
    &["the body must adopt the plan by 31 January.", "the body must submit the plan to the Council."]
)]
#[case(
    "there must be 10 political members and 9 independent members.",
    &["there must be exactly 10 political members.", "there must be exactly 9 independent members."]
)]
#[case(
    "the members must elect the chair and the vice-chair at the annual meeting.",
    &["the members must elect the chair at the annual meeting.", "the members must elect the vice-chair at the annual meeting."]
)]
#[case("The chair must preside. The secretary must attend.", &["the chair must preside.", "the secretary must attend."])]
fn a_line_that_says_several_things_is_several_rules(#[case] rule: &str, #[case] rules: &[&str]) {
    assert_eq!(read_as(rule), rules);
}

#[rstest]
#[case("within 5 days of a meeting, the secretary must publish the minutes.", "the secretary must publish the minutes within 5 days of a meeting.")]
#[case("a partner who withdraws must give notice.", "when a partner leaves, the member concerned must give notice.")]
#[case("the body must review the funding formula every 2 years.", "the body must review “the funding formula” every 2 years.")]
#[case("the vice-chair must not be from the same partner as the chair.", "the vice-chair must be from another partner than the chair.")]
fn what_officers_write_otherwise_reads_too(#[case] rule: &str, #[case] canonical: &str) {
    assert_eq!(read_as(rule), [canonical]);
}

#[rstest]
#[case("the papres must be sent before a meeting.")]
#[case("the quorm is two thirds of the members.")]
#[case("the chair may agree, and the vice-chair must agree, unless the matter is exempt, and may speak, only if the chair agrees.")]
#[case("within 5 days. of a meeting, the secretary must publish the minutes")]
fn what_is_misspelt_or_open_is_no_name_and_no_pair(#[case] rule: &str) {
    assert!(!read(&format!("---\nbody: Wealdshire Board\n---\n# Terms\n\n**1** A clause.\n\n> Rule: {rule}\n")).problems.is_empty(), "{rule}");
}

#[test]
fn a_known_part_in_a_wrong_place_is_not_to_be_quoted() {
    let problem = read_rule("a notice must be from the chair by proxy sent.").unwrap_err();
    assert!(!problem.suggestion.clone().unwrap_or_default().contains("from the chair"), "{problem}");
    let problem = read_rule("the secretary must send the papers the chair by proxy.").unwrap_err();
    assert!(!problem.suggestion.clone().unwrap_or_default().contains("chair"), "{problem}");
}
