//! How a matter is decided, and how many votes somebody has.

use super::*;

pub(super) fn weight(p: &mut Parser<'_>) -> Read<Weight> {
    if p.take("no vote") {
        return Ok(Weight::Number(0));
    }
    if p.take("as many votes as") {
        let name = p.quoted().ok_or_else(|| p.expect("the table in quotation marks"))?;
        p.must("gives")?;
        return Ok(Weight::Given(name));
    }
    let n = if p.take_any(&["a single", "a"]) { 1 } else { p.number()? };
    if p.take_any(&["votes", "vote", "votes each", "vote each"]) { Ok(Weight::Number(n)) } else { Err(Stuck) }
}

pub(super) fn ways(p: &mut Parser<'_>) -> Read<Vec<Way>> {
    let mut by = vec![way(p)?];
    while p.comma_then("failing that by") || p.comma_then("failing which by") || p.comma_then("or failing that by") || p.comma_then("else by") {
        by.push(way(p)?);
    }
    Ok(by)
}

pub(super) fn matter(p: &mut Parser<'_>) -> Read<Matter> {
    if p.take("a change of these terms that asks a larger majority") {
        return Ok(Matter::Raising);
    }
    if p.take_any(&["a change of these terms", "a change to these terms", "an amendment of these terms", "an amendment to these terms"]) {
        return Ok(Matter::Terms);
    }
    if p.take_any(&["an election", "the election of the chair"]) {
        return Ok(Matter::Election);
    }
    if p.take_any(&[
        "an e-mail vote",
        "an email vote",
        "a decision made by e-mail",
        "a decision made by email",
        "a vote by e-mail",
        "a vote by email",
        "a decision by email",
        "an electronic vote",
        "a written resolution",
        "a resolution in writing",
        "a written decision",
        "a decision by e-mail",
    ]) {
        return Ok(Matter::Mailed);
    }
    if p.take_any(&["a change of the membership", "a change to the membership", "a change of membership"]) {
        return Ok(Matter::Membership);
    }
    if p.take("a decision on") {
        return p.quoted().map(Matter::Named).ok_or_else(|| p.expect("the matter in quotation marks"));
    }
    p.take_any(&["all"]);
    if p.take_any(&["decisions on"]) {
        return p.quoted().map(Matter::Named).ok_or_else(|| p.expect("the matter in quotation marks"));
    }
    if p.take_any(&["decisions", "any decision", "each decision", "every decision"]) {
        return Ok(Matter::Any);
    }
    p.must("a decision")?;
    Ok(Matter::Any)
}

pub(super) fn way(p: &mut Parser<'_>) -> Read<Way> {
    if p.take("consensus") {
        p.take_any(&["of the members present", "of those present", "of all the members present", "of all members present", "of the members"]);
        return Ok(Way::Consensus);
    }
    if p.take("lot") {
        return Ok(Way::Lot);
    }
    if p.take("the casting vote of") {
        return Ok(Way::Casting(post(p)?));
    }
    if p.take("the decision of") {
        return Ok(Way::DecisionOf(post(p)?));
    }
    Ok(Way::Vote(tally(p)?))
}

/// `£50,000`
pub(crate) fn money(p: &mut Parser<'_>) -> Read<u32> {
    match p.kind() {
        Some(Kind::Money(_, amount)) => {
            p.at += 1;
            Ok(*amount)
        }
        _ => Err(p.expect("an amount such as `£50,000`")),
    }
}
