//! Groups, and what narrows them.

use super::*;

pub(super) fn filter(p: &mut Parser<'_>) -> Read<Filter> {
    if p.take("present") {
        return Ok(Filter::Present);
    }
    for (words, filter) in [
        ("attending remotely", Filter::Remote),
        ("attending in person", Filter::InPerson),
        ("absent", Filter::Away),
        ("who are absent", Filter::Away),
        ("who is absent", Filter::Away),
        ("who cannot attend", Filter::Away),
        ("who is unable to attend", Filter::Away),
        ("unable to attend", Filter::Away),
        ("voting", Filter::Voting),
        ("entitled to vote", Filter::Entitled),
        ("who may vote", Filter::Entitled),
        ("filled", Filter::Filled),
        ("vacant", Filter::Vacant),
        ("without an interest", Filter::Uninterested),
        ("politically balanced", Filter::Balanced),
    ] {
        if p.take(words) {
            return Ok(filter);
        }
    }
    if let Some((bound, length)) = p.attempt(|p| {
        if !p.take_any(&["who have served for", "who has served for", "who have served", "who has served"]) {
            return Err(Stuck);
        }
        let bound = bound(p).unwrap_or(Bound::Exactly);
        Ok((bound, length(p)?))
    }) {
        return Ok(Filter::Served(bound, length));
    }
    if let Some(post) = p.attempt(|p| {
        if !p.take_any(&["in place of", "in the place of", "acting for"]) {
            return Err(Stuck);
        }
        post(p)
    }) {
        return Ok(Filter::InPlaceOf(Box::new(post)));
    }
    if let Some((sort, post)) = p.attempt(|p| {
        if !p.take_any(&["from another", "from a different"]) {
            return Err(Stuck);
        }
        let sort = sort(p, false)?;
        if !p.take_any(&["than", "from", "to"]) {
            return Err(Stuck);
        }
        Ok((sort, post(p)?))
    }) {
        return Ok(Filter::Unlike(sort, Box::new(post)));
    }
    if let Some(post) = p.attempt(|p| {
        p.must("appointed by")?;
        post(p)
    }) {
        return Ok(Filter::AppointedBy(Box::new(post)));
    }
    if let Some(who) = p.attempt(|p| {
        if !p.take_any(&["except", "excluding", "other than"]) {
            return Err(Stuck);
        }
        if let Some(group) = p.attempt(|p| {
            p.must("the")?;
            let group = kind_of_group(p, true)?;
            if matches!(group.noun, Noun::Named(_)) && group.class.is_none() { Err(Stuck) } else { Ok(group) }
        }) {
            return Ok(Who::The(group));
        }
        Ok(Who::Post(post(p)?))
    }) {
        return Ok(Filter::Except(Box::new(who)));
    }
    if let Some((name, length)) = p.attempt(|p| {
        if !p.take_any(&["who have been", "who has been"]) {
            return Err(Stuck);
        }
        let name = p.quoted().ok_or(Stuck)?;
        p.must("in the last")?;
        Ok((name, length(p)?))
    }) {
        return Ok(Filter::HasBeen(name, length));
    }
    if let Some(sort) = p.guess(|p| {
        if !p.take_any(&["from each of the", "of each of the"]) {
            return Err(Stuck);
        }
        if p.number_here().is_some() {
            p.at += 1;
        }
        sort(p, true)
    }) {
        return Ok(Filter::FromEach(sort));
    }
    if p.take_any(&["from each constituent", "from each participating", "from each"]) {
        return Ok(Filter::FromEach(sort(p, false)?));
    }
    if let Some(name) = p.attempt(|p| {
        p.must("from")?;
        p.take("the");
        name(p)
    }) {
        return Ok(Filter::From(name));
    }
    if let Some(sector) = p.guess(|p| {
        if !p.take_any(&["of the", "from the", "in the"]) {
            return Err(Stuck);
        }
        let mut words = Vec::new();
        while let Some(word) = p.word() {
            if words.len() > 6 {
                break;
            }
            if word.eq_ignore_ascii_case("sector") {
                break;
            }
            // The sector is one that is spoken of further on: "in the minutes with the agreement of the member's sector".
            if ["with", "of", "from", "to", "by", "the", "in", "on", "at", "both", "either", "no", "each", "any", "all"].contains(&word) {
                return Err(Stuck);
            }
            words.push(word.to_ascii_lowercase());
            p.at += 1;
        }
        p.must("sector")?;
        if words.is_empty() { Err(Stuck) } else { Ok(words.join(" ")) }
    }) {
        return Ok(Filter::OfSector(sector));
    }
    if let Some(kind) = p.guess(|p| {
        if !p.take_any(&["who has", "who have"]) {
            return Err(Stuck);
        }
        let kind = interest(p)?;
        p.take_any(&["in any matter", "in a matter", "in the matter", "in an item", "in any item"]);
        Ok(kind)
    }) {
        return Ok(Filter::Interested(kind));
    }
    if p.take_any(&["who are not", "who is not"]) {
        return p.quoted().map(Filter::AreNot).ok_or_else(|| p.expect("what they are not, such as “residents”"));
    }
    if p.take_any(&["who are", "who is"]) {
        if let Some(name) = p.quoted() {
            return Ok(Filter::Are(name));
        }
        return match p.word() {
            Some(word) => {
                p.at += 1;
                Ok(Filter::Are(word.to_ascii_lowercase()))
            }
            None => Err(p.expect("what they are, such as “residents”")),
        };
    }
    if p.take("with") {
        return Ok(Filter::Interested(interest(p)?));
    }
    if let Some(body) = p.attempt(|p| {
        p.must("on")?;
        p.take("the");
        name(p)
    }) {
        return Ok(Filter::On(body));
    }
    p.must("affected by the proposal")?;
    Ok(Filter::Affected)
}

pub(crate) fn sort(p: &mut Parser<'_>, plural: bool) -> Read<Sort> {
    for (one, many, sort) in
        [("organisation", "organisations", Sort::Organisation), ("sector", "sectors", Sort::Sector), ("area", "areas", Sort::Area)]
    {
        if p.take(if plural { many } else { one }) {
            if sort == Sort::Organisation && p.take("of the kind") {
                return p.quoted().map(Sort::Kind).ok_or_else(|| p.expect("the kind in quotation marks"));
            }
            return Ok(sort);
        }
    }
    for (one, many) in crate::tree::KINDS {
        if p.take(if plural { many } else { one }) {
            return Ok(Sort::Kind((*one).to_owned()));
        }
    }
    if p.take(if plural { "members" } else { "member" }) {
        return Ok(Sort::Member);
    }
    Err(Stuck)
}

pub(super) fn noun(p: &mut Parser<'_>, plural: bool) -> Read<Noun> {
    const NOUNS: [(&str, &str, Noun); 14] = [
        ("member", "members", Noun::Member),
        ("representative", "representatives", Noun::Member),
        ("place", "places", Noun::Seat),
        ("seat", "seats", Noun::Seat),
        ("substitute", "substitutes", Noun::Substitute),
        ("alternate", "alternates", Noun::Substitute),
        ("deputy", "deputies", Noun::Substitute),
        ("proxy", "proxies", Noun::Substitute),
        ("trustee", "trustees", Noun::Member),
        ("other person", "other persons", Noun::OtherPerson),
        ("officer", "officers", Noun::Officer),
        ("adviser", "advisers", Noun::Adviser),
        ("observer", "observers", Noun::Observer),
        ("vote cast", "votes cast", Noun::Vote),
    ];
    for (one, many, noun) in NOUNS {
        if p.take(if plural { many } else { one }) {
            return Ok(noun);
        }
    }
    Ok(Noun::Of(sort(p, plural)?))
}

pub(crate) fn group(p: &mut Parser<'_>, plural: bool) -> Read<Group> {
    let group = kind_of_group(p, plural)?;
    // "Members of the board" are its members; those of a sector are another thing.
    if group.noun == Noun::Member {
        p.guess(|p| {
            let whole = ["of the board", "of the partnership", "of the committee", "of the panel", "of the forum", "of the body", "of the group"];
            if p.take_any(&whole) && p.word() != Some("sector") { Ok(()) } else { Err(Stuck) }
        });
    }
    Ok(narrowed(p, group))
}

/// What narrows a group, after it.
pub(super) fn narrowed(p: &mut Parser<'_>, mut group: Group) -> Group {
    while let Some(filter) = p.attempt(filter) {
        // "Present and voting", "present and entitled to vote".
        if filter == Filter::Present {
            p.guess(|p| {
                p.must("and")?;
                if p.word().is_some_and(|w| matches!(w, "voting" | "entitled")) { Ok(()) } else { Err(Stuck) }
            });
        }
        group.filters.push(filter);
    }
    group
}

/// `those present and voting`: members, narrowed.
pub(super) fn those(p: &mut Parser<'_>) -> Read<Group> {
    p.must("those")?;
    let group = narrowed(p, Group { class: None, noun: Noun::Member, filters: Vec::new() });
    if group.filters.is_empty() { Err(Stuck) } else { Ok(group) }
}

/// A group without what narrows it, save a word before it that says of a seat whether somebody holds it.
pub(super) fn kind_of_group(p: &mut Parser<'_>, plural: bool) -> Read<Group> {
    for (word, filter) in [("filled", Filter::Filled), ("vacant", Filter::Vacant)] {
        if let Some(noun) = p.guess(|p| {
            p.must(word)?;
            noun(p, plural)
        }) {
            return Ok(Group { class: None, noun, filters: vec![filter] });
        }
    }
    // "Councillors" are councillor members, and "private sector members" members of that sector.
    if p.word().is_some_and(|w| w.eq_ignore_ascii_case(if plural { "councillors" } else { "councillor" }))
        && !matches!(p.tokens.get(p.at + 1).map(|t| &t.kind), Some(Kind::Word(w)) if w.starts_with("member"))
    {
        p.at += 1;
        return Ok(Group { class: Some("councillor".to_owned()), noun: Noun::Member, filters: Vec::new() });
    }
    if matches!(p.tokens.get(p.at + 1).map(|t| &t.kind), Some(Kind::Word(w)) if w == "sector")
        && let Some(found) = p.guess(|p| {
            let sector = p.word().ok_or(Stuck)?.to_ascii_lowercase();
            p.at += 2;
            let noun = noun(p, plural)?;
            Ok(Group { class: None, noun, filters: vec![Filter::OfSector(sector)] })
        })
    {
        return Ok(found);
    }
    // Several words that are one kind come before a class: "working groups".
    let whole = p.guess(|p| {
        let start = p.at;
        let noun = noun(p, plural)?;
        if p.at > start + 1 { Ok((None, noun)) } else { Err(Stuck) }
    });
    // A word before the noun is a class: "council members" are members, though councils are organisations.
    let classed = match p.word() {
        _ if whole.is_some() => None,
        // "Chief Officers" is a name; a rule may begin with "Council members".
        Some(word)
            if (p.at == 0 || !word.starts_with(|c: char| c.is_uppercase()))
                && !crate::tree::RESERVED.iter().chain(&crate::tree::NO_CLASS).any(|r| r.eq_ignore_ascii_case(word)) =>
        {
            p.guess(|p| {
                p.at += 1;
                Ok((Some(word.to_ascii_lowercase()), noun(p, plural)?))
            })
        }
        _ => match p.guess(|p| {
            let class = p.quoted().ok_or(Stuck)?;
            Ok((Some(class), noun(p, plural)?))
        }) {
            None => p.guess(|p| Ok((None, Noun::Named(p.quoted().ok_or(Stuck)?)))),
            found => found,
        },
    };
    let (class, noun) = match whole.or(classed) {
        Some(found) => found,
        None => {
            if let Some(word) = p.word().filter(|w| crate::tree::NO_CLASS.contains(&w.to_lowercase().as_str()) || w.eq_ignore_ascii_case("other"))
                && p.tokens.get(p.at + 1).is_some_and(|t| matches!(&t.kind, Kind::Word(w) if w.starts_with("member") || w.starts_with("seat")))
            {
                return Err(p.say(&format!(
                    "“{}” is no class of members: say whom it leaves out, such as `the members except the chair`, or put a class of your own in quotation marks",
                    word.to_lowercase()
                )));
            }
            (None, noun(p, plural)?)
        }
    };
    Ok(Group { class, noun, filters: Vec::new() })
}
