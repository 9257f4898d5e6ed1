//! People and organisations.

use crate::export::kind::{Keeps, kind, part};

part! {
    OTHER_NAMES = "other_names", "Other spellings, each with the document that has it.";
    person_name of person_id from "person_name t where t.person_id > $1 and t.person_id <= $2 order by t.person_id, t.name";
    { name: Text, source: Text }
}

kind! {
    PEOPLE = "people", "People, named as recorded. Their addresses are in `addresses`.";
    House person from "person t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("id");
    { id: Id, name: Text, sort_name: Text, honorific: Text, merged_into: Id "recorded twice; this is the other", note: Text, version: Number, on_paper: YesNo "asked for papers in print" }
    OTHER_NAMES
}

kind! {
    MERGES = "merges", "Records that were found to be of one person, and what was moved from the other to the one kept.";
    House person_merge from "person_merge t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("kept_id");
    { id: Id, kept_id: Id, other_id: Id, merged_at: Instant, moved_json: Json "ids by column", undone_at: Instant "empty unless it was undone" }
}

kind! {
    ADDRESSES = "addresses", "Where people's letters go.";
    House person_address from "person_address t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("person_id");
    { id: Id, person_id: Id, address: Text, purpose: Text }
}

kind! {
    ASSISTANTS = "assistants", "Who reads and answers for whom.";
    House assistant from "assistant t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("person_id");
    { id: Id, person_id: Id, assistant_id: Id, starts_on: Day, ends_on: Day }
}

kind! {
    ACCOUNTS = "accounts", "Who can sign in, without their passwords.";
    House account from "account t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("person_id");
    { id: Id, person_id: Id, address: Text, administrator: YesNo, auditor: YesNo, made_at: Instant, closed_at: Instant }
}

kind! {
    SESSIONS = "sign-ins", "Browsers that are signed in.";
    House session from "session t where t.id > $1 order by t.id limit 500";
    { id: Id, person_id: Id, made_at: Instant, seen_at: Instant, ends_at: Instant, browser: Text }
}

kind! {
    READING_PLACES = "reading-places", "Where somebody was in the packs they read.";
    House reading_place from "reading_place t where t.id > $1 order by t.id limit 500";
    { id: Id, person_id: Id, meeting_id: Id, place: Text, at: Instant }
}

kind! {
    READING_NOTES = "reading-notes", "What somebody marked and noted in packs for themselves.";
    House reading_note from "reading_note t where t.id > $1 order by t.id limit 500";
    { id: Id, person_id: Id, meeting_id: Id, part: Text, anchor: Text, excerpt: Text, words: Text, made_at: Instant }
}

kind! {
    SIGNED_LINKS = "signed-links", "Signed links that were sent, without their signatures.";
    House token from "token t where t.id > $1 order by t.id limit 500";
    { id: Id, act: Text, person_id: Id, record_id: Id, made_at: Instant, ends_at: Instant, ended_at: Instant }
}

part! {
    OTHER_ORGANISATION_NAMES = "other_names", "Other names.";
    organisation_name of organisation_id from "organisation_name t where t.organisation_id > $1 and t.organisation_id <= $2 order by t.organisation_id, t.name";
    { name: Text }
}

kind! {
    ORGANISATIONS = "organisations", "Organisations, those that have ended too.";
    House organisation from "organisation t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("id");
    {
        id: Id, slug: Text, name: Text, short_name: Text, kind: Text, website: Text, established_on: Day, ended_on: Day,
        merged_into: Id "recorded twice; this is the other", note: Text, version: Number,
    }
    OTHER_ORGANISATION_NAMES
}

kind! {
    ORGANISATION_SUCCESSIONS = "organisation-successions", "Which organisation followed which.";
    House organisation_succession from "organisation_succession t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("earlier_id");
    { id: Id, earlier_id: Id, later_id: Id, happened_on: Day, note: Text }
}
