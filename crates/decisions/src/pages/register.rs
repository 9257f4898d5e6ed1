//! A body's decisions, newest first.

use access::{House, May, Problem, Visible};
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Day, MotionId};
use serde::{Deserialize, Serialize};
use web::{FormView, Frame, words};

use crate::pages::{Tag, how_words, place_words, tag};
use crate::rights::ReadDecisions;
use crate::store;

#[derive(Debug, Serialize)]
struct Line {
    id: MotionId,
    words: String,
    taken_on: Option<Day>,
    place: String,
    how: String,
    state: Tag,
    exempt: bool,
}

#[derive(Debug, Serialize)]
struct DecisionsPage {
    lines: Vec<Line>,
    count: i64,
    earlier: Option<String>,
    later: Option<String>,
    put: Option<String>,
    form: FormView,
}

/// Which page of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct At {
    page: i64,
}

/// `GET /bodies/{body}/decisions/all`
pub async fn register(pass: May<ReadDecisions>, State(house): State<House>, Query(at): Query<At>) -> Result<Response, Problem> {
    let body = *pass.id();
    let number = at.page.clamp(0, 10_000);
    let mut read = house.read().await?;
    let (name, slug) = store::body_name(&mut read, body).await?;
    let (motions, count) = store::of_body(&mut read, body, number).await?;
    let motions = Visible::under(&pass, motions);
    let lines = motions.iter().map(|motion| Line {
        id: motion.id,
        words: motion.decision.as_ref().map_or(&motion.words, |decision| &decision.words).clone(),
        taken_on: motion.decision.as_ref().map(|decision| decision.taken_on),
        place: place_words(motion),
        how: motion.decision.as_ref().map(how_words).unwrap_or_default(),
        state: tag(motion.decision.as_ref()),
        exempt: motion.exempt,
    });
    let page = DecisionsPage {
        lines: lines.collect(),
        count,
        earlier: (number > 0).then(|| format!("?page={}", number - 1)),
        later: ((number + 1) * store::PAGE < count).then(|| format!("?page={}", number + 1)),
        put: (pass.capacity() == "secretary").then(|| format!("/bodies/{slug}/motions")),
        form: FormView::new(&house),
    };
    Ok(web::page(pass.who(), Frame::titled(words("decisions-title", &[])).under(name, format!("/bodies/{slug}")), &page))
}

impl web::Page for DecisionsPage {
    const TEMPLATE: &'static str = "decisions/register.html";
    fn sample() -> Self {
        let line = Line {
            id: MotionId(uuid::Uuid::nil()),
            words: "Small Business Ambassadors: a well presented bid, fully endorsed and approved".into(),
            taken_on: Some(jiff::civil::date(2007, 1, 18)),
            place: "18 January 2007, 5 Co-ordinator’s report".into(),
            how: "how is not recorded".into(),
            state: Tag { text: "Agreed".into(), tone: "agreed" },
            exempt: true,
        };
        Self {
            lines: vec![line],
            count: 120,
            earlier: Some("?page=0".into()),
            later: Some("?page=2".into()),
            put: Some("/bodies/x/motions".into()),
            form: FormView::default(),
        }
    }
}
web::page!(DecisionsPage);
