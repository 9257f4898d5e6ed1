//! The home page: the partnerships of the installation.

use access::{Anyone, House, Problem, Published};
use axum::extract::{Query, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use web::{FormView, Frame};

use crate::public;
use crate::store::{self, PartnershipLine};

/// How many partnerships are listed at once.
const LISTED: i64 = 50;

#[derive(Serialize)]
struct Home {
    form: FormView,
    asked: String,
    partnerships: Vec<Published<PartnershipLine>>,
    all: i64,
    more: bool,
}

impl web::Page for Home {
    const TEMPLATE: &'static str = "public/home.html";
    fn sample() -> Self {
        let line = PartnershipLine {
            slug: "wealdshire".to_owned(),
            name: "Wealdshire Partnership".to_owned(),
            about: Some("Councils, police, health, colleges, businesses and charities of Wealdshire.".to_owned()),
            area: Some("Wealdshire".to_owned()),
            bodies: 6,
        };
        Self { form: FormView::default(), asked: "weald".to_owned(), partnerships: vec![public::common(line)], all: 400, more: true }
    }
}
web::page!(Home);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
}

pub(crate) async fn home(pass: Anyone, State(house): State<House>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let asked: String = asked.q.chars().filter(|c| !c.is_control()).take(100).collect();
    let mut partnerships = store::partnerships(&mut read, &asked, LISTED + 1).await?;
    let all = store::count_partnerships(&mut read).await?;
    let most = usize::try_from(LISTED).unwrap_or(usize::MAX);
    let more = partnerships.len() > most;
    partnerships.truncate(most);
    let page =
        Home { form: FormView::default().with("q", &asked), partnerships: partnerships.into_iter().map(public::common).collect(), asked, all, more };
    Ok(web::page(pass.who(), Frame::titled(web::words("home-title", &[])), &page))
}
