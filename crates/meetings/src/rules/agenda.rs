//! What stands on an agenda, in which order, by when, and what changed since it last went out.

use kernel::{Day, Finding, Findings, ItemId};

use crate::model::{AgendaVersion, FrozenAgenda, FrozenItem, Item, ItemKind, ItemState, Meeting, NewItem, Purpose, StandingItem, Step};

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// The items that a new meeting begins with: the body's own standing items, in its own words. Any other business is left
/// out where the terms do not allow it.
pub fn standing_items(standing: &[StandingItem], other_business_allowed: bool) -> Vec<NewItem> {
    standing
        .iter()
        .filter(|item| other_business_allowed || item.kind != ItemKind::AnyOtherBusiness)
        .map(|item| NewItem {
            kind: item.kind,
            standing: true,
            purpose: match item.kind {
                ItemKind::Minutes => Purpose::Decision,
                ItemKind::Apologies | ItemKind::Interests | ItemKind::NextMeetings => Purpose::Information,
                _ => Purpose::Discussion,
            },
            ..NewItem::business(&item.title)
        })
        .collect()
}

/// The items that are on the agenda, in order, each with its number: the one it has from an earlier record, else its place.
pub fn numbered(items: &[Item]) -> Vec<(String, &Item)> {
    let on: Vec<&Item> = items.iter().filter(|item| item.state == ItemState::Accepted).collect();
    on.into_iter().enumerate().map(|(n, item)| (item.number.clone().unwrap_or_else(|| (n + 1).to_string()), item)).collect()
}

/// The agenda as it would go out now.
pub fn freeze(meeting: &Meeting, items: &[Item]) -> FrozenAgenda {
    let items = items.iter().filter(|item| item.state == ItemState::Accepted).enumerate();
    // Its pages are numbered when it goes out.
    let unpaged = |mut item: FrozenItem| {
        item.papers.iter_mut().for_each(|paper| (paper.first_page, paper.page_count) = (None, None));
        item
    };
    FrozenAgenda {
        day: Some(meeting.day),
        arrangements: crate::model::Arrangements {
            starts_at: meeting.starts_at,
            ends_at: meeting.ends_at,
            place: meeting.place.clone(),
            joining_link: meeting.joining_link.clone(),
            access_note: meeting.access_note.clone(),
        },
        items: items.map(|(n, item)| unpaged(frozen((n + 1).to_string(), item))).collect(),
        front: 0,
    }
}

/// The items of a meeting that was held, each with the number it had.
pub fn freeze_numbered(items: &[Item]) -> Vec<FrozenItem> {
    numbered(items).into_iter().map(|(number, item)| frozen(number, item)).collect()
}

fn frozen(number: String, item: &Item) -> FrozenItem {
    FrozenItem {
        id: item.id,
        number,
        title: item.title.clone(),
        kind: item.kind,
        purpose: item.purpose,
        presenter: item.presenter.clone(),
        late_reason: item.late_reason.clone(),
        exempt: item.exempt,
        ground: item.ground.clone(),
        public_title: item.public_title.clone(),
        papers: item.papers.clone(),
    }
}

/// Whether an agenda can go out: something stands on it, nothing waits for an answer, and the meeting is ahead or open.
pub fn drawn_up(meeting: &Meeting, items: &[Item]) -> Findings {
    let mut findings = Findings::none();
    let count = |state: ItemState| items.iter().filter(|item| item.state == state).count();
    findings.push_if(!meeting.state.takes_answers(), || Finding::refuse("meeting-not-ahead"));
    findings.push_if(count(ItemState::Accepted) == 0, || Finding::refuse("agenda-empty"));
    let waiting = count(ItemState::Requested);
    findings.push_if(waiting > 0, || Finding::warn("agenda-items-unanswered").with("count", waiting));
    let rulings = count(ItemState::AwaitingRuling);
    findings.push_if(rulings > 0, || Finding::warn("agenda-rulings-awaited").with("count", rulings));
    let follow = items.iter().flat_map(|item| &item.papers).filter(|paper| paper.to_follow).count();
    findings.push_if(follow > 0, || Finding::warn("agenda-papers-to-follow").with("count", follow));
    findings.push_if(meeting.place.is_none() && meeting.joining_link.is_none(), || Finding::warn("meeting-place-missing"));
    findings.push_if(meeting.starts_at.is_none(), || Finding::warn("meeting-hour-missing"));
    findings
}

/// The order after moving one item by one place among those given; the same order where it cannot move.
pub fn moved(order: &[ItemId], item: ItemId, direction: Direction) -> Vec<ItemId> {
    let mut order = order.to_vec();
    if let Some(at) = order.iter().position(|id| *id == item) {
        match direction {
            Direction::Up if at > 0 => order.swap(at, at - 1),
            Direction::Down if at + 1 < order.len() => order.swap(at, at + 1),
            _ => {}
        }
    }
    order
}

/// What changed from one agenda to the next, as a reader who holds the earlier one wants to know. Nothing is said of a first
/// agenda. An item that only has another number because others came or went has not moved.
pub fn changes(before: &FrozenAgenda, after: &FrozenAgenda) -> Findings {
    let mut told = Findings::none();
    let say = |code: &str| Finding::warn(code);
    if before.day != after.day
        && let (Some(from), Some(to)) = (before.day, after.day)
    {
        told.push(say("changed-day").with("from", from).with("to", to));
    }
    if before.arrangements.starts_at != after.arrangements.starts_at
        && let Some(to) = after.arrangements.starts_at
    {
        told.push(say("changed-hour").with("to", to));
    }
    if before.arrangements.place != after.arrangements.place {
        told.push(match &after.arrangements.place {
            Some(place) => say("changed-place").with("place", place),
            None => say("changed-place-gone"),
        });
    }
    let link_changed = before.arrangements.joining_link != after.arrangements.joining_link;
    told.push_if(link_changed, || say("changed-joining-link"));
    for item in &before.items {
        let gone = !after.items.iter().any(|other| other.id == item.id);
        told.push_if(gone, || say("changed-item-gone").with("title", &item.title));
    }
    let shared = |items: &[FrozenItem], others: &[FrozenItem]| -> Vec<ItemId> {
        items.iter().map(|item| item.id).filter(|id| others.iter().any(|other| other.id == *id)).collect()
    };
    let (was, is) = (shared(&before.items, &after.items), shared(&after.items, &before.items));
    for item in &after.items {
        let named = |code: &str| say(code).with("number", &item.number).with("title", &item.title);
        let Some(earlier) = before.items.iter().find(|other| other.id == item.id) else {
            told.push(named("changed-item-new"));
            continue;
        };
        told.push_if(earlier.title != item.title, || named("changed-item-title").with("earlier", &earlier.title));
        told.push_if(was.iter().position(|id| *id == item.id) != is.iter().position(|id| *id == item.id), || named("changed-item-moved"));
        told.push_if(earlier.presenter != item.presenter, || named("changed-item-presenter"));
        for paper in &item.papers {
            let of = |code: &str| match paper.pages() {
                Some(pages) => named(&format!("{code}-at")).with("paper", &paper.title).with("pages", pages),
                None => named(code).with("paper", &paper.title),
            };
            match earlier.papers.iter().find(|other| other.id == paper.id) {
                None if paper.to_follow => told.push(named("changed-paper-announced").with("paper", &paper.title)),
                None => told.push(of("changed-paper-new")),
                Some(other) if other.to_follow && !paper.to_follow => told.push(of("changed-paper-arrived")),
                Some(other) if other.file_number != paper.file_number => told.push(of("changed-paper-replaced")),
                // A paper without a file is what its text says.
                Some(other) if other.hash.is_some() && paper.hash.is_some() && other.hash != paper.hash => told.push(of("changed-paper-replaced")),
                Some(_) => {}
            }
        }
        for paper in &earlier.papers {
            let gone = !item.papers.iter().any(|other| other.id == paper.id);
            told.push_if(gone, || named("changed-paper-gone").with("paper", &paper.title));
        }
    }
    told
}

/// An agenda as whoever opens a mailbox may read it: exempt items and papers by what the public is told of them. `unnamed` stands for
/// what the public is told nothing of.
pub fn veiled(agenda: &FrozenAgenda, unnamed: &str) -> FrozenAgenda {
    let mut agenda = agenda.clone();
    for item in &mut agenda.items {
        let exempt = item.exempt;
        for paper in item.papers.iter_mut().filter(|paper| exempt || paper.exempt) {
            paper.title = paper.public_title.clone().unwrap_or_else(|| unnamed.to_owned());
            paper.author = None;
        }
        if exempt {
            item.title = item.public_title.clone().unwrap_or_else(|| unnamed.to_owned());
            item.presenter = None;
        }
    }
    agenda
}

/// The steps to a meeting, earliest first: what the terms ask to be done by when, whether it was, and the day itself. What
/// the terms do not ask is not there.
pub fn timeline(duties: &[charter::Duty], meeting: &Meeting, versions: &[AgendaVersion], today: Day, zone: &kernel::Zone) -> Vec<Step> {
    let first_sent = versions.iter().map(|version| version.sent_at.day(zone)).min();
    let mut steps: Vec<Step> = duties
        .iter()
        .filter(|duty| duty.meeting.as_deref() == Some(meeting.id.to_string().as_str()))
        .map(|duty| {
            let sent = matches!(duty.code.as_str(), "send_papers" | "send_agenda" | "send_notice");
            let done = duty.done.or(if sent { first_sent } else { None });
            Step {
                code: duty.code.clone(),
                sentence: duty.sentence.clone(),
                by: duty.by,
                counted: duty.counted.as_ref().map(ToString::to_string),
                clause: Some(duty.clause.clone()),
                standing: standing(done, duty.letter, duty.by, today, duty.code == "notify_item").to_owned(),
                done,
            }
        })
        .collect();
    steps.push(Step {
        code: "meeting".to_owned(),
        sentence: String::new(),
        by: meeting.day,
        counted: None,
        clause: None,
        standing: if meeting.day < today { "done" } else { "ahead" }.to_owned(),
        done: None,
    });
    steps.sort_by_key(|step| (step.by, step.code == "meeting"));
    steps
}

/// A window that closes (for notifying items) is never late: it is over. Anything else that was not done is.
fn standing(done: Option<Day>, letter: Day, by: Day, today: Day, window: bool) -> &'static str {
    match done {
        Some(done) if done <= letter => "done",
        Some(_) => "done-late",
        None if window && letter < today => "over",
        None if letter < today => "late",
        None if by <= today => "due",
        None => "ahead",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ItemPaper;
    use uuid::Uuid;

    fn item(n: u128, title: &str) -> FrozenItem {
        FrozenItem {
            id: ItemId(Uuid::from_u128(n)),
            number: n.to_string(),
            title: title.to_owned(),
            kind: ItemKind::Business,
            purpose: Purpose::Discussion,
            presenter: None,
            late_reason: None,
            exempt: false,
            ground: None,
            public_title: None,
            papers: Vec::new(),
        }
    }

    fn agenda(items: Vec<FrozenItem>) -> FrozenAgenda {
        FrozenAgenda { items, ..FrozenAgenda::default() }
    }

    fn codes(findings: &Findings) -> Vec<&str> {
        findings.iter().map(|f| f.code.as_str()).collect()
    }

    fn paper(n: u128, to_follow: bool, file_number: i64) -> ItemPaper {
        ItemPaper {
            id: Uuid::from_u128(n).into(),
            title: "Report".to_owned(),
            author: None,
            to_follow,
            exempt: false,
            public_title: None,
            file_number,
            first_page: None,
            page_count: None,
            hash: None,
        }
    }

    #[test]
    fn a_body_whose_terms_restrict_late_items_has_no_other_business() {
        let standing = [
            StandingItem { kind: ItemKind::Apologies, title: "Apologies".to_owned() },
            StandingItem { kind: ItemKind::AnyOtherBusiness, title: "Any other business".to_owned() },
        ];
        assert_eq!(standing_items(&standing, false).iter().map(|i| i.kind).collect::<Vec<_>>(), [ItemKind::Apologies]);
        assert_eq!(standing_items(&standing, true).len(), 2);
    }

    #[test]
    fn a_new_item_does_not_make_its_followers_moved() {
        let before = agenda(vec![item(1, "Minutes"), item(2, "Budget")]);
        let mut late = item(3, "Flood");
        late.number = "1".to_owned();
        let after = agenda(vec![late, item(1, "Minutes"), item(2, "Budget")]);
        assert_eq!(codes(&changes(&before, &after)), ["changed-item-new"]);
    }

    #[test]
    fn two_items_that_changed_places_have_moved() {
        let before = agenda(vec![item(1, "Minutes"), item(2, "Budget")]);
        let after = agenda(vec![item(2, "Budget"), item(1, "Minutes")]);
        assert_eq!(codes(&changes(&before, &after)), ["changed-item-moved", "changed-item-moved"]);
    }

    #[test]
    fn a_paper_that_was_to_follow_has_arrived() {
        let with = |paper: ItemPaper| {
            let mut item = item(1, "Budget");
            item.papers.push(paper);
            agenda(vec![item])
        };
        assert_eq!(codes(&changes(&with(paper(7, true, 0)), &with(paper(7, false, 1)))), ["changed-paper-arrived"]);
        assert_eq!(codes(&changes(&with(paper(7, false, 1)), &with(paper(7, false, 2)))), ["changed-paper-replaced"]);
        assert_eq!(codes(&changes(&with(paper(7, false, 1)), &agenda(vec![item(1, "Budget")]))), ["changed-paper-gone"]);
    }

    #[test]
    fn what_changed_in_an_exempt_item_is_told_in_a_letter_without_its_title() {
        let with = |papers: Vec<ItemPaper>| {
            let secret = ItemPaper { title: "CANARY price".to_owned(), ..paper(7, false, 1) };
            let papers = if papers.is_empty() { vec![secret] } else { Vec::new() };
            agenda(vec![FrozenItem { exempt: true, public_title: Some("A property matter".to_owned()), papers, ..item(1, "CANARY sale") }])
        };
        let (before, after) = (with(vec![paper(1, false, 1)]), with(Vec::new()));
        let told = changes(&veiled(&before, "Exempt"), &veiled(&after, "Exempt"));
        let told = serde_json::to_string(&told).unwrap();
        assert!(told.contains("changed-paper-new") && told.contains("A property matter") && !told.contains("CANARY"), "{told}");
    }

    #[test]
    fn an_unchanged_agenda_says_nothing() {
        let same = agenda(vec![item(1, "Minutes")]);
        assert!(changes(&same, &same.clone()).is_empty());
    }

    #[test]
    fn the_first_item_cannot_move_up_nor_the_last_down() {
        let ids: Vec<ItemId> = (1..=3).map(|n| ItemId(Uuid::from_u128(n))).collect();
        assert_eq!(moved(&ids, ids[0], Direction::Up), ids);
        assert_eq!(moved(&ids, ids[2], Direction::Down), ids);
        assert_eq!(moved(&ids, ids[0], Direction::Down), [ids[1], ids[0], ids[2]]);
    }

    #[test]
    fn a_window_for_items_is_over_and_never_late_and_unsent_papers_are_late() {
        let day = |d| jiff::civil::date(2008, 3, d);
        assert_eq!(standing(None, day(6), day(6), day(7), true), "over");
        assert_eq!(standing(None, day(6), day(6), day(7), false), "late");
        assert_eq!(standing(None, day(9), day(7), day(7), false), "due");
        assert_eq!(standing(Some(day(6)), day(6), day(6), day(7), false), "done");
        assert_eq!(standing(Some(day(8)), day(6), day(6), day(9), false), "done-late");
    }
}
