//! Any well-made tree prints, reads back as itself, and is judged without a panic; no text makes the reader panic or hang.
#![allow(clippy::unwrap_used)]

use charter::tree::*;
use charter::{Action, Part, Record, read, read_rule};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn name() -> BoxedStrategy<String> {
    prop_oneof![
        Just("Kent County Council".to_owned()),
        Just("Leader of Kent County Council".to_owned()),
        Just("Bishop of the Diocese".to_owned()),
        Just("Children, Families and Education".to_owned()),
        Just("the levy".to_owned()),
        "[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6}){0,2}".prop_filter("words of the grammar read as themselves", |n| !clashes(n)),
        "[a-z]{2,8}( [a-z0-9&,.%]{1,6}){1,3}".prop_map(|n| n.trim().to_owned()),
    ]
    .boxed()
}

/// A bare name that begins with a word of the grammar would be read as that word.
fn clashes(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    [
        "the", "a", "an", "no", "each", "every", "any", "all", "half", "either", "both", "other", "others", "one", "two", "six", "ten", "chair",
        "body", "board", "group", "public", "member", "seat",
    ]
    .contains(&first.as_str())
        || name
            .to_lowercase()
            .split(' ')
            .any(|w| ["of", "member", "members", "may", "must", "is", "and", "or", "from", "to", "interest"].contains(&w))
}

fn word() -> BoxedStrategy<String> {
    prop_oneof![
        Just("independent lay".to_owned()),
        Just("Kent".to_owned()),
        Just("voting".to_owned()),
        Just("council".to_owned()),
        Just("non-constituent".to_owned()),
        Just("independent".to_owned())
    ]
    .boxed()
}

fn interest_kind() -> BoxedStrategy<Option<String>> {
    prop_oneof![Just(None), Just(Some("pecuniary".to_owned())), Just(Some("financial or professional".to_owned())), Just(Some("other".to_owned()))]
        .boxed()
}

fn unit() -> BoxedStrategy<Unit> {
    prop_oneof![
        Just(Unit::Minutes),
        Just(Unit::Hours),
        Just(Unit::Days),
        Just(Unit::ClearDays),
        Just(Unit::WorkingDays),
        Just(Unit::ClearWorkingDays),
        Just(Unit::Weeks),
        Just(Unit::Months),
        Just(Unit::Years)
    ]
    .boxed()
}

fn length() -> BoxedStrategy<Length> {
    (1u32..400, unit()).prop_map(|(count, unit)| Length { count, unit }).boxed()
}

fn sort() -> BoxedStrategy<Sort> {
    prop_oneof![
        Just(Sort::Organisation),
        Just(Sort::Sector),
        Just(Sort::Area),
        Just(Sort::Kind("council".into())),
        Just(Sort::Kind("authority".into())),
        Just(Sort::Kind("combined authority".into())),
        Just(Sort::Kind("working group".into())),
        Just(Sort::Member),
    ]
    .boxed()
}

fn filter() -> BoxedStrategy<Filter> {
    prop_oneof![
        Just(Filter::Present),
        name().prop_map(Filter::From),
        sort().prop_map(Filter::FromEach),
        Just(Filter::OfSector("voluntary and community".into())),
        name().prop_map(Filter::Are),
        interest_kind().prop_map(Filter::Interested),
        name().prop_map(Filter::On),
        Just(Filter::Affected),
        Just(Filter::Uninterested),
        Just(Filter::Away),
        Just(Filter::Remote),
        Just(Filter::InPerson),
        Just(Filter::Voting),
        Just(Filter::Balanced),
        post().prop_map(|p| Filter::AppointedBy(Box::new(p))),
        post().prop_map(|p| Filter::Except(Box::new(Who::Post(p)))),
        bare_group().prop_map(|g| Filter::Except(Box::new(Who::The(g)))),
        name().prop_map(Filter::AreNot),
        (sort(), post()).prop_map(|(s, p)| Filter::Unlike(s, Box::new(p))),
        Just(Filter::Filled),
        Just(Filter::Vacant),
        Just(Filter::Entitled),
        (bound(), length()).prop_map(|(b, l)| Filter::Served(b, l)),
        post().prop_map(|p| Filter::InPlaceOf(Box::new(p))),
        (name(), length()).prop_map(|(n, l)| Filter::HasBeen(n, l)),
    ]
    .boxed()
}

/// What somebody may have to be: what another form says in other words is left out.
fn be() -> BoxedStrategy<Be> {
    prop_oneof![
        3 => filter().prop_filter("said otherwise", |f| !matches!(f, Filter::AppointedBy(_) | Filter::Away | Filter::Filled)).prop_map(Be::Is),
        1 => group().prop_map(Be::A),
        1 => prop_oneof![Just(Post::Chair), Just(Post::Secretary), name().prop_map(Post::Named)].prop_map(Be::The),
    ]
    .boxed()
}

/// A group that nothing narrows, with a noun of the language.
fn bare_group() -> BoxedStrategy<Group> {
    (proptest::option::of(word()), noun())
        .prop_filter("a name after “the” is a post", |(_, n)| !matches!(n, Noun::Named(_)))
        .prop_map(|(class, noun)| Group { class, noun, filters: Vec::new() })
        .boxed()
}

fn noun() -> BoxedStrategy<Noun> {
    prop_oneof![
        4 => Just(Noun::Member),
        1 => Just(Noun::Seat),
        1 => Just(Noun::Adviser),
        1 => Just(Noun::Observer),
        1 => Just(Noun::Officer),
        1 => Just(Noun::Substitute),
        1 => sort().prop_filter("members are a noun of their own", |s| *s != Sort::Member).prop_map(Noun::Of),
        1 => name().prop_map(Noun::Named),
    ]
    .boxed()
}

fn group() -> BoxedStrategy<Group> {
    (proptest::option::of(word()), noun(), proptest::collection::vec(filter(), 0..3))
        .prop_map(|(class, noun, filters)| Group { class: class.filter(|_| !matches!(noun, Noun::Named(_))), noun, filters })
        .boxed()
}

fn share() -> BoxedStrategy<Share> {
    prop_oneof![
        (2u8..=10).prop_flat_map(|d| (1..d, Just(d))).prop_map(|(n, d)| Share::Fraction(n, d)),
        (1u8..=99).prop_map(Share::Percent),
        Just(Share::Majority),
        Just(Share::All),
        (1u32..5).prop_map(Share::HalfPlus),
    ]
    .boxed()
}

fn measure() -> BoxedStrategy<Measure> {
    prop_oneof![
        3 => (0u32..200).prop_map(Measure::Number),
        2 => share().prop_map(Measure::Share),
        1 => share().prop_map(Measure::RoundedDown),
        1 => share().prop_map(Measure::Nearest),
        1 => name().prop_map(Measure::Given),
        1 => (-3i32..4, group()).prop_map(|(by, g)| Measure::Than(by, Box::new(g))),
    ]
    .boxed()
}

/// A share as it stands before "of the".
fn plain_count() -> BoxedStrategy<Count> {
    let measure = measure().prop_filter("a number or a share", |m| !matches!(m, Measure::Given(_) | Measure::Than(..)));
    prop_oneof![(bound(), measure).prop_map(|(b, m)| Count::Bounded(b, m)), (0u32..50, 1u32..50).prop_map(|(a, b)| Count::Between(a, a + b))].boxed()
}

fn bound() -> BoxedStrategy<Bound> {
    prop_oneof![Just(Bound::AtLeast), Just(Bound::AtMost), Just(Bound::Exactly)].boxed()
}

fn count() -> BoxedStrategy<Count> {
    prop_oneof![(bound(), measure()).prop_map(|(b, m)| Count::Bounded(b, m)), (0u32..50, 1u32..50).prop_map(|(a, b)| Count::Between(a, a + b))]
        .boxed()
}

fn post() -> BoxedStrategy<Post> {
    prop_oneof![
        Just(Post::Appointer(Box::new(Post::Chair))),
        Just(Post::Chair),
        Just(Post::ViceChair),
        Just(Post::Secretary),
        Just(Post::Presiding),
        Just(Post::Concerned),
        Just(Post::TheirSector),
        Just(Post::TheirOrganisation),
        Just(Post::Body),
        Just(Post::Public),
        name().prop_map(Post::Named),
        name().prop_map(Post::Organisation),
    ]
    .boxed()
}

fn who() -> BoxedStrategy<Who> {
    let leaf = prop_oneof![
        4 => post().prop_map(Who::Post),
        2 => group().prop_map(Who::The),
        2 => group().prop_map(Who::Any),
        1 => group().prop_map(Who::Each),
        1 => group().prop_map(Who::No),
        2 => (measure(), group()).prop_map(|(m, g)| Who::Some(m, g)),
        1 => prop_oneof![
            only_group().prop_map(Who::The),
            (only_group(), only_group()).prop_map(|(a, b)| Who::Or(Box::new(Who::The(a)), Box::new(Who::The(b)))),
        ]
        .prop_map(|w| Who::Only(Box::new(w))),
    ];
    leaf.prop_recursive(3, 5, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Who::Or(Box::new(a), Box::new(b))),
            (inner.clone(), inner).prop_map(|(a, b)| Who::And(Box::new(a), Box::new(b))),
        ]
    })
    .boxed()
}

fn only_group() -> BoxedStrategy<Group> {
    group().prop_filter("a name after “the” is a post", |g| !matches!(g.noun, Noun::Named(_))).boxed()
}

fn year() -> BoxedStrategy<Year> {
    prop_oneof![Just(Year::Calendar), Just(Year::Financial), Just(Year::Municipal)].boxed()
}

fn occasion() -> BoxedStrategy<Occasion> {
    prop_oneof![
        Just(Occasion::MeetingOf(Gathering::Regular)),
        Just(Occasion::MeetingOf(Gathering::Annual)),
        Just(Occasion::MeetingOf(Gathering::Reconvened)),
        Just(Occasion::FirstAfter(Box::new(Occasion::Named("council election".into())))),
        Just(Occasion::Appointment),
        Just(Occasion::End),
        year().prop_map(Occasion::YearEnd),
        Just(Occasion::Vote),
        Just(Occasion::Debate),
        Just(Occasion::That),
        Just(Occasion::Its(Verb::Approve)),
        Just(Occasion::Its(Verb::Publish)),
        name().prop_map(Occasion::DecisionOn),
        Just(Occasion::Day(date(2017, 10, 1))),
        Just(Occasion::Meeting),
        Just(Occasion::NextMeeting),
        proptest::option::of(year()).prop_map(Occasion::FirstMeeting),
        Just(Occasion::Start),
        Just(Occasion::Adoption),
        Just(Occasion::Establishment),
        Just(Occasion::Vacancy),
        Just(Occasion::Notice),
        Just(Occasion::Request),
        Just(Occasion::Decision),
        Just(Occasion::Leaving),
        year().prop_map(Occasion::YearStart),
        name().prop_map(Occasion::Named),
    ]
    .boxed()
}

fn time() -> BoxedStrategy<Time> {
    prop_oneof![
        (proptest::option::of(length()), occasion()).prop_map(|(l, o)| Time::Before(l, o)),
        (length(), occasion()).prop_map(|(l, o)| Time::Within(l, o)),
        (proptest::option::of(length()), occasion()).prop_map(|(l, o)| Time::After(l, o)),
        occasion().prop_map(Time::At),
        length().prop_map(Time::Every),
        (bound(), 1u32..20, prop_oneof![Just(Window::AYear), year().prop_map(Window::Year), length().prop_map(Window::Any)])
            .prop_map(|(b, n, w)| Time::Often(b, n, w)),
        (1u8..=12).prop_map(Time::Each),
        (bound(), length()).prop_map(|(b, l)| Time::For(b, l)),
        (length(), occasion()).prop_map(|(l, o)| Time::NotEarlier(l, o)),
        (length(), occasion()).prop_map(|(l, o)| Time::Later(l, o)),
        occasion().prop_map(Time::Soon),
        occasion().prop_map(Time::Until),
        (1u8..29, 1u8..13).prop_map(|(d, m)| Time::ByDate(d, m)),
        prop_oneof![
            Just(Occasion::NextMeeting),
            Just(Occasion::YearEnd(Year::Financial)),
            Just(Occasion::Day(date(2027, 3, 31))),
            Just(Occasion::MeetingOf(Gathering::Annual))
        ]
        .prop_map(Time::By),
        ((1u8..29, 1u8..13), (1u8..29, 1u8..13)).prop_map(|(a, b)| Time::Season(a, b)),
        length().prop_filter("notice is given in hours or days", |l| l.unit != Unit::Minutes).prop_map(Time::OnNotice),
        (bound(), 1u32..9, proptest::option::of(length())).prop_map(|(b, n, l)| Time::Terms(b, n, l)),
        (0u8..6, 1u8..8).prop_map(|(n, d)| Time::Weekday(n, d)),
        length().prop_map(Time::ToLeast),
        Just(Time::WithoutBreak),
        Just(Time::AnyTime),
        Just(Time::InAdvance),
        Just(Time::BetweenMeetings),
    ]
    .boxed()
}

fn manner() -> BoxedStrategy<Manner> {
    prop_oneof![
        Just(Manner::InWriting),
        Just(Manner::OnTheWebsite),
        Just(Manner::ByEmail),
        Just(Manner::InExceptionalCircumstances),
        Just(Manner::InPublic),
        Just(Manner::ByRollCall),
        Just(Manner::ByLot),
        Just(Manner::InTheMinutes),
        Just(Manner::ByProxy),
        Just(Manner::InSecret),
        (bound(), 1u32..60).prop_map(|(b, n)| Manner::Pages(b, n)),
        name().prop_map(Manner::In),
        name().prop_map(Manner::Stating),
        name().prop_map(Manner::As),
        name().prop_map(Manner::At),
        name().prop_map(Manner::About),
    ]
    .boxed()
}

fn with() -> BoxedStrategy<With> {
    prop_oneof![
        who().prop_map(With::Consulting),
        who().prop_map(With::Agreement),
        who().prop_map(With::Request),
        who().prop_map(With::Through),
        who().prop_map(With::Behalf)
    ]
    .boxed()
}

fn thing() -> BoxedStrategy<Thing> {
    prop_oneof![
        4 => (0..Word::ALL.len()).prop_map(|n| Thing::Word(Word::ALL[n])),
        1 => interest_kind().prop_map(Thing::Interest),
        1 => (1u32..9, prop_oneof![Just(Run::InARow), length().prop_map(Run::InAny)], any::<bool>(), proptest::option::of(prop_oneof![Just(Lack::Approval), Just(Lack::Cause), Just(Lack::Substitute)]))
            .prop_map(|(count, run, regular, without)| Thing::Meetings(Missed { count, run, regular, without })),
        1 => name().prop_map(Thing::DecisionOn),
        1 => name().prop_map(Thing::Named),
    ]
    .boxed()
}

fn deed() -> BoxedStrategy<Deed> {
    (
        (0..Verb::ALL.len()).prop_map(|n| Verb::ALL[n]),
        proptest::option::of(thing()),
        proptest::option::of(who()),
        proptest::option::of(who()),
        proptest::collection::vec(manner(), 0..2),
        proptest::collection::vec(time(), 0..3),
        proptest::collection::vec(with(), 0..2),
    )
        .prop_map(|(verb, thing, to, from, manner, times, with)| Deed { verb, thing, to, from, manner, times, with })
        .prop_filter("what is called in is no place", |deed| {
            deed.verb != Verb::Call || !deed.manner.iter().any(|m| matches!(m, Manner::In(_))) && deed.thing.is_some()
        })
        .prop_filter("what follows at once on “called in” is not when", |deed| {
            deed.verb != Verb::CallIn || deed.thing.is_some() && deed.times.is_empty()
        })
        .prop_filter("meetings not attended are missed", |deed| deed.verb != Verb::Attend || !matches!(deed.thing, Some(Thing::Meetings(_))))
        .boxed()
}

fn condition() -> BoxedStrategy<Condition> {
    let leaf = prop_oneof![
        3 => (who(), deed()).prop_map(|(w, d)| Condition::Does(w, Box::new(d))),
        1 => prop_oneof![Just(Post::Chair), Just(Post::ViceChair), name().prop_map(Post::Named)].prop_map(Condition::Vacant),
        1 => (proptest::option::of(prop_oneof![Just(Post::Chair), name().prop_map(Post::Named)]), length()).prop_map(|(p, l)| Condition::VacantFor(p, l)),
        1 => post().prop_map(Condition::Absent),
        2 => prop_oneof![
            Just(Circumstance::NoQuorum),
            Just(Circumstance::NoConsensus),
            Just(Circumstance::VotesEqual),
            Just(Circumstance::Confidential),
            Just(Circumstance::Exempt),
            Just(Circumstance::Urgent),
            Just(Circumstance::Exceptional)
        ].prop_map(Condition::State),
        1 => length().prop_map(Condition::NoQuorumFor),
        1 => (0u32..9, group(), group()).prop_map(|(n, a, b)| Condition::Outnumber(n, a, b)),
        1 => (count().prop_filter("one group more than another has a condition of its own", |c| !matches!(c, Count::Bounded(Bound::AtLeast, Measure::Than(by, _)) if *by > 0)), group())
            .prop_map(|(c, g)| Condition::There(c, g)),
        1 => name().prop_map(Condition::Matter),
        1 => name().prop_map(Condition::Fact),
        1 => deed().prop_filter("done to something", |d| d.thing.is_some()).prop_map(|d| Condition::Done(Box::new(d))),
        1 => (who(), be()).prop_map(|(w, b)| Condition::Is(w, b)),
        1 => (who(), name()).prop_map(|(w, n)| Condition::Becomes(w, n)),
        1 => (who(), name()).prop_map(|(w, n)| Condition::Ceases(w, n)),
        1 => (who(), name()).prop_map(|(w, n)| Condition::Judges(w, n)),
        1 => name().prop_map(Condition::Resolved),
        1 => (name(), bound(), 0u32..100_000).prop_map(|(n, b, c)| Condition::Number(n, b, c)),
        1 => (bound(), prop_oneof![Just('£'), Just('€'), Just('$')], 0u32..10_000_000).prop_map(|(b, currency, amount)| Condition::Amount(b, Money { currency, amount })),
        1 => prop_oneof![Just(Condition::After(date(2006, 4, 1))), Just(Condition::Before(date(2010, 12, 31))), Just(Condition::Announced), Just(Condition::MeetingIs(Gathering::Reconvened))],
    ];
    leaf.prop_recursive(3, 6, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Condition::Both(Box::new(a), Box::new(b))),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Condition::Either(Box::new(a), Box::new(b))),
            inner.prop_map(|a| Condition::Not(Box::new(a))),
        ]
    })
    .boxed()
}

fn term() -> BoxedStrategy<Term> {
    let one = (measure(), group(), proptest::option::of((1u32..9, sort())), proptest::option::of(who()))
        .prop_map(|(measure, group, spread, including)| Term { measure, group, spread, including, or: None });
    (one.clone(), proptest::option::weighted(0.2, one)).prop_map(|(term, or)| Term { or: or.map(Box::new), ..term }).boxed()
}

fn tally() -> BoxedStrategy<Tally> {
    proptest::collection::vec(term(), 1..3).boxed()
}

fn force() -> BoxedStrategy<Force> {
    prop_oneof![Just(Force::Must), Just(Force::Should), Just(Force::May), Just(Force::MustNot), Just(Force::ShouldNot), Just(Force::NeedNot)].boxed()
}

fn part() -> BoxedStrategy<Part> {
    prop_oneof![Just(Part::Leave), Just(Part::Discuss), Just(Part::DiscussThenStay), Just(Part::DiscussThenLeave), Just(Part::Stay), Just(Part::Full)]
        .boxed()
}

fn says() -> BoxedStrategy<Says> {
    let filling = prop_oneof![
        who().prop_map(Filling::Is),
        who().prop_map(Filling::Elected),
        who().prop_map(Filling::Appointed),
        (length(), group()).prop_map(|(l, g)| Filling::Passes(l, g)),
        proptest::collection::vec(who(), 2..4).prop_map(Filling::InTurn),
        proptest::collection::vec(who(), 2..4).prop_map(Filling::EachInTurn),
        who().prop_map(Filling::AsDecided),
        (who(), who(), post()).prop_map(|(a, b, p)| Filling::NotAppointing(a, b, p)),
        group().prop_map(Filling::Rotates),
    ];
    let way = prop_oneof![
        2 => Just(Way::Consensus),
        4 => tally().prop_map(Way::Vote),
        1 => Just(Way::Lot),
        1 => post().prop_map(Way::Casting),
        1 => post().prop_map(Way::DecisionOf),
    ];
    let holder = prop_oneof![
        3 => post().prop_map(Holder::Post),
        1 => group().prop_filter("a name after “the” is a post", |g| !matches!(g.noun, Noun::Named(_))).prop_map(Holder::Seats),
        1 => Just(Holder::Place),
    ];
    let weight = prop_oneof![(0u32..5).prop_map(Weight::Number), name().prop_map(Weight::Given)];
    let at = time().prop_filter("a term is no time", |t| !matches!(t, Time::For(..)));
    prop_oneof![
        (proptest::option::of(sort()), any::<bool>(), tally()).prop_map(|(of, also, tally)| Says::Quorum { of, also, tally }),
        (
            prop_oneof![
                Just(Matter::Any),
                Just(Matter::Terms),
                Just(Matter::Membership),
                Just(Matter::Election),
                Just(Matter::Raising),
                Just(Matter::Mailed),
                name().prop_map(Matter::Named)
            ],
            any::<bool>(),
            proptest::collection::vec(way, 1..3)
        )
            .prop_map(|(matter, also, by)| Says::Decided { matter, also, by }),
        (
            force(),
            count(),
            group(),
            proptest::option::of(sort()),
            proptest::collection::vec((0u32..9, proptest::option::of(sort())).prop_map(|(count, each)| More { count, each }), 0..3)
        )
            .prop_map(|(force, count, group, each, more)| Says::There { force, count, group, each, more }),
        (plain_count(), group(), force(), proptest::collection::vec(be(), 1..3)).prop_map(|(count, group, force, be)| Says::Share {
            count,
            group,
            force,
            be
        }),
        (
            who().prop_filter(
                "a share has a form of its own",
                |w| !matches!(w, Who::Some(m, _) if !matches!(m, Measure::Given(_) | Measure::Than(..)))
            ),
            force(),
            proptest::collection::vec(be(), 1..3)
        )
            .prop_map(|(who, force, be)| Says::Be { who, force, be }),
        (who(), weight, proptest::option::of(tally()), proptest::option::of(who())).prop_map(|(who, weight, settled, cast)| Says::Votes {
            who,
            weight,
            settled: settled.unwrap_or_default(),
            cast
        }),
        (proptest::option::of(who()), force(), deed()).prop_map(|(who, force, deed)| {
            // In the passive something is done to a thing.
            let who = if deed.thing.is_none() { Some(who.unwrap_or(Who::Post(Post::Chair))) } else { who };
            Says::Does { who, force, deed }
        }),
        (who(), proptest::collection::vec(part(), 0..4), proptest::collection::vec(name(), 1..3)).prop_map(|(who, choices, named)| Says::Rules {
            who,
            choices,
            named
        }),
        (
            holder,
            filling,
            proptest::option::of((bound(), length())),
            proptest::option::of(at),
            proptest::collection::vec(with(), 0..2),
            proptest::option::of((sort(), post()))
        )
            .prop_map(|(post, how, term, at, with, unlike)| Says::Filled { post, how, term, at, with, unlike }),
        (proptest::collection::vec((0..Topic::ALL.len()).prop_map(|n| Topic::ALL[n]), 1..4), name())
            .prop_map(|(topics, body)| Says::Follows { topics, body }),
        (name(), group()).prop_map(|(name, group)| Says::Means { name, group }),
    ]
    .boxed()
}

fn sentence() -> BoxedStrategy<Sentence> {
    (proptest::option::of(condition()), says(), proptest::option::of(condition()), proptest::option::of(condition()))
        .prop_map(|(when, says, only_if, unless)| Sentence { when, says, only_if, unless })
        .boxed()
}

/// The same trees each time, and other and more of them where time is given (`./test --long`).
fn trials() -> ProptestConfig {
    let long = std::env::var_os("FOLKMOOT_LONG").is_some();
    let rng_seed = if long { RngSeed::Random } else { RngSeed::Fixed(1) };
    ProptestConfig { cases: if long { 5000 } else { 256 }, max_shrink_iters: 300, rng_seed, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn a_tree_reads_back_as_itself(tree in sentence()) {
        let text = tree.to_string();
        prop_assume!(text.split([' ', ',']).count() < 300);
        match read_rule(&text) {
            Ok(again) => prop_assert!(again == tree, "{}\nread as\n{}\n{:?}\n{:?}", text, again, again, tree),
            Err(problem) => prop_assert!(false, "{}\n{}", text, problem),
        }
        let json = serde_json::to_string(&tree).unwrap();
        prop_assert_eq!(serde_json::from_str::<Sentence>(&json).unwrap(), tree);
    }

    #[test]
    fn any_tree_is_judged(tree in sentence(), present in 0u32..50) {
        let text = format!("---\nbody: A body\nnation: Scotland\n---\n**1** A clause.\n\n> Rule: {tree}\n");
        let charter = read(&text).charter;
        let record = small_record(present);
        let _ = charter::evaluate(&charter, &record, date(2009, 3, 31));
        let _ = charter::due(&charter, &record, date(2008, 1, 1), date(2009, 12, 31));
        let _ = charter::quorum(&charter, &record, "m", None);
        let _ = charter::carried(&charter, &record, "x");
        for action in actions() {
            let _ = charter::may(&charter, &record, &action);
        }
    }

    #[test]
    fn no_text_stops_the_reader(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..200)) {
        let text = pieces.concat();
        let reading = read(&text);
        for problem in &reading.problems {
            let _ = problem.to_string();
        }
        let _ = read_rule(&text);
    }
}

const PIECES: &[&str] = &[
    "---\n",
    "body: ",
    "nation: ",
    "> Rule: ",
    "> Case: ",
    "\n",
    "**3.1** ",
    "**",
    "# ",
    "both ",
    "either ",
    "when ",
    "the ",
    "a ",
    "quorum ",
    "is ",
    "“",
    "”",
    "\"",
    ",",
    ". ",
    "7 ",
    "99999999999 ",
    "25% ",
    "half ",
    "of ",
    "members ",
    "must ",
    "not ",
    "send ",
    "papers ",
    "at least ",
    "days ",
    "before ",
    "it is so both that ",
    "and that ",
    "unless ",
    "[",
    "]",
    "é",
    "\u{202e}",
    "\0",
    "\t",
    "'",
    "’",
    "from each ",
    "there must be ",
    "2 months' notice ",
    "in turn ",
    "of whom ",
    "£50,000 ",
    "until ",
    "1 May ",
];

fn small_record(present: u32) -> Record {
    use charter::*;
    let mut record = Record::default();
    record.complete_for_all(None, None);
    record.organisations.push(Organisation {
        id: "o".into(),
        name: "Kent County Council".into(),
        kinds: ["council".to_owned()].into(),
        ..Organisation::default()
    });
    record.seats.push(Seat { id: "s".into(), organisation: Some("o".into()), ..Seat::default() });
    record.appointments.push(Appointment { seat: "s".into(), person: "p".into(), ..Appointment::default() });
    record.offices.push(Office { office: "chair".into(), person: "p".into(), ..Office::default() });
    for (id, day) in [("m", date(2009, 1, 5)), ("n", date(2009, 2, 5)), ("o", date(2009, 3, 5))] {
        record.meetings.push(Meeting { id: id.into(), day: Some(day), present: Some(present), members: Some(20), ..Meeting::default() });
    }
    record.items.push(Item { id: "i".into(), meeting: "m".into(), title: "Item".into(), notified: Some(date(2009, 1, 1)), ..Item::default() });
    record.interests.push(Interest {
        meeting: "m".into(),
        item: Some("i".into()),
        person: "p".into(),
        kind: "pecuniary".into(),
        ..Interest::default()
    });
    record.motions.push(Motion {
        id: "x".into(),
        meeting: "m".into(),
        count: Some(Votes { in_favour: 5, against: 5, abstained: 0 }),
        casting: Some(Cast::For),
        ..Motion::default()
    });
    record.events.push(Event { what: "adoption".into(), day: Some(date(2008, 1, 1)), of: None });
    record.roll.push(Attendance {
        meeting: "n".into(),
        person: "q".into(),
        seat: Some("s".into()),
        capacity: Capacity::Substitute,
        ..Attendance::default()
    });
    record
}

fn actions() -> Vec<Action> {
    let (meeting, person, item, day) = (|| "m".to_owned(), || "p".to_owned(), || "i".to_owned(), date(2009, 1, 2));
    vec![
        Action::ItemNotify { meeting: meeting(), day, item: Some(item()) },
        Action::PapersSend { meeting: meeting(), day },
        Action::Substitute { seat: "s".into(), person: "z".into(), meeting: meeting(), day },
        Action::SubstituteVotes,
        Action::SubstituteCounts,
        Action::Attend { person: "z".into(), meeting: meeting() },
        Action::HoldVote { matters: vec!["the levy".into()] },
        Action::Vote { motion: "x".into(), person: person() },
        Action::Discuss { item: item(), person: person() },
        Action::Stay { item: item(), person: person() },
        Action::Decide { item: item(), person: person() },
        Action::RequestItem { person: person(), day },
        Action::Publish { class: "minutes".into() },
        Action::AdmitPublic,
        Action::AnyOtherBusiness,
        Action::UrgentDecision { day },
        Action::CallMeeting { person: person(), day },
        Action::Leave { notice: day, day },
        Action::AskNominee { seat: "s".into(), day },
    ]
}
