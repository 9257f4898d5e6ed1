//! The nouns: a paper, its files and recommendations, a ground, a matter.

use bodies::model::Audience;
use kernel::{BodyId, Day, FileId, Instant, ItemId, MatterId, MeetingId, OrganisationId, PaperId, PartnershipId, words};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

words! {
    /// What kind of paper.
    pub enum PaperKind {
        /// A report, with recommendations as a rule.
        Report = "report",
        /// A briefing: nothing is asked.
        Briefing = "briefing",
        /// What somebody shows at the meeting.
        Presentation = "presentation",
        /// A letter.
        Letter = "letter",
        /// A plan, a strategy, a policy.
        Plan = "plan",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// What a numbered line of a paper asks.
    pub enum RecommendationKind {
        /// To decide it.
        Recommendation = "recommendation",
        /// To take note of it.
        Note = "note",
    }
}

/// A line of a paper that asks for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Which.
    pub id: Uuid,
    /// What it asks.
    pub kind: RecommendationKind,
    /// Its words.
    pub text: String,
}

/// Why something is not for everybody, as one body lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// Which.
    pub id: Uuid,
    /// Its number or letter in the law: `3`, `s43`.
    pub code: String,
    /// The law or decision it rests on.
    pub basis: String,
    /// What it covers.
    pub words: String,
    /// Confidential: the body has no choice. Otherwise exempt: it may choose.
    pub confidential: bool,
}

/// A paper with all that decides who may read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// Which.
    pub id: PaperId,
    /// The body it is put to.
    pub body: BodyId,
    /// That body's name.
    pub body_name: String,
    /// That body's place in addresses.
    pub body_slug: String,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// The meeting it goes to.
    pub meeting: Option<MeetingId>,
    /// That meeting's day.
    pub meeting_day: Option<Day>,
    /// That meeting's agenda has gone out, or the meeting was held.
    pub agenda_sent: bool,
    /// That meeting was held and closed.
    pub meeting_over: bool,
    /// The item it goes to.
    pub item: Option<ItemId>,
    /// That item is exempt as a whole.
    pub item_exempt: bool,
    /// The matter it is about.
    pub matter: Option<MatterId>,
    /// That matter's title.
    pub matter_title: Option<String>,
    /// Its place among the papers of its item.
    pub position: i64,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The organisation it comes from.
    pub organisation: Option<OrganisationId>,
    /// That organisation's name.
    pub organisation_name: Option<String>,
    /// The date it bears.
    pub dated: Option<Day>,
    /// What kind.
    pub kind: PaperKind,
    /// Its text, or what it is about.
    pub summary: Option<String>,
    /// It has not arrived.
    pub to_follow: bool,
    /// It is not for everybody.
    pub exempt: bool,
    /// On this ground.
    pub ground: Option<Uuid>,
    /// The ground's code.
    pub ground_code: Option<String>,
    /// The ground's law.
    pub ground_basis: Option<String>,
    /// The ground's words.
    pub ground_words: Option<String>,
    /// Why the ground applies.
    pub exempt_reason: Option<String>,
    /// What outsiders see in place of its title.
    pub public_title: Option<String>,
    /// When it arrived.
    pub lodged_at: Option<Instant>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Instant>,
    /// Why.
    pub withdrawn_reason: Option<String>,
    /// What the record of it is taken from.
    pub source: Option<String>,
    /// Who may read the body's papers.
    pub audience: Audience,
    /// The number of its newest file; 0 without one.
    pub file_number: i64,
    /// The size of that file in bytes, as a PDF.
    pub file_size: Option<i64>,
    /// How many pages it has.
    pub file_pages: Option<i64>,
    /// The hash of that PDF.
    #[serde(skip)]
    pub file_hash: Option<String>,
    /// The number of its first page in the pack, as the agenda last went out.
    pub first_page: Option<i64>,
    /// How many pages it takes there.
    pub page_count: Option<i64>,
    /// With what it went out; none while nobody outside the body may know of it.
    pub out: Option<Out>,
    /// Grows with each change.
    pub version: i64,
}

/// With what a paper went out: with the agenda as it was last sent, made public by somebody, or laid at a meeting of an earlier record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Out {
    /// The number of the file; 0 where it went out without one.
    pub number: i64,
    /// The size of that file in bytes, as a PDF.
    pub size: Option<i64>,
    /// How many pages it has.
    pub pages: Option<i64>,
    /// The hash of that PDF.
    #[serde(skip)]
    pub hash: Option<String>,
}

impl Paper {
    /// As it went out: with the file that it had then, whatever came since.
    pub fn as_it_went_out(&self) -> Option<Self> {
        let out = self.out.clone()?;
        Some(Self { file_number: out.number, file_size: out.size, file_pages: out.pages, file_hash: out.hash, ..self.clone() })
    }

    /// Its file came after it went out.
    pub fn file_since(&self) -> bool {
        self.out.as_ref().is_some_and(|out| out.number < self.file_number)
    }
}

/// A page of a paper's file, by what stands on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// The same for pages with the same words.
    pub print: String,
    /// How its words begin; empty where it has none.
    pub begins: String,
    /// How wide it is, in points.
    pub wide: u16,
    /// How high it is, in points.
    pub high: u16,
}

/// A file that a paper had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperFile {
    /// From 1.
    pub number: i64,
    /// Which file.
    pub file: FileId,
    /// The hash of its content as it came.
    #[serde(skip)]
    pub hash: String,
    /// What a server calls it as it came.
    #[serde(skip)]
    pub media: String,
    /// The hash and the size of the PDF that it was set as, where it came as something else.
    #[serde(skip)]
    pub set: Option<(String, i64)>,
    /// It came as something else than a PDF.
    pub converted: bool,
    /// The name it was sent under.
    pub name: String,
    /// Its size in bytes as it came.
    pub size: i64,
    /// When it arrived.
    pub lodged_at: Instant,
    /// What changed since the one before.
    pub note: Option<String>,
}

/// What is typed about a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPaper {
    /// The meeting it goes to.
    pub meeting: Option<MeetingId>,
    /// The item it goes to.
    pub item: Option<ItemId>,
    /// The title of the matter it is about: a known one, or a new one.
    pub matter: Option<String>,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The organisation it comes from.
    pub organisation: Option<OrganisationId>,
    /// The date it bears.
    pub dated: Option<Day>,
    /// What kind.
    pub kind: PaperKind,
    /// Its text, or what it is about.
    pub summary: Option<String>,
    /// What it asks, line by line.
    pub recommendations: Vec<(RecommendationKind, String)>,
    /// It has not arrived.
    pub to_follow: bool,
    /// It is not for everybody.
    pub exempt: bool,
    /// On this ground of the body's list.
    pub ground: Option<Uuid>,
    /// Why the ground applies.
    pub exempt_reason: Option<String>,
    /// What outsiders see in place of its title.
    pub public_title: Option<String>,
    /// What the record of it is taken from.
    pub source: Option<String>,
    /// Why it is longer than the terms allow, and who agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longer_reason: Option<String>,
}

impl NewPaper {
    /// A report under this title, with nothing else said.
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            meeting: None,
            item: None,
            matter: None,
            title: title.into(),
            author: None,
            organisation: None,
            dated: None,
            kind: PaperKind::Report,
            summary: None,
            recommendations: Vec::new(),
            to_follow: false,
            exempt: false,
            ground: None,
            exempt_reason: None,
            public_title: None,
            source: None,
            longer_reason: None,
        }
    }
}

/// The text of a paper that is written here, in the parts of a report. Markdown; a part left empty is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// What it reports.
    pub text: String,
    /// What could be done, and what speaks for each.
    pub options: String,
    /// What it costs, and from which money.
    pub money: String,
    /// What the law says to it.
    pub legal: String,
    /// Whom it treats otherwise than others.
    pub equality: String,
    /// What could go wrong.
    pub risk: String,
    /// What it does to the environment.
    pub environment: String,
}

impl Written {
    /// The implications, each under its word, in the order of the template.
    pub fn implications(&self) -> [(&'static str, &str); 5] {
        [("money", &self.money), ("legal", &self.legal), ("equality", &self.equality), ("risk", &self.risk), ("environment", &self.environment)]
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.options.trim().is_empty() && self.implications().iter().all(|(_, text)| text.trim().is_empty())
    }
}

/// A file as it was sent.
#[derive(Debug, Clone)]
pub struct SentFile {
    /// Its name on the sender's machine, cleaned.
    pub name: String,
    /// Its content, not kept yet.
    pub content: ::store::Spooled,
}

/// A matter: what outlives meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matter {
    /// Which.
    pub id: MatterId,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// Its title.
    pub title: String,
    /// Since when.
    pub opened_on: Option<Day>,
    /// Until when.
    pub closed_on: Option<Day>,
}
