//! Who is in the room.

use jiff::civil::Date;

use super::{Truth, View, ruler};
use crate::record::{Attendance, Capacity, Kind, Meeting, Moment, Part, Presence, Seat, Span};
use crate::tree::{Force, Noun, Post, Verb, Who};

/// A meeting at a moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its day.
    pub day: Date,
    /// The moment; none for when everything recorded has happened.
    pub at: Option<&'a Moment>,
    /// The motion at hand.
    pub motion: Option<&'a crate::record::Motion>,
}

impl<'a> View<'a> {
    /// Whether one moment had come by another.
    fn reached(self, place: &Place<'_>, event: &Moment, at: &Moment) -> Truth {
        let order = |id: &str| self.index.items_of(&place.meeting.id).iter().position(|i| i.id == id);
        let hour = |m: &Moment| match m {
            Moment::Hour(hour) => Some(*hour),
            Moment::Item(id) => self.record.item(id).and_then(|i| i.began),
        };
        if let (Moment::Item(a), Moment::Item(b)) = (event, at)
            && let (Some(a), Some(b)) = (order(a), order(b))
        {
            return Truth::of(a <= b);
        }
        match (hour(event), hour(at)) {
            (Some(a), Some(b)) => Truth::of(a <= b),
            _ => Truth::CannotTell,
        }
    }

    /// Whether a line of the roll covers the moment.
    fn covers(self, place: &Place<'_>, line: &Attendance) -> Truth {
        if line.presence != Presence::Present {
            return Truth::No;
        }
        match place.at {
            None => Truth::of(line.left.is_none()),
            Some(at) => {
                let come = line.arrived.as_ref().map_or(Truth::Yes, |a| self.reached(place, a, at));
                let gone = line.left.as_ref().map_or(Truth::No, |l| self.reached(place, l, at));
                come.and(gone.not())
            }
        }
    }

    pub fn roll(self, place: &Place<'a>) -> impl Iterator<Item = &'a Attendance> {
        self.index.roll_of(&place.meeting.id).iter().copied()
    }

    /// Whether a ruling keeps somebody out of the room at the moment.
    fn sent_out(self, place: &Place<'_>, person: &str) -> bool {
        let Some(Moment::Item(item)) = place.at else { return false };
        self.record.interests.iter().any(|i| {
            i.meeting == place.meeting.id
                && i.person == person
                && i.item.as_ref() == Some(item)
                && i.ruling.as_ref().is_some_and(|r| r.part == Part::Leave)
        })
    }

    /// Whether somebody is in the room, in any capacity.
    pub fn is_in_room(self, place: &Place<'a>, person: &str) -> Truth {
        if self.sent_out(place, person) {
            return Truth::No;
        }
        let mut seen = false;
        let mut here = Truth::No;
        for line in self.index.lines_of(&place.meeting.id, person) {
            seen = true;
            here = here.or(self.covers(place, line));
        }
        if seen || self.record.is_complete(Kind::Roll, place.day) { here } else { Truth::CannotTell }
    }

    /// Whether a seat's member is present, or a substitute who counts as one.
    pub fn is_seat_present(self, place: &Place<'a>, person: &str, seat: &Seat, substitutes: Truth) -> (Truth, Option<String>) {
        let mut seen = false;
        let mut here = Truth::No;
        let mut why = None;
        let own = |a: &&&Attendance| a.capacity == Capacity::Member && a.seat.as_ref().is_none_or(|s| *s == seat.id);
        for line in self.index.lines_of(&place.meeting.id, person).iter().filter(own) {
            seen = true;
            here = here.or(self.covers(place, line));
        }
        if here == Truth::Yes && self.sent_out(place, person) {
            here = Truth::No;
        }
        for line in self.index.lines_for(&place.meeting.id, &seat.id).iter().filter(|a| a.capacity != Capacity::Member) {
            seen = true;
            let there = if self.sent_out(place, &line.person) { Truth::No } else { self.covers(place, line) };
            match line.capacity {
                Capacity::Substitute if there != Truth::No && here != Truth::Yes => {
                    if substitutes == Truth::CannotTell {
                        why = Some("whether a substitute counts as present: the terms do not say".to_owned());
                    }
                    here = here.or(there.and(substitutes));
                }
                Capacity::Unclear if there != Truth::No && here != Truth::Yes => {
                    why = Some(format!("in which capacity {} attended", self.record.name_of(&line.person)));
                    here = Truth::CannotTell;
                }
                _ => {}
            }
        }
        if !seen && !self.record.is_complete(Kind::Roll, place.day) {
            return (Truth::CannotTell, Some(format!("attendance on {}", calendar::day_in_words(place.day))));
        }
        (here, why)
    }

    /// What the terms say of substitutes: whether one may do this.
    pub fn of_substitutes(self, verb: Verb) -> (Truth, Option<String>) {
        for doing in self.doing(verb) {
            let theirs = match doing.who {
                Some(Who::Any(g) | Who::The(g) | Who::Each(g)) => (g.noun == Noun::Substitute).then_some(true),
                Some(Who::No(g)) => (g.noun == Noun::Substitute).then_some(false),
                _ => None,
            };
            if let Some(positive) = theirs {
                let allowed = matches!(doing.force, Force::May | Force::Must | Force::Should);
                return (Truth::of(allowed == positive), Some(doing.cite()));
            }
        }
        (Truth::CannotTell, None)
    }

    /// Who holds a post on a day, by id, and whether the record is whole for that.
    pub fn post_holders(self, post: &Post, day: Date) -> (Vec<&'a str>, bool) {
        let title = post.title();
        let mut people: Vec<&str> = self
            .record
            .offices
            .iter()
            .filter(|o| o.office.eq_ignore_ascii_case(title) && Span { from: o.from, until: o.until }.holds(day))
            .map(|o| o.person.as_str())
            .collect();
        for seat in self.record.seats.iter().filter(|s| s.post.as_ref().is_some_and(|p| p.eq_ignore_ascii_case(title))) {
            people.extend(
                self.record
                    .appointments
                    .iter()
                    .filter(|a| a.seat == seat.id && Span { from: a.from, until: a.until }.holds(day))
                    .map(|a| a.person.as_str()),
            );
        }
        people.sort_unstable();
        people.dedup();
        (people, self.record.is_complete(Kind::Offices, day))
    }

    /// Who presides at a moment: the last who took over, or else the chair.
    pub fn presiding(self, place: &Place<'a>) -> Vec<&'a str> {
        let taken = self.record.presiding.iter().rfind(|p| {
            p.meeting == place.meeting.id
                && match (&p.from, place.at) {
                    (Some(from), Some(at)) => self.reached(place, from, at) == Truth::Yes,
                    _ => true,
                }
        });
        match taken {
            Some(taken) => vec![&taken.person],
            None => self.post_holders(&Post::Chair, place.day).0,
        }
    }

    /// Who presides at a meeting, or at an item of it, where the record says that somebody took the chair.
    pub fn in_the_chair(self, meeting: &str, item: Option<&str>) -> Option<&'a str> {
        let meeting = self.meeting(meeting)?;
        let day = meeting.day?;
        let at = item.map(|item| Moment::Item(item.to_owned()));
        let place = Place { meeting, day, at: None, motion: None };
        let taken = self.record.presiding.iter().rfind(|p| {
            p.meeting == meeting.id
                && match (&p.from, &at) {
                    (Some(from), Some(at)) => self.reached(&place, from, at) == Truth::Yes,
                    _ => true,
                }
        });
        taken.map(|taken| taken.person.as_str())
    }

    /// Whether those named are in the room.
    pub fn is_who_present(self, place: &Place<'a>, who: &Who) -> Truth {
        match who {
            Who::Or(a, b) => self.is_who_present(place, a).or(self.is_who_present(place, b)),
            Who::And(a, b) => self.is_who_present(place, a).and(self.is_who_present(place, b)),
            Who::Post(post) => {
                let (people, whole) = self.post_holders(post, place.day);
                let people = if *post == Post::Presiding { self.presiding(place) } else { people };
                if people.is_empty() {
                    return if whole { Truth::No } else { Truth::CannotTell };
                }
                people.into_iter().fold(Truth::No, |t, p| t.or(self.is_in_room(place, p)))
            }
            Who::Each(group) => {
                let (of, here) = (self.count_at(place, group), self.present(place, group));
                of.low_and_high().1.map_or(Truth::CannotTell, |all| here.at_least(all))
            }
            Who::Only(who) => self.is_who_present(place, who),
            Who::The(group) | Who::Any(group) => self.present(place, group).at_least(1),
            Who::No(group) => self.present(place, group).at_least(1).not(),
            Who::Some(measure, group) => {
                let base = self.count_at(place, group);
                let have = self.present(place, group);
                let asked = self.asked(measure, &base, place.day, Some(place), None);
                match asked.most {
                    Some(most) if have.low >= most => Truth::Yes,
                    Some(_) => have.at_least(asked.least),
                    None => Truth::CannotTell,
                }
            }
        }
    }

    /// The people who may rule, at a meeting and its item where the ruling is made there, and whether the one concerned is among them or nobody is.
    pub fn rulers(self, who: &Who, day: Option<Date>, at: Option<(&str, Option<&str>)>, concerned: Option<&str>) -> (String, Vec<String>, bool) {
        let Some(post) = ruler(who) else { return (who.to_string(), Vec::new(), false) };
        if *post == Post::Concerned {
            return (post.title().to_owned(), concerned.into_iter().map(str::to_owned).collect(), concerned.is_none());
        }
        let (mut people, whole) = day.map_or((Vec::new(), false), |day| self.post_holders(post, day));
        // What the chair rules at a meeting is ruled by whoever is in the chair.
        if let (Post::Chair | Post::Presiding, Some((meeting, item))) = (post, at)
            && let Some(person) = self.in_the_chair(meeting, item)
        {
            people = vec![person];
        }
        let nobody = if people.is_empty() { whole } else { concerned.is_some_and(|c| people.contains(&c)) };
        (post.title().to_owned(), people.into_iter().map(str::to_owned).collect(), nobody)
    }
}
