//! Reminders: a letter to each owner before an action's day, and after it while the action is still owed.

use access::{House, Job, System, make_link};
use kernel::{ActionId, Day, Error, Result};
use mail::{Content, Letter};
use serde::Deserialize;
use store::{Entry, event};
use web::words;

use crate::model::{Action, ActionState};
use crate::pages::due_words;
use crate::rights::{ChangeAction, ReportAction};
use crate::store as actions;

event!(REMINDED, "action.reminded");

/// How long a reminder's link works, in seconds: four months, so that an answer after the next meeting still arrives.
const LINK_LASTS: i64 = 120 * 24 * 3600;

inventory::submit! {
    Job { kind: "action.remind", run: |house, system, payload| Box::pin(async move {
        remind(&house, &system, serde_json::from_value(payload).map_err(Error::fault)?).await
    }) }
}

/// What was queued.
#[derive(Debug, Clone, Deserialize)]
struct Reminder {
    action: ActionId,
    due: Day,
    kind: String,
}

/// Writes the letters of a reminder, unless the action is over or its day was changed, for which another was queued. Each
/// goes to the owner and to whoever reads for them.
async fn remind(house: &House, system: &System, reminder: Reminder) -> Result<()> {
    let mut read = house.read().await?;
    let action = match actions::action(&mut read, reminder.action).await {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    if action.state != ActionState::Open || action.due.on != Some(reminder.due) {
        return Ok(());
    }
    let partnership = actions::partnership_of(&mut read, action.body).await?;
    let people = actions::to_remind(&mut read, action.id, house.today()).await?;
    let mut letters = Vec::new();
    for person in people {
        letters.extend(mail::addresses_of(&mut read, person, house.today()).await?);
    }
    drop(read);
    if letters.is_empty() {
        return Ok(());
    }
    let permit = system.permit::<ChangeAction>(action.id, partnership);
    let mut w = house.write(permit.opening(&REMINDED)).await?;
    let sent = letters.len();
    for addressee in letters {
        let ends_at = w.now().plus_seconds(LINK_LASTS);
        let link = make_link::<ReportAction>(&mut w, addressee.person, &action.id.record(), ends_at).await?;
        let letter = Letter {
            partnership,
            body: Some(action.body),
            person: addressee.person,
            address: addressee.address,
            sender: action.body_name.clone(),
            purpose: "action".to_owned(),
            record: Some(action.id.record()),
            subject: words(&format!("action-letter-subject-{}", reminder.kind), &[("body", &action.body_name), ("due", &due_words(&action))]),
            content: content(&action, &reminder.kind, &addressee.name, link),
            due_at: w.now(),
            calendar: None,
        };
        mail::queue_letter(&mut w, letter).await?;
    }
    w.close(Entry::about(action.id.record(), format!("/actions/{}", action.id)).of_body(action.body).after(serde_json::json!({"letters": sent})))
        .await?;
    Ok(())
}

/// What a reminder says. Nothing exempt is written into a letter.
fn content(action: &Action, kind: &str, name: &str, link: access::LinkMade) -> Content {
    let title = words(&format!("action-letter-title-{kind}"), &[]);
    let content = Content::titled(title).say(words(&format!("action-letter-says-{kind}"), &[("name", name), ("body", &action.body_name)]));
    let content = if action.exempt { content.say(words("action-link-exempt", &[])) } else { content.line(action.words.clone()) };
    content
        .fact(words("action-due", &[]), due_words(action))
        .answer(words("action-letter-report", &[]), "/action-report/{token}", link)
        .small(words("action-letter-why", &[("body", &action.body_name)]))
}
