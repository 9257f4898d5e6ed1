//! What is noticed every morning, and the weekly letter to the secretariats: what is late, what this week brings, and what the four weeks after it.

use access::{House, Job, Recurring, System};
use jiff::civil::{Weekday, time};
use kernel::{Day, Instant, PartnershipId, Result, Zone};
use mail::{Class, Content, Letter};
use store::{Entry, event};
use terms::{Of, Scope};
use web::words;

use crate::chasers;
use crate::duties::{self, DutyLine};
use crate::model::Settled;
use crate::proposals::{Looked, Noticed};
use crate::rights::{ReadDuties, SeeAllDuties};
use crate::store as letters;

event!(WROTE, "duties.letter");

/// The longest list in a letter; the page has the rest.
const MOST: usize = 20;

inventory::submit! {
    Job { kind: "duties.weekly", run: |house, system, _| Box::pin(async move { write_all(&house, &system).await }) }
}

inventory::submit! {
    Recurring { kind: "duties.weekly", next: next_monday }
}

/// The next Monday at seven in the morning, in London, summer or winter.
fn next_monday(after: Instant) -> Instant {
    let zone = Zone::london();
    let mut day = after.day(&zone);
    loop {
        let at = zone.instant(day, time(7, 0, 0, 0));
        if day.weekday() == Weekday::Monday && at > after {
            return at;
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => return after.plus_seconds(7 * 86_400),
        }
    }
}

/// The Monday of a day's week, at midnight: whoever has had a letter since has had this week's.
fn begun(today: Day) -> Instant {
    let back = i64::from(today.weekday().to_monday_zero_offset());
    Zone::london().instant(today.saturating_sub(jiff::Span::new().days(back)), time(0, 0, 0, 0))
}

async fn write_all(house: &House, system: &System) -> Result<()> {
    let today = house.today();
    let to = letters::weekly(&mut house.read().await?, today, begun(today)).await?;
    for one in to {
        write(house, system, &one, today).await?;
    }
    Ok(())
}

/// One letter, where there is something to say and somebody to say it to.
async fn write(house: &House, system: &System, to: &letters::Weekly, today: Day) -> Result<()> {
    let mut read = house.read().await?;
    let mut calendar = duties::of_person(&mut read, to.person, today).await?;
    calendar.duties.retain(|duty| duty.partnership == to.partnership && duty.done.is_none());
    let addressees = mail::addresses_of(&mut read, to.person, today).await?;
    drop(read);
    let in_days = |days: i64| today.saturating_add(jiff::Span::new().days(days));
    let (week, month) = (in_days(6), in_days(34));
    let parts: [(&str, Vec<&DutyLine>); 3] = [
        ("late", calendar.duties.iter().filter(|duty| duty.late).collect()),
        ("week", calendar.duties.iter().filter(|duty| !duty.late && duty.by <= week).collect()),
        ("month", calendar.duties.iter().filter(|duty| !duty.late && duty.by > week && duty.by <= month).collect()),
    ];
    if addressees.is_empty() || parts.iter().all(|(_, list)| list.is_empty()) {
        return Ok(());
    }
    let permit = system.permit::<ReadDuties>(to.person, to.partnership);
    let mut w = house.write(permit.opening(&WROTE)).await?;
    let subject = words("duties-letter-subject", &[("partnership", &to.name), ("day", &web::spelling::day(today))]);
    let sent = addressees.len();
    for addressee in addressees {
        let mut content = Content::titled(subject.clone());
        for (part, list) in parts.iter().filter(|(_, list)| !list.is_empty()) {
            content = content.heading(words(&format!("duties-letter-{part}"), &[]));
            for duty in list.iter().take(MOST) {
                content = content.line(format!("{}: {}: {}", web::spelling::day(duty.letter), duty.body_name, duty.sentence));
            }
            if list.len() > MOST {
                content = content.line(words("duties-letter-more", &[("number", &(list.len() - MOST).to_string())]));
            }
        }
        content = content
            .page(words("duties-letter-see", &[]), &format!("/people/{}/duties", to.person))
            .small(words("duties-letter-why", &[("partnership", &to.name)]));
        let letter = Letter {
            partnership: to.partnership,
            body: None,
            person: to.person,
            address: addressee.address,
            sender: to.name.clone(),
            purpose: "duties".to_owned(),
            record: Some(to.person.record()),
            subject: subject.clone(),
            content,
            due_at: w.now(),
            calendar: None,
            class: Some(Class::Duties),
        };
        mail::queue_letter(&mut w, letter).await?;
    }
    let page = format!("/partnerships/{}/duties", to.slug);
    w.close(Entry::about(to.person.record(), page).after(serde_json::json!({"letters": sent}))).await?;
    Ok(())
}

inventory::submit! {
    Job { kind: "chasers.send", run: |house, system, _| Box::pin(async move { chasers::send_all(&house, &system).await }) }
}

inventory::submit! {
    Recurring { kind: "chasers.send", next: |after| next_at(after, chasers::AT) }
}

// Queued for each action by an earlier program; now the chasers of every morning ask for it.
inventory::submit! {
    Job { kind: "action.remind", run: |_, _, _| Box::pin(async { Ok(()) }) }
}

event!(NOTICED, "proposal.noticed");

inventory::submit! {
    Job { kind: "proposals.notice", run: |house, system, _| Box::pin(async move { notice_all(&house, &system).await }) }
}

inventory::submit! {
    Recurring { kind: "proposals.notice", next: |after| next_at(after, time(5, 0, 0, 0)) }
}

/// The next day's hour, in London, or today's if it is to come.
fn next_at(after: Instant, hour: kernel::Hour) -> Instant {
    let zone = Zone::london();
    let today = after.day(&zone);
    let at = |day: Day| zone.instant(day, hour);
    if at(today) > after { at(today) } else { today.tomorrow().map_or_else(|_| after.plus_seconds(86_400), at) }
}

/// Notices what follows from the terms today, in every partnership.
///
/// # Errors
/// A fault when the database refuses.
pub async fn notice_all(house: &House, system: &System) -> Result<()> {
    let today = house.today();
    let all = letters::partnerships(&mut house.read().await?, today).await?;
    for partnership in all {
        notice(house, system, partnership, today).await?;
    }
    Ok(())
}

/// Proposes what is new, and takes back what no longer follows.
async fn notice(house: &House, system: &System, partnership: PartnershipId, today: Day) -> Result<()> {
    let mut read = house.read().await?;
    let scope = Scope::of(Of::Partnership(partnership), today);
    let governed = terms::in_force_of(&mut read, &scope).await?;
    let mut records = terms::records(&mut read, scope).await?;
    let mut noticed: Vec<Noticed> = Vec::new();
    for one in &governed {
        let record = records.take(one.body);
        let sittings = bodies::store::membership(&mut read, one.body, today).await?;
        let offices = bodies::store::offices(&mut read, one.body, Some(today)).await?;
        let looked = Looked { body: one.body, charter: &one.terms.charter, record: &record, sittings: &sittings, offices: &offices, today };
        noticed.extend(looked.notice());
    }
    let known = letters::known(&mut read, partnership).await?;
    drop(read);
    let new: Vec<&Noticed> = noticed.iter().filter(|one| !known.iter().any(|(_, subject, _)| *subject == one.subject)).collect();
    let past: Vec<_> = known.iter().filter(|(_, subject, open)| *open && !noticed.iter().any(|one| one.subject == *subject)).collect();
    if new.is_empty() && past.is_empty() {
        return Ok(());
    }
    let permit = system.permit::<SeeAllDuties>(partnership, partnership);
    let mut w = house.write(permit.opening(&NOTICED)).await?;
    for one in &new {
        letters::propose(&mut w, partnership, one, today).await?;
    }
    for (id, ..) in &past {
        letters::settle(&mut w, *id, None, Settled::Past, None).await?;
    }
    let told: Vec<_> = new.iter().map(|one| (&one.subject, &one.clause)).collect();
    let after = serde_json::json!({"noticed": told, "past": past.iter().map(|(_, subject, _)| subject).collect::<Vec<_>>()});
    w.close(Entry::about(partnership.record(), "/desk").after(after)).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_letter_leaves_on_mondays_at_seven_in_london_whatever_the_clocks_do() {
        let at = |day: Day, hour: i8| Zone::london().instant(day, time(hour, 0, 0, 0));
        for (after, due) in [
            (at(date(2026, 3, 27), 12), "2026-03-30T06:00:00Z"),
            (at(date(2026, 3, 23), 6), "2026-03-23T07:00:00Z"),
            (at(date(2026, 3, 23), 7), "2026-03-30T06:00:00Z"),
            (at(date(2026, 10, 20), 0), "2026-10-26T07:00:00Z"),
        ] {
            assert_eq!(next_monday(after).to_string(), due);
        }
        assert_eq!(begun(date(2026, 3, 29)).to_string(), "2026-03-23T00:00:00Z");
        assert_eq!(begun(date(2026, 3, 30)).to_string(), "2026-03-29T23:00:00Z");
    }
}
