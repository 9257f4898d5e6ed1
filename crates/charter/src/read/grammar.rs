//! The grammar of a rule: one function for each part, as `docs/charter-language.md` sets them out.

use super::parser::{Parser, Read, Stuck};
use super::token::{Kind, Token};
use crate::tree::*;

/// Reads one rule; on failure, the parser says where and what would have been right.
pub(crate) fn sentence(p: &mut Parser<'_>) -> Read<Sentence> {
    let when = if p.take_any(&["when", "if"]) {
        let condition = condition(p)?;
        if !p.comma() {
            return Err(Stuck);
        }
        p.take("then");
        Some(condition)
    } else {
        None
    };
    let says = says(p)?;
    let mut sentence = Sentence { when, says, only_if: None, unless: None };
    loop {
        let start = p.at;
        let comma = p.kind() == Some(&Kind::Comma);
        if comma {
            p.at += 1;
        }
        if sentence.only_if.is_none() && p.take("only if") {
            sentence.only_if = Some(condition(p)?);
        } else if sentence.unless.is_none() && p.take("unless") {
            sentence.unless = Some(condition(p)?);
        } else if sentence.when.is_none() && p.take_any(&["when", "if"]) {
            sentence.when = Some(condition(p)?);
        } else {
            p.at = start;
            break;
        }
    }
    match p.kind() {
        Some(Kind::Stop) => p.at += 1,
        _ => return Err(p.expect("a full stop")),
    }
    if !p.done() {
        return Err(p.expect("the end of the rule"));
    }
    Ok(sentence)
}

fn says(p: &mut Parser<'_>) -> Read<Says> {
    if p.take("the quorum is") {
        return Ok(Says::Quorum(tally(p)?));
    }
    if let Some(matter) = p.attempt(|p| {
        let matter = matter(p)?;
        p.must("is decided by")?;
        Ok(matter)
    }) {
        let mut by = vec![way(p)?];
        while p.comma_then("failing that by") {
            by.push(way(p)?);
        }
        return Ok(Says::Decided { matter, by });
    }
    if let Some(force) = p.attempt(|p| {
        p.must("there")?;
        let force = force(p)?;
        p.must("be")?;
        Ok(force)
    }) {
        let (count, group) = count_of(p)?;
        let each = if p.take("for each") { Some(sort(p, false)?) } else { None };
        return Ok(Says::There { force, count, group, each });
    }
    if let Some((count, group, force)) = p.attempt(share_head) {
        let be = complement(p)?;
        return Ok(Says::Share { count, group, force, be });
    }
    if let Some(name) = p.attempt(|p| {
        let name = p.quoted().ok_or(Stuck)?;
        p.must("means")?;
        Ok(name)
    }) {
        p.take("the");
        return Ok(Says::Means { name, group: group(p, true)? });
    }
    if let Some(topics) = p.attempt(topics) {
        return Ok(Says::Follows { topics, body: name(p)? });
    }
    if let Some(says) = filled(p)? {
        return Ok(says);
    }
    does(p)
}

fn share_head(p: &mut Parser<'_>) -> Read<(Count, Group, Force)> {
    let (count, group) = if p.take("between") {
        let (a, b) = range(p)?;
        p.must("of the")?;
        (Count::Between(a, b), group(p, true)?)
    } else {
        let bound = bound(p).unwrap_or(Bound::AtLeast);
        if let Some(n) = p.attempt(|p| {
            let n = p.number()?;
            p.must("of the")?;
            Ok(n)
        }) {
            (Count::Bounded(bound, Measure::Number(n)), group(p, true)?)
        } else {
            let measure = share_measure(p)?;
            p.must("of the")?;
            (Count::Bounded(bound, measure), group(p, true)?)
        }
    };
    let force = force(p)?;
    p.must("be")?;
    Ok((count, group, force))
}

fn topics(p: &mut Parser<'_>) -> Read<Vec<Topic>> {
    let mut topics = vec![topic(p)?];
    while p.comma() || p.take("and") {
        topics.push(topic(p)?);
    }
    if !p.take_any(&["follow the terms of", "follows the terms of"]) {
        return Err(Stuck);
    }
    p.take("the");
    Ok(topics)
}

fn topic(p: &mut Parser<'_>) -> Read<Topic> {
    Topic::ALL.into_iter().find(|t| p.take(t.word())).ok_or(Stuck)
}

fn filled(p: &mut Parser<'_>) -> Read<Option<Says>> {
    let start = p.at;
    let Some(post) = p.attempt(post) else { return Ok(None) };
    let how = if p.take("passes every") {
        let every = length_or_unit(p)?;
        p.must("among the")?;
        Filling::Passes(every, group(p, true)?)
    } else if p.take("is elected by") {
        Filling::Elected(who(p)?)
    } else if p.take("is appointed by") {
        Filling::Appointed(who(p)?)
    } else if p.take("is appointed in turn by") {
        let a = who_inner(p)?;
        p.must("and by")?;
        Filling::InTurn(a, who_inner(p)?)
    } else if p.take("is as") {
        let who = who_inner(p)?;
        p.must(if who.is_plural() { "decide" } else { "decides" })?;
        Filling::AsDecided(who)
    } else if p.take("is") {
        Filling::Is(who(p)?)
    } else {
        p.at = start;
        return Ok(None);
    };
    let term = if p.take("for") { Some(length(p)?) } else { None };
    let at = p.attempt(|p| match time(p)? {
        Time::For(_) => Err(Stuck),
        time => Ok(time),
    });
    let unlike = if p.comma_then("from another") {
        let sort = sort(p, false)?;
        p.must("than")?;
        Some((sort, self::post(p)?))
    } else {
        None
    };
    Ok(Some(Says::Filled { post, how, term, at, unlike }))
}

fn does(p: &mut Parser<'_>) -> Read<Says> {
    // The passive: a thing, "must be", a participle.
    if let Some((thing, force, verb)) = p.attempt(|p| {
        let thing = if p.take("it") { None } else { Some(thing(p)?) };
        let force = force(p)?;
        p.must("be")?;
        let verb = verb(p, Verb::participle)?;
        Ok((thing, force, verb))
    }) {
        let mut deed = rest_of_deed(p, verb, thing)?;
        let by = if p.take("by") { Some(who_inner(p)?) } else { None };
        if by.is_some() {
            let more = rest_of_deed(p, verb, None)?;
            deed.manner.extend(more.manner);
            deed.times.extend(more.times);
            deed.with.extend(more.with);
            deed.to = deed.to.or(more.to);
            deed.from = deed.from.or(more.from);
        }
        return Ok(Says::Does { who: by, force, deed });
    }
    let who = who(p)?;
    if p.take("must rule that") {
        return Ok(Says::Rules { who, choices: choices(p)? });
    }
    let force = force(p)?;
    let deed = deed(p, Verb::base)?;
    Ok(Says::Does { who: Some(who), force, deed })
}

fn choices(p: &mut Parser<'_>) -> Read<Vec<Part>> {
    let mut parts = Vec::new();
    loop {
        p.take("that");
        p.take_any(&["the member concerned", "the member"]);
        parts.push(part(p)?);
        let start = p.at;
        if !(p.comma() && p.take("or")) {
            p.at = start;
            if !p.take("or") {
                return Ok(parts);
            }
        }
    }
}

fn part(p: &mut Parser<'_>) -> Read<Part> {
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

fn force(p: &mut Parser<'_>) -> Read<Force> {
    if p.take("must not") {
        Ok(Force::MustNot)
    } else if p.take("should not") {
        Ok(Force::ShouldNot)
    } else if p.take("must") {
        Ok(Force::Must)
    } else if p.take("should") {
        Ok(Force::Should)
    } else {
        p.must("may")?;
        Ok(Force::May)
    }
}

fn verb(p: &mut Parser<'_>, form: impl Fn(Verb) -> &'static str) -> Read<Verb> {
    // The longest spelling wins.
    let best = Verb::ALL
        .iter()
        .filter_map(|v| {
            let start = p.at;
            let took = p.take(form(*v));
            let length = p.at - start;
            p.at = start;
            took.then_some((length, *v))
        })
        .max_by_key(|(length, _)| *length);
    match best {
        Some((length, verb)) => {
            p.at += length;
            Ok(verb)
        }
        None => Err(Stuck),
    }
}

fn deed(p: &mut Parser<'_>, form: impl Fn(Verb) -> &'static str) -> Read<Deed> {
    let verb = verb(p, form)?;
    let thing = p.attempt(thing);
    rest_of_deed(p, verb, thing)
}

fn rest_of_deed(p: &mut Parser<'_>, verb: Verb, thing: Option<Thing>) -> Read<Deed> {
    let mut deed = Deed { verb, thing, to: None, from: None, manner: Vec::new(), times: Vec::new(), with: Vec::new() };
    loop {
        if deed.to.is_none() && p.take("to") {
            deed.to = Some(who_inner(p)?);
        } else if deed.from.is_none() && p.take("from") {
            deed.from = Some(who_inner(p)?);
        } else if let Some(manner) = p.attempt(manner) {
            deed.manner.push(manner);
        } else if let Some(with) = p.attempt(with) {
            deed.with.push(with);
        } else if let Some(time) = p.attempt(time) {
            deed.times.push(time);
        } else {
            return Ok(deed);
        }
    }
}

fn manner(p: &mut Parser<'_>) -> Read<Manner> {
    Manner::ALL.iter().find(|(_, words)| p.take(words)).map(|(manner, _)| *manner).ok_or(Stuck)
}

fn with(p: &mut Parser<'_>) -> Read<With> {
    if p.take("after consulting") {
        Ok(With::Consulting(who_inner(p)?))
    } else if p.take_any(&["with the agreement of", "with the consent of"]) {
        Ok(With::Agreement(who_inner(p)?))
    } else {
        p.must("at the request of")?;
        Ok(With::Request(who_inner(p)?))
    }
}

fn thing(p: &mut Parser<'_>) -> Read<Thing> {
    if let Some(word) = word(p) {
        return Ok(Thing::Word(word));
    }
    if let Some(kind) = p.attempt(interest) {
        return Ok(Thing::Interest(kind));
    }
    if let Some((count, run)) = p.attempt(|p| {
        let count = p.positive()?;
        if !p.take_any(&["meetings", "meeting"]) {
            return Err(Stuck);
        }
        if p.take("in any") {
            return Ok((count, Run::InAny(length(p)?)));
        }
        p.must("in a row")?;
        Ok((count, Run::InARow))
    }) {
        return Ok(Thing::Meetings(count, run));
    }
    if let Some(name) = p.quoted() {
        return Ok(Thing::Named(name));
    }
    Ok(Thing::Who(Box::new(who_inner(p)?)))
}

fn word(p: &mut Parser<'_>) -> Option<Word> {
    let start = p.at;
    let mut best: Option<(usize, Word)> = None;
    for word in Word::ALL {
        for spelling in word.spellings() {
            p.at = start;
            if p.take(spelling) && best.is_none_or(|(end, _)| p.at > end) {
                best = Some((p.at, *word));
            }
        }
    }
    p.at = start;
    let (end, word) = best?;
    p.at = end;
    Some(word)
}

fn interest(p: &mut Parser<'_>) -> Read<Option<Name>> {
    if p.take("an interest") {
        return Ok(None);
    }
    if !p.take_any(&["a", "an"]) {
        return Err(Stuck);
    }
    let mut kind = Vec::new();
    while let Some(word) = p.word() {
        if kind.len() > 4 {
            return Err(Stuck);
        }
        if word.eq_ignore_ascii_case("interest") {
            break;
        }
        kind.push(word.to_ascii_lowercase());
        p.at += 1;
    }
    p.must("interest")?;
    if kind.is_empty() { Err(Stuck) } else { Ok(Some(kind.join(" "))) }
}

fn unit(p: &mut Parser<'_>) -> Read<Unit> {
    const UNITS: [(&str, &str, Unit); 9] = [
        ("clear working days", "clear working day", Unit::ClearWorkingDays),
        ("working days", "working day", Unit::WorkingDays),
        ("clear days", "clear day", Unit::ClearDays),
        ("days", "day", Unit::Days),
        ("weeks", "week", Unit::Weeks),
        ("months", "month", Unit::Months),
        ("years", "year", Unit::Years),
        ("hours", "hour", Unit::Hours),
        ("minutes", "minute", Unit::Minutes),
    ];
    UNITS.iter().find(|(many, one, _)| p.take(many) || p.take(one)).map(|(.., unit)| *unit).ok_or(Stuck)
}

fn length(p: &mut Parser<'_>) -> Read<Length> {
    if p.take("a") {
        return Ok(Length { count: 1, unit: unit(p)? });
    }
    let count = p.positive()?;
    Ok(Length { count, unit: unit(p)? })
}

/// `2 years`, or `year` for one of them.
fn length_or_unit(p: &mut Parser<'_>) -> Read<Length> {
    if p.number_here().is_some() { length(p) } else { Ok(Length { count: 1, unit: unit(p)? }) }
}

fn bound(p: &mut Parser<'_>) -> Option<Bound> {
    if p.take_any(&["at least", "not less than", "no fewer than"]) {
        Some(Bound::AtLeast)
    } else if p.take_any(&["at most", "up to", "not more than", "no more than"]) {
        Some(Bound::AtMost)
    } else if p.take("exactly") {
        Some(Bound::Exactly)
    } else {
        None
    }
}

fn range(p: &mut Parser<'_>) -> Read<(u32, u32)> {
    let a = p.number()?;
    p.must("and")?;
    match p.number_here() {
        Some(b) if b <= a => Err(p.say(&format!("the second number has to be more than {a}"))),
        _ => Ok((a, p.number()?)),
    }
}

fn count_of(p: &mut Parser<'_>) -> Read<(Count, Group)> {
    if p.take("between") {
        let (a, b) = range(p)?;
        return Ok((Count::Between(a, b), group(p, true)?));
    }
    let bound = bound(p).unwrap_or(Bound::Exactly);
    let (measure, group) = measure_of(p)?;
    Ok((Count::Bounded(bound, measure), group))
}

fn measure_of(p: &mut Parser<'_>) -> Read<(Measure, Group)> {
    if let Some(n) = p.number_here()
        && !fraction_follows(p)
    {
        p.at += 1;
        return Ok((Measure::Number(n), group(p, n != 1)?));
    }
    let mut measure = share_measure(p)?;
    p.must("of the")?;
    let group = group(p, true)?;
    if p.comma_then("rounded down") {
        if let Measure::Share(share) = measure {
            measure = Measure::RoundedDown(share);
        }
    } else {
        p.comma_then("rounded up");
    }
    Ok((measure, group))
}

fn fraction_follows(p: &Parser<'_>) -> bool {
    match p.tokens.get(p.at + 1).map(|t| &t.kind) {
        Some(Kind::Percent) => true,
        Some(Kind::Word(word)) => denominator(word).is_some() || word.eq_ignore_ascii_case("per"),
        _ => false,
    }
}

fn denominator(word: &str) -> Option<u8> {
    const PARTS: [&str; 9] = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let word = word.to_ascii_lowercase();
    let one = word.strip_suffix('s').unwrap_or(&word);
    PARTS.iter().position(|part| *part == one).and_then(|n| u8::try_from(n + 2).ok())
}

fn share_measure(p: &mut Parser<'_>) -> Read<Measure> {
    let share = share(p)?;
    if p.take("rounded down") {
        return Ok(Measure::RoundedDown(share));
    }
    p.take("rounded up");
    Ok(Measure::Share(share))
}

fn share(p: &mut Parser<'_>) -> Read<Share> {
    if p.take("half plus") {
        return Ok(Share::HalfPlus(p.positive()?));
    }
    if p.take_any(&["half", "a half", "one half"]) {
        return Ok(Share::Fraction(1, 2));
    }
    if p.take_any(&["a majority", "a simple majority", "more than half"]) {
        return Ok(Share::Majority);
    }
    if p.take("all") {
        return Ok(Share::All);
    }
    let numerator = if p.take("a") { Some(1) } else { p.number_here() };
    let taken_article = numerator.is_some() && p.number_here().is_none();
    let Some(numerator) = numerator else { return Err(p.expect("a share such as `half`, `two thirds` or `25%`")) };
    if !taken_article {
        p.at += 1;
    }
    if p.kind() == Some(&Kind::Percent) || p.take("per cent") {
        if p.kind() == Some(&Kind::Percent) {
            p.at += 1;
        }
        return match u8::try_from(numerator) {
            Ok(percent @ 1..=99) => Ok(Share::Percent(percent)),
            _ => Err(p.say("a percentage is between 1 and 99; for 100% say `all`")),
        };
    }
    match p.word().and_then(denominator) {
        Some(d) => {
            p.at += 1;
            match u8::try_from(numerator) {
                Ok(n) if n > 0 && n < d => Ok(Share::Fraction(n, d)),
                _ => Err(p.say("a share is less than the whole; for the whole say `all`")),
            }
        }
        None => Err(p.expect("a share such as `half`, `two thirds` or `25%`")),
    }
}

pub(crate) fn tally(p: &mut Parser<'_>) -> Read<Tally> {
    let mut terms = vec![term(p)?];
    while p.comma_then("and") {
        terms.push(term(p)?);
    }
    Ok(terms)
}

fn term(p: &mut Parser<'_>) -> Read<Term> {
    let (measure, group) = measure_of(p)?;
    let spread = if p.take_any(&["from at least", "from"]) {
        let count = p.number()?;
        p.must("different")?;
        Some((count, sort(p, true)?))
    } else {
        None
    };
    let including = if p.comma_then("including") { Some(who(p)?) } else { None };
    Ok(Term { measure, group, spread, including })
}

fn matter(p: &mut Parser<'_>) -> Read<Matter> {
    if p.take("a change of these terms") {
        return Ok(Matter::Terms);
    }
    if p.take("a change of the membership") {
        return Ok(Matter::Membership);
    }
    if p.take("a decision on") {
        return p.quoted().map(Matter::Named).ok_or_else(|| p.expect("the matter in quotation marks"));
    }
    p.must("a decision")?;
    Ok(Matter::Any)
}

fn way(p: &mut Parser<'_>) -> Read<Way> {
    if p.take("consensus") { Ok(Way::Consensus) } else { Ok(Way::Vote(tally(p)?)) }
}

fn complement(p: &mut Parser<'_>) -> Read<Filter> {
    if let Some(name) = p.quoted() {
        return Ok(Filter::Are(name));
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

fn filter(p: &mut Parser<'_>) -> Read<Filter> {
    if p.take("present") {
        return Ok(Filter::Present);
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

fn sort(p: &mut Parser<'_>, plural: bool) -> Read<Sort> {
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
    Err(Stuck)
}

fn noun(p: &mut Parser<'_>, plural: bool) -> Read<Noun> {
    const NOUNS: [(&str, &str, Noun); 8] = [
        ("member", "members", Noun::Member),
        ("seat", "seats", Noun::Seat),
        ("substitute", "substitutes", Noun::Substitute),
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

/// Words that begin something else, and so are no class of members.
const RESERVED: [&str; 18] =
    ["the", "a", "an", "and", "or", "of", "each", "no", "all", "half", "either", "both", "must", "should", "may", "present", "different", "other"];

pub(crate) fn group(p: &mut Parser<'_>, plural: bool) -> Read<Group> {
    // A word before the noun is a class: "council members" are members, though councils are organisations.
    let classed = match p.word() {
        Some(word) if !RESERVED.iter().any(|r| r.eq_ignore_ascii_case(word)) => p.guess(|p| {
            p.at += 1;
            Ok((Some(word.to_ascii_lowercase()), noun(p, plural)?))
        }),
        _ => None,
    };
    let (class, noun) = match classed {
        Some(found) => found,
        None => (None, noun(p, plural)?),
    };
    let mut filters = Vec::new();
    while let Some(filter) = p.attempt(filter) {
        filters.push(filter);
    }
    Ok(Group { class, noun, filters })
}

pub(crate) fn who(p: &mut Parser<'_>) -> Read<Who> {
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

fn chain(p: &mut Parser<'_>, joint: &str) -> Read<Who> {
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
            group(p, true)
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
        (&["the chair", "the chairman", "the chairperson"], Post::Chair),
        (&["the vice-chair", "the vice chair", "the deputy chair", "the vice-chairman"], Post::ViceChair),
        (&["the secretary", "the secretariat"], Post::Secretary),
        (&["the person presiding"], Post::Presiding),
        (&["the member concerned"], Post::Concerned),
        (&["the member's sector"], Post::TheirSector),
        (&["the member's organisation"], Post::TheirOrganisation),
        (&["the body", "the partnership", "the board", "the group"], Post::Body),
        (&["the public"], Post::Public),
    ];
    let capital = |t: Option<&Token>| matches!(t.map(|t| &t.kind), Some(Kind::Word(w)) if w.starts_with(|c: char| c.is_uppercase()));
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
pub(crate) fn name(p: &mut Parser<'_>) -> Read<Name> {
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

fn year(p: &mut Parser<'_>) -> Option<Year> {
    [Year::Calendar, Year::Financial, Year::Municipal].into_iter().find(|y| p.take(&format!("{} year", y.word())))
}

fn occasion(p: &mut Parser<'_>) -> Read<Occasion> {
    if p.take("the first meeting of the") {
        return year(p).map(|y| Occasion::FirstMeeting(Some(y))).ok_or(Stuck);
    }
    if p.take("the start of the meeting") {
        return Ok(Occasion::Start);
    }
    if p.take("the start of the") {
        return year(p).map(Occasion::YearStart).ok_or(Stuck);
    }
    const OCCASIONS: [(&[&str], Occasion); 10] = [
        (&["leaving"], Occasion::Leaving),
        (&["the next meeting"], Occasion::NextMeeting),
        (&["the first meeting"], Occasion::FirstMeeting(None)),
        (&["a meeting", "each meeting", "the meeting", "meetings"], Occasion::Meeting),
        (&["the adoption of these terms"], Occasion::Adoption),
        (&["the establishment of the body"], Occasion::Establishment),
        (&["a vacancy", "the vacancy"], Occasion::Vacancy),
        (&["the notice", "a notice"], Occasion::Notice),
        (&["the request", "a request"], Occasion::Request),
        (&["a decision", "the decision"], Occasion::Decision),
    ];
    for (spellings, occasion) in &OCCASIONS {
        if p.take_any(spellings) {
            return Ok(occasion.clone());
        }
    }
    p.attempt(|p| {
        p.must("each")?;
        p.quoted().ok_or(Stuck)
    })
    .map(Occasion::Named)
    .ok_or(Stuck)
}

fn times_word(p: &mut Parser<'_>) -> Read<u32> {
    if p.take("once") {
        return Ok(1);
    }
    if p.take("twice") {
        return Ok(2);
    }
    let count = p.positive()?;
    if p.take_any(&["times", "time"]) { Ok(count) } else { Err(Stuck) }
}

fn window(p: &mut Parser<'_>) -> Read<Window> {
    if p.take("in any") {
        return Ok(Window::Any(length(p)?));
    }
    if p.take("in each") {
        return year(p).map(Window::Year).ok_or(Stuck);
    }
    if p.take("a year") {
        return Ok(Window::AYear);
    }
    p.must("a")?;
    year(p).map(Window::Year).ok_or(Stuck)
}

fn time(p: &mut Parser<'_>) -> Read<Time> {
    if p.take("in advance") {
        return Ok(Time::InAdvance);
    }
    if p.take("between meetings") {
        return Ok(Time::BetweenMeetings);
    }
    if p.take("within") {
        let length = length(p)?;
        if !p.take_any(&["of", "after"]) {
            return Err(Stuck);
        }
        return Ok(Time::Within(length, occasion(p)?));
    }
    if let Some(often) = p.attempt(|p| {
        let bound = bound(p).unwrap_or(Bound::Exactly);
        let count = times_word(p)?;
        Ok(Time::Often(bound, count, window(p)?))
    }) {
        return Ok(often);
    }
    if p.take("before") {
        return Ok(Time::Before(None, occasion(p)?));
    }
    if p.take("at least") {
        let length = length(p)?;
        if p.take("before") {
            return Ok(Time::Before(Some(length), occasion(p)?));
        }
        p.must("after")?;
        return Ok(Time::After(Some(length), occasion(p)?));
    }
    if p.take("after") {
        return Ok(Time::After(None, occasion(p)?));
    }
    if p.take("at") {
        return Ok(Time::At(occasion(p)?));
    }
    if p.take("every") {
        return Ok(Time::Every(length_or_unit(p)?));
    }
    if p.take("for") {
        return Ok(Time::For(length(p)?));
    }
    if p.take_any(&["each", "in"]) {
        let month = crate::tree::MONTHS.iter().position(|m| p.take(m)).and_then(|m| u8::try_from(m + 1).ok());
        return month.map(Time::Each).ok_or(Stuck);
    }
    Err(Stuck)
}

pub(crate) fn condition(p: &mut Parser<'_>) -> Read<Condition> {
    p.deeper(|p| {
        let first = condition_inner(p)?;
        for joint in ["and", "or"] {
            if p.take(joint) {
                let rest = Box::new(condition_chain(p, joint)?);
                return Ok(if joint == "and" { Condition::Both(Box::new(first), rest) } else { Condition::Either(Box::new(first), rest) });
            }
        }
        Ok(first)
    })
}

fn condition_chain(p: &mut Parser<'_>, joint: &str) -> Read<Condition> {
    p.deeper(|p| {
        let first = condition_inner(p)?;
        if p.take(joint) {
            let rest = Box::new(condition_chain(p, joint)?);
            return Ok(if joint == "and" { Condition::Both(Box::new(first), rest) } else { Condition::Either(Box::new(first), rest) });
        }
        Ok(first)
    })
}

fn condition_inner(p: &mut Parser<'_>) -> Read<Condition> {
    p.deeper(|p| {
        for (open, joint) in [("it is so both that", "and that"), ("it is so either that", "or that")] {
            if p.take(open) {
                let a = Box::new(condition_inner(p)?);
                p.must(joint)?;
                let b = Box::new(condition_inner(p)?);
                return Ok(if joint == "and that" { Condition::Both(a, b) } else { Condition::Either(a, b) });
            }
        }
        if p.take("it is not so that") {
            return Ok(Condition::Not(Box::new(condition_inner(p)?)));
        }
        if p.take("it is so that") {
            return p.quoted().map(Condition::Fact).ok_or_else(|| p.expect("the fact in quotation marks"));
        }
        if p.take("the matter is") {
            if let Some(name) = p.quoted() {
                return Ok(Condition::Matter(name));
            }
            p.at -= 3;
        }
        for (state, words) in Circumstance::ALL {
            if p.take(words) {
                return Ok(Condition::State(state));
            }
        }
        if p.take("there has been no quorum for") {
            return Ok(Condition::NoQuorumFor(length(p)?));
        }
        if let Some((by, a, b)) = p.attempt(|p| {
            p.must("there are at least")?;
            let by = p.number()?;
            p.must("more")?;
            let a = group(p, true)?;
            p.must("than")?;
            Ok((by, a, group(p, true)?))
        }) {
            return Ok(Condition::Outnumber(by, a, b));
        }
        if p.take_any(&["there are", "there is"]) {
            let (count, group) = count_of(p)?;
            return Ok(Condition::There(count, group));
        }
        if p.take("the office of") {
            let post = post_title(p)?;
            p.must("is vacant")?;
            return Ok(Condition::Vacant(post));
        }
        if let Some(post) = p.attempt(|p| {
            let post = post(p)?;
            p.must("is absent")?;
            Ok(post)
        }) {
            return Ok(Condition::Absent(post));
        }
        let who = who_inner(p)?;
        let plural = who.is_plural();
        let deed = deed(p, |v| if plural { v.base() } else { v.third() })?;
        Ok(Condition::Does(who, Box::new(deed)))
    })
}

fn post_title(p: &mut Parser<'_>) -> Read<Post> {
    for post in [Post::Chair, Post::ViceChair, Post::Secretary] {
        if p.take(post.title()) {
            return Ok(post);
        }
    }
    Ok(Post::Named(name(p)?))
}
