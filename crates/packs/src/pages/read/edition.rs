//! The public edition of a pack on a page.

use access::{House, May, Problem};
use axum::extract::State;
use axum::response::Response;
use bodies::model::DocumentClass;
use kernel::Error;
use matters::public::PublicPaper;
use web::{FormView, words};

use super::super::framed;
use super::shown::{ItemShown, PaperShown, ReadPage, item_part, paper_part};
use crate::public;
use crate::rights::SeeEditions;

/// `GET /meetings/{meeting}/public/read`
pub(crate) async fn edition(pass: May<SeeEditions>, State(house): State<House>) -> std::result::Result<Response, Problem> {
    let mut read = house.read().await?;
    let meeting = meetings::public::edition(&mut read, *pass.id(), public::papers_open(&pass)).await?;
    if meeting.items.is_empty() && meeting.sent_at.is_none() {
        return Err(Error::NotFound.into());
    }
    let papers = matters::public::papers_of_meeting(&mut read, *pass.id()).await?;
    let versions = meetings::store::versions(&mut read, *pass.id()).await?;
    let open = public::opened_papers(&mut read, &pass, versions.clone()).await?;
    let sitting = meetings::store::meeting(&mut read, *pass.id()).await?;
    let items = meeting.items.iter().map(|item| ItemShown {
        part: item_part(item.id),
        number: item.number.clone(),
        title: item.title.clone().unwrap_or_else(|| words("item-exempt", &[])),
        about: [item.purpose.map(|purpose| words(&format!("purpose-{purpose}"), &[])), item.presenter.clone()].into_iter().flatten().collect(),
        exempt: item.exempt,
        ground: item.ground.clone(),
        papers: papers.iter().filter(|(of, _)| *of == Some(item.id)).map(|(_, paper)| public_paper(paper, &open)).collect(),
        ..ItemShown::default()
    });
    let items: Vec<ItemShown> = items.collect();
    let page = ReadPage {
        meeting: *pass.id(),
        here: format!("/meetings/{}/public/read", pass.id()),
        loose: papers
            .iter()
            .filter(|(of, _)| of.is_none_or(|of| !meeting.items.iter().any(|item| item.id == of)))
            .map(|(_, paper)| public_paper(paper, &open))
            .collect(),
        items,
        place: None,
        reader: None,
        ends: None,
        left: Vec::new(),
        agenda: format!("/meetings/{}/public/agenda", pass.id()),
        pack: (versions.first().is_some_and(|last| last.frozen.front > 0) && public::packs_open(&pass))
            .then(|| format!("/meetings/{}/public/pack.pdf", pass.id())),
        form: FormView::default(),
    };
    let page = public::opened(&pass, DocumentClass::Agenda, page).ok_or(Error::NotFound)?.into_inner();
    Ok(web::page(pass.who(), framed(&sitting, "read-title", true), &page))
}

fn public_paper(paper: &PublicPaper, opened: &[public::OpenedPaper]) -> PaperShown {
    let says = |title: Option<&String>, says: String| PaperShown { title: title.cloned(), says: Some(says), ..PaperShown::default() };
    match paper {
        PublicPaper::Open(open) => {
            let found = opened.iter().find(|(of, _)| *of == open.id).map(|(_, found)| found.get().clone()).unwrap_or_default();
            PaperShown {
                part: paper_part(open.id),
                title: Some(open.title.clone()),
                by: open.author.clone().or_else(|| open.organisation.clone()),
                href: Some(format!("/papers/{}", open.id)),
                file: open.has_file.then(|| format!("/papers/{}/file", open.id)),
                mark: found.mark,
                pages: found.pages,
                text: found.text,
                ..PaperShown::default()
            }
        }
        PublicPaper::ToFollow { title } => says(Some(title), words("paper-to-follow", &[])),
        PublicPaper::Withdrawn { title, on, reason, .. } => {
            says(Some(title), words("packs-withdrawn", &[("day", &on.to_string()), ("reason", reason.as_deref().unwrap_or_default())]))
        }
        PublicPaper::Exempt { title, ground, .. } => says(
            title.as_ref(),
            match ground {
                Some((code, basis, covers)) => words("packs-exempt-because", &[("ground", &format!("{code}, {covers} ({basis})"))]),
                None => words("exempt", &[]),
            },
        ),
        PublicPaper::Kept { title } => says(Some(title), words("packs-kept", &[])),
    }
}
