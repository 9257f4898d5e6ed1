//! Every kind of record that an export holds, and what it leaves out.

mod meetings;
mod partnerships;
mod people;
mod record;

use super::kind::Kind;

/// Every kind, in the order in which they are written: what belongs to bodies first, so that an export of one body knows
/// which people and organisations it mentions.
pub static KINDS: [&Kind; 43] = [
    &partnerships::PARTNERSHIPS,
    &partnerships::BODIES,
    &partnerships::SEATS,
    &partnerships::APPOINTMENTS,
    &partnerships::OFFICES,
    &partnerships::DISTRIBUTION,
    &partnerships::OPENNESS,
    &partnerships::STANDING_ITEMS,
    &partnerships::NOTED_FINDINGS,
    &partnerships::CHARTERS,
    &partnerships::DRAFTS,
    &partnerships::GROUNDS,
    &meetings::MEETINGS,
    &meetings::ITEMS,
    &meetings::SUB_GROUP_REPORTS,
    &meetings::KEY_MESSAGES,
    &meetings::AGENDA_VERSIONS,
    &meetings::INVITATIONS,
    &meetings::ATTENDANCE,
    &meetings::PRESIDING,
    &meetings::PAPERS,
    &record::NOTED_FACTS,
    &record::PROPOSALS,
    &record::RULINGS,
    &record::DECLARATIONS,
    &record::MOTIONS,
    &record::DECISIONS,
    &record::ACTIONS,
    &record::MINUTES,
    &record::CORRECTIONS,
    &partnerships::LETTERS,
    &partnerships::LINKS,
    &partnerships::SECTORS,
    &partnerships::CONTACTS,
    &partnerships::NOMINEE_ROUNDS,
    &record::MATTERS,
    &partnerships::SUCCESSIONS,
    &people::ASSISTANTS,
    &record::REGISTERED_INTERESTS,
    &people::ORGANISATIONS,
    &people::ORGANISATION_SUCCESSIONS,
    &people::PEOPLE,
    &people::MERGES,
];

/// What is written after [`KINDS`], each with a file of its own because it is more private than the rest.
pub static PRIVATE: [&Kind; 4] = [&people::ADDRESSES, &people::ACCOUNTS, &record::FILES, &record::HISTORY];

/// What the export of one person holds besides: of no use to another system, and theirs to know.
pub static OF_ONE: [&Kind; 4] = [&people::SESSIONS, &people::SIGNED_LINKS, &people::READING_PLACES, &people::READING_NOTES];

/// Tables and columns that no export holds, each with the reason.
pub const LEFT_OUT: [(&str, &str); 23] = [
    ("account.password", "nobody leaves with another's password; on the new system each sets their own"),
    ("charter_version.follows", "the bodies whose terms it follows; its text names them"),
    ("letter_choice", "which letters of this installation somebody wants, and when"),
    ("chaser", "which reminders this installation has written or was told not to write"),
    ("chaser_off", "which reminders this installation writes"),
    ("letter.class", "what a reader of this installation can stop it as"),
    ("letter.stop_json", "with it somebody could stop another's letters"),
    ("letter.gathered_in", "the letter that brought it to the reader"),
    ("person_address.refused_at", "what a mail server said to this installation"),
    ("person_address.refusal", "what a mail server said to this installation"),
    ("letter.content_json", "the letter's plain text says the same"),
    ("letter.calendar_json", "what rode on it for a calendar is what the meeting says"),
    ("letter.links_json", "with a link somebody could act for the person it was sent to"),
    ("session", "signed-in browsers; they end with this installation (in the export of one person, as `sign-ins`)"),
    ("token", "signed links; they end with this installation (in the export of one person, as `signed-links`)"),
    ("reading_place", "where somebody is in a pack they read: theirs alone (in the export of one person, as `reading-places`)"),
    ("reading_note", "what somebody notes in a pack for themselves: theirs alone (in the export of one person, as `reading-notes`)"),
    ("paper_file.leaves_json", "how the pages of its file begin, which the file says"),
    ("throttle", "counts of tries, kept for minutes"),
    ("job", "what this installation still has to do"),
    ("form_key", "keys of forms that were sent, so that none is taken twice"),
    ("chain", "the length and the head of each chain; the manifest gives them"),
    ("migration", "which changes of the tables this database has seen"),
];
