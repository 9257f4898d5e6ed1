//! The administrator's page: accounts, partnerships, and what happened to the installation.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::model::Partnership;
use serde::Serialize;
use web::Frame;

use crate::rights::Administer;

/// How many partnerships the page lists.
const SHOWN: i64 = 100;

#[derive(Serialize)]
struct AdministrationPage {
    partnerships: Vec<Partnership>,
    all: i64,
    /// What makes office files into PDF, as it calls itself; none where the machine has nothing.
    office: Option<String>,
}

impl web::Page for AdministrationPage {
    const TEMPLATE: &'static str = "desk/administration.html";
    fn sample() -> Self {
        let partnership = Partnership {
            id: uuid::Uuid::from_u128(1).into(),
            slug: "wealdshire".to_owned(),
            name: "Wealdshire Partnership".to_owned(),
            nation: "England and Wales".to_owned(),
            colour: None,
            about: None,
            noindex: false,
            source: None,
            version: 1,
        };
        Self { partnerships: vec![partnership], all: 400, office: Some("LibreOffice 7.4.7.2".to_owned()) }
    }
}
web::page!(AdministrationPage);

pub(crate) async fn administration(pass: May<Administer>, State(house): State<House>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let all = bodies::store::count_partnerships(&mut read).await?;
    let partnerships = bodies::store::partnerships(&mut read, "", SHOWN).await?;
    drop(read);
    let office = match &house.settings.tools.office {
        Some(office) => office.version().await,
        None => None,
    };
    let frame = Frame::titled(web::words("administration-title", &[])).noindex();
    Ok(web::page(pass.who(), frame, &AdministrationPage { partnerships, all, office }))
}
