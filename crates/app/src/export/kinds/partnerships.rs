//! Partnerships, bodies, who sits on them, what they are bound by, and the letters they sent.

use crate::export::kind::{Keeps, kind, part};

kind! {
    PARTNERSHIPS = "partnerships", "Partnerships, with the choices each made for itself.";
    Partnership partnership from "partnership t where t.id = $1";
    {
        id: Id, slug: Text "its name in addresses", name: Text, nation: Text "whose bank holidays count", colour: Text, about: Text, area: Text,
        website: Text, legal_basis: Text "the law on whose grounds matter is exempt", noindex: YesNo "search engines are asked to keep away",
        source: Text "the document it was taken from", version: Number,
    }
}

kind! {
    BODIES = "bodies", "Boards, working groups, task groups and forums, and each partnership's own board.";
    Body body from "body t where t.id = $1";
    {
        id: Id, partnership_id: Id, slug: Text "its name in addresses", name: Text, short_name: Text, kind: Text, purpose: Text,
        established_on: Day, dissolved_on: Day, ending: Text "how it ended", source: Text "the document it was taken from", note: Text, version: Number,
    }
}

kind! {
    LINKS = "links", "How bodies belong together: within, works with, accountable to. With `--as-at`, those of that day.";
    Partnership body_link from "body_link t join body b on b.id = t.body_id where b.partnership_id = $1 and ($2 is null or ((t.starts_on is null or t.starts_on <= $2) and (t.ends_on is null or t.ends_on >= $2))) order by t.id"
        cut true keeps Keeps::OfBody(&["body_id", "other_id"]);
    { id: Id, body_id: Id, kind: Text, other_id: Id, starts_on: Day, ends_on: Day, note: Text }
}

kind! {
    SUCCESSIONS = "successions", "Which body followed which, across partnerships too.";
    House body_succession from "body_succession t where t.id > $1 order by t.id limit 500" keeps Keeps::OfBody(&["earlier_id", "later_id"]);
    { id: Id, earlier_id: Id, later_id: Id, kind: Text, happened_on: Day, note: Text }
}

kind! {
    CONTACTS = "organisation-contacts", "Who answers for an organisation in the partnership.";
    Partnership organisation_contact from "organisation_contact t where t.partnership_id = $1 order by t.organisation_id";
    { partnership_id: Id, organisation_id: Id, person_id: Id }
}

part! {
    NOMINEE_CHECKS = "checks", "Each organisation, and its answer.";
    nominee_check of round_id from "nominee_check t join nominee_round r on r.id = t.round_id where r.partnership_id = $1 order by t.round_id, t.id";
    {
        id: Id, organisation_id: Id, person_id: Id "who was asked", asked_at: Instant, reply: Text, words: Text, shown_json: Json "the people as the answer found them", answered_at: Instant,
        answered_by: Id, settled_at: Instant, settled_by: Id, version: Number,
    }
}

kind! {
    NOMINEE_ROUNDS = "nominee-rounds", "When organisations were asked whether their nominees are still these.";
    Partnership nominee_round from "nominee_round t where t.partnership_id = $1 order by t.asked_at, t.id";
    { id: Id, partnership_id: Id, asked_at: Instant, reply_by: Day, asked_by: Id }
    NOMINEE_CHECKS
}

kind! {
    SECTORS = "sectors", "The sectors as each partnership names them.";
    Partnership sector from "sector t where t.partnership_id = $1 order by t.position";
    { id: Id, partnership_id: Id, name: Text, position: Number }
}

kind! {
    OPENNESS = "openness", "Who may read which class of a body's documents.";
    Body openness from "openness t where t.body_id = $1 order by t.class";
    { body_id: Id, class: Text, audience: Text, clause: Text "of the charter" }
}

kind! {
    SEATS = "seats", "Seats, whether held or vacant. With `--as-at`, those of that day.";
    Body seat from "seat t where t.body_id = $1 and ($2 is null or ((t.starts_on is null or t.starts_on <= $2) and (t.ends_on is null or t.ends_on >= $2))) order by t.position, t.id" cut true;
    {
        id: Id, body_id: Id, position: Number, label: Text, class: Text, sector_id: Id, sector_ours: YesNo "the sector is not stated in the source; it was added",
        organisation_id: Id "nominates", nominating_group: Text "nominates, where no single organisation does", ex_officio_post: Text,
        holders_not_recorded: YesNo "somebody held it, nobody wrote down who", starts_on: Day, ends_on: Day, note: Text, version: Number,
    }
}

kind! {
    APPOINTMENTS = "appointments", "People's times in seats. With `--as-at`, those of that day.";
    Body appointment from "appointment t join seat s on s.id = t.seat_id where s.body_id = $1 and ($2 is null or ((t.starts_on is null or t.starts_on <= $2) and (t.ends_on is null or t.ends_on >= $2))) order by s.position, t.id" cut true;
    {
        id: Id, seat_id: Id, person_id: Id, role: Text, post: Text "what they are in their own organisation", organisation_id: Id, starts_on: Day, ends_on: Day,
        term_ends_on: Day, ending: Text "how it ended", note: Text, version: Number,
    }
}

kind! {
    OFFICES = "offices", "People's times in office: chair, vice-chair, secretary. With `--as-at`, those of that day.";
    Body office from "office t where t.body_id = $1 and ($2 is null or ((t.starts_on is null or t.starts_on <= $2) and (t.ends_on is null or t.ends_on >= $2))) order by t.starts_on nulls first, t.id" cut true;
    {
        id: Id, body_id: Id, person_id: Id, kind: Text, title: Text, how: Text "elected, ex officio, agreed", starts_on: Day, starts_at_item_id: Id "the item at which it began",
        ends_on: Day, ends_at_item_id: Id "the item at which it ended", note: Text, version: Number,
    }
}

kind! {
    DISTRIBUTION = "distribution", "Who is sent a body's papers without a seat on it. With `--as-at`, those of that day.";
    Body distribution from "distribution t where t.body_id = $1 and ($2 is null or (t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2))) order by t.id" cut true;
    { id: Id, body_id: Id, person_id: Id, note: Text, starts_on: Day, ends_on: Day }
}

kind! {
    STANDING_ITEMS = "standing-items", "What is on every agenda of a body.";
    Body standing_item from "standing_item t where t.body_id = $1 order by t.position";
    { id: Id, body_id: Id, position: Number, kind: Text, title: Text }
}

kind! {
    NOTED_FINDINGS = "findings", "What was noted about a body's own documents: contradictions, and what cannot be told.";
    Body noted_finding from "noted_finding t where t.body_id = $1 order by t.position";
    { id: Id, body_id: Id, position: Number, clause: Text, verdict: Text, words: Text, source: Text }
}

kind! {
    CHARTERS = "charters", "Versions of terms of reference, whole; each is also a text under `charters/`. With `--as-at`, those in force on that day, and those never adopted that were dated by then.";
    Body charter_version from "charter_version t where t.body_id = $1 and ($2 is null or (coalesce(t.starts_on, t.adopted_on, t.dated, $2) <= $2 and (t.superseded_on is null or t.superseded_on > $2))) order by t.number" cut true;
    {
        id: Id, body_id: Id, number: Number, title: Text, text: Text, dated: Day, state: Text, adopted_on: Day, decision_id: Id "adopted it", adoption_words: Text "how it was adopted, where no decision is recorded", starts_on: Day,
        superseded_on: Day, source: Text, note: Text, laid_at: Instant "when it was laid here", motion_id: Id "puts it to a meeting", proposed_at: Instant "when it was put there as it stands", version: Number,
    }
}

kind! {
    DRAFTS = "charter-drafts", "The draft of its terms that a body is writing, if it is.";
    Body charter_draft from "charter_draft t where t.body_id = $1";
    { body_id: Id, text: Text, from_number: Number "the version it was begun from", changed_at: Instant, changed_by: Id, version: Number }
}

kind! {
    GROUNDS = "grounds", "The grounds on which a body may treat matter as exempt or confidential.";
    Body ground from "ground t where t.body_id = $1 order by t.position";
    { id: Id, body_id: Id, code: Text, basis: Text "the law or clause", words: Text, confidential: YesNo, position: Number }
}

kind! {
    LETTERS = "letters", "Letters that were sent or wait, without the links that were in them.";
    Body letter from "letter t where t.body_id = $1 order by t.queued_at, t.id";
    {
        id: Id, partnership_id: Id, body_id: Id, person_id: Id, address: Text, sender: Text, reply_to: Text, purpose: Text, record_id: Id, subject: Text,
        plain: Text "its text; `{token}` stands where a link was signed", state: Text, queued_at: Instant, due_at: Instant, sent_at: Instant, tries: Number, last_error: Text,
    }
}
