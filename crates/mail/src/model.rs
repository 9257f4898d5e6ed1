//! The nouns: a letter, what it says, to whom.

use access::LinkMade;
use kernel::{BodyId, Instant, LetterId, PartnershipId, PersonId, Record, words};
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
}

/// What a letter says, in the order a reader meets it. Both its plain and its HTML form are made from this.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub(crate) title: String,
    pub(crate) parts: Vec<Part>,
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

    /// The plain form.
    pub(crate) fn plain(&self) -> String {
        let mut text = format!("{}\n{}\n", self.title, "=".repeat(self.title.chars().count().min(72)));
        let mut before: Option<&Part> = None;
        for part in &self.parts {
            let together = matches!((before, part), (Some(Part::Line { .. }), Part::Line { .. }) | (Some(Part::Fact { .. }), Part::Fact { .. }));
            if !together {
                text.push('\n');
            }
            match part {
                Part::Text { text: said } | Part::Small { text: said } => text.push_str(&format!("{said}\n")),
                Part::Heading { text: said } => text.push_str(&format!("{said}\n{}\n", "-".repeat(said.chars().count().min(72)))),
                Part::Fact { name, value } => text.push_str(&format!("{name}: {value}\n")),
                Part::Line { text: said } => text.push_str(&format!("- {said}\n")),
                Part::Button { text: said, address } => text.push_str(&format!("{said}:\n{address}\n")),
            }
            before = Some(part);
        }
        text
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_says_the_same_in_plain_text_and_holds_no_working_link() {
        let link = LinkMade(Uuid::from_u128(7));
        let content = Content::titled("Board on Thursday 18 January 2007")
            .say("You are invited.")
            .fact("Time", "10am")
            .fact("Place", "Town hall")
            .answer("I am coming", "/answer/{token}?say=coming", link)
            .answer("Apologies", "/answer/{token}?say=apologies", link)
            .page("See the agenda", "/meetings/1");
        let plain = content.plain();
        assert!(plain.contains("Time: 10am\nPlace: Town hall\n"), "{plain}");
        assert!(plain.contains("I am coming:\n{address}/answer/{link:00000000-0000-0000-0000-000000000007}?say=coming\n"), "{plain}");
        assert_eq!(content.links, [link.0]);
    }
}
