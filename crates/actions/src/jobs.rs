//! Answers by mail to letters about actions: filed on the action, for the secretariat to take or to leave.

use access::{House, Job, Recurring, System, by_reply};
use kernel::{Error, Result};
use mail::inbox::{self, Fate, Waiting};

use crate::acts;
use crate::rights::ReportAction;

/// How often the folder is looked into, in seconds.
const EVERY: i64 = 300;

inventory::submit! {
    Job { kind: "actions.answers", run: |house, _: System, _| Box::pin(async move { take_in(&house).await }) }
}

inventory::submit! {
    Recurring { kind: "actions.answers", next: |after| after.plus_seconds(EVERY) }
}

/// Files every mail that waits and is an answer; all others are put away as refused.
async fn take_in(house: &House) -> Result<()> {
    let Some(replies) = &house.settings.replies else { return Ok(()) };
    for mail in inbox::waiting(&replies.folder).await? {
        let fate = match file(house, &replies.address, &mail).await {
            Ok(fate) => fate,
            // Not an address that works, or not theirs to report any more. Trying teaches nobody which.
            Err(Error::NotFound) => Fate::Refused,
            Err(error) => return Err(error),
        };
        mail.put_away(&replies.folder, fate).await?;
    }
    Ok(())
}

async fn file(house: &House, address: &str, mail: &Waiting) -> Result<Fate> {
    let Ok(answer) = mail.read(address).await? else { return Ok(Fate::Refused) };
    let permit = by_reply::<ReportAction>(house, &answer.token).await?;
    acts::file_answer(house, &permit, &mail.name, &answer).await?;
    Ok(Fate::Filed)
}
