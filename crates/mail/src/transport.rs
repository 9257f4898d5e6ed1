//! How a letter leaves: by a mail server, or into a folder.

use access::{Post, Security, Transport};
use kernel::{Instant, LetterId};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::response::Category;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use crate::calendar::{Between, Invite};

/// Why a letter did not leave.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The server refused it for good: there is no such mailbox, or it takes nothing.
    Refused(String),
    /// It cannot be put together, and will not leave later either.
    ForGood(String),
    /// It may leave later.
    ForNow(String),
}

impl Failure {
    /// What was said.
    pub(crate) fn cause(&self) -> &str {
        match self {
            Self::Refused(cause) | Self::ForGood(cause) | Self::ForNow(cause) => cause,
        }
    }
}

/// A letter with its links filled in.
pub(crate) struct Ready<'a> {
    pub id: LetterId,
    pub name: Option<&'a str>,
    pub address: &'a str,
    pub sender: &'a str,
    pub reply_to: Option<&'a str>,
    pub subject: &'a str,
    pub plain: String,
    pub html: String,
    /// What rides on it for the reader's calendar.
    pub calendar: Option<&'a Invite>,
    /// The address at which such letters are stopped with one click.
    pub stop: Option<&'a str>,
    /// The address of this installation.
    pub site: &'a str,
    pub at: Instant,
}

/// Tells mail robots that no person wrote this, so that they do not answer it.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

macro_rules! plain_header {
    ($(#[$doc:meta])* $name:ident, $text:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }
            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }
            fn display(&self) -> HeaderValue {
                // An address of ours and fixed words: nothing to encode, and no line may be broken.
                HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
            }
        }
    };
}

plain_header!(
    /// Where letters like this are stopped (RFC 2369).
    ListUnsubscribe,
    "List-Unsubscribe"
);
plain_header!(
    /// That one click stops them (RFC 8058).
    ListUnsubscribePost,
    "List-Unsubscribe-Post"
);

pub(crate) fn message(post: &Post, ready: &Ready<'_>) -> Result<Message, Failure> {
    let wrong = |what: &dyn std::fmt::Display| Failure::ForGood(what.to_string());
    let from = Mailbox::new(Some(ready.sender.to_owned()), post.from.parse().map_err(|e| wrong(&e))?);
    let host = post.from.rsplit('@').next().unwrap_or("localhost");
    let to = Mailbox::new(ready.name.map(str::to_owned), ready.address.parse().map_err(|e| wrong(&e))?);
    let seconds = u64::try_from(ready.at.seconds()).unwrap_or(0);
    let mut builder = Message::builder()
        .message_id(Some(format!("<{}@{host}>", ready.id)))
        .date(std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds))
        .from(from)
        .to(to)
        .subject(ready.subject)
        .header(AutoSubmitted);
    // A letter without an address for answers is better than no letter.
    if let Some(reply_to) = ready.reply_to.and_then(|address| address.parse().ok()) {
        builder = builder.reply_to(Mailbox::new(Some(ready.sender.to_owned()), reply_to));
    }
    if let Some(stop) = ready.stop.filter(|stop| stop.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>".contains(&byte))) {
        builder = builder.header(ListUnsubscribe(format!("<{stop}>")));
        // A mail program sends its one click over HTTPS only.
        if stop.starts_with("https://") {
            builder = builder.header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
        }
    }
    let mut parts = MultiPart::alternative_plain_html(ready.plain.clone(), ready.html.clone());
    if let Some(invite) = ready.calendar {
        let between = Between { site: ready.site, from: &post.from, sender: ready.sender, to: ready.address, name: ready.name };
        let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={}", invite.method())).map_err(|e| wrong(&e))?;
        parts = parts.singlepart(SinglePart::builder().header(kind).body(invite.text(&between, ready.at)));
    }
    builder.multipart(parts).map_err(|e| wrong(&e))
}

/// Sends it.
pub(crate) async fn deliver(post: &Post, ready: &Ready<'_>) -> Result<(), Failure> {
    let message = message(post, ready)?;
    match &post.transport {
        Transport::Folder(folder) => {
            let later = |e: std::io::Error| Failure::ForNow(e.to_string());
            tokio::fs::create_dir_all(folder).await.map_err(later)?;
            let (draft, place) = (folder.join(format!("{}.part", ready.id)), folder.join(format!("{}.eml", ready.id)));
            tokio::fs::write(&draft, message.formatted()).await.map_err(later)?;
            tokio::fs::rename(&draft, &place).await.map_err(later)
        }
        Transport::Smtp { host, port, security, user, password, certificate } => {
            let tls = match security {
                Security::Tls => Tls::Wrapper(trusting(host, certificate.as_deref())?),
                Security::Starttls => Tls::Required(trusting(host, certificate.as_deref())?),
                Security::None => Tls::None,
            };
            let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host);
            builder = builder.tls(tls).port(*port).timeout(Some(std::time::Duration::from_secs(30)));
            if let Some(user) = user {
                builder = builder.credentials(Credentials::new(user.clone(), password.0.clone()));
            }
            builder.build().send(message).await.map(drop).map_err(later)
        }
    }
}

/// Whom to trust: the certificates that browsers trust, and the one in the settings besides.
fn trusting(host: &str, certificate: Option<&[u8]>) -> Result<TlsParameters, Failure> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(pem) = certificate {
        parameters = parameters.add_root_certificate(Certificate::from_pem(pem).map_err(later)?);
    }
    parameters.build().map_err(later)
}

/// A server that does not want us (530 to 538: no encryption, a wrong password) refuses no letter: once the settings are right
/// it takes them all.
fn later(error: lettre::transport::smtp::Error) -> Failure {
    let of_us = error.status().is_some_and(|code| code.category == Category::Unspecified3);
    let cause = error.to_string();
    if error.is_permanent() && !of_us { Failure::Refused(cause) } else { Failure::ForNow(cause) }
}
