//! Putting terms of reference to a meeting, and taking them back before it.
//!
//! What is put is a version that never changes: a draft is laid as one when it is put, so that the meeting decides on the text that it
//! was shown. With it come an item, the motion that it be adopted, and a paper that says what changes and what that would have meant.

use ::store::event;
use access::{House, Permit};
use decisions::model::NewMotion;
use kernel::{BodyId, Conflict, Day, Error, Finding, Findings, ItemId, MeetingId, MotionId, PaperId, PartnershipId, Result};
use matters::model::NewPaper;
use serde_json::json;
use terms::acts::draft::{laid, unready};
use terms::model::Version;
use terms::rights::KeepCharter;
use terms::{Change, CharterState, Replayed};

use crate::acts::agenda::put_on;
use crate::model::{Meeting, NewItem, Purpose};
use crate::rights::ProposeTerms;
use crate::store;

event!(
    /// A version of the terms was put to a meeting.
    PROPOSED,
    "charter.proposed"
);
event!(
    /// A version of the terms was taken back before its meeting.
    TAKEN_BACK,
    "charter.taken-back"
);

/// What is put to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// The draft that is being written, which is laid as a version.
    Draft {
        /// The version of the draft that was seen.
        seen: Option<i64>,
    },
    /// A version that was laid before and that no meeting has agreed.
    Version {
        /// Its number.
        number: i64,
        /// The version of its state that was seen.
        seen: Option<i64>,
    },
}

/// What would be put.
pub struct Ready {
    /// The text.
    pub text: String,
    /// The version of the draft, or of the laid version's state.
    pub seen: i64,
    /// Whatever stands against putting it.
    pub findings: Findings,
}

/// The text that would be put.
///
/// # Errors
/// Not found without a draft, or such a version; a conflict when somebody changed it meanwhile.
pub async fn ready(read: &mut ::store::Read, body: BodyId, put: Put) -> Result<Ready> {
    let unchanged = |theirs: &str, now: i64, seen: Option<i64>| match seen {
        Some(seen) if seen != now => Err(Error::Conflict(Box::new(Conflict { theirs: theirs.to_owned(), yours: String::new(), version: now }))),
        _ => Ok(()),
    };
    let mut findings = Findings::none();
    if let Some(waiting) = terms::store::waiting(read, body).await? {
        let day = waiting.day.map(|day| day.to_string()).unwrap_or_default();
        findings.push(Finding::refuse("charter-waiting").with("number", waiting.number).with("day", day));
    }
    match put {
        Put::Draft { seen } => {
            let draft = terms::store::draft(read, body).await?.ok_or(Error::NotFound)?;
            unchanged(&draft.text, draft.version, seen)?;
            unready(&draft).into_iter().for_each(|finding| findings.push(finding));
            Ok(Ready { text: draft.text, seen: draft.version, findings })
        }
        Put::Version { number, seen } => {
            let found = terms::store::version(read, body, number).await?;
            unchanged(&found.version.state.to_string(), found.version.version, seen)?;
            let proposed = terms::store::proposed(read, &found.version).await?;
            let agreed = proposed.is_some_and(|proposed| matches!(proposed.standing(), "agreed" | "amended"));
            findings.push_if(found.version.state != CharterState::Draft || agreed, || Finding::refuse("charter-already-decided"));
            Ok(Ready { text: found.charter.source.clone(), seen: found.version.version, findings })
        }
    }
}

/// Puts a text to a meeting of the body, or of the body that it is within.
///
/// # Errors
/// Refused while another version waits for a decision, when the text cannot be read, when the terms in force forbid the change, when
/// the meeting is not ahead, or when they refuse the item; a conflict when somebody changed the text meanwhile.
pub async fn propose(house: &House, permit: &Permit<ProposeTerms>, put: Put, meeting: MeetingId) -> Result<(i64, MeetingId)> {
    let body = *permit.id();
    let mut w = house.write(permit.opening(&PROPOSED)).await?;
    let Ready { text, mut findings, .. } = ready(&mut w, body, put).await?;
    let change = Change::of(&mut w, body, &text, house.today()).await?;
    for finding in &change.amendment.findings {
        let forbidden = Finding::refuse("charter-forbidden").at("meeting").with("sentence", &finding.sentence);
        findings.push(finding.clause.iter().fold(forbidden, |forbidden, clause| forbidden.under(clause)));
    }
    let meeting = store::meeting(&mut w, meeting).await?;
    let ours = meeting.body == body || above(&mut w, body, permit.partnership(), house.today()).await? == Some(meeting.body);
    findings
        .push_if(!ours || !meeting.state.is_ahead() || meeting.day < house.today(), || Finding::refuse("charter-meeting-not-ahead").at("meeting"));
    findings.or_refuse()?;
    let replayed = terms::replayed(&mut w, body, &change, house.today()).await?;
    let version = match put {
        Put::Draft { .. } => {
            let draft = terms::store::draft(&mut w, body).await?.ok_or(Error::NotFound)?;
            let keep: Permit<KeepCharter> = permit.hand_on(body);
            let (_, number, _) = laid(&mut w, &keep, &draft, CharterState::Draft).await?;
            terms::store::version(&mut w, body, number).await?.version
        }
        Put::Version { number, .. } => terms::store::version(&mut w, body, number).await?.version,
    };
    let number = version.number.to_string();
    let whose = bodies::store::body(&mut w, body).await?;
    let said = [("number", number.as_str()), ("body", whose.name.as_str())];
    let own = meeting.body == body;
    let title = web::words(if own { "terms-item" } else { "terms-item-of" }, &said);
    let new = NewItem { purpose: Purpose::Decision, notified_on: Some(house.today()), ..NewItem::business(title.clone()) };
    let (item, late) = put_on(&mut w, house, &meeting, &new, permit.person().is_none()).await?;
    let motion: MotionId = w.id();
    // The classes of matter are those of the body whose terms change; another body decides as on anything else.
    let about = if own { change.amendment.matters.iter().cloned().collect() } else { Vec::new() };
    let moved = NewMotion { words: web::words(if own { "terms-motion" } else { "terms-motion-of" }, &said), about, ..NewMotion::default() };
    decisions::store::insert(&mut w, motion, meeting.body, Some(meeting.id), Some(item), &moved).await?;
    let now = w.now();
    terms::store::propose(&mut w, version.id, motion, Some(now)).await?;
    let at = format!("/bodies/{}/charter/versions/{}", whose.slug, version.number);
    let paper = NewPaper {
        meeting: Some(meeting.id),
        item: Some(item),
        dated: Some(house.today()),
        summary: Some(paper_text(&change, &replayed, &format!("{}{at}", house.settings.address), &said)),
        ..NewPaper::titled(title)
    };
    let id: PaperId = w.id();
    matters::store::insert_paper(&mut w, id, meeting.body, None, &paper).await?;
    w.tell(Meeting::topic(meeting.id));
    let entry = ::store::Entry::about(version.id.record(), at).of_body(body).under(late.flatten());
    w.close(entry.after(json!({"number": version.number, "meeting": meeting.id, "item": item, "motion": motion, "paper": id, "text": text}))).await?;
    Ok((version.number, meeting.id))
}

/// The body that a body is within on a day, if it is.
pub(crate) async fn above(read: &mut ::store::Read, body: BodyId, partnership: PartnershipId, day: Day) -> Result<Option<BodyId>> {
    let links = bodies::store::links(read, partnership, day).await?;
    Ok(links.into_iter().find(|link| link.body == body && link.kind == bodies::model::LinkKind::Within).map(|link| link.other))
}

/// The longest text of the paper, in characters; the whole terms stand where its first line leads.
const LONGEST: usize = 90_000;

/// What the paper says: what changes, what that would have meant, how it is decided. No person is named in it.
fn paper_text(change: &Change, replayed: &Replayed, address: &str, said: &[(&str, &str)]) -> String {
    let proposed = terms::store::charter_of(&change.proposed.source);
    let words = |key: &str, more: &[(&str, &str)]| web::words(key, &[said, more].concat());
    let mut out = format!("{} {address}\n\n", words("terms-paper-says", &[]));
    let quoted = |text: &str| text.lines().map(|line| format!("> {line}\n")).collect::<String>();
    let rules = |clause: &charter::Clause| clause.rules.iter().map(|rule| format!("- {}\n", rule.canonical)).collect::<String>();
    if let Some(found) = &change.in_force {
        out += &format!("## {}\n\n", words("terms-paper-changes", &[]));
        let earlier = terms::store::charter_of(&found.charter.source);
        for pair in charter::beside(&earlier, &proposed).into_iter().filter(|pair| !pair.is_same()) {
            let number = pair.after.or(pair.before).map(|clause| clause.number.clone()).unwrap_or_default();
            out += &format!("**{number}**\n\n");
            for (key, clause) in [("terms-paper-before", pair.before), ("terms-paper-after", pair.after)] {
                out += &match clause {
                    Some(clause) => format!("{}\n\n{}\n{}\n", words(key, &[]), quoted(&clause.text), rules(clause)),
                    None => format!("{}\n\n", words(&format!("{key}-none"), &[])),
                };
            }
        }
    }
    out += &format!("## {}\n\n", words("terms-paper-meant", &[]));
    if replayed.meant.is_empty() {
        out += &format!("{}\n\n", words("terms-paper-meant-nothing", &[("meetings", &replayed.meetings.len().to_string())]));
    }
    for meant in &replayed.meant {
        let number = meant.after.as_ref().or(meant.before.as_ref()).map_or("", String::as_str);
        let count = |all: &std::collections::BTreeMap<charter::State, usize>| {
            let each = all.iter().map(|(state, count)| {
                let state = serde_json::to_value(state).ok().and_then(|state| state.as_str().map(str::to_owned)).unwrap_or_default();
                web::words(&format!("meant-state-{state}"), &[("number", &count.to_string())])
            });
            let each: Vec<String> = each.collect();
            if each.is_empty() { words("terms-paper-nothing-asked", &[]) } else { each.join(", ") }
        };
        let days: Vec<String> = meant.turned.iter().filter_map(|turned| turned.day).map(web::spelling::day).collect();
        out += &format!("- {}", words("terms-paper-clause", &[("clause", number), ("were", &count(&meant.were)), ("would", &count(&meant.would))]));
        if !days.is_empty() {
            out += &format!(" {}", words("terms-paper-days", &[("days", &days.join("; "))]));
        }
        out.push('\n');
    }
    if !change.decided.is_empty() {
        out += &format!("\n## {}\n\n", words("terms-paper-decided", &[]));
        for (rule, clause) in &change.decided {
            out += &format!("- {} ({clause})\n", rule.trim_end_matches('.'));
        }
    }
    if out.chars().count() > LONGEST {
        out = out.chars().take(LONGEST).collect::<String>() + "\n\n…\n";
    }
    out
}

/// Takes a version back before the meeting that it was put to: the item and its papers come off, and a draft is begun from it, so that
/// it can be changed and put again.
///
/// # Errors
/// Refused when no meeting is waiting for it, or the meeting is under way; a conflict when somebody changed it meanwhile.
pub async fn take_back(house: &House, permit: &Permit<ProposeTerms>, number: i64, seen: i64) -> Result<()> {
    let body = *permit.id();
    let mut w = house.write(permit.opening(&TAKEN_BACK)).await?;
    let found = terms::store::version(&mut w, body, number).await?;
    let version: &Version = &found.version;
    if version.version != seen {
        return Err(Error::Conflict(Box::new(Conflict { theirs: version.state.to_string(), yours: String::new(), version: version.version })));
    }
    let proposed = terms::store::proposed(&mut w, version).await?.filter(|proposed| proposed.standing() == "waiting");
    let Some(proposed) = proposed else { return Err(Error::refuse(Finding::refuse("charter-not-waiting"))) };
    if let (Some(meeting), Some(item)) = (proposed.meeting, proposed.item) {
        let meeting = store::meeting(&mut w, meeting).await?;
        if !meeting.state.is_ahead() {
            return Err(Error::refuse(Finding::refuse("charter-under-way")));
        }
        let item = store::item(&mut w, meeting.id, item).await?;
        take_off(&mut w, &meeting, item.id, item.late, &item.papers.iter().map(|paper| paper.id).collect::<Vec<_>>()).await?;
    }
    decisions::store::delete_motion(&mut w, proposed.motion).await?;
    terms::store::withdraw(&mut w, version).await?;
    let begun = terms::store::draft(&mut w, body).await?.is_none();
    if begun {
        terms::store::begin_draft(&mut w, body, &found.charter.source, Some(number)).await?;
    }
    let slug = bodies::store::body(&mut w, body).await?.slug;
    let entry = ::store::Entry::about(version.id.record(), format!("/bodies/{slug}/charter/versions/{number}")).of_body(body).before(version);
    w.close(entry.after(json!({"state": CharterState::Withdrawn, "draft": begun}))).await?;
    Ok(())
}

async fn take_off(w: &mut ::store::Write, meeting: &Meeting, item: ItemId, late: bool, papers: &[PaperId]) -> Result<()> {
    store::set_item_state(w, item, crate::model::ItemState::Withdrawn, None, late, None).await?;
    let reason = web::words("terms-taken-back", &[]);
    // One item holds a handful of papers.
    for paper in papers {
        matters::store::withdraw(w, *paper, &reason).await?;
    }
    w.tell(Meeting::topic(meeting.id));
    Ok(())
}
