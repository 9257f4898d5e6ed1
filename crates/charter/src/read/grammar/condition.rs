//! If: what may be so.

use super::*;

pub(super) fn condition(p: &mut Parser<'_>) -> Read<Condition> {
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

pub(super) fn condition_chain(p: &mut Parser<'_>, joint: &str) -> Read<Condition> {
    p.deeper(|p| {
        let first = condition_inner(p)?;
        if p.take(joint) {
            let rest = Box::new(condition_chain(p, joint)?);
            return Ok(if joint == "and" { Condition::Both(Box::new(first), rest) } else { Condition::Either(Box::new(first), rest) });
        }
        Ok(first)
    })
}

pub(crate) fn condition_inner(p: &mut Parser<'_>) -> Read<Condition> {
    p.deeper(|p| {
        for (open, joint) in [("it is so both that", "and that"), ("it is so either that", "or that")] {
            if p.take(open) {
                let a = Box::new(condition_inner(p)?);
                p.must(joint)?;
                let b = Box::new(condition_inner(p)?);
                return Ok(if joint == "and that" { Condition::Both(a, b) } else { Condition::Either(a, b) });
            }
        }
        if let Some((length, on)) = p.attempt(|p| {
            if !p.take_any(&["it is at least", "it is more than"]) {
                return Err(Stuck);
            }
            let length = length(p)?;
            p.must("after")?;
            Ok((length, occasion(p)?))
        }) {
            return Ok(Condition::Past(length, on));
        }
        if let Some((length, on)) = p.guess(|p| {
            let length = length(p)?;
            if !p.take_any(&["have passed since", "has passed since"]) {
                return Err(Stuck);
            }
            Ok((length, occasion(p)?))
        }) {
            return Ok(Condition::Past(length, on));
        }
        if p.take("it is after") {
            return Ok(Condition::After(date(p)?));
        }
        if p.take("it is before") {
            return Ok(Condition::Before(date(p)?));
        }
        if p.take("the published agenda announces it") {
            return Ok(Condition::Announced);
        }
        if p.take_any(&["the body has resolved", "the body has decided"]) {
            return p.quoted().map(Condition::Resolved).ok_or_else(|| p.expect("what was resolved, in quotation marks"));
        }
        if let Some(name) = p.attempt(|p| {
            p.must("the body resolves")?;
            p.quoted().ok_or(Stuck)
        }) {
            return Ok(Condition::Resolved(name));
        }
        if p.take_any(&["the amount is", "the amount exceeds", "the value is", "the value exceeds"]) {
            let exceeds = matches!(p.tokens.get(p.at - 1).map(|t| &t.kind), Some(Kind::Word(w)) if w == "exceeds");
            let strict = exceeds || p.take_any(&["more than", "over", "above"]);
            let bound = if strict { Bound::AtLeast } else { bound(p).unwrap_or(Bound::Exactly) };
            return match p.kind() {
                Some(Kind::Money(currency, amount)) => {
                    p.at += 1;
                    let amount = if strict { amount.saturating_add(1) } else { *amount };
                    Ok(Condition::Amount(bound, Money { currency: *currency, amount }))
                }
                _ => Err(p.expect("an amount such as `£50,000`")),
            };
        }
        if let Some(kind) = p.attempt(|p| {
            p.must("the meeting is")?;
            gathering(p).ok_or(Stuck)
        }) {
            return Ok(Condition::MeetingIs(kind));
        }
        if let Some((name, bound, n)) = p.attempt(|p| {
            let name = p.quoted().ok_or(Stuck)?;
            if !p.take_any(&["is", "are"]) {
                return Err(Stuck);
            }
            if let Some((bound, n)) = strictly(p) {
                return Ok((name, bound, n));
            }
            let bound = bound(p).unwrap_or(Bound::Exactly);
            Ok((name, bound, p.number()?))
        }) {
            return Ok(Condition::Number(name, bound, n));
        }
        if p.take_any(&["it is not so that", "it is not the case that"]) {
            return Ok(Condition::Not(Box::new(condition_inner(p)?)));
        }
        if p.take_any(&["it is so that", "it is the case that"]) {
            return p.quoted().map(Condition::Fact).ok_or_else(|| p.expect("the fact in quotation marks"));
        }
        if p.take("the matter is") {
            if let Some(name) = p.quoted() {
                return Ok(Condition::Matter(name));
            }
            p.at -= 3;
        }
        // How long there was none is another thing.
        if let Some(length) = p.attempt(|p| {
            if !p.take_any(&[
                "there has been no quorum for",
                "there is no quorum for",
                "there is no quorum within",
                "no quorum is present within",
                "a quorum is not present within",
                "the meeting is not quorate within",
            ]) {
                return Err(Stuck);
            }
            let length = length(p)?;
            p.take_any(&[
                "of the start of the meeting",
                "of the start",
                "of the time fixed for the meeting",
                "of the time appointed for the meeting",
                "after the start of the meeting",
            ]);
            Ok(length)
        }) {
            return Ok(Condition::NoQuorumFor(length));
        }
        for (state, words) in Circumstance::ALL {
            if p.take(words) {
                // "There is no quorum at a reconvened meeting."
                if state == Circumstance::NoQuorum
                    && let Some(kind) = p.guess(|p| {
                        p.must("at")?;
                        gathering(p).ok_or(Stuck)
                    })
                {
                    return Ok(Condition::Both(Box::new(Condition::MeetingIs(kind)), Box::new(Condition::State(state))));
                }
                return Ok(Condition::State(state));
            }
        }
        const OTHERWISE: [(&[&str], Circumstance); 3] = [
            (
                &[
                    "the meeting is inquorate",
                    "a meeting is inquorate",
                    "the meeting becomes inquorate",
                    "a meeting becomes inquorate",
                    "the meeting is not quorate",
                    "a meeting is not quorate",
                    "no quorum is present",
                    "a quorum is not present",
                    "the quorum is not present",
                    "the quorum is lost",
                ],
                Circumstance::NoQuorum,
            ),
            (
                &["consensus cannot be reached", "consensus is not reached", "no consensus is reached", "no consensus can be reached"],
                Circumstance::NoConsensus,
            ),
            (
                &[
                    "there is a tie",
                    "the votes are tied",
                    "the vote is tied",
                    "there is an equality of votes",
                    "there is a tied vote",
                    "there is an equal number of votes",
                ],
                Circumstance::VotesEqual,
            ),
        ];
        if let Some((_, state)) = OTHERWISE.iter().find(|(words, _)| p.take_any(words)) {
            return Ok(Condition::State(*state));
        }
        if let Some(found) = p.attempt(|p| {
            let post = if p.take_any(&["a seat", "any seat", "the seat"]) {
                None
            } else {
                p.must("the office of")?;
                Some(post_title(p)?)
            };
            if !p.take_any(&["has been vacant for", "is vacant for", "remains vacant for"]) {
                return Err(Stuck);
            }
            p.take_any(&["at least", "more than"]);
            Ok(Condition::VacantFor(post, length(p)?))
        }) {
            return Ok(found);
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
            if !p.take_any(&["is absent", "is away", "is not present", "is unable to attend", "cannot attend", "is unable to act"]) {
                return Err(Stuck);
            }
            Ok(post)
        }) {
            return Ok(Condition::Absent(post));
        }
        if let Some(done) = p.attempt(|p| {
            let thing = thing(p)?;
            if !p.take_any(&["is", "are"]) {
                return Err(Stuck);
            }
            let not = p.take("not");
            let verb = verb(p, |f| f.2)?;
            let deed = rest_of_deed(p, verb, Some(thing))?;
            // "The budget is agreed by the council."
            let by = if p.take("by") { Some(who_inner(p)?) } else { None };
            Ok((not, by, deed))
        }) {
            let (not, by, mut deed) = done;
            if by.is_some() {
                let more = rest_of_deed(p, deed.verb, None)?;
                deed.manner.extend(more.manner);
                deed.times.extend(more.times);
                deed.with.extend(more.with);
                deed.to = deed.to.or(more.to);
                deed.from = deed.from.or(more.from);
            }
            let done = match by {
                Some(who) => Condition::Does(who, Box::new(deed)),
                None => Condition::Done(Box::new(deed)),
            };
            return Ok(if not { Condition::Not(Box::new(done)) } else { done });
        }
        if p.take_any(&[
            "confidential or exempt information is discussed",
            "confidential or exempt information is to be discussed",
            "confidential or exempt information is considered",
            "confidential or exempt information would be disclosed",
            "confidential or exempt information is likely to be disclosed",
        ]) {
            let state = |state| Box::new(Condition::State(state));
            return Ok(Condition::Either(state(Circumstance::Confidential), state(Circumstance::Exempt)));
        }
        if let Some((one, other)) = p.guess(|p| {
            p.must("neither")?;
            let one = post(p)?;
            p.must("nor")?;
            let other = post(p)?;
            if p.take_any(&["is present", "are present", "is able to attend", "can attend"]) { Ok((one, other)) } else { Err(Stuck) }
        }) {
            return Ok(Condition::Both(Box::new(Condition::Absent(one)), Box::new(Condition::Absent(other))));
        }
        if let Some((one, other)) = p.guess(|p| {
            p.take("both");
            let one = post(p)?;
            p.must("and")?;
            let other = post(p)?;
            if p.take_any(&["are absent", "are both absent", "are not present", "are away"]) { Ok((one, other)) } else { Err(Stuck) }
        }) {
            return Ok(Condition::Both(Box::new(Condition::Absent(one)), Box::new(Condition::Absent(other))));
        }
        let who = who_inner(p)?;
        let plural = who.is_plural();
        // "Does not attend 3 meetings in a row", "is absent from 3 consecutive meetings": misses them.
        if let Some(missed) = p.guess(|p| {
            if !p.take_any(&[
                "does not attend",
                "do not attend",
                "fails to attend",
                "fail to attend",
                "is absent from",
                "are absent from",
                "has been absent from",
                "has missed",
            ]) {
                return Err(Stuck);
            }
            match thing(p)? {
                meetings @ Thing::Meetings(_) => rest_of_deed(p, Verb::Miss, Some(meetings)),
                _ => Err(Stuck),
            }
        }) {
            return Ok(Condition::Does(who, Box::new(missed)));
        }
        for (words, made) in [
            (["becomes", "become"], Condition::Becomes as fn(Who, Name) -> Condition),
            (["ceases to be", "cease to be"], Condition::Ceases),
            (["judges that", "judge that"], Condition::Judges),
            (["is satisfied that", "are satisfied that"], Condition::Judges),
            (["considers that", "consider that"], Condition::Judges),
        ] {
            if p.take_any(&words) {
                return p.quoted().map(|name| made(who, name)).ok_or_else(|| p.expect("it, in quotation marks"));
            }
        }
        if p.take_any(&["does not", "do not", "cannot", "can not", "fails to", "fail to"]) {
            let deed = deed(p, |f| f.0)?;
            return Ok(Condition::Not(Box::new(Condition::Does(who, Box::new(deed)))));
        }
        if let Some(be) = p.attempt(|p| {
            if !p.take_any(&["is", "are"]) {
                return Err(Stuck);
            }
            be(p)
        }) {
            return Ok(Condition::Is(who, be));
        }
        // "The ministers agree": a post may be called in the plural.
        let deed = match p.attempt(|p| deed(p, |f| if plural { f.0 } else { f.1 })) {
            Some(deed) => deed,
            None => deed(p, |f| if plural { f.1 } else { f.0 })?,
        };
        Ok(Condition::Does(who, Box::new(deed)))
    })
}

pub(super) fn post_title(p: &mut Parser<'_>) -> Read<Post> {
    for post in [Post::Chair, Post::ViceChair, Post::Secretary] {
        if p.take(post.title()) {
            return Ok(post);
        }
    }
    Ok(Post::Named(name(p)?))
}
