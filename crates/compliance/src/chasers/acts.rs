//! Stopping what would be asked for, one by one or a kind for a whole body.

use ::store::{Entry, event};
use access::{House, Permit};
use bodies::rights::ManageBody;
use kernel::{Error, Result};
use serde_json::json;

use super::{Chase, Key};
use crate::store::chasers as kept;

event!(
    /// Somebody is not asked for something.
    STOPPED,
    "chaser.stopped"
);
event!(
    /// Somebody is asked for something after all.
    LET_GO,
    "chaser.let-go"
);
event!(
    /// What goes out by itself for a body was chosen.
    CHOSEN,
    "chasers.chosen"
);

/// Stops one line before its letter is written.
///
/// # Errors
/// [`Error::NotFound`] when nothing of the kind is coming for this body.
pub(crate) async fn stop(house: &House, permit: &Permit<ManageBody>, key: &Key) -> Result<()> {
    let body = *permit.id();
    let mut w = house.write(permit.opening(&STOPPED)).await?;
    let whose = super::Whose::Body(permit.partnership(), body);
    let all = super::coming(&mut w, whose, house.today(), super::written_by(house.now())).await?;
    let (chaser, _) = all.into_iter().find(|(chaser, _)| chaser.key() == *key).ok_or(Error::NotFound)?;
    kept::keep_stopped(&mut w, permit.partnership(), body, key, house.today()).await?;
    let page = format!("/bodies/{}/letters", chaser.slug);
    w.close(Entry::about(body.record(), page).of_body(body).under(chaser.clause.clone()).after(json!({ "stopped": key, "goes_on": chaser.goes_on })))
        .await?;
    Ok(())
}

/// Lets a line go that was stopped.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn let_go(house: &House, permit: &Permit<ManageBody>, slug: &str, key: &Key) -> Result<()> {
    let body = *permit.id();
    let mut w = house.write(permit.opening(&LET_GO)).await?;
    kept::let_go(&mut w, body, key).await?;
    w.close(Entry::about(body.record(), format!("/bodies/{slug}/letters")).of_body(body).after(json!({ "let_go": key }))).await?;
    Ok(())
}

/// Chooses which kinds go out by themselves for a body.
///
/// # Errors
/// A fault when the database refuses.
pub(crate) async fn keep_kinds(house: &House, permit: &Permit<ManageBody>, slug: &str, off: &[Chase]) -> Result<()> {
    let body = *permit.id();
    let mut w = house.write(permit.opening(&CHOSEN)).await?;
    kept::turn_off(&mut w, body, off).await?;
    w.close(Entry::about(body.record(), format!("/bodies/{slug}/chasers")).of_body(body).after(json!({ "off": off }))).await?;
    Ok(())
}
