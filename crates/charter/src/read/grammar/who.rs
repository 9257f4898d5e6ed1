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
    // "Must be councillor members": each of them is one.
    if let Some(group) = p.guess(|p| {
        let group = group(p, true)?;
        if matches!(group.noun, Noun::Named(_)) { Err(Stuck) } else { Ok(group) }
    }) {
        return Ok(Be::A(group));
    }
    if p.word().is_some_and(|w| w.eq_ignore_ascii_case("the"))
        && let Some(post) = p.attempt(post)
    {
        return Ok(Be::The(post));
    }
    Ok(Be::Is(complement(p)?))
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
            return Ok(Who::The(narrowed(p, Group { class: None, noun: Noun::Named(name), filters: Vec::new() })));
        }
        if p.take("only") {
            let groups = p.attempt(|p| {
                p.must("either")?;
                p.take("the");
                let a = group(p, true)?;
                p.must("or")?;
                p.take("the");
                Ok(Who::Or(Box::new(Who::The(a)), Box::new(Who::The(group(p, true)?))))
            });
            if let Some(groups) = groups {
                return Ok(Who::Only(Box::new(groups)));
            }
            p.take("the");
            return Ok(Who::Only(Box::new(Who::The(group(p, true)?))));
        }
        for (words, group) in [
            (["nobody", "no one", "no person"].as_slice(), Who::No(Group { class: None, noun: Noun::Member, filters: Vec::new() })),
            (
                &["a member of the public", "members of the public", "any member of the public", "the press and public", "the press and the public"],
                Who::Post(Post::Public),
            ),
        ] {
            if p.take_any(words) {
                return Ok(group);
            }
        }
        if let Some(who) = p.attempt(|p| {
            if p.take_any(&["each of the", "every one of the"]) {
                return Ok(Who::Each(group(p, true)?));
            }
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
        if p.take_any(&["other persons", "others", "other people"]) {
            return Ok(Who::The(Group { class: None, noun: Noun::OtherPerson, filters: Vec::new() }));
        }
        if let Some((measure, group)) = p.attempt(|p| {
            p.take_any(&["any", "at least", "not less than", "no fewer than", "not fewer than", "a minimum of"]);
            measure_of(p)
        }) {
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
        if let Some(group) = p.attempt(those) {
            return Ok(Who::The(group));
        }
        // "The other partners": all but the one who acts.
        if let Some(mut group) = p.guess(|p| {
            p.must("the other")?;
            group(p, true)
        }) {
            let own = if matches!(group.noun, Noun::Of(_)) { Post::TheirOrganisation } else { Post::Concerned };
            group.filters.push(Filter::Except(Box::new(Who::Post(own))));
            return Ok(Who::The(group));
        }
        if let Some(group) = p.guess(|p| {
            let group = group(p, true)?;
            if matches!(group.noun, Noun::Named(_)) { Err(Stuck) } else { Ok(group) }
        }) {
            return Ok(Who::The(group));
        }
        Ok(Who::Post(post(p)?))
    })
}

pub(crate) fn post(p: &mut Parser<'_>) -> Read<Post> {
    const POSTS: [(&[&str], Post); 9] = [
        (&["the chair", "the independent chair", "the chairman", "the chairperson", "the chairwoman", "the presiding member"], Post::Chair),
        (
            &[
                "the vice-chair",
                "the vice chair",
                "the deputy chair",
                "the vice-chairman",
                "the vice chairman",
                "the deputy chairman",
                "the vice-chairperson",
            ],
            Post::ViceChair,
        ),
        (&["the secretary", "the secretariat"], Post::Secretary),
        (&["the person presiding"], Post::Presiding),
        (&["the member concerned", "the member"], Post::Concerned),
        (&["the member's sector"], Post::TheirSector),
        (
            &[
                "the member's organisation",
                "their organisation",
                "the nominating organisation",
                "the nominating body",
                "the appointing organisation",
                "the appointing body",
            ],
            Post::TheirOrganisation,
        ),
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
                "the joint committee",
                "the joint board",
                "the joint authority",
                "the combined authority",
                "the assembly",
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
    if p.take_any(&["he or she", "she or he", "he", "she", "they", "that member"]) {
        return Ok(Post::Concerned);
    }
    let start = p.at;
    if let Some(name) = p.guess(titled) {
        return Ok(Post::Named(name));
    }
    for (spellings, post) in &POSTS {
        if p.take_any(spellings) {
            // "The Secretary of State" is a name too.
            let joined = matches!(p.tokens.get(p.at).map(|t| &t.kind), Some(Kind::Word(w)) if w == "of" || w == "for");
            if p.at == start + 2 && capital(p.tokens.get(p.at - 1)) && joined && capital(p.tokens.get(p.at + 1)) {
                p.at = start;
                break;
            }
            // "the Partnership Support Manager" is a name, though "the partnership" is the body.
            if p.at == start + 2 && capital(p.tokens.get(p.at - 1)) && capital(p.tokens.get(p.at)) {
                p.at = start;
                break;
            }
            // "The Council" with a capital is the one that everybody knows, not the body whose terms these are.
            let known = |w: &str| matches!(w, "Council" | "Authority" | "Commission" | "Assembly");
            if p.at == start + 2 && matches!(p.tokens.get(p.at - 1).map(|t| &t.kind), Some(Kind::Word(w)) if known(w)) {
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

/// What an office or a body is called, without a capital: the last word of `the executive director`, `the audit committee`.
const TITLES: [&str; 22] = [
    "officer",
    "director",
    "manager",
    "executive",
    "commissioner",
    "administrator",
    "controller",
    "lawyer",
    "solicitor",
    "accountant",
    "committee",
    "sub-committee",
    "group",
    "sub-group",
    "panel",
    "board",
    "council",
    "authority",
    "agency",
    "team",
    "applicant",
    "forum",
];

/// `the executive director`: plain words, of which the last is an office or a body.
fn titled(p: &mut Parser<'_>) -> Read<Name> {
    p.must("the")?;
    let mut words: Vec<&str> = Vec::new();
    while let Some(word) = p.word().filter(|w| w.starts_with(|c: char| c.is_lowercase())) {
        let title = TITLES.contains(&word);
        if crate::tree::RESERVED.contains(&word) && !title || words.len() > 2 {
            return Err(Stuck);
        }
        p.at += 1;
        words.push(word);
        let next = p.word();
        // "The chief officer group": the last of them is what it is.
        if title && !next.is_some_and(|w| TITLES.contains(&w)) {
            let goes_on = next.is_some_and(|w| matches!(w, "member" | "members" | "seat" | "seats"));
            let joint = words[0] == "joint" || words[0] == "combined";
            return if words.len() > 1 && !goes_on && !joint { Ok(words.join(" ")) } else { Err(Stuck) };
        }
    }
    Err(Stuck)
}

/// What a name with an "and" in it ends in.
const BODIES: [&str; 13] = [
    "Board",
    "Committee",
    "Partnership",
    "Panel",
    "Forum",
    "Group",
    "Trust",
    "Service",
    "Services",
    "Officer",
    "Director",
    "Commission",
    "Commissioner",
];

/// A name: quoted, or capitalised words that "of", "of the" and "for" may join.
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
        // "Health and Wellbeing Board" is one name: what stands before the "and" is no body by itself.
        if lower(p.at, "and") && matches!(words.as_slice(), [one] if crate::tree::SUBJECTS.contains(&one.as_str())) {
            let mut end = p.at + 1;
            while capital(p.tokens.get(end)) {
                end += 1;
            }
            let last = end.checked_sub(1).and_then(|at| p.tokens.get(at)).map(|t| &t.kind);
            if end > p.at + 2 && matches!(last, Some(Kind::Word(w)) if BODIES.contains(&w.as_str())) {
                words.push("and".to_owned());
                p.at += 1;
                continue;
            }
        }
        if lower(p.at, "for") {
            if !capital(p.tokens.get(p.at + 1)) {
                break;
            }
            words.push("for".to_owned());
            p.at += 1;
        } else if lower(p.at, "of") {
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
