//! The public edition of a meeting's minutes: as approved, or as a draft where the body opens its drafts.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::model::DocumentClass;
use minutes::model::MinutesState;
use minutes::public::PublicMinutes;
use serde::Serialize;

use super::{framed, sees};
use crate::public::{self, Cleared};
use crate::rights::SeeMeeting;
use crate::store;

#[derive(Serialize)]
struct MinutesPage {
    body: String,
    charter: String,
    draft: bool,
    shown: Option<Cleared<PublicMinutes>>,
    /// Where the same is as a file, without the ending.
    file: String,
    /// Where this reader reads the whole of it.
    whole: Option<String>,
}

impl web::Page for MinutesPage {
    const TEMPLATE: &'static str = "public/minutes.html";
    fn sample() -> Self {
        let shown = PublicMinutes {
            state: MinutesState::Circulated,
            says: "Sent to the members on 25 January 2007".to_owned(),
            content: minutes::pages::sample_content(),
            corrections: Vec::new(),
        };
        Self {
            body: "Wealdshire Partnership board".to_owned(),
            charter: "/bodies/wealdshire-board/charter".to_owned(),
            draft: true,
            file: "/meetings/1/public/minutes".to_owned(),
            shown: Some(Cleared::sample(shown)),
            whole: Some("/meetings/1/minutes".to_owned()),
        }
    }
}
web::page!(MinutesPage);

/// `GET /meetings/{meeting}/minutes/public`
pub(crate) async fn minutes(pass: May<SeeMeeting>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let found = store::meeting(&mut read, *pass.id()).await?;
    let head = bodies::store::head(&mut read, found.body).await?;
    let standing = pass.known();
    let edition = minutes::public::edition(&mut read, found.row.id).await?;
    let draft = edition.as_ref().is_some_and(|(class, _)| *class == DocumentClass::MinutesDraft);
    let shown = match edition {
        Some((class, edition)) if sees(&head, standing, class) => public::cleared(&pass, standing, &head, class, edition),
        _ => None,
    };
    let whole = standing.filter(|standing| standing.reads_as_member()).map(|_| format!("/meetings/{}/minutes", found.row.id));
    let title = match &shown {
        Some(_) => web::words("minutes-title", &[("day", &web::spelling::day(found.row.day))]),
        None => web::words("minutes-kept-title", &[]),
    };
    let frame = framed(&head, title).under(web::spelling::day(found.row.day), format!("/meetings/{}/public", found.row.id));
    let page = MinutesPage {
        body: head.body.name.clone(),
        charter: format!("/bodies/{}/charter", head.body.slug),
        draft: draft && shown.is_some(),
        file: format!("/meetings/{}/public/minutes", found.row.id),
        shown,
        whole,
    };
    Ok(web::page(pass.who(), frame, &page))
}
