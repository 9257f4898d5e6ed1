//! What lies on the table at a meeting, printed from who is expected: name plates, and the sheet that everybody signs.

use ::documents::pdf::{self, Plate};
use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use kernel::Error;
use meetings::rights::CallMeeting;
use web::{Readers, words};

use super::{Pdf, send};
use crate::compose::{Imprint, table};
use crate::store;

/// A name plate for each who is expected, to be folded.
pub(crate) async fn plates(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let expected = store::expected(&mut read, meeting.id).await?;
    if expected.is_empty() {
        return Err(Error::NotFound.into());
    }
    let plates = expected.into_iter().map(|who| Plate { below: who.organisation.unwrap_or(who.seat), name: who.name });
    let plates: Vec<Plate> = plates.collect();
    let imprint = Imprint { partnership: meeting.partnership_name, body: meeting.body_name, made_at: house.now() };
    let about = imprint.document(words("packs-plates-title", &[("day", &meeting.day.to_string())]), Vec::new());
    let name = format!("{}, {}", about.about, about.title);
    let written = tokio::task::spawn_blocking(move || pdf::plates(&about, &plates)).await.map_err(Error::fault)??;
    let size = i64::try_from(written.bytes.len()).ok();
    Ok(web::download(&name, "application/pdf", Readers::This, written.bytes.into(), size))
}

/// The sheet that everybody signs.
pub(crate) async fn sign_in(pass: May<CallMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let expected = store::expected(&mut read, meeting.id).await?;
    let imprint = Imprint { partnership: meeting.partnership_name, body: meeting.body_name, made_at: house.now() };
    send::<Pdf>(table::sheet(&imprint, meeting.day, &expected), Readers::This).await
}
