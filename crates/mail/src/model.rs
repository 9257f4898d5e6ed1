//! The nouns: a letter, what it says, to whom.

use access::LinkMade;
use kernel::{BodyId, Instant, LetterId, PartnershipId, PersonId, Record, Word as _, words};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::calendar::Invite;

words! {
    /// Where a letter has got to.
    pub enum LetterState {
        /// It leaves when it is due, or as soon as the server takes it.
        Waiting = "waiting",
        /// It left.
        Sent = "sent",
        /// It could not be sent and is not tried again by itself.
        Failed = "failed",
        /// It was held back by hand.
        Stopped = "stopped",
        /// It goes with others, when the reader wants such letters.
        Gathered = "gathered",
        /// The reader has stopped such letters: it does not leave.
        Unwanted = "unwanted",
    }
}

words! {
    /// Letters that a reader can stop, or have gathered into one. All others ask for something that cannot wait.
    pub enum Class {
        /// Reminders of what is due from them.
        Reminders = "reminders",
        /// Notes of what a meeting came to.
        Notes = "notes",
        /// Agendas and minutes of bodies on which they do not sit.
        Copies = "copies",
        /// The weekly letter to a secretariat.
        Duties = "duties",
    }
}

words! {
    /// When a reader wants letters of a class.
    pub enum Pace {
        /// Each as soon as it is written.
        AtOnce = "at-once",
        /// Gathered into one on each working day.
        Daily = "daily",
        /// Gathered into one each week.
        Weekly = "weekly",
        /// Not at all.
        Never = "never",
    }
}

impl Class {
    /// The paces to choose from: the weekly letter comes weekly or not at all.
    pub fn paces(self) -> &'static [Pace] {
        match self {
            Self::Duties => &[Pace::AtOnce, Pace::Never],
            _ => Pace::ALL,
        }
    }
}

/// A letter to be queued.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The partnership it is about; [`store::HOUSE`] for what belongs to none, such as signing in.
    pub partnership: PartnershipId,
    /// The body it is about; its secretariat sees it in the outbox, and an answer by hand goes to its secretariat.
    pub body: Option<BodyId>,
    /// Whom it is for.
    pub person: PersonId,
    /// Where it goes: an assistant's address too.
    pub address: String,
    /// The name it comes from: the body's or the partnership's.
    pub sender: String,
    /// What it is for, as a word the locale knows under `letter-purpose-…`: `invitation`, `agenda`, `sign-in`.
    pub purpose: String,
    /// The record it is about.
    pub record: Option<Record>,
    /// Its subject line.
    pub subject: String,
    /// What it says.
    pub content: Content,
    /// When it may leave.
    pub due_at: Instant,
    /// What rides on it for the reader's calendar.
    pub calendar: Option<Invite>,
    /// What the reader can stop it as, or have it gathered with; none for what cannot wait.
    pub class: Option<Class>,
}

/// How a letter is stopped with one click, by the reader's mail program or its button (RFC 8058).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stop {
    pub link: Uuid,
    pub classes: Vec<Class>,
}

impl Stop {
    /// The path, with `{token}` where the link's segment stands.
    pub(crate) fn path(&self) -> String {
        let stops: Vec<String> = self.classes.iter().map(|class| format!("stop={}", class.word())).collect();
        format!("/letters/{{token}}?{}", stops.join("&"))
    }
}

/// What a letter says, in the order a reader meets it. Both its plain and its HTML form are made from this.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub(crate) title: String,
    pub(crate) parts: Vec<Part>,
    /// The link by whose address this letter is answered by mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) answers: Option<Uuid>,
    #[serde(skip)]
    pub(crate) links: Vec<Uuid>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Part {
    Text { text: String },
    Heading { text: String },
    Fact { name: String, value: String },
    Line { text: String },
    Button { text: String, address: String },
    Small { text: String },
    Choose { text: String, address: String },
}

impl Content {
    /// Begins with a heading.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// A paragraph.
    pub fn say(self, text: impl Into<String>) -> Self {
        self.with(Part::Text { text: text.into() })
    }

    /// A heading within the letter.
    pub fn heading(self, text: impl Into<String>) -> Self {
        self.with(Part::Heading { text: text.into() })
    }

    /// A fact with its name: "Place", "Town hall".
    pub fn fact(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.with(Part::Fact { name: name.into(), value: value.into() })
    }

    /// A line of a list.
    pub fn line(self, text: impl Into<String>) -> Self {
        self.with(Part::Line { text: text.into() })
    }

    /// Something small at the end: why this letter came.
    pub fn small(self, text: impl Into<String>) -> Self {
        self.with(Part::Small { text: text.into() })
    }

    /// A button to a page of this site: `/meetings/…`.
    pub fn page(self, text: impl Into<String>, path: &str) -> Self {
        self.with(Part::Button { text: text.into(), address: format!("{{address}}{path}") })
    }

    /// A button that answers by a signed link. `path` is the route with `{token}` where the link's segment stands:
    /// `/answer/{token}`, `/answer/{token}?say=coming`.
    pub fn answer(mut self, text: impl Into<String>, path: &str, link: LinkMade) -> Self {
        if !self.links.contains(&link.0) {
            self.links.push(link.0);
        }
        let path = path.replace("{token}", &placeholder(link.0));
        self.with(Part::Button { text: text.into(), address: format!("{{address}}{path}") })
    }

    /// Whoever answers this letter by mail does what this link is for, where the installation takes answers; otherwise the answer
    /// goes to the secretariat. The link must be one of the letter's own.
    pub fn answered_by_mail(self, link: LinkMade) -> Self {
        Self { answers: Some(link.0), ..self }
    }

    /// What another letter says, beneath its subject: without why it came and how it is stopped, which the whole says once.
    pub(crate) fn gather(mut self, subject: &str, other: Self) -> Self {
        self.parts.push(Part::Heading { text: subject.to_owned() });
        let inner = other.parts.into_iter().filter(|part| !matches!(part, Part::Small { .. } | Part::Choose { .. }));
        self.parts.extend(inner.map(|part| if let Part::Heading { text } = part { Part::Text { text } } else { part }));
        self
    }

    /// How letters of this class are stopped.
    pub(crate) fn choose(mut self, text: impl Into<String>, stop: &Stop) -> Self {
        self.links.push(stop.link);
        let path = stop.path().replace("{token}", &placeholder(stop.link));
        self.with(Part::Choose { text: text.into(), address: format!("{{address}}{path}") })
    }
}

/// What stands for a signed link in a stored letter.
pub(crate) fn placeholder(link: Uuid) -> String {
    format!("{{link:{link}}}")
}

/// A letter as the outbox shows it.
#[derive(Debug, Clone, Serialize)]
pub struct LetterLine {
    /// Which.
    pub id: LetterId,
    /// Whom it is for.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where it goes.
    pub address: String,
    /// What it is for.
    pub purpose: String,
    /// What the reader can stop it as.
    pub class: Option<Class>,
    /// Its subject.
    pub subject: String,
    /// Where it has got to.
    pub state: LetterState,
    /// When it was written.
    pub queued_at: Instant,
    /// When it may leave.
    pub due_at: Instant,
    /// When it left.
    pub sent_at: Option<Instant>,
    /// How often it was tried.
    pub tries: i64,
    /// What the server said last.
    pub last_error: Option<String>,
}

/// Somebody with an address to write to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Addressee {
    /// The person the letter is for: the member.
    pub person: PersonId,
    /// Who reads it: the member, or an assistant.
    pub reader: PersonId,
    /// The reader's name.
    pub name: String,
    /// Where it goes.
    pub address: String,
    /// They are told of a body by its distribution list, and hold neither a seat nor an office there.
    pub listed: bool,
}
