//! The pack on a page: item by item, each with its papers; for members with their own marks and notes, and for everybody else in
//! its public edition.

mod edition;
mod notes;
mod shown;

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Error, ItemId};
use meetings::model::MeetingState;
use meetings::rights::ReadMeeting;
use serde::Deserialize;
use web::{FormView, words};

use super::framed;
use crate::reading::Shelf;
use crate::store;
use shown::{ItemShown, PaperShown, ReadPage, item_part, paper_shown, taken};

pub(crate) use edition::edition;
pub(crate) use notes::{note, place};

/// Which paragraph a note is being written to, as part and anchor.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    note: String,
}

/// `GET /meetings/{meeting}/read`
pub(crate) async fn whole(
    pass: May<ReadMeeting>,
    State(house): State<House>,
    Query(wanted): Query<Wanted>,
) -> std::result::Result<Response, Problem> {
    let form = FormView::new(&house);
    shown(&pass, &house, &wanted.note, form).await
}

async fn shown(pass: &May<ReadMeeting>, house: &House, wanted: &str, form: FormView) -> std::result::Result<Response, Problem> {
    let person = pass.who().person().ok_or(Error::NotFound)?;
    let mut read = house.read().await?;
    let meeting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let items = meetings::store::items(&mut read, meeting.id).await?;
    let versions = meetings::store::versions(&mut read, meeting.id).await?;
    let held = matches!(meeting.state, MeetingState::Open | MeetingState::Closed);
    let frozen = match versions.first() {
        Some(last) if !held => last.frozen.items.clone(),
        None if !held && pass.capacity() != "secretary" => return Err(Error::NotFound.into()),
        _ => meetings::rules::freeze_numbered(&items),
    };
    let papers = matters::store::papers_of_meeting(&mut read, meeting.id).await?;
    let out = versions.first().is_some_and(|last| last.frozen.front > 0);
    let shelf = Shelf {
        texts: matters::store::texts_of_meeting(&mut read, meeting.id, &papers).await?,
        asked: matters::store::recommendations_of_meeting(&mut read, meeting.id).await?,
        leaves: matters::store::leaves_of_meeting(&mut read, meeting.id, &papers).await?,
        versions,
    };
    // Whoever is here for one meeting only opens what is exempt from its own page, which asks again.
    let secrets = !matches!(pass.capacity(), "substitute" | "former-member");
    let mut notes = store::notes(&mut read, person, meeting.id).await?;
    let place = store::place(&mut read, person, meeting.id).await?;
    let papers: Vec<(Option<ItemId>, PaperShown)> =
        papers.iter().map(|paper| (paper.item, paper_shown(paper, &shelf, secrets, &mut notes, wanted))).collect();
    let known: Vec<ItemId> = frozen.iter().map(|item| item.id).collect();
    let items = frozen.into_iter().map(|item| {
        let part = item_part(item.id);
        let purpose = words(&format!("purpose-{}", item.purpose), &[]);
        ItemShown {
            papers: papers.iter().filter(|(of, _)| *of == Some(item.id)).map(|(_, paper)| paper.clone()).collect(),
            notes: taken(&mut notes, &part),
            writing: wanted == part,
            number: item.number,
            title: item.title,
            about: [Some(purpose), item.presenter].into_iter().flatten().collect(),
            exempt: item.exempt,
            ground: item.ground,
            part,
        }
    });
    let items = items.collect();
    let frame = framed(&meeting, "read-title", false);
    let page = ReadPage {
        meeting: meeting.id,
        here: format!("/meetings/{}/read", meeting.id),
        items,
        loose: papers.into_iter().filter(|(of, _)| of.is_none_or(|of| !known.contains(&of))).map(|(_, paper)| paper).collect(),
        place,
        reader: Some(person),
        ends: pass.who().signed.as_ref().map(|signed| signed.ends_at.seconds()),
        left: notes,
        agenda: format!("/meetings/{}/agenda", meeting.id),
        pack: out.then(|| format!("/meetings/{}/pack.pdf", meeting.id)),
        form,
    };
    let refuses = page.form.refuses();
    Ok(if refuses { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}
