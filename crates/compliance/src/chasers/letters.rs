//! Writing the morning's letters: one for each reader, however much is wanted of them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use ::store::{Write, event};
use access::{House, LinkMade, System, make_link};
use actions::rights::ReportAction;
use calendar::Nation;
use kernel::{BodyId, Hour, Instant, InvitationId, MeetingId, PersonId, Record, Result, Zone};
use mail::{Addressee, Class, Content, Letter};
use meetings::rights::{AnswerInvitation, ReportForSubGroup, RequestItem};
use minutes::rights::ClearMinutes;
use web::words;

use super::{Chase, Chaser, Whose, coming};
use crate::rights::{ConfirmNominees, SeeAllDuties};
use crate::store::chasers as kept;

event!(
    /// What deadlines want was asked for.
    SENT,
    "chasers.sent"
);

/// How long a link in these letters works, in seconds: four months, so that an answer after the next meeting still arrives.
const LINK_LASTS: i64 = 120 * 24 * 3600;

/// Writes today's letters, where today is a working day. Whoever was written to today by another partnership is written to on the
/// next working day by this one.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn send_all(house: &House, system: &System) -> Result<()> {
    let today = house.today();
    let since = Zone::london().instant(today, Hour::midnight());
    let mut read = house.read().await?;
    let partnerships = kept::partnerships(&mut read).await?;
    let mut written = kept::written_to(&mut read, since).await?;
    drop(read);
    for partnership in partnerships {
        if Nation::named(&partnership.nation).table().is_working_day(today) {
            send(house, system, &partnership, &mut written).await?;
        }
    }
    Ok(())
}

async fn send(house: &House, system: &System, of: &kept::Written, written: &mut BTreeSet<PersonId>) -> Result<()> {
    let (partnership, today) = (of.id, house.today());
    let mut read = house.read().await?;
    let all = coming(&mut read, Whose::Partnership(partnership), today, false).await?;
    let due: Vec<Chaser> =
        all.into_iter().filter(|(chaser, stopped)| !stopped && chaser.reached && chaser.goes_on == today).map(|(one, _)| one).collect();
    let mut addressees: BTreeMap<PersonId, Vec<Addressee>> = BTreeMap::new();
    for chaser in &due {
        if let Entry::Vacant(unknown) = addressees.entry(chaser.person) {
            unknown.insert(mail::addresses_of(&mut read, chaser.person, today).await?);
        }
    }
    drop(read);
    // One letter for each reader: their own, and what they read for others.
    let mut readers: BTreeMap<PersonId, (Addressee, Vec<&Chaser>)> = BTreeMap::new();
    for chaser in &due {
        for addressee in addressees.get(&chaser.person).into_iter().flatten().filter(|one| !written.contains(&one.reader)) {
            readers.entry(addressee.reader).or_insert_with(|| (addressee.clone(), Vec::new())).1.push(chaser);
        }
    }
    if readers.is_empty() {
        return Ok(());
    }
    let permit = system.permit::<SeeAllDuties>(partnership, partnership);
    let mut w = house.write(permit.opening(&SENT)).await?;
    let (mut letters, mut about) = (Vec::new(), Vec::new());
    for (reader, (addressee, chasers)) in &readers {
        letters.push(letter(&mut w, of, addressee, chasers).await?);
        about.push(chasers.clone());
        written.insert(*reader);
    }
    let ids = mail::queue_letters(&mut w, letters).await?;
    let mut sent: BTreeMap<_, (Chaser, Option<kernel::LetterId>)> = BTreeMap::new();
    for (id, chasers) in ids.iter().zip(about) {
        for chaser in chasers {
            sent.entry(chaser.key()).or_insert_with(|| (chaser.clone(), Some(*id)));
        }
    }
    let sent: Vec<_> = sent.into_values().collect();
    kept::keep_sent(&mut w, partnership, &sent, today).await?;
    let told = serde_json::json!({ "letters": ids.len(), "asked": sent.iter().map(|(chaser, _)| chaser.key()).collect::<Vec<_>>() });
    w.close(::store::Entry::about(partnership.record(), "/desk").after(told)).await?;
    Ok(())
}

async fn letter(w: &mut Write, of: &kept::Written, to: &Addressee, chasers: &[&Chaser]) -> Result<Letter> {
    let name = of.name.as_str();
    let first = chasers.first().copied();
    let subject = match (first, chasers.len()) {
        (Some(one), 1) => words(&format!("chaser-subject-{}", one.kind), &[("body", &one.body_name), ("day", &web::spelling::day(one.day))]),
        (_, count) => words("chaser-subject-several", &[("partnership", name), ("count", &count.to_string())]),
    };
    let mut content = Content::titled(subject.clone());
    let ends_at = w.now().plus_seconds(LINK_LASTS);
    for chaser in chasers {
        if chasers.len() > 1 {
            content = content.heading(&chaser.body_name);
        }
        if chaser.person != to.reader {
            content = content.say(words("chaser-for", &[("name", &chaser.name)]));
        }
        content = content.say(chaser.says());
        content = asked(w, content, chaser, to.reader, ends_at, chasers.len() == 1).await?;
    }
    // Of several bodies none may see what the others want: only the secretariat of all of them.
    let several = chasers.iter().any(|chaser| Some(chaser.body) != first.map(|one| one.body));
    let bodies: BTreeSet<&str> = chasers.iter().map(|chaser| chaser.body_name.as_str()).collect();
    let content = content.small(words("chaser-why", &[("bodies", &bodies.into_iter().collect::<Vec<_>>().join(", "))]));
    let record = first.filter(|_| chasers.len() == 1).map(|one| Record::of(if is_action(one.kind) { "action" } else { "meeting" }, one.about));
    Ok(Letter {
        partnership: of.id,
        body: if several { of.root } else { first.map(|one| one.body) },
        person: to.reader,
        address: to.address.clone(),
        sender: if chasers.len() == 1 { first.map_or_else(|| name.to_owned(), |one| one.body_name.clone()) } else { name.to_owned() },
        purpose: "chaser".to_owned(),
        record,
        subject,
        content,
        due_at: w.now(),
        calendar: None,
        class: Some(Class::Reminders),
    })
}

fn is_action(kind: Chase) -> bool {
    matches!(kind, Chase::ActionAhead | Chase::ActionOver)
}

/// The buttons by which it is answered from the letter itself.
async fn asked(w: &mut Write, content: Content, chaser: &Chaser, reader: PersonId, ends_at: Instant, alone: bool) -> Result<Content> {
    let meeting = || MeetingId(chaser.meeting.unwrap_or(chaser.about));
    let button = |key: &str| words(key, &[]);
    let linked = |content: Content, key: &str, path: &str, link: LinkMade| content.answer(button(key), path, link);
    Ok(match chaser.kind {
        Chase::Items => {
            let link = make_link::<RequestItem>(w, reader, &meeting().record(), ends_at).await?;
            linked(content, "chaser-ask-item", "/ask-item/{token}", link)
        }
        Chase::Papers => content.say(words("chaser-send-paper", &[])),
        Chase::Apologies => {
            let link = make_link::<AnswerInvitation>(w, reader, &InvitationId(chaser.about).record(), ends_at).await?;
            let content = linked(content, "mail-answer-coming", "/answer/{token}?say=coming", link);
            let content = linked(content, "mail-answer-apologies", "/answer/{token}?say=apologies", link);
            linked(content, "mail-answer-substitute", "/answer/{token}?say=substitute", link)
        }
        Chase::SubGroup => {
            let Some(report) = meetings::store::ask_sub_group(w, meeting(), BodyId(chaser.about)).await? else { return Ok(content) };
            let link = make_link::<ReportForSubGroup>(w, reader, &Record::of("sub-group-report", report), ends_at).await?;
            linked(content, "chaser-sub-group-button", "/sub-group-report/{token}", link)
        }
        Chase::ActionAhead | Chase::ActionOver => {
            let link = make_link::<ReportAction>(w, reader, &kernel::ActionId(chaser.about).record(), ends_at).await?;
            let content = linked(content, "action-letter-report", "/action-report/{token}", link);
            // An answer by mail to a letter about several things could be about any of them.
            if alone { content.answered_by_mail(link) } else { content }
        }
        Chase::Clearance => {
            let link = make_link::<ClearMinutes>(w, reader, &meeting().record(), ends_at).await?;
            linked(content, "minutes-letter-clear-button", "/minutes-clearance/{token}", link)
        }
        Chase::Nominees => {
            let link = make_link::<ConfirmNominees>(w, reader, &Record::of("nominee-check", chaser.about), ends_at).await?;
            linked(content, "chaser-nominees-button", "/nominees/{token}", link)
        }
        Chase::KeyMessages => content.page(button("chaser-see-note"), &format!("/meetings/{}/key-messages", meeting())),
        Chase::Minutes => content.page(button("chaser-see-minutes"), &format!("/meetings/{}/minutes", meeting())),
    })
}
