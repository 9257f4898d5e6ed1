//! How posts and seats are filled.

use super::*;

/// Who holds an office for an organisation, as the record says who put them there.
fn people_by<'a>(view: View<'a>, title: &str, day: Date) -> Vec<(&'a str, String)> {
    view.record
        .offices
        .iter()
        .filter(|o| o.office.eq_ignore_ascii_case(title) && Span { from: o.from, until: o.until }.holds(day))
        .filter_map(|o| o.by.as_deref().map(|by| (o.person.as_str(), view.name_of_sort(&Sort::Organisation, by))))
        .collect()
}

fn people_of<'a>(people: &[(&'a str, String)], organisation: &str) -> Vec<&'a str> {
    people.iter().filter(|(_, by)| crate::engine::acts::same(by, organisation)).map(|(p, _)| *p).collect()
}

impl<'a> View<'a> {
    pub(super) fn spells(self, holder: &Holder, as_at: Date) -> Vec<Spell<'a>> {
        let mut out: Vec<Spell<'a>> = match holder {
            Holder::Post(post) => self
                .record
                .offices
                .iter()
                .filter(|o| o.office.eq_ignore_ascii_case(post.title()))
                .map(|o| Spell { person: &o.person, from: o.from, until: o.until, by: o.by.as_deref(), how: o.how.as_deref() })
                .collect(),
            Holder::Seats(group) => self
                .record
                .appointments
                .iter()
                .filter(|a| {
                    let day = a.from.unwrap_or(as_at);
                    self.index.seats.get(a.seat.as_str()).is_some_and(|seat| {
                        let of_noun = crate::engine::counting::noun_fits(&group.noun, seat)
                            || group.noun == Noun::Seat
                            || (group.noun == Noun::Substitute && seat.class.as_deref() == Some("substitute"));
                        let named = if let Noun::Named(name) = &group.noun {
                            self.has_attribute(seat, Some(&a.person), name, day) == Truth::Yes
                        } else {
                            true
                        };
                        of_noun && named && self.seat_fits(seat, Some(&a.person), day, group).0 == Truth::Yes
                    })
                })
                .map(|a| Spell { person: &a.person, from: a.from, until: a.until, by: a.by.as_deref(), how: a.how.as_deref() })
                .collect(),
            Holder::Place => self
                .meetings_by_day()
                .iter()
                .filter_map(|(m, d)| m.place.as_deref().map(|p| Spell { person: p, from: Some(*d), until: Some(*d), by: None, how: None }))
                .collect(),
        };
        out.retain(|s| s.from.is_none_or(|f| f <= as_at));
        out.sort_by_key(|s| s.from);
        out
    }

    #[allow(clippy::too_many_lines)]
    pub fn filled(self, clause: &'a Clause, rule: &'a Rule, holder: &'a Holder, how: &'a Filling, manner: &Manner<'a>, as_at: Date) -> Vec<Verdict> {
        let title = match holder {
            Holder::Post(post) => post.title().to_owned(),
            Holder::Seats(group) => group.plural(),
            Holder::Place => "place of the meetings".to_owned(),
        };
        let spells = self.spells(holder, as_at);
        let now: Vec<&Spell<'a>> = spells.iter().filter(|s| Span { from: s.from, until: s.until }.holds(as_at)).collect();
        let kind = if matches!(holder, Holder::Seats(_)) { Kind::Appointments } else { Kind::Offices };
        let whole = self.record.is_complete(kind, as_at);
        let people: Vec<&str> = match holder {
            Holder::Post(post) => self.post_holders(post, as_at).0,
            _ => now.iter().map(|s| s.person).collect(),
        };
        let names = |people: &[&str]| people.iter().map(|p| self.record.name_of(p)).collect::<Vec<_>>().join(", ");
        let judge = |truth: Truth, words: String, missing: Vec<String>| self.judged(clause, rule, Force::Must, truth, words, missing);
        if people.is_empty() && !matches!(holder, Holder::Place) && !matches!(how, Filling::Passes(..) | Filling::Rotates(_)) {
            let (truth, words) = match (holder, whole) {
                (Holder::Seats(_), true) => (Truth::Yes, format!("there are no {title}")),
                (_, true) => (Truth::No, format!("the office of {title} is vacant")),
                _ => (Truth::CannotTell, format!("who holds the office of {title} is not recorded")),
            };
            return vec![judge(truth, words, vec![format!("who holds the office of {title}")])];
        }
        let mut out = Vec::new();
        if let (Some((sort, other)), Holder::Post(post)) = (manner.unlike, holder) {
            out.push(self.unlike(clause, rule, post, (sort, other), &people, as_at));
        }
        // How long each may hold it.
        if let Some((bound, length)) = manner.term.filter(|_| !matches!(how, Filling::Is(_)))
            && let Some((count, unit)) = length.in_whole_days()
        {
            let (mut faults, mut missing) = (Vec::new(), Vec::new());
            // Who left before the least that the terms ask.
            for spell in spells.iter().filter(|_| *bound == Bound::AtLeast) {
                let (Some(from), Some(until)) = (spell.from, spell.until.filter(|u| *u < as_at)) else { continue };
                let end = deadline_after(from, count, unit, self.holidays()).letter;
                if until < end.yesterday().unwrap_or(end) {
                    faults.push(format!(
                        "{} from {} until {}, less than {length}",
                        self.record.name_of(spell.person),
                        day_in_words(from),
                        day_in_words(until)
                    ));
                }
            }
            for spell in &now {
                let Some(from) = spell.from else {
                    missing.push(format!("since when {} is the {title}", self.record.name_of(spell.person)));
                    continue;
                };
                let end = deadline_after(from, count, unit, self.holidays()).letter;
                if *bound != Bound::AtLeast && spell.until.unwrap_or(as_at) > end {
                    faults.push(format!(
                        "{} since {}; the term ended on {}",
                        self.record.name_of(spell.person),
                        day_in_words(from),
                        day_in_words(end)
                    ));
                }
            }
            let truth = if !faults.is_empty() {
                Truth::No
            } else if missing.is_empty() {
                Truth::Yes
            } else {
                Truth::CannotTell
            };
            // A term that runs is no verdict of its own beside how the post was filled, unless it is over.
            if truth != Truth::Yes || matches!(how, Filling::AsDecided(_)) {
                let words = if faults.is_empty() { format!("{title}: within {length}") } else { faults.join("; ") };
                out.push(judge(truth, words, missing));
            }
        }
        if let Some(Time::Terms(_, most, each)) = manner.at {
            out.push(self.terms_held(clause, rule, &title, &spells, (*most, each.as_ref()), as_at));
        } else if let Some(time) = manner.at {
            let elects = matches!(how, Filling::Elected(_));
            out.extend(self.filled_when(clause, rule, holder, elects, time, as_at));
        }
        match how {
            Filling::Is(who) => {
                let Some(asked) = crate::engine::ruler(who) else { return out };
                let Holder::Post(post) = holder else { return out };
                // Past the term, the rule has run out.
                if let (Some((_, term)), Some(begun)) = (manner.term, self.begun(post)) {
                    let Some(unit) = term.unit.in_days() else { return out };
                    let end = deadline_after(begun, term.count, unit, self.holidays()).letter;
                    if as_at > end {
                        out.push(Verdict::new(
                            Some(&clause.number),
                            State::Met,
                            format!("the first {term} ended on {} ({})", day_in_words(end), cite(clause, rule)),
                        ));
                        return out;
                    }
                }
                let mut should: Vec<&str> = Vec::new();
                let mut known = true;
                let mut asks = vec![who];
                while let Some(one) = asks.pop() {
                    match one {
                        Who::Or(a, b) | Who::And(a, b) => asks.extend([a.as_ref(), b.as_ref()]),
                        Who::Post(post) => {
                            let (people, whole) = self.post_holders(post, as_at);
                            should.extend(people);
                            known &= whole;
                            // Somebody from an organisation that the post belongs to.
                            if let Post::Organisation(name) = post {
                                should.extend(
                                    self.sitting(as_at).0.iter().filter(|s| self.comes_from(s.seat, name, as_at) == Truth::Yes).map(|s| s.person),
                                );
                                should.extend(people_of(&people_by(self, &title, as_at), name));
                            }
                        }
                        _ => known = false,
                    }
                }
                let (truth, words) = if should.is_empty() {
                    (Truth::CannotTell, format!("{} is the {title}; who is {asked} is not recorded", names(&people)))
                } else if people.iter().any(|p| should.contains(p)) {
                    (Truth::Yes, format!("{} is the {title} as {asked}", names(&people)))
                } else {
                    (Truth::No, format!("{} is the {title}; {asked} is {}", names(&people), names(&should)))
                };
                let _ = known;
                out.push(judge(truth, words, vec![format!("who is {asked}")]));
            }
            Filling::Elected(who) | Filling::Appointed(who) => {
                let elected = matches!(how, Filling::Elected(_));
                let wanted = if elected { "elected" } else { "appointed" };
                let (mut faults, mut missing) = (Vec::new(), Vec::new());
                for spell in &now {
                    let name = self.record.name_of(spell.person);
                    match (spell.how, holder) {
                        (Some(how), _) if how == wanted => {}
                        (Some(how), _) => faults.push(format!("{name} became {title} otherwise: {how}")),
                        (None, Holder::Seats(_)) if spell.by.is_some() => {}
                        (None, _) => missing.push(format!("how the {title} was chosen")),
                    }
                    if let Some(by) = spell.by {
                        let subject = Subject { person: Some(spell.person.to_owned()), ..Subject::default() };
                        if self.among(&[by.to_owned()].into(), who, spell.from.unwrap_or(as_at), Some(&subject), false) == Truth::No {
                            faults.push(format!("{name} was {wanted} by {}, not by {who}", self.name_of_sort(&Sort::Organisation, by)));
                        }
                    } else if matches!(holder, Holder::Seats(_)) {
                        missing.push(format!("by whom {name} was {wanted}"));
                    }
                    for with in manner.with {
                        let (words, agreed) = with.parts();
                        let day = spell.from.unwrap_or(as_at);
                        let given = self
                            .index
                            .done
                            .get(&crate::tree::Verb::Agree)
                            .into_iter()
                            .chain(self.index.done.get(&crate::tree::Verb::Approve))
                            .flatten()
                            .any(|d| {
                                (d.of.is_none() || d.of.as_deref() == Some(spell.person)) && self.among(&d.by, agreed, day, None, true) == Truth::Yes
                            });
                        let given = if given { Truth::Yes } else { self.silence(Kind::Acts, day) };
                        match given {
                            Truth::Yes => {}
                            Truth::No => faults.push(format!("{name} was {wanted} not {words} {agreed}")),
                            Truth::CannotTell => missing.push(format!("whether it was {words} {agreed}")),
                        }
                    }
                }
                let by_post = now.is_empty() && !people.is_empty();
                if by_post {
                    missing.push(format!("how the {title} was chosen"));
                }
                let (truth, words) = if !faults.is_empty() {
                    (Truth::No, faults.join("; "))
                } else if missing.is_empty() {
                    (Truth::Yes, format!("{} was {wanted} {title}", names(&people)))
                } else {
                    (Truth::CannotTell, format!("how {} became {title} is not recorded", names(&people)))
                };
                out.push(judge(truth, words, missing));
            }
            Filling::InTurn(sides) => out.push(self.by_turns(clause, rule, &title, &spells, (sides, true), as_at)),
            Filling::EachInTurn(sides) => out.push(self.by_turns(clause, rule, &title, &spells, (sides, false), as_at)),
            Filling::NotAppointing(a, b, post) => {
                let (other, known) = self.appointers(post, as_at);
                let sides = [a, b];
                let side = |by: &str| sides.iter().position(|s| self.among(&[by.to_owned()].into(), s, as_at, None, false) == Truth::Yes);
                let mine = now.iter().find_map(|s| s.by);
                let (truth, words) = match (mine.and_then(side), other.first().and_then(|o| side(o))) {
                    (Some(x), Some(y)) if x != y => (Truth::Yes, format!("the {title} was appointed by the other side than {post}")),
                    (Some(_), Some(_)) => (Truth::No, format!("the {title} was appointed by the same side as {post}")),
                    (None, _) if mine.is_some() => (Truth::No, format!("the {title} was appointed by neither of them")),
                    _ => (Truth::CannotTell, format!("who appointed the {title} and {post} is not recorded")),
                };
                let _ = known;
                out.push(judge(truth, words, vec![format!("who appointed the {title} and {post}")]));
            }
            Filling::Passes(length, group) => out.push(self.turns(clause, rule, &title, &spells, Some(length), group, as_at)),
            Filling::Rotates(group) => out.push(self.turns(clause, rule, &title, &spells, None, group, as_at)),
            Filling::AsDecided(who) => {
                let (mut faults, mut missing) = (Vec::new(), Vec::new());
                for spell in &now {
                    match spell.by {
                        Some(by) => {
                            if self.among(&[by.to_owned()].into(), who, spell.from.unwrap_or(as_at), None, false) == Truth::No {
                                faults.push(format!("{} was chosen by {by}, not as {who} decided", self.record.name_of(spell.person)));
                            }
                        }
                        None => missing.push(format!("who decided on the {title}")),
                    }
                }
                let truth = if !faults.is_empty() {
                    Truth::No
                } else if missing.is_empty() {
                    Truth::Yes
                } else {
                    Truth::CannotTell
                };
                let words = if faults.is_empty() { format!("{} is the {title}", names(&people)) } else { faults.join("; ") };
                out.push(judge(truth, words, missing));
            }
        }
        out
    }

    pub(super) fn unlike(self, clause: &Clause, rule: &'a Rule, post: &Post, (sort, other): (&Sort, &Post), people: &[&str], as_at: Date) -> Verdict {
        let (others, _) = self.post_holders(other, as_at);
        let (sitting, _) = self.sitting(as_at);
        let names = |people: &[&str]| people.iter().map(|p| self.record.name_of(p)).collect::<Vec<_>>().join(", ");
        let of = |people: &[&str]| people.iter().find_map(|p| sitting.iter().find(|s| s.person == *p).and_then(|s| self.seat_sort(s.seat, sort)));
        let (truth, words) = match (of(people), of(&others)) {
            (Some(a), Some(b)) if a == b => {
                (Truth::No, format!("{} and the {} are both of {}", names(people), other.title(), self.name_of_sort(sort, a)))
            }
            (Some(a), Some(b)) => (
                Truth::Yes,
                format!("{} is of {}, the {} of {}", names(people), self.name_of_sort(sort, a), other.title(), self.name_of_sort(sort, b)),
            ),
            _ => (
                Truth::CannotTell,
                format!("whether {} is from another {} than the {} cannot be told", names(people), sort.singular(), other.title()),
            ),
        };
        self.judged(clause, rule, Force::Must, truth, words, vec![format!("the {} of {} and of the {}", sort.singular(), post, other.title())])
    }

    /// Whether a post was filled when it is to be.
    pub(super) fn filled_when(
        self,
        clause: &'a Clause,
        rule: &'a Rule,
        holder: &'a Holder,
        elects: bool,
        time: &'a Time,
        as_at: Date,
    ) -> Vec<Verdict> {
        let title = holder.post().map_or_else(|| holder.to_string(), |p| p.title().to_owned());
        let starts: BTreeSet<Date> = self.spells(holder, as_at).iter().filter_map(|s| s.from).collect();
        let deed = crate::tree::Deed {
            verb: if elects { crate::tree::Verb::Elect } else { crate::tree::Verb::Appoint },
            thing: None,
            to: None,
            from: None,
            manner: Vec::new(),
            times: vec![time.clone()],
            with: Vec::new(),
        };
        let kind = if matches!(holder, Holder::Seats(_)) { Kind::Appointments } else { Kind::Offices };
        let verb = if elects { "elected" } else { "appointed" };
        if let Time::Every(length) = time {
            let Some((count, unit)) = length.in_whole_days() else { return Vec::new() };
            let Some(last) = starts.last() else {
                let missing = vec![format!("since when somebody is the {title}")];
                return vec![self.judged(
                    clause,
                    rule,
                    Force::Must,
                    Truth::CannotTell,
                    format!("when the {title} was {verb} is not recorded"),
                    missing,
                )];
            };
            let end = deadline_after(*last, count, unit, self.holidays()).letter;
            let truth = Truth::of(as_at <= end);
            return vec![self.judged(
                clause,
                rule,
                Force::Must,
                truth,
                format!("{title} {verb} on {}; due again by {}", day_in_words(*last), day_in_words(end)),
                Vec::new(),
            )];
        }
        let doing = Doing { clause, rule, who: None, force: Force::Must, deed: &deed };
        let mut out = Vec::new();
        for (subject, span) in self.spans_of(&deed, None, as_at) {
            let _ = &doing;
            let Some(letter) = span.letter.filter(|l| *l <= as_at) else { continue };
            let from = span.from.or(subject.day).unwrap_or(letter);
            if starts.iter().next().is_some_and(|first| *first > letter) && self.begins().is_none_or(|b| b > letter) {
                continue;
            }
            let done = starts.iter().find(|d| from.min(letter) <= **d && **d <= letter);
            let (truth, words) = match done {
                Some(day) => (Truth::Yes, format!("{title} {verb} on {}, {}", day_in_words(*day), subject.words)),
                None => (self.silence(kind, letter), format!("no {title} {verb} by {}, {}", day_in_words(letter), subject.words)),
            };
            out.push(self.judged(clause, rule, Force::Must, truth, words, vec![format!("when the {title} was {verb}")]));
        }
        // Only how it stands now, and what was missed before.
        if out.len() > 1 {
            let last = out.pop();
            out.retain(|v| v.state != State::Met);
            out.extend(last);
        }
        out
    }

    /// When a post's rule began to run: at adoption, or else with the first holder recorded.
    pub fn begun(self, post: &Post) -> Option<Date> {
        let adopted = self.record.events.iter().filter(|e| e.what == "adoption").filter_map(|e| e.day).min();
        adopted.or_else(|| self.record.offices.iter().filter(|o| o.office.eq_ignore_ascii_case(post.title())).filter_map(|o| o.from).min())
    }
}
