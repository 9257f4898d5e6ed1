//! Who: groups, posts, names, and several joined.

use super::*;

pub(super) fn complement(p: &mut Parser<'_>) -> Read<Filter> {
    if let Some(name) = p.quoted() {
        return Ok(Filter::Are(name));
    }
    if p.take("in political balance") {
        return Ok(Filter::Balanced);
    }
    if let Some(filter) = p.attempt(filter) {
        return Ok(filter);
    }
    p.take("local");
    match p.word() {
        Some(word) if p.tokens.get(p.at + 1).is_none_or(|t| matches!(t.kind, Kind::Stop | Kind::Comma)) => {
            p.at += 1;
            Ok(Filter::Are(word.to_ascii_lowercase()))
        }
        _ => Err(p.expect("what they are, such as `from Kent Police` or “residents”")),
    }
}

/// What somebody has to be: one thing, or another.
pub(super) fn bes(p: &mut Parser<'_>) -> Read<Vec<Be>> {
    let mut out = vec![be(p)?];
    while let Some(more) = p.attempt(|p| {
        p.must("or")?;
        be(p)
    }) {
        out.push(more);
    }
    Ok(out)
}

pub(crate) fn be(p: &mut Parser<'_>) -> Read<Be> {
    if let Some(group) = p.attempt(|p| {
        if !p.take_any(&["a", "an"]) {
            return Err(Stuck);
        }
        group(p, false)
    }) {
        return Ok(Be::A(group));
    }
    Ok(Be::Is(complement(p)?))
}

pub(super) fn filter(p: &mut Parser<'_>) -> Read<Filter> {
    if p.take("present") {
        return Ok(Filter::Present);
    }
    for (words, filter) in [
        ("attending remotely", Filter::Remote),
        ("attending in person", Filter::InPerson),
        ("absent", Filter::Away),
        ("voting", Filter::Voting),
        ("without an interest", Filter::Uninterested),
        ("politically balanced", Filter::Balanced),
    ] {
        if p.take(words) {
            return Ok(filter);
        }
    }
    if let Some(post) = p.attempt(|p| {
        p.must("appointed by")?;
        post(p)
    }) {
        return Ok(Filter::AppointedBy(Box::new(post)));
    }
    if let Some(post) = p.attempt(|p| {
        p.must("except")?;
        post(p)
    }) {
        return Ok(Filter::Except(Box::new(post)));
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
    if p.take("from each") {
        return Ok(Filter::FromEach(sort(p, false)?));
    }
    if let Some(name) = p.attempt(|p| {
        p.must("from")?;
        name(p)
    }) {
        return Ok(Filter::From(name));
    }
    if let Some(sector) = p.attempt(|p| {
        p.must("of the")?;
        let mut words = Vec::new();
        while let Some(word) = p.word() {
            if words.len() > 6 {
                break;
            }
            if word.eq_ignore_ascii_case("sector") {
                break;
            }
            words.push(word.to_ascii_lowercase());
            p.at += 1;
        }
        p.must("sector")?;
        if words.is_empty() { Err(Stuck) } else { Ok(words.join(" ")) }
    }) {
        return Ok(Filter::OfSector(sector));
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
    const NOUNS: [(&str, &str, Noun); 11] = [
        ("member", "members", Noun::Member),
        ("seat", "seats", Noun::Seat),
        ("substitute", "substitutes", Noun::Substitute),
        ("alternate", "alternates", Noun::Substitute),
        ("deputy", "deputies", Noun::Substitute),
        ("proxy", "proxies", Noun::Substitute),
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
                && !crate::tree::RESERVED.iter().any(|r| r.eq_ignore_ascii_case(word)) =>
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
        None => (None, noun(p, plural)?),
    };
    let mut filters = Vec::new();
    while let Some(filter) = p.attempt(filter) {
        filters.push(filter);
    }
    Ok(Group { class, noun, filters })
}

pub(super) fn who(p: &mut Parser<'_>) -> Read<Who> {
    p.deeper(|p| {
        let first = who_inner(p)?;
        let start = p.at;
        if p.take("or") {
            return match p.attempt(|p| chain(p, "or")) {
                Some(rest) => Ok(Who::Or(Box::new(first), Box::new(rest))),
                None => {
                    p.at = start;
                    Ok(first)
                }
            };
        }
        if p.take("and") {
            return match p.attempt(|p| chain(p, "and")) {
                Some(rest) => Ok(Who::And(Box::new(first), Box::new(rest))),
                None => {
                    p.at = start;
                    Ok(first)
                }
            };
        }
        Ok(first)
    })
}

pub(super) fn chain(p: &mut Parser<'_>, joint: &str) -> Read<Who> {
    p.deeper(|p| {
        let first = who_inner(p)?;
        if p.take(joint) {
            let rest = Box::new(chain(p, joint)?);
            return Ok(if joint == "or" { Who::Or(Box::new(first), rest) } else { Who::And(Box::new(first), rest) });
        }
        Ok(first)
    })
}

/// A who that needs no reading on: joined ones begin with "either" or "both".
pub(crate) fn who_inner(p: &mut Parser<'_>) -> Read<Who> {
    p.deeper(|p| {
        for (open, joint) in [("either", "or"), ("both", "and")] {
            if p.take(open) {
                let a = Box::new(who_inner(p)?);
                p.must(joint)?;
                let b = Box::new(who_inner(p)?);
                return Ok(if joint == "or" { Who::Or(a, b) } else { Who::And(a, b) });
            }
        }
        if p.take("those who are") {
            let name = p.quoted().ok_or_else(|| p.expect("what they are, such as “residents”"))?;
            let mut filters = Vec::new();
            while let Some(filter) = p.attempt(filter) {
                filters.push(filter);
            }
            return Ok(Who::The(Group { class: None, noun: Noun::Named(name), filters }));
        }
        if p.take("only the") {
            return Ok(Who::Only(group(p, true)?));
        }
        if p.take("only") {
            return Ok(Who::Only(group(p, true)?));
        }
        if let Some(who) = p.attempt(|p| {
            if p.take_any(&["each", "every"]) {
                return Ok(Who::Each(group(p, false)?));
            }
            if p.take("no") {
                return Ok(Who::No(group(p, false)?));
            }
            if p.take_any(&["a", "an", "any"]) {
                return Ok(Who::Any(group(p, false)?));
            }
            Err(Stuck)
        }) {
            return Ok(who);
        }
        if p.take_any(&["other persons", "others"]) {
            return Ok(Who::The(Group { class: None, noun: Noun::OtherPerson, filters: Vec::new() }));
        }
        if let Some((measure, group)) = p.attempt(measure_of) {
            return Ok(Who::Some(measure, group));
        }
        if let Some(group) = p.attempt(|p| {
            p.must("the")?;
            let group = group(p, true)?;
            // The chair of a name, “the “Mayor””, is a post.
            if matches!(group.noun, Noun::Named(_)) && group.class.is_none() { Err(Stuck) } else { Ok(group) }
        }) {
            return Ok(Who::The(group));
        }
        if p.take("those present") {
            return Ok(Who::The(Group { class: None, noun: Noun::Member, filters: vec![Filter::Present] }));
        }
        Ok(Who::Post(post(p)?))
    })
}

pub(crate) fn post(p: &mut Parser<'_>) -> Read<Post> {
    const POSTS: [(&[&str], Post); 9] = [
        (&["the chair", "the chairman", "the chairperson", "the presiding member"], Post::Chair),
        (&["the vice-chair", "the vice chair", "the deputy chair", "the vice-chairman"], Post::ViceChair),
        (&["the secretary", "the secretariat"], Post::Secretary),
        (&["the person presiding"], Post::Presiding),
        (&["the member concerned", "the member"], Post::Concerned),
        (&["the member's sector"], Post::TheirSector),
        (&["the member's organisation"], Post::TheirOrganisation),
        (
            &[
                "the body",
                "the partnership",
                "the board",
                "the group",
                "the committee",
                "the panel",
                "the forum",
                "the authority",
                "the council",
                "the commission",
            ],
            Post::Body,
        ),
        (&["the public"], Post::Public),
    ];
    let capital = |t: Option<&Token>| matches!(t.map(|t| &t.kind), Some(Kind::Word(w)) if w.starts_with(|c: char| c.is_uppercase()));
    if p.take("whoever appointed") {
        return p.deeper(|p| Ok(Post::Appointer(Box::new(post(p)?))));
    }
    // Officers whom most terms name without a capital.
    for (words, title) in [
        ("the clerk", "Clerk"),
        ("the treasurer", "Treasurer"),
        ("the convenor", "Convenor"),
        ("the coordinator", "Coordinator"),
        ("the co-chairs", "Co-chairs"),
        ("the minister", "Minister"),
        ("the mayor", "Mayor"),
        ("the governor", "Governor"),
        ("the chief executive", "Chief Executive"),
    ] {
        if p.word() == Some("the")
            && matches!(p.tokens.get(p.at + 1).map(|t| &t.kind), Some(Kind::Word(w)) if w.starts_with(|c: char| c.is_lowercase()))
            && p.take(words)
        {
            return Ok(Post::Named(title.to_owned()));
        }
    }
    let start = p.at;
    for (spellings, post) in &POSTS {
        if p.take_any(spellings) {
            // "the Partnership Support Manager" is a name, though "the partnership" is the body.
            if p.at == start + 2 && capital(p.tokens.get(p.at - 1)) && capital(p.tokens.get(p.at)) {
                p.at = start;
                break;
            }
            return Ok(post.clone());
        }
    }
    if let Some(name) = p.attempt(|p| {
        p.must("the")?;
        name(p)
    }) {
        return Ok(Post::Named(name));
    }
    Ok(Post::Organisation(name(p)?))
}

/// A name: quoted, or capitalised words that "of" and "of the" may join.
pub(super) fn name(p: &mut Parser<'_>) -> Read<Name> {
    if let Some(name) = p.quoted() {
        return Ok(name);
    }
    let capital =
        |t: Option<&Token>| matches!(t.map(|t| &t.kind), Some(Kind::Word(w)) if w.chars().next().is_some_and(|c| c.is_uppercase() || c == '['));
    let mut words = Vec::new();
    loop {
        if !capital(p.tokens.get(p.at)) {
            break;
        }
        words.push(p.word().unwrap_or_default().to_owned());
        p.at += 1;
        let lower = |at: usize, word: &str| matches!(p.tokens.get(at).map(|t| &t.kind), Some(Kind::Word(w)) if w == word);
        if lower(p.at, "of") {
            if lower(p.at + 1, "the") && capital(p.tokens.get(p.at + 2)) {
                words.extend(["of".to_owned(), "the".to_owned()]);
                p.at += 2;
            } else if capital(p.tokens.get(p.at + 1)) {
                words.push("of".to_owned());
                p.at += 1;
            } else {
                break;
            }
        }
    }
    if words.is_empty() { Err(p.expect("a name, with capitals or in quotation marks")) } else { Ok(words.join(" ")) }
}
