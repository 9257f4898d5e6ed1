//! Does what: a verb with what belongs to it.

use super::*;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) fn verb(p: &mut Parser<'_>, form: impl Fn(&Forms) -> &'static str) -> Read<Verb> {
    // The longest spelling wins. What begins otherwise is looked at only to say what would have been right.
    if !p.noting {
        let start = p.at;
        let Some(first) = p.word().map(str::to_ascii_lowercase) else { return Err(Stuck) };
        let mut best: Option<(usize, Verb)> = None;
        for verb in VERBS.get(first.as_str()).into_iter().flatten() {
            for forms in verb.forms() {
                if p.take(form(forms)) && best.is_none_or(|(end, _)| p.at > end) && !in_some_form(p, *verb) {
                    best = Some((p.at, *verb));
                }
                p.at = start;
            }
        }
        let (end, verb) = best.ok_or(Stuck)?;
        p.at = end;
        return Ok(verb);
    }
    let best = Verb::ALL
        .iter()
        .filter_map(|v| {
            let start = p.at;
            let length = v.forms().iter().filter(|forms| {
                let took = p.take(form(forms)) && !in_some_form(p, *v);
                if !took {
                    p.at = start;
                }
                took
            });
            let length = length.fold(0, |most, forms| most.max(form(forms).split(' ').count()));
            p.at = start;
            (length > 0).then_some((length, *v))
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

/// Words that no list ends before: they say something of whoever stands there.
const GOES_ON: [&str; 24] = [
    "is", "are", "was", "were", "has", "have", "cease", "ceases", "does", "do", "can", "cannot", "may", "must", "should", "shall", "will", "need",
    "needs", "fail", "fails", "mean", "means", "be",
];

/// One, or several with commas between them: `A, B and C`.
fn several(p: &mut Parser<'_>) -> Read<Who> {
    let first = who_inner(p)?;
    if !p.loose {
        return Ok(first);
    }
    let more = p.guess(|p| {
        let mut out = Vec::new();
        loop {
            if p.take("and") || p.comma() && p.take("and") {
                p.take("to");
                out.push(who_inner(p)?);
                // What goes on is another condition: "and a new member is excluded".
                let goes_on = p.word().is_some_and(|w| GOES_ON.contains(&w))
                    || p.guess(|p| verb(p, |f| f.1)).is_some()
                    || p.guess(|p| verb(p, |f| f.0)).is_some();
                return if goes_on { Err(Stuck) } else { Ok(out) };
            }
            if p.tokens.get(p.at.wrapping_sub(1)).is_none_or(|t| t.kind != Kind::Comma) {
                return Err(Stuck);
            }
            out.push(who_inner(p)?);
        }
    });
    Ok(std::iter::once(first)
        .chain(more.into_iter().flatten())
        .rev()
        .reduce(|rest, one| Who::And(Box::new(one), Box::new(rest)))
        .unwrap_or(Who::Post(Post::Body)))
}

/// Whether the "in" of "call in" begins a manner instead: "call in writing".
fn in_some_form(p: &Parser<'_>, verb: Verb) -> bool {
    const AFTER_IN: [&str; 9] = ["writing", "public", "private", "exceptional", "person", "secret", "advance", "each", "consultation"];
    verb == Verb::CallIn
        && match p.kind() {
            Some(Kind::Word(word)) => {
                AFTER_IN.contains(&word.as_str())
                    || crate::tree::MONTHS.contains(&word.as_str())
                    || word == "exactly"
                    || (word == "at" && matches!(p.tokens.get(p.at + 1).map(|t| &t.kind), Some(Kind::Word(w)) if w == "least" || w == "most"))
                    || (word == "the" && matches!(p.tokens.get(p.at + 1).map(|t| &t.kind), Some(Kind::Word(w)) if w == "minutes"))
            }
            // A name is what is called in.
            _ => false,
        }
}

pub(crate) fn deed(p: &mut Parser<'_>, form: impl Fn(&Forms) -> &'static str) -> Read<Deed> {
    let verb = verb(p, form)?;
    let thing = p.attempt(thing);
    rest_of_deed(p, verb, thing)
}

pub(crate) fn rest_of_deed(p: &mut Parser<'_>, verb: Verb, thing: Option<Thing>) -> Read<Deed> {
    let mut deed = Deed { verb, thing, to: None, from: None, manner: Vec::new(), times: Vec::new(), with: Vec::new() };
    loop {
        if let Some(limit) = p.attempt(|p| {
            p.must("to at least")?;
            length(p)
        }) {
            deed.times.push(Time::ToLeast(limit));
        } else if p.without.is_none()
            && let Some(who) = p.attempt(|p| {
                if !p.take_any(&["without the agreement of", "without the consent of", "without the approval of", "without the permission of"]) {
                    return Err(Stuck);
                }
                who_inner(p)
            })
        {
            let agree = Deed { verb: Verb::Agree, thing: None, to: None, from: None, manner: Vec::new(), times: Vec::new(), with: Vec::new() };
            p.without = Some(Condition::Does(who, Box::new(agree)));
        } else if p.amount.is_none()
            && let Some(amount) = p.attempt(amount)
        {
            p.amount = Some(amount);
        } else if p.take_any(&["to the next meeting", "to the next ordinary meeting", "to the following meeting", "to its next meeting"]) {
            deed.times.push(Time::At(Occasion::NextMeeting));
        } else if deed.to.is_none() && p.take("to") {
            deed.to = Some(several(p)?);
        } else if deed.from.is_none() && p.take("from") {
            deed.from = Some(who_inner(p)?);
        } else if let Some(manner) = p.attempt(manner) {
            deed.manner.push(manner);
        } else if let Some(with) = p.attempt(with) {
            deed.with.push(with);
        } else if let Some(time) = p.attempt(time) {
            deed.times.push(time);
            deed.with.extend(p.asked.take().map(With::Request));
            if std::mem::take(&mut p.joined) && !deed.times.contains(&Time::WithoutBreak) {
                deed.times.push(Time::WithoutBreak);
            }
        } else if p.loose && p.take_any(&["in total", "altogether", "in all"]) {
        } else {
            return Ok(deed);
        }
    }
}

/// `of more than £500,000`: the amount that a deed is about.
pub(super) fn amount(p: &mut Parser<'_>) -> Read<Condition> {
    const BOUNDS: [(&[&str], Bound, i64); 4] = [
        (&["up to", "of up to", "of at most", "of not more than", "of no more than", "not exceeding"], Bound::AtMost, 0),
        (&["below", "under", "of less than", "of under", "of below"], Bound::AtMost, -1),
        (&["of more than", "over", "of over", "above", "of above", "exceeding", "in excess of"], Bound::AtLeast, 1),
        (&["of at least", "of not less than"], Bound::AtLeast, 0),
    ];
    let (_, bound, shift) = BOUNDS.iter().find(|(words, ..)| p.take_any(words)).ok_or(Stuck)?;
    let Some(Kind::Money(currency, _)) = p.kind() else { return Err(p.expect("an amount such as `£50,000`")) };
    let currency = *currency;
    let amount = u32::try_from(i64::from(money(p)?) + shift).map_err(|_| Stuck)?;
    Ok(Condition::Amount(*bound, Money { currency, amount }))
}

pub(crate) fn manner(p: &mut Parser<'_>) -> Read<Manner> {
    if let Some((manner, _)) = Manner::ALL.iter().find(|(_, words)| p.take(words)) {
        return Ok(manner.clone());
    }
    const OTHERWISE: [(&[&str], Manner); 11] = [
        (&["by email", "by electronic mail", "via e-mail", "via email"], Manner::ByEmail),
        (&["by letter", "in written form", "by written notice", "by notice in writing", "in writing"], Manner::InWriting),
        (
            &[
                "on its website",
                "on the council's website",
                "on the partnership's website",
                "on the board's website",
                "on the authority's website",
                "on the body's website",
                "on a website",
                "on their website",
                "on the internet",
                "online on the website",
            ],
            Manner::OnTheWebsite,
        ),
        (&["by electronic means", "in electronic form"], Manner::Electronically),
        (&["online", "virtually", "by video", "by video conference", "by video-conference", "by remote means"], Manner::Remotely),
        (&["by show of hands"], Manner::ByShowOfHands),
        (&["by a roll call", "by recorded vote", "by a recorded vote", "by named vote"], Manner::ByRollCall),
        (&["by a ballot", "by secret ballot", "by a secret ballot"], Manner::ByBallot),
        (&["by phone"], Manner::ByTelephone),
        (&["with its reasons", "with the reasons", "giving reasons", "with reasons given"], Manner::WithReasons),
        (&["by drawing lots", "by the drawing of lots"], Manner::ByLot),
    ];
    if let Some((_, manner)) = OTHERWISE.iter().find(|(words, _)| p.take_any(words)) {
        return Ok(manner.clone());
    }
    if let Some((bound, n)) = p.guess(|p| {
        p.must("in")?;
        pages(p)
    }) {
        return Ok(Manner::Pages(bound, n));
    }
    for (word, made) in [
        ("of", Manner::About as fn(Name) -> Manner),
        ("stating", Manner::Stating as fn(Name) -> Manner),
        ("as", Manner::As),
        ("at", Manner::At),
        ("about", Manner::About),
        ("on", Manner::About),
        ("in", Manner::In),
    ] {
        if p.take(word) {
            // "A report on performance", of what the lists hold.
            if p.loose
                && matches!(word, "on" | "about")
                && let Some(word) = p.guess(|p| self::word(p).ok_or(Stuck))
            {
                return Ok(Manner::About(word.canonical().to_owned()));
            }
            return p.quoted().map(made).ok_or_else(|| p.expect("a name in quotation marks"));
        }
    }
    Err(Stuck)
}

/// `at most 8 pages`
pub(super) fn pages(p: &mut Parser<'_>) -> Read<(Bound, u32)> {
    let (bound, n) = match strictly(p) {
        Some(strict) => strict,
        None => (bound(p).unwrap_or(Bound::Exactly), p.positive()?),
    };
    if !p.take_any(&["sides of A4", "pages of A4", "A4 pages", "A4 sides", "pages", "page", "sides", "side"]) || n == 0 {
        return Err(Stuck);
    }
    p.take_any(&["in length", "long", "in total"]);
    Ok((bound, n))
}

pub(super) fn with(p: &mut Parser<'_>) -> Read<With> {
    if p.take_any(&[
        "after consulting",
        "after consultation with",
        "following consultation with",
        "in consultation with",
        "having consulted",
        "subject to consultation with",
    ]) {
        Ok(With::Consulting(who_inner(p)?))
    } else if p.take_any(&[
        "with the agreement of",
        "with the consent of",
        "with the approval of",
        "with the permission of",
        "subject to the agreement of",
        "subject to the approval of",
        "subject to the consent of",
    ]) {
        Ok(With::Agreement(who_inner(p)?))
    } else if p.take("through") {
        Ok(With::Through(who_inner(p)?))
    } else if p.take("on behalf of") {
        Ok(With::Behalf(who_inner(p)?))
    } else {
        p.must("at the request of")?;
        Ok(With::Request(who_inner(p)?))
    }
}

pub(crate) fn thing(p: &mut Parser<'_>) -> Read<Thing> {
    if let Some(name) = p.attempt(|p| {
        p.must("a decision on")?;
        p.quoted().ok_or(Stuck)
    }) {
        return Ok(Thing::DecisionOn(name));
    }
    if p.take_any(&[
        "a conflict of interest",
        "any conflict of interest",
        "conflicts of interest",
        "any interest",
        "interests",
        "their interests",
        "all interests",
    ]) {
        return Ok(Thing::Interest(None));
    }
    p.take_any(&["a copy of", "copies of"]);
    if let Some(word) = word(p) {
        // "The chair of …" is no thing, and "a committee" that goes on is a who.
        return Ok(Thing::Word(word));
    }
    if let Some(kind) = p.guess(interest) {
        return Ok(Thing::Interest(kind));
    }
    if let Some(missed) = p.attempt(|p| {
        let count = p.positive()?;
        let consecutive = p.take("consecutive");
        let regular = p.take_any(&["regular", "ordinary"]);
        if !p.take_any(&["meetings", "meeting"]) {
            return Err(Stuck);
        }
        let run = if consecutive || p.take("in a row") {
            Run::InARow
        } else if p.take_any(&["in any", "within any", "in a", "within a", "in", "within"]) {
            let length = length_or_unit(p)?;
            p.take_any(&["period", "rolling period"]);
            Run::InAny(length)
        } else {
            p.must("in a row")?;
            Run::InARow
        };
        let without = p.attempt(|p| {
            p.must("without")?;
            lack(p)
        });
        Ok(Missed { count, regular, run, without })
    }) {
        return Ok(Thing::Meetings(missed));
    }
    if let Some(name) = p.quoted() {
        return Ok(Thing::Named(name));
    }
    Ok(Thing::Who(Box::new(who_inner(p)?)))
}

/// Without what meetings were missed.
fn lack(p: &mut Parser<'_>) -> Read<Lack> {
    if let Some(lack) = Lack::ALL.into_iter().find(|l| p.take(l.word())) {
        return Ok(lack);
    }
    if p.take_any(&["reasonable excuse", "reasonable cause", "a good reason", "good reason"]) {
        return Ok(Lack::Cause);
    }
    if p.take_any(&["sending a substitute", "sending apologies"]) {
        return Ok(if matches!(p.tokens.get(p.at - 1).map(|t| &t.kind), Some(Kind::Word(w)) if w == "apologies") {
            Lack::Apologies
        } else {
            Lack::Substitute
        });
    }
    p.take_any(&["the", "prior"]);
    if p.take_any(&["leave of absence", "permission", "leave", "consent", "approval"]) {
        if p.take_any(&["of", "from"]) {
            post(p)?;
        }
        return Ok(Lack::Approval);
    }
    Err(Stuck)
}

/// Verbs by the first words of their forms.
static VERBS: LazyLock<HashMap<&'static str, Vec<Verb>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<Verb>> = HashMap::new();
    for verb in Verb::ALL {
        for (base, third, participle) in verb.forms() {
            for form in [base, third, participle] {
                let list = out.entry(form.split(' ').next().unwrap_or_default()).or_default();
                if !list.contains(verb) {
                    list.push(*verb);
                }
            }
        }
    }
    out
});

/// Things by the last word of their spellings' first two: an article says little.
static THINGS: LazyLock<HashMap<&'static str, Vec<Word>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<Word>> = HashMap::new();
    for word in Word::ALL {
        for spelling in word.spellings() {
            let list = out.entry(key(spelling)).or_default();
            if !list.contains(word) {
                list.push(*word);
            }
        }
    }
    out
});

fn key(spelling: &str) -> &str {
    let mut words = spelling.split(' ');
    let first = words.next().unwrap_or_default();
    if matches!(first, "the" | "a" | "an" | "these" | "this") { words.next().unwrap_or(first) } else { first }
}

pub(super) fn word(p: &mut Parser<'_>) -> Option<Word> {
    let start = p.at;
    let mut best: Option<(usize, Word)> = None;
    let first = p.word()?.to_ascii_lowercase();
    let second = match p.tokens.get(p.at + 1).map(|t| &t.kind) {
        Some(Kind::Word(word)) => word.to_ascii_lowercase(),
        _ => String::new(),
    };
    let article = matches!(first.as_str(), "the" | "a" | "an" | "these" | "this");
    let near: &[Word] =
        if p.noting { Word::ALL } else { THINGS.get(if article { second.as_str() } else { first.as_str() }).map_or(&[], Vec::as_slice) };
    for word in near {
        for spelling in word.spellings() {
            p.at = start;
            if p.take(spelling) && best.is_none_or(|(end, _)| p.at > end) {
                best = Some((p.at, *word));
            }
        }
    }
    p.at = start;
    // Any article will do, and one or several of them.
    if best.is_none() {
        if matches!(first.as_str(), "the" | "a" | "an" | "its" | "their" | "his" | "her" | "any" | "all") {
            p.at += 1;
        }
        best = if p.at > start { bare_word(p).map(|word| (p.at, word)) } else { None };
        p.at = start;
    }
    let (end, word) = best?;
    p.at = end;
    Some(word)
}

/// A thing without its article, one or several of them: `report`, `reports`.
pub(super) fn bare_word(p: &mut Parser<'_>) -> Option<Word> {
    let head = p.word()?.to_lowercase();
    let start = p.at;
    let mut best: Option<(usize, Word)> = None;
    for (bare, word) in BARE.get(head.as_str()).into_iter().flatten() {
        let noting = std::mem::replace(&mut p.noting, false);
        if p.take(bare) && best.is_none_or(|(end, _)| p.at > end) {
            best = Some((p.at, *word));
        }
        p.noting = noting;
        p.at = start;
    }
    let (end, word) = best?;
    p.at = end;
    Some(word)
}

/// Spellings without their article, in the singular and the plural, by their first word.
static BARE: LazyLock<HashMap<String, Vec<(String, Word)>>> = LazyLock::new(|| {
    let mut out: HashMap<String, Vec<(String, Word)>> = HashMap::new();
    for word in Word::ALL {
        for spelling in word.spellings() {
            let bare = ["the ", "an ", "a ", "these ", "this "].iter().find_map(|a| spelling.strip_prefix(a)).unwrap_or(spelling).to_lowercase();
            let plural = match bare.strip_suffix('y') {
                Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
                _ if bare.ends_with('s') => bare.clone(),
                _ => format!("{bare}s"),
            };
            let singular = bare.strip_suffix("ies").map(|stem| format!("{stem}y")).or_else(|| bare.strip_suffix('s').map(str::to_owned));
            for one in [Some(bare.clone()), Some(plural), singular].into_iter().flatten() {
                let list = out.entry(one.split(' ').next().unwrap_or_default().to_owned()).or_default();
                if !list.iter().any(|(known, _)| *known == one) {
                    list.push((one, *word));
                }
            }
        }
    }
    out
});

pub(super) fn interest(p: &mut Parser<'_>) -> Read<Option<Name>> {
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

/// Every word of the language's own: of its verbs, things, kinds and the small words between them.
static KNOWN: LazyLock<std::collections::HashSet<String>> = LazyLock::new(|| {
    let verbs = Verb::ALL.iter().flat_map(|v| v.forms()).flat_map(|(base, third, participle)| [*base, *third, *participle]);
    let things = Word::ALL.iter().flat_map(|w| w.spellings().iter().copied());
    let kinds = crate::tree::KINDS.iter().flat_map(|(one, many)| [*one, *many]);
    let words = verbs.chain(things).chain(kinds).chain(crate::tree::RESERVED.iter().copied());
    let bare = BARE.values().flatten().map(|(bare, _)| bare.as_str());
    words.chain(bare).flat_map(|phrase| phrase.split(' ')).map(str::to_lowercase).collect()
});

/// Whether a word is one of the language's own.
pub(crate) fn is_known(word: &str) -> bool {
    KNOWN.contains(word)
}

/// Whether a word says that something was done.
pub(crate) fn is_participle(word: &str) -> bool {
    VERBS.get(word).is_some_and(|verbs| verbs.iter().any(|v| v.forms().iter().any(|forms| forms.2 == word)))
}

/// Whether a word is a letter away from one of the language's own.
pub(crate) fn is_misspelt(word: &str) -> bool {
    // Words of the sentence forms themselves.
    const OF_FORMS: [&str; 10] =
        ["quorum", "majority", "consensus", "chair", "vice-chair", "secretary", "substitute", "substitutes", "member", "members"];
    word.chars().count() > 4
        && KNOWN
            .iter()
            .map(|known| &**known)
            .chain(OF_FORMS)
            .any(|known: &str| known.len().abs_diff(word.len()) < 2 && known.len() > 4 && crate::read::problem::distance(known, word) == 1)
}

/// Whether words without an article are one thing of the list, or somebody whom it knows.
pub(crate) fn is_thing(words: &[Token]) -> bool {
    let whole = |read: fn(&mut Parser<'_>) -> bool| {
        let mut p = Parser::new(words, false);
        read(&mut p) && p.done()
    };
    whole(|p| bare_word(p).is_some()) || whole(|p| noun(p, false).is_ok()) || whole(|p| noun(p, true).is_ok())
}

/// Whether a word says what somebody does, and names no thing.
pub(crate) fn is_present(word: &str) -> bool {
    VERBS.get(word).is_some_and(|verbs| verbs.iter().any(|v| v.forms().iter().any(|forms| forms.1 == word))) && !BARE.contains_key(word)
}

/// Whether words begin with a thing that takes several of them: they are that thing, and more.
pub(crate) fn begins_with_a_thing(words: &[Token]) -> bool {
    let mut p = Parser::new(words, false);
    bare_word(&mut p).is_some() && p.at > 2
}

/// Whether words after "the" are an office, or the body.
pub(crate) fn is_post(words: &[Token]) -> bool {
    let Some(first) = words.first() else { return false };
    let mut all = vec![Token { kind: Kind::Word("the".to_owned()), ..first.clone() }];
    all.extend_from_slice(words);
    let mut p = Parser::new(&all, false);
    matches!(post(&mut p), Ok(post) if !matches!(post, Post::Named(_) | Post::Organisation(_))) && p.done()
}
