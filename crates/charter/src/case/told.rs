//! Facts of a case that are told in the language of the rules: "the chair calls a further meeting on 3 May 2009".

use jiff::civil::Date;

use crate::read::{Parser, Read, Stuck, Token, grammar, tokens};
use crate::record::Cast;
use crate::tree::{Be, Circumstance, Condition, Deed, Gathering, Group, Manner, Post, Thing, Who};

/// What one fact tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// `it is 4 May 2009`
    AsAt(Date),
    /// `nothing else is recorded`
    Nothing,
    /// `3 council members present`, `2 vacant seats`; with votes, how they vote.
    Group { count: u32, group: Group, cast: Option<Cast>, vacant: bool },
    /// `a regular meeting on 4 May 2009 in public`
    Meeting { kind: Option<Gathering>, day: Date, forms: Vec<Manner> },
    /// `it is a meeting of a committee`: all that was told before is of it.
    OfGroup(crate::tree::Sort),
    /// `no quorum for 20 minutes`
    Waited(u32),
    /// `the matter is urgent`, `the matter is exempt`
    State(Circumstance),
    /// `the votes are not recorded`: a motion was put, and nobody wrote down how it went.
    Unvoted,
    /// `a “council election” on 7 May 2009`
    Event { what: String, day: Date },
    /// `“Ann” is the chair from 1 May 2008 until 30 April 2009, …`
    Is { name: String, what: What, from: Option<Date>, until: Option<Date>, by: Option<(bool, Option<Who>)> },
    /// `“Ann” becomes “disqualified” on 4 May 2009`
    Becomes { name: String, what: String, day: Date, ends: bool },
    /// `the chair judges that “…” on 4 May 2009`
    Judges { who: Who, what: String, day: Option<Date>, agreed: bool },
    /// `the chair chooses “…” on 4 May 2009`
    Chooses { who: Who, what: String, day: Option<Date> },
    /// `“the population” is 40`, `“the weights” is 3 for “Kent”`
    Number { name: String, value: u32, of: Option<String> },
    /// `“Labour” has strength 20`
    Strength(String, u32),
    /// `a decision on “the levy” on 4 May 2009 of £50,000 affecting “A”`
    Decision { matter: Option<String>, day: Date, urgent: bool, amount: Option<u32>, affects: Vec<String> },
    /// `“Ann” for`
    Vote(String, Cast),
    /// `“Ann” misses the meeting of 4 May 2009 with approval on 3 May 2009`
    Missed { name: String, day: Date, approved: Option<Date>, cause: bool, substitute: bool, apologies: bool },
    /// `“Ann” attends the meeting of 4 May 2009`
    Attended { name: String, day: Date, remote: bool },
    /// `lots are drawn for`
    Lot(Cast),
    /// `an e-mail vote on 4 May 2009`
    Mailed(Date),
    /// Anything done; not done where the sentence says so, which only tells the reader.
    Did { who: Option<Who>, deed: Box<Deed>, on: Option<Date>, effect: Option<Date>, not: bool, amount: Option<u32> },
}

impl Told {
    /// Whether it tells of members, so that the case has those and no others.
    pub(super) fn brings_members(&self) -> bool {
        match self {
            Self::Group { group, .. } => !matches!(group.noun, crate::tree::Noun::Of(_)),
            Self::Is { what: What::Be(Be::A(group)), .. } => !matches!(group.noun, crate::tree::Noun::Of(_) | crate::tree::Noun::Named(_)),
            _ => false,
        }
    }
}

/// What somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Post(Post),
    Be(Be),
}

fn on(p: &mut Parser<'_>) -> Read<Date> {
    p.must("on")?;
    grammar::date(p)
}

fn cast(p: &mut Parser<'_>) -> Option<Cast> {
    if p.take_any(&["for", "in favour"]) {
        Some(Cast::For)
    } else if p.take("against") {
        Some(Cast::Against)
    } else if p.take("abstaining") {
        Some(Cast::Abstained)
    } else {
        None
    }
}

fn whole<T>(p: &mut Parser<'_>, read: impl FnOnce(&mut Parser<'_>) -> Read<T>) -> Option<T> {
    p.attempt(|p| {
        let out = read(p)?;
        if p.done() { Ok(out) } else { Err(Stuck) }
    })
}

/// Reads one fact; none where it is told otherwise.
pub(super) fn told(text: &str) -> Option<Told> {
    let stretches = [(1, 1, text)];
    let tokens: Vec<Token> = tokens(&stretches);
    let p = &mut Parser::new(&tokens, false);
    // Each way in turn; the first that reads the whole fact.
    let ways: [fn(&mut Parser<'_>) -> Read<Told>; 15] =
        [plain, number, meeting, event, member_vote, group, loosely, judges, decision, becomes, missed, passive, is, active, negative];
    ways.iter().find_map(|way| whole(p, way))
}

fn plain(p: &mut Parser<'_>) -> Read<Told> {
    if p.take_any(&["it is a meeting of a", "it is a meeting of an"]) {
        return Ok(Told::OfGroup(grammar::sort(p, false)?));
    }
    if p.take("it is") {
        return Ok(Told::AsAt(grammar::date(p)?));
    }
    if p.take_any(&["nothing else is recorded", "nothing more is recorded"]) {
        return Ok(Told::Nothing);
    }
    if p.take("no quorum for") {
        let n = p.number()?;
        p.take_any(&["minutes", "minute"]);
        return Ok(Told::Waited(n));
    }
    for (state, words) in Circumstance::ALL {
        let told = matches!(state, Circumstance::Urgent | Circumstance::Exempt | Circumstance::Confidential | Circumstance::Exceptional);
        if told && p.take(words) {
            return Ok(Told::State(state));
        }
    }
    if p.take_any(&["the votes are not recorded", "how they voted is not recorded"]) {
        return Ok(Told::Unvoted);
    }
    if p.take("lots are drawn") {
        return cast(p).map(Told::Lot).ok_or(Stuck);
    }
    if p.take("an e-mail vote") {
        return Ok(Told::Mailed(on(p)?));
    }
    Err(Stuck)
}

fn number(p: &mut Parser<'_>) -> Read<Told> {
    let name = p.quoted().ok_or(Stuck)?;
    if p.take("has strength") {
        return Ok(Told::Strength(name, p.number()?));
    }
    p.must("is")?;
    let value = p.number()?;
    let of = if p.take("for") { Some(p.quoted().ok_or(Stuck)?) } else { None };
    Ok(Told::Number { name, value, of })
}

fn meeting(p: &mut Parser<'_>) -> Read<Told> {
    let kind = match grammar::gathering(p) {
        None => {
            p.must("a meeting")?;
            None
        }
        kind => kind,
    };
    let day = on(p)?;
    let mut forms = Vec::new();
    while let Some(manner) = p.attempt(grammar::manner) {
        forms.push(manner);
    }
    Ok(Told::Meeting { kind, day, forms })
}

fn event(p: &mut Parser<'_>) -> Read<Told> {
    const EVENTS: [(&str, &str); 4] = [
        ("the establishment of the body", "establishment"),
        ("the adoption of these terms", "adoption"),
        ("a vacancy", "vacancy"),
        ("the end of the body", "end"),
    ];
    let what = match EVENTS.iter().find(|(words, _)| p.take(words)) {
        Some((_, what)) => (*what).to_owned(),
        None => {
            if !p.take_any(&["a", "an"]) {
                return Err(Stuck);
            }
            p.quoted().ok_or(Stuck)?
        }
    };
    Ok(Told::Event { what, day: on(p)? })
}

fn member_vote(p: &mut Parser<'_>) -> Read<Told> {
    let name = p.quoted().ok_or(Stuck)?;
    let cast = cast(p).ok_or(Stuck)?;
    Ok(Told::Vote(name, cast))
}

fn group(p: &mut Parser<'_>) -> Read<Told> {
    several(p, None)
}

/// One in the plural, several in the singular: that nobody minds.
fn loosely(p: &mut Parser<'_>) -> Read<Told> {
    several(p, Some(true))
}

fn several(p: &mut Parser<'_>, plural: Option<bool>) -> Read<Told> {
    p.take_any(&["there are", "there is"]);
    let count = if p.take("no") { 0 } else { p.number()? };
    let vacant = p.take("vacant");
    let group = grammar::group(p, plural.unwrap_or(count != 1))?;
    Ok(Told::Group { count, group, cast: cast(p), vacant })
}

fn judges(p: &mut Parser<'_>) -> Read<Told> {
    let who = grammar::who_inner(p)?;
    let agreed = if p.take_any(&["judges that", "judge that"]) {
        Some(true)
    } else if p.take_any(&["does not judge that", "do not judge that"]) {
        Some(false)
    } else {
        p.must("chooses")?;
        None
    };
    let what = p.quoted().ok_or(Stuck)?;
    let day = p.attempt(on);
    Ok(match agreed {
        Some(agreed) => Told::Judges { who, what, day, agreed },
        None => Told::Chooses { who, what, day },
    })
}

fn decision(p: &mut Parser<'_>) -> Read<Told> {
    let urgent = p.take("an urgent decision");
    if !urgent {
        p.must("a decision")?;
    }
    let matter = p.attempt(|p| {
        p.must("on")?;
        p.quoted().ok_or(Stuck)
    });
    let day = on(p)?;
    let amount = p.attempt(|p| {
        p.must("of")?;
        grammar::money(p)
    });
    let mut affects = Vec::new();
    if p.take("affecting") {
        affects.push(p.quoted().ok_or(Stuck)?);
        while p.take("and") {
            affects.push(p.quoted().ok_or(Stuck)?);
        }
    }
    Ok(Told::Decision { matter, day, urgent, amount, affects })
}

fn becomes(p: &mut Parser<'_>) -> Read<Told> {
    let name = p.quoted().ok_or(Stuck)?;
    let ends = p.take("ceases to be");
    if !ends {
        p.must("becomes")?;
    }
    let what = p.quoted().ok_or(Stuck)?;
    Ok(Told::Becomes { name, what, day: on(p)?, ends })
}

fn missed(p: &mut Parser<'_>) -> Read<Told> {
    let name = p.quoted().ok_or(Stuck)?;
    let attended = p.take("attends the meeting of");
    if !attended {
        p.must("misses the meeting of")?;
    }
    let day = grammar::date(p)?;
    if attended {
        return Ok(Told::Attended { name, day, remote: p.take("remotely") });
    }
    let (mut approved, mut cause, mut substitute, mut apologies) = (None, false, false, false);
    if p.take("with approval") {
        approved = Some(on(p)?);
    } else if p.take("with good cause") {
        cause = true;
    } else if p.take("with a substitute") {
        substitute = true;
    } else if p.take("with apologies") {
        apologies = true;
    }
    Ok(Told::Missed { name, day, approved, cause, substitute, apologies })
}

fn is(p: &mut Parser<'_>) -> Read<Told> {
    let name = p.quoted().ok_or(Stuck)?;
    p.must("is")?;
    let what = match p.attempt(|p| match grammar::post(p)? {
        Post::Organisation(_) => Err(Stuck),
        post => Ok(post),
    }) {
        Some(post) => What::Post(post),
        None => What::Be(grammar::be(p)?),
    };
    let from = p.attempt(|p| {
        if !p.take_any(&["from", "since"]) {
            return Err(Stuck);
        }
        grammar::date(p)
    });
    let until = p.attempt(|p| {
        p.must("until")?;
        grammar::date(p)
    });
    let by = p.attempt(|p| {
        let elected = p.take("elected");
        if !elected {
            p.must("appointed")?;
        }
        let by = if p.take("by") { Some(grammar::who_inner(p)?) } else { None };
        Ok((elected, by))
    });
    Ok(Told::Is { name, what, from, until, by })
}

/// `of £60,000`
fn amount(p: &mut Parser<'_>) -> Option<u32> {
    p.attempt(|p| {
        p.must("of")?;
        grammar::money(p)
    })
}

fn effect(p: &mut Parser<'_>) -> Option<Date> {
    p.attempt(|p| {
        p.must("with effect from")?;
        grammar::date(p)
    })
}

/// What belongs to a deed may stand after its day too.
fn goes_on(p: &mut Parser<'_>, deed: &mut Deed) -> Read<()> {
    let more = grammar::rest_of_deed(p, deed.verb, None)?;
    deed.to = deed.to.take().or(more.to);
    deed.from = deed.from.take().or(more.from);
    deed.manner.extend(more.manner);
    deed.times.extend(more.times);
    deed.with.extend(more.with);
    Ok(())
}

fn passive(p: &mut Parser<'_>) -> Read<Told> {
    let thing = grammar::thing(p)?;
    if !p.take_any(&["is", "are"]) {
        return Err(Stuck);
    }
    let not = p.take("not");
    let verb = grammar::verb(p, |f| f.2)?;
    let mut deed = grammar::rest_of_deed(p, verb, Some(thing))?;
    let who = if p.take("by") { Some(grammar::who_inner(p)?) } else { None };
    if who.is_some() {
        let more = grammar::rest_of_deed(p, verb, None)?;
        deed.to = deed.to.or(more.to);
        deed.manner.extend(more.manner);
        deed.with.extend(more.with);
    }
    let day = p.attempt(on);
    goes_on(p, &mut deed)?;
    let amount = amount(p);
    Ok(Told::Did { who, deed: Box::new(deed), on: day, effect: effect(p), not, amount })
}

fn active(p: &mut Parser<'_>) -> Read<Told> {
    let who = grammar::who_inner(p)?;
    let plural = who.is_plural();
    let mut deed = match p.attempt(|p| grammar::deed(p, |f| if plural { f.0 } else { f.1 })) {
        Some(deed) => deed,
        None => grammar::deed(p, |f| if plural { f.1 } else { f.0 })?,
    };
    let day = p.attempt(on);
    goes_on(p, &mut deed)?;
    let amount = amount(p);
    Ok(Told::Did { who: Some(who), deed: Box::new(deed), on: day, effect: effect(p), not: false, amount })
}

fn negative(p: &mut Parser<'_>) -> Read<Told> {
    match grammar::condition_inner(p)? {
        Condition::Not(inner) => match *inner {
            Condition::Does(who, deed) => Ok(Told::Did { who: Some(who), deed, on: p.attempt(on), effect: None, not: true, amount: None }),
            _ => Err(Stuck),
        },
        _ => Err(Stuck),
    }
}

/// What a record calls a thing.
pub(super) fn called(thing: &Thing) -> String {
    match thing {
        Thing::Named(name) => name.clone(),
        other => {
            let words = other.to_string();
            ["the ", "an ", "a ", "these ", "each "].iter().find_map(|a| words.strip_prefix(a)).unwrap_or(&words).to_owned()
        }
    }
}
