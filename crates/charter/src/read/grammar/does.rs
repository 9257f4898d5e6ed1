//! Who does what, and how strongly.

use super::*;

/// `notice of “a key decision”`: what a thing is about, before the verb.
pub(super) fn about(p: &mut Parser<'_>) -> Read<Manner> {
    if !p.take_any(&["of", "on", "about"]) {
        return Err(Stuck);
    }
    p.quoted().map(Manner::About).ok_or(Stuck)
}

/// `must be`, or `is`: what terms say is done is to be done.
fn to_be(p: &mut Parser<'_>) -> Read<Force> {
    match p.attempt(force) {
        Some(force) => p.must("be").map(|()| force),
        None if p.take_any(&["is not", "are not"]) => Ok(Force::MustNot),
        None if p.take_any(&["is", "are"]) => Ok(Force::Must),
        None => Err(Stuck),
    }
}

/// `Meetings are open to the public`: they are held in public.
fn open_to_the_public(p: &mut Parser<'_>) -> Read<Says> {
    const OPEN: [&str; 5] = [
        "open to the public and the press",
        "open to the public and press",
        "open to the press and the public",
        "open to the press and public",
        "open to the public",
    ];
    let thing = thing(p)?;
    if !matches!(thing, Thing::Word(Word::Meeting | Word::RegularMeeting | Word::AnnualMeeting)) {
        return Err(Stuck);
    }
    let force = to_be(p)?;
    let manner = if p.take_any(&OPEN) { Manner::InPublic } else { p.must("closed to the public").map(|()| Manner::InPrivate)? };
    let deed = rest_of_deed(p, Verb::Hold, Some(thing))?;
    Ok(Says::Does { who: None, force, deed: Deed { manner: [manner].into_iter().chain(deed.manner.iter().cloned()).collect(), ..deed } })
}

pub(super) fn does(p: &mut Parser<'_>) -> Read<Says> {
    if let Some(says) = p.guess(open_to_the_public) {
        return Ok(says);
    }
    // The passive: a thing, "must be", a participle.
    if let Some((thing, about, force, verb)) = p.attempt(|p| {
        let thing = if p.take("it") { None } else { Some(thing(p)?) };
        let about = p.guess(about);
        // "Expenditure over £100,000 must be approved."
        if p.amount.is_none() {
            p.amount = p.guess(amount);
        }
        let force = to_be(p)?;
        // Who is heard is somebody; what is heard is something.
        let verb = if matches!(thing, Some(Thing::Word(_))) && p.take("heard") { Verb::Hear } else { verb(p, |f| f.2)? };
        Ok((thing, about, force, verb))
    }) {
        let mut deed = rest_of_deed(p, verb, thing)?;
        deed.manner.splice(0..0, about);
        let mut by = if p.take("by") { Some(who_inner(p)?) } else { None };
        // "By the chair or by 3 members".
        for (joint, whole) in [("or", Who::Or as fn(Box<Who>, Box<Who>) -> Who), ("and", Who::And)] {
            if let Some(more) = by.as_ref().and_then(|_| {
                p.guess(|p| {
                    p.must(joint)?;
                    p.take("by");
                    who_inner(p)
                })
            }) {
                by = by.map(|first| whole(Box::new(first), Box::new(more)));
            }
        }
        if by.is_some() {
            p.take_any(&FROM_THEM);
            let more = rest_of_deed(p, verb, None)?;
            deed.manner.extend(more.manner);
            deed.times.extend(more.times);
            deed.with.extend(more.with);
            deed.to = deed.to.or(more.to);
            deed.from = deed.from.or(more.from);
        }
        // "Must be approved by two thirds of the members" is how it is decided; "must be appointed for 3 years" how long they serve.
        return Ok(put_to_the_vote(&by, force, &deed).or_else(|| serves(&by, force, &deed)).unwrap_or(Says::Does { who: by, force, deed }));
    }
    let who = who(p)?;
    if p.take("must rule that") {
        let (choices, named) = choices(p)?;
        return Ok(Says::Rules { who, choices, named });
    }
    let Some(force) = p.attempt(force) else { return present(p, who) };
    // "The chair and the vice-chair must be from different partners."
    if let Who::And(one, other) = &who
        && let (Who::Post(one), Who::Post(other)) = (one.as_ref(), other.as_ref())
        && let Some(sort) = p.guess(|p| {
            p.must("be")?;
            let negative = matches!(force, Force::MustNot | Force::ShouldNot);
            if !p.take(if negative { "from the same" } else { "from different" }) {
                return Err(Stuck);
            }
            sort(p, !negative)
        })
    {
        let force = match force {
            Force::MustNot => Force::Must,
            Force::ShouldNot => Force::Should,
            force => force,
        };
        let be = vec![Be::Is(Filter::Unlike(sort, Box::new(one.clone())))];
        return Ok(Says::Be { who: Who::Post(other.clone()), force, be });
    }
    // "The vice-chair must not be from the same organisation as the chair."
    if matches!(force, Force::MustNot | Force::ShouldNot)
        && let Some((sort, other)) = p.guess(|p| {
            if !p.take_any(&["be from the same", "be of the same", "come from the same"]) {
                return Err(Stuck);
            }
            let sort = sort(p, false)?;
            p.must("as")?;
            Ok((sort, post(p)?))
        })
    {
        let force = if force == Force::MustNot { Force::Must } else { Force::Should };
        return Ok(Says::Be { who, force, be: vec![Be::Is(Filter::Unlike(sort, Box::new(other)))] });
    }
    if let Some(be) = p.attempt(|p| {
        p.must("be")?;
        // "be heard" is a verb.
        if p.word().is_some_and(|w| w.eq_ignore_ascii_case("heard")) {
            return Err(Stuck);
        }
        bes(p)
    }) {
        return Ok(Says::Be { who, force, be });
    }
    // "No one may be chair for more than 2 terms" is said of the chair.
    let (who, force, deed) = match p.guess(office_held) {
        Some((post, deed)) => (Who::Post(post), if matches!(who, Who::No(_)) { Force::MustNot } else { force }, deed),
        None => {
            // Who shall have a casting vote may use it.
            let has = p.word().is_some_and(|word| word.eq_ignore_ascii_case("have"));
            let deed = deed(p, |f| f.0)?;
            let force = if has && deed.verb == Verb::CastSecondVote && force == Force::Must { Force::May } else { force };
            (who, force, deed)
        }
    };
    if p.held_back && !matches!(force, Force::MustNot | Force::ShouldNot) {
        return Err(p.say("`until … after` says when something must not be done yet"));
    }
    // "Must not serve for more than 6 years" says how long they serve at most.
    if p.over {
        let (who, force) = match (who, force) {
            (Who::No(group), Force::May | Force::Must) => (Who::Any(group), Force::Must),
            (who, Force::MustNot) => (who, Force::Must),
            (who, Force::ShouldNot) => (who, Force::Should),
            _ => return Err(p.say("for what lasts longer say `for at least`")),
        };
        return Ok(Says::Does { who: Some(who), force, deed });
    }
    Ok(Says::Does { who: Some(who), force, deed })
}

/// Who else, but those who choose: it says nothing more.
pub(super) const FROM_THEM: [&str; 6] = [
    "from among the members",
    "from among their number",
    "from amongst the members",
    "from amongst its members",
    "from among its members",
    "from their number",
];

/// What terms say somebody does, they are to do: `the vice-chair presides`. Who has a casting vote may use it.
fn present(p: &mut Parser<'_>, who: Who) -> Read<Says> {
    let plural = who.is_plural();
    if p.take_any(&["has no casting vote", "have no casting vote", "has no second or casting vote", "has no second vote"]) {
        let deed = Deed { verb: Verb::CastSecondVote, thing: None, to: None, from: None, manner: Vec::new(), times: Vec::new(), with: Vec::new() };
        let deed = Deed { ..rest_of_deed(p, deed.verb, deed.thing)? };
        return Ok(Says::Does { who: Some(who), force: Force::MustNot, deed });
    }
    if p.take_any(&["does not", "do not"]) {
        return Ok(Says::Does { who: Some(who), force: Force::MustNot, deed: deed(p, |f| f.0)? });
    }
    let deed = deed(p, |f| if plural { f.0 } else { f.1 })?;
    let force = if deed.verb == Verb::CastSecondVote { Force::May } else { Force::Must };
    Ok(Says::Does { who: Some(who), force, deed })
}

/// `serve as chair for …`, `hold the office of chair for …`: of the chair, to serve.
fn office_held(p: &mut Parser<'_>) -> Read<(Post, Deed)> {
    if !p.take_any(&["serve as", "be", "hold the office of", "hold office as", "act as", "hold the post of", "remain"]) {
        return Err(Stuck);
    }
    p.take("the");
    let post = [Post::Chair, Post::ViceChair, Post::Secretary].into_iter().find(|post| p.take(post.title())).ok_or(Stuck)?;
    let deed = rest_of_deed(p, Verb::Serve, None)?;
    if matches!(deed.times.first(), Some(Time::For(..) | Time::Terms(..))) { Ok((post, deed)) } else { Err(Stuck) }
}

/// A matter that a share of the members or of the votes must approve is decided by it.
fn put_to_the_vote(by: &Option<Who>, force: Force, deed: &Deed) -> Option<Says> {
    let Some(Who::Some(measure @ (Measure::Share(_) | Measure::RoundedDown(_)), group)) = by else { return None };
    let bare = deed.to.is_none() && deed.from.is_none() && deed.manner.is_empty() && deed.times.is_empty() && deed.with.is_empty();
    if force != Force::Must
        || !bare
        || !matches!(deed.verb, Verb::Approve | Verb::Agree | Verb::Adopt | Verb::Endorse | Verb::Decide)
        || !matches!(group.noun, Noun::Member | Noun::Vote)
    {
        return None;
    }
    let matter = match deed.thing.as_ref()? {
        Thing::Word(Word::EmailVote) => Matter::Mailed,
        Thing::Word(Word::Amendment) => Matter::Terms,
        Thing::Word(Word::Decision | Word::Resolution) => Matter::Any,
        Thing::Word(word @ (Word::Budget | Word::Levy | Word::Precept | Word::Plan)) => Matter::Named(word.canonical().to_owned()),
        Thing::Named(name) | Thing::DecisionOn(name) => Matter::Named(name.clone()),
        _ => return None,
    };
    let term = Term { measure: measure.clone(), group: group.clone(), spread: None, including: None, or: None };
    Some(Says::Decided { matter, also: false, by: vec![Way::Vote(vec![term])] })
}

/// Who must be appointed for so long must serve so long.
fn serves(by: &Option<Who>, force: Force, deed: &Deed) -> Option<Says> {
    let Some(Thing::Who(who)) = &deed.thing else { return None };
    if by.is_some()
        || !matches!(deed.verb, Verb::Appoint | Verb::Elect)
        || deed.times.is_empty()
        || !deed.times.iter().all(|t| matches!(t, Time::For(..) | Time::Terms(..)))
        || force != Force::Must
    {
        return None;
    }
    Some(Says::Does { who: Some((**who).clone()), force, deed: Deed { verb: Verb::Serve, thing: None, ..deed.clone() } })
}

/// `The board has …`, `consists of …`, `must not exceed …`: how many there must be.
pub(super) fn composed(p: &mut Parser<'_>) -> Read<Says> {
    let number_of = p.guess(|p| {
        p.must("the number of")?;
        group(p, true)
    });
    let whole = number_of.is_some() || p.take_any(&["the membership", "the total membership", "membership"]);
    if !whole && post(p)? != Post::Body {
        return Err(Stuck);
    }
    let force = match p.attempt(force) {
        Some(force) => force,
        None if p.take_any(&["has", "consists of", "comprises", "is made up of", "is composed of", "contains"]) => Force::Must,
        None => return Err(Stuck),
    };
    let negative = matches!(force, Force::MustNot | Force::ShouldNot);
    if negative && p.take("exceed") {
        let n = p.positive()?;
        let group = match number_of {
            Some(group) => group,
            None => p.guess(|p| group(p, n != 1)).unwrap_or(Group { class: None, noun: Noun::Member, filters: Vec::new() }),
        };
        let force = if force == Force::MustNot { Force::Must } else { Force::Should };
        return Ok(Says::There { force, count: Count::Bounded(Bound::AtMost, Measure::Number(n)), group, each: None, more: Vec::new() });
    }
    if number_of.is_some() || (force != Force::Must && force != Force::Should && force != Force::MustNot) {
        return Err(Stuck);
    }
    p.take_any(&["have", "consist of", "comprise", "be made up of", "be composed of", "contain"]);
    p.take("a total of");
    let over = p.word() == Some("more");
    let (count, group) = count_of(p)?;
    let (force, count) = match (negative, count) {
        (false, count) => (force, count),
        (true, Count::Bounded(Bound::AtLeast, Measure::Number(n))) if over && n > 0 => {
            (Force::Must, Count::Bounded(Bound::AtMost, Measure::Number(n - 1)))
        }
        _ => return Err(Stuck),
    };
    Ok(Says::There { force, count, group, each: None, more: Vec::new() })
}

/// `Reports should have at most 8 pages`, `papers must not exceed 8 pages`: in how many they are sent.
pub(super) fn limited(p: &mut Parser<'_>) -> Read<Says> {
    if !p.tokens.iter().any(|t| matches!(&t.kind, Kind::Word(w) if w == "page" || w == "pages" || w == "sides")) {
        return Err(Stuck);
    }
    let none = p.take("no");
    p.take("the length of");
    let single = none || p.take_any(&["each", "every", "any"]);
    let thing = match if single { bare_word(p) } else { word(p) } {
        Some(word) => Thing::Word(word),
        None => Thing::Named(p.quoted().ok_or(Stuck)?),
    };
    let force = match p.attempt(force) {
        Some(Force::May) if none => Force::MustNot,
        Some(_) if none => return Err(Stuck),
        Some(force) => force,
        None if p.take_any(&["does not", "do not"]) => Force::MustNot,
        None => Force::Must,
    };
    p.take_any(&["ideally", "normally", "usually", "ordinarily"]);
    const LIMITED: [&str; 8] = [
        "be limited to",
        "be restricted to",
        "be kept to",
        "be kept within",
        "is limited to",
        "are limited to",
        "is restricted to",
        "are restricted to",
    ];
    let (bound, n) = if p.take_any(&LIMITED) {
        match pages(p)? {
            (Bound::Exactly, n) => (Bound::AtMost, n),
            other => other,
        }
    } else if p.take_any(&["exceed", "exceeds", "be longer than"]) {
        let (_, n) = pages(p)?;
        (Bound::AtLeast, n.saturating_add(1))
    } else {
        p.take_any(&["have", "has", "run to", "runs to", "contain", "contains", "be", "is", "are"]);
        let most = p.take("a maximum length of");
        let (bound, n) = pages(p)?;
        (if most { Bound::AtMost } else { bound }, n)
    };
    // What must not have more has at most so many.
    let (force, bound, n) = match (force, bound) {
        (Force::MustNot, Bound::AtLeast) if n > 1 => (Force::Must, Bound::AtMost, n - 1),
        (Force::ShouldNot, Bound::AtLeast) if n > 1 => (Force::Should, Bound::AtMost, n - 1),
        (Force::MustNot | Force::ShouldNot | Force::NeedNot, _) => return Err(Stuck),
        (force, bound) => (force, bound, n),
    };
    let mut deed = rest_of_deed(p, Verb::Send, Some(thing))?;
    deed.manner.insert(0, Manner::Pages(bound, n));
    Ok(Says::Does { who: None, force, deed })
}

/// `At least 5 working days' notice of a meeting must be given to the members`, or `members must be given …`.
pub(super) fn notice_given(p: &mut Parser<'_>) -> Read<Says> {
    let first = p.guess(notice_of);
    let (mut to, mut passive) = (None, first);
    let force = if passive.is_some() {
        let force = force(p)?;
        p.must("be given")?;
        force
    } else {
        to = Some(who_inner(p)?);
        let force = match p.attempt(force) {
            Some(force) => {
                p.must("be")?;
                force
            }
            None if p.take_any(&["is", "are"]) => Force::Must,
            None => return Err(Stuck),
        };
        if !p.take_any(&["given", "sent"]) {
            return Err(Stuck);
        }
        passive = Some(notice_of(p)?);
        force
    };
    let (length, on) = passive.ok_or(Stuck)?;
    let mut deed = rest_of_deed(p, Verb::Send, Some(Thing::Word(Word::Notice)))?;
    deed.to = deed.to.or(to);
    deed.times.insert(0, Time::Before(Some(length), on));
    Ok(Says::Does { who: None, force, deed })
}

fn notice_of(p: &mut Parser<'_>) -> Read<(Length, Occasion)> {
    let length = notice_length(p)?;
    p.must("of")?;
    Ok((length, occasion(p)?))
}

/// `A member ceases to be a member`, `the office of a member becomes vacant`: the seat must be vacated.
pub(super) fn ceases(p: &mut Parser<'_>) -> Read<Says> {
    // "The term of office of the chair is 3 years."
    if p.take_any(&["the term of office of", "the term of"]) {
        let who = who_inner(p)?;
        if !p.take_any(&["is", "must be", "shall be"]) {
            return Err(Stuck);
        }
        let bound = bound(p).unwrap_or(Bound::Exactly);
        let times = vec![Time::For(bound, length(p)?)];
        let deed = Deed { verb: Verb::Serve, thing: None, to: None, from: None, manner: Vec::new(), times, with: Vec::new() };
        return Ok(Says::Does { who: Some(who), force: Force::Must, deed });
    }
    const ENDS: [&str; 12] = [
        "a member ceases to be a member",
        "a member ceases to hold office",
        "a member must cease to be a member",
        "a member shall cease to be a member",
        "a member shall cease to hold office",
        "a member will cease to be a member",
        "the office of a member becomes vacant",
        "the office of a member is vacated",
        "the seat becomes vacant",
        "the seat of a member becomes vacant",
        "a member vacates office",
        "a person ceases to be a member",
    ];
    if !p.take_any(&ENDS) {
        return Err(Stuck);
    }
    Ok(Says::Does { who: None, force: Force::Must, deed: rest_of_deed(p, Verb::Vacate, Some(Thing::Word(Word::Seat)))? })
}

pub(super) fn choices(p: &mut Parser<'_>) -> Read<(Vec<Part>, Vec<Name>)> {
    let (mut parts, mut named) = (Vec::new(), Vec::new());
    loop {
        p.take("that");
        if let Some(name) = p.quoted() {
            named.push(name);
        } else {
            p.take_any(&["the member concerned", "the member"]);
            parts.push(part(p)?);
        }
        let start = p.at;
        if !(p.comma() && p.take("or")) {
            p.at = start;
            if !p.take("or") {
                return Ok((parts, named));
            }
        }
    }
}

pub(super) fn part(p: &mut Parser<'_>) -> Read<Part> {
    // The comma inside two of them is a token of its own.
    if p.take("discusses") {
        if p.take("but does not decide") {
            return Ok(Part::Discuss);
        }
        if p.comma() && p.take("does not decide and") {
            if p.take("stays") {
                return Ok(Part::DiscussThenStay);
            }
            p.must("leaves")?;
            return Ok(Part::DiscussThenLeave);
        }
        return Err(Stuck);
    }
    if p.take("leaves") {
        return Ok(Part::Leave);
    }
    if p.take("stays but takes no part") {
        return Ok(Part::Stay);
    }
    p.must("takes full part")?;
    Ok(Part::Full)
}

pub(super) fn force(p: &mut Parser<'_>) -> Read<Force> {
    if p.take_any(&["need not", "does not need to", "do not need to", "is not required to", "are not required to"]) {
        Ok(Force::NeedNot)
    } else if p.take_any(&["should not", "should not normally", "will not normally", "must not normally"]) {
        p.take_any(&["normally", "usually", "ordinarily"]);
        Ok(Force::ShouldNot)
    } else if p.take_any(&["must not", "may not", "shall not", "will not", "cannot", "can not"]) {
        Ok(Force::MustNot)
    } else if p.take_any(&[
        "should",
        "must normally",
        "shall normally",
        "will normally",
        "must usually",
        "will usually",
        "should ideally",
        "is expected to",
        "are expected to",
    ]) {
        p.take_any(&["normally", "usually", "ordinarily", "ideally"]);
        Ok(Force::Should)
    } else if p.take_any(&["must", "shall", "will", "is required to", "are required to"]) {
        Ok(Force::Must)
    } else if p.take_any(&["can", "is entitled to", "are entitled to"]) {
        Ok(Force::May)
    } else {
        p.must("may")?;
        Ok(Force::May)
    }
}
