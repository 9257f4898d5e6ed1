//! What every handler is given: the store and the settings.

use std::sync::Arc;

use kernel::{Instant, Result, Zone};
use store::{Opening, Store, Write};

/// The installation's secret, with which links are signed. It is never printed.
#[derive(Clone)]
pub struct Secret(pub [u8; 32]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Something that is never printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Hidden(pub String);

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden(…)")
    }
}

kernel::words! {
    /// How the connection to a mail server is kept private.
    pub enum Security {
        /// TLS from the first byte (port 465).
        Tls = "tls",
        /// Begins in the open and turns to TLS before anything is said (port 587).
        Starttls = "starttls",
        /// Not at all: only for a server on the same machine.
        None = "none",
    }
}

/// How letters leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transport {
    /// Into a folder, as `.eml` files. Nothing leaves the machine.
    Folder(std::path::PathBuf),
    /// By a mail server.
    Smtp {
        /// Its name.
        host: String,
        /// Its port.
        port: u16,
        /// How the connection is kept private.
        security: Security,
        /// Whom it knows us as; none where it asks for nobody.
        user: Option<String>,
        /// The password of that user.
        password: Hidden,
        /// A certificate in PEM that is trusted besides those that browsers trust: a server with its own.
        certificate: Option<Vec<u8>>,
    },
}

/// How an installation sends mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The address that letters come from.
    pub from: String,
    /// How they leave.
    pub transport: Transport,
}

/// Where letters are answered by mail.
#[derive(Debug, Clone)]
pub struct Replies {
    /// The address: `replies@example.org`. What stands in a letter holds a token of its own behind a plus sign.
    pub address: String,
    /// The maildir into which the mail server drops what comes to it.
    pub folder: std::path::PathBuf,
}

/// What an installation decides for itself.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address people reach it at, without a closing slash: `https://partnership.example.org`. Links in mail begin with it.
    pub address: String,
    /// A demonstration: a banner on each page, sign-in links on loopback, mail to a folder.
    pub demonstration: bool,
    /// Each answer names the number of statements it took, in the header `x-folkmoot-queries`.
    pub measure: bool,
    /// The header in which a trusted proxy names the client; without one the connection's own address counts.
    pub client_header: Option<String>,
    /// Signs links.
    pub secret: Secret,
    /// How mail leaves.
    pub post: Post,
    /// What the machine has to work on files that were sent.
    pub tools: workshop::Tools,
    /// Where letters are answered by mail; none where answers go to people only.
    pub replies: Option<Replies>,
    /// The installation's own letter templates, by their names.
    pub letter_templates: std::collections::BTreeMap<String, String>,
}

impl Settings {
    /// Whether people reach it over HTTPS.
    pub fn https(&self) -> bool {
        self.address.starts_with("https://")
    }
}

/// The state of the program. Clones share it.
#[derive(Clone)]
pub struct House {
    /// The database and the files.
    pub store: Store,
    /// The settings.
    pub settings: Arc<Settings>,
}

impl House {
    /// The present moment.
    pub fn now(&self) -> Instant {
        self.store.clock().now()
    }

    /// Today in the zone that every partnership here keeps.
    pub fn today(&self) -> kernel::Day {
        self.now().day(&Zone::london())
    }

    /// Begins to read.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn read(&self) -> Result<store::Read> {
        self.store.read().await
    }

    /// Opens a write transaction.
    ///
    /// # Errors
    /// [`kernel::Error::Repeated`] when the form was sent before, a fault when the database refuses.
    pub async fn write(&self, opening: Opening) -> Result<Write> {
        self.store.write(opening).await
    }
}
