//! In a demonstration, the folder of its mails.

use std::path::Path as Place;

use access::{Anyone, House, Problem, Transport};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Error, Instant, LetterId};
use mail_parser::MessageParser;
use serde::Serialize;
use web::Frame;

/// A mail in the folder.
#[derive(Serialize)]
struct Mail {
    id: LetterId,
    to: String,
    from: String,
    subject: String,
    at: Option<Instant>,
}

#[derive(Serialize)]
struct Folder {
    mails: Vec<Mail>,
}

impl web::Page for Folder {
    const TEMPLATE: &'static str = "mail/folder.html";
    fn sample() -> Self {
        Self { mails: vec![sample_mail()] }
    }
}
web::page!(Folder);

fn sample_mail() -> Mail {
    Mail {
        id: uuid::Uuid::nil().into(),
        to: "Maud Penhaligon <maud@example.org>".to_owned(),
        from: "Wealdshire Partnership <moot@example.org>".to_owned(),
        subject: "Agenda: board, 18 January 2027".to_owned(),
        at: Some(Instant::from_seconds(1_800_000_000)),
    }
}

/// A piece of a mail's text: words, or an address to be clicked.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    link: bool,
}

#[derive(Serialize)]
struct Opened {
    mail: Mail,
    pieces: Vec<Piece>,
}

impl web::Page for Opened {
    const TEMPLATE: &'static str = "mail/opened.html";
    fn sample() -> Self {
        Self { mail: sample_mail(), pieces: pieces("I am coming:\nhttp://127.0.0.1:8080/answer/abc\n") }
    }
}
web::page!(Opened);

/// The folder of a demonstration. Its mails hold working links, so they are shown only where the installation is reached
/// from this machine alone, or to an administrator.
fn demonstration_folder<'a>(pass: &Anyone, house: &'a House) -> Result<&'a Place, Problem> {
    let address = house.settings.address.split_once("://").map_or("", |(_, rest)| rest);
    let host = address.rsplit_once(':').map_or(address, |(host, _)| host);
    let here = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    match &house.settings.post.transport {
        Transport::Folder(folder) if house.settings.demonstration && (here || pass.who().is_administrator()) => Ok(folder),
        _ => Err(Error::NotFound.into()),
    }
}

fn read_mail(id: LetterId, raw: &[u8]) -> Option<(Mail, String)> {
    let message = MessageParser::default().parse(raw)?;
    let whom = |list: Option<&mail_parser::Address<'_>>| {
        list.and_then(|list| list.first()).map(|one| match (one.name(), one.address()) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (_, address) => address.unwrap_or_default().to_owned(),
        })
    };
    let mail = Mail {
        id,
        to: whom(message.to()).unwrap_or_default(),
        from: whom(message.from()).unwrap_or_default(),
        subject: message.subject().unwrap_or_default().to_owned(),
        at: message.date().map(|date| Instant::from_seconds(date.to_timestamp())),
    };
    Some((mail, message.body_text(0).unwrap_or_default().into_owned()))
}

pub(crate) async fn folder(pass: Anyone, State(house): State<House>) -> Result<Response, Problem> {
    let folder = demonstration_folder(&pass, &house)?;
    let mut names: Vec<LetterId> = Vec::new();
    if let Ok(mut entries) = tokio::fs::read_dir(folder).await {
        while let Some(entry) = entries.next_entry().await.map_err(Error::fault)? {
            let name = entry.file_name().to_string_lossy().into_owned();
            names.extend(name.strip_suffix(".eml").and_then(|id| id.parse::<LetterId>().ok()));
        }
    }
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.truncate(200);
    let mut mails = Vec::new();
    for id in names {
        let raw = tokio::fs::read(folder.join(format!("{id}.eml"))).await.map_err(Error::fault)?;
        mails.extend(read_mail(id, &raw).map(|(mail, _)| mail));
    }
    let frame = Frame::titled(web::words("folder-title", &[])).noindex();
    Ok(web::page(pass.who(), frame, &Folder { mails }))
}

pub(crate) async fn opened(pass: Anyone, State(house): State<House>, Path(id): Path<LetterId>) -> Result<Response, Problem> {
    let folder = demonstration_folder(&pass, &house)?;
    let raw = tokio::fs::read(folder.join(format!("{id}.eml"))).await.map_err(|_| Error::NotFound)?;
    let (mail, text) = read_mail(id, &raw).ok_or(Error::NotFound)?;
    let frame = Frame::titled(&mail.subject).under(web::words("folder-title", &[]), "/demo/mail").noindex();
    Ok(web::page(pass.who(), frame, &Opened { pieces: pieces(&text), mail }))
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for line in text.replace("\r\n", "\n").split_inclusive('\n') {
        let trimmed = line.trim();
        let link = (trimmed.starts_with("https://") || trimmed.starts_with("http://")) && !trimmed.contains(char::is_whitespace);
        pieces.push(Piece { text: if link { trimmed.to_owned() } else { line.to_owned() }, link });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::{Ready, message};

    #[test]
    fn a_mail_in_the_folder_reads_back_with_its_links_whole() {
        let post = access::Post { from: "moot@example.org".to_owned(), transport: Transport::Folder("x".into()) };
        let long = format!("http://127.0.0.1:8080/answer/{}", "a1B_-".repeat(30));
        let ready = Ready {
            id: uuid::Uuid::nil().into(),
            name: Some("Siân O’Connor, Leader"),
            address: "sian@example.org",
            sender: "Wealdshire Partnership",
            reply_to: None,
            subject: "Papers: “late item” – 18 January",
            plain: format!("You are invited.\n\nI am coming:\n{long}\n"),
            html: "<p>You are invited.</p>".to_owned(),
            calendar: None,
            stop: Some("https://partnership.example.org/letters/abc.def?stop=reminders&stop=notes"),
            site: "http://127.0.0.1:8080",
            at: Instant::from_seconds(1_800_000_000),
        };
        let raw = message(&post, &ready).map_err(|_| "no message").unwrap().formatted();
        let letter = String::from_utf8_lossy(&raw).into_owned();
        assert!(letter.contains("\r\nList-Unsubscribe: <https://partnership.example.org/letters/abc.def?stop=reminders&stop=notes>\r\n"), "{letter}");
        assert!(letter.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{letter}");
        let (mail, text) = read_mail(ready.id, &raw).unwrap();
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("Siân O’Connor, Leader <sian@example.org>", "Papers: “late item” – 18 January"));
        assert_eq!(mail.at, Some(Instant::from_seconds(1_800_000_000)));
        assert!(pieces(&text).contains(&Piece { text: long, link: true }), "{text}");
    }
}
