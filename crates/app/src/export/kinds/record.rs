//! What was declared, ruled, decided, agreed to be done, and written down.

use crate::export::kind::{Keeps, kind, part};

kind! {
    MATTERS = "matters", "Matters that outlive meetings.";
    Partnership matter from "matter t where t.partnership_id = $1 order by t.id" keeps Keeps::Mentioned("id");
    { id: Id, partnership_id: Id, title: Text, opened_on: Day, closed_on: Day, version: Number }
}

kind! {
    REGISTERED_INTERESTS = "registered-interests", "The register of interests.";
    Partnership registered_interest from "registered_interest t where t.partnership_id = $1 order by t.id" keeps Keeps::Mentioned("person_id");
    { id: Id, person_id: Id, partnership_id: Id, kind: Text, organisation_id: Id, words: Text, starts_on: Day, ends_on: Day, version: Number }
}

kind! {
    DECLARATIONS = "declarations", "Interests declared on an item of a meeting.";
    Body declaration from "declaration t join meeting m on m.id = t.meeting_id where m.body_id = $1 order by m.day, m.id, t.id";
    {
        id: Id, meeting_id: Id, item_id: Id, person_id: Id, seat_id: Id, kind: Text, nature: Text,
        declared_at: Instant, withdrawn_at: Instant, version: Number,
    }
}

kind! {
    NOTED_FACTS = "facts", "Reports, reviews, requests and events that no other record shows.";
    Body noted_fact from "noted_fact t where t.body_id = $1 order by t.happened_on, t.id";
    {
        id: Id, body_id: Id, kind: Text, what: Text "in the words of the terms", about_id: Id "the record it is about", happened_on: Day, words: Text, clause: Text,
        noted_by: Id, noted_at: Instant,
    }
}

kind! {
    PROPOSALS = "proposals", "What was noticed to follow from the terms, and what became of it.";
    Body proposal from "proposal t where t.body_id = $1 order by t.noticed_on, t.id";
    {
        id: Id, partnership_id: Id, body_id: Id, kind: Text, subject: Text "what makes it one and the same", about_id: Id "the record it is about", person_id: Id "whom it concerns", sentence: Text, clause: Text,
        office: Text "who is to act", suggested_on: Day, nobody_can: YesNo "the terms name nobody else to act", noticed_on: Day, settled_at: Instant, settled_by: Id, settled_how: Text, reason: Text, version: Number,
    }
}

kind! {
    RULINGS = "rulings", "Rulings of a chair, asked for and given.";
    Body ruling from "ruling t where t.body_id = $1 order by t.id";
    {
        id: Id, body_id: Id, meeting_id: Id, item_id: Id, about: Text "what it is about", about_id: Id "the record it is about", choice: Text, reason: Text, clause: Text, asked_at: Instant,
        asked_by: Id, ruled_by: Id, capacity: Text, ruled_at: Instant, version: Number,
    }
}

part! {
    VOTES = "votes", "Votes that were recorded by seat.";
    vote of motion_id from "vote t join motion o on o.id = t.motion_id where o.body_id = $1 order by t.motion_id, t.seat_id";
    { seat_id: Id, person_id: Id, cast_as: Text }
}

kind! {
    MOTIONS = "motions", "What was put to a body, with the votes.";
    Body motion from "motion t where t.body_id = $1 order by t.id";
    {
        id: Id, body_id: Id, meeting_id: Id, item_id: Id, recommendation_id: Id "of a paper", position: Number, words: Text, about: Text, exempt: YesNo, ground_id: Id, moved_by: Id,
        seconded_by: Id, version: Number,
    }
    VOTES
}

kind! {
    DECISIONS = "decisions", "What a body decided, how, and why it holds.";
    Body decision from "decision t where t.body_id = $1 order by t.taken_on, t.id";
    {
        id: Id, motion_id: Id, body_id: Id, meeting_id: Id, item_id: Id, outcome: Text, how: Text, words: Text, votes_for: Number, votes_against: Number, abstained: Number,
        present: Number, explanation: Text, clause: Text, reason: Text, taken_on: Day, taken_at: Instant, casting: Text "how the chair used a casting vote", version: Number,
    }
}

part! {
    OWNERS = "owners", "Who owes it: a person, an office, an organisation, or all partners.";
    action_owner of action_id from "action_owner t join action a on a.id = t.action_id where a.body_id = $1 order by t.action_id, t.position";
    { position: Number, kind: Text, person_id: Id, organisation_id: Id, office: Text, words: Text }
}

part! {
    REPORTS = "reports", "What its owners reported.";
    action_report of action_id from "action_report t join action a on a.id = t.action_id where a.body_id = $1 order by t.action_id, t.reported_at, t.id";
    { id: Id, reported_at: Instant, person_id: Id, state: Text, words: Text, until_day: Day }
}

part! {
    ANSWERS = "answers", "What was answered by mail, for the secretariat to take as a report.";
    action_answer of action_id from "action_answer t join action a on a.id = t.action_id where a.body_id = $1 order by t.action_id, t.came_at, t.id";
    {
        id: Id, person_id: Id, source: Text "the mail's file", came_at: Instant, words: Text, left_out_json: Json "what was attached, by name", settled: Text, settled_at: Instant,
        settled_by: Id,
    }
}

kind! {
    ACTIONS = "actions", "Actions with their owners and what was reported.";
    Body action from "action t where t.body_id = $1 order by t.made_on nulls first, t.position, t.id";
    {
        id: Id, partnership_id: Id, body_id: Id, meeting_id: Id, item_id: Id, position: Number, words: Text, due_on: Day, due_at_next_meeting: YesNo, due_words: Text "as the source has it",
        state: Text, ended_on: Day, exempt: YesNo, ground_id: Id, made_on: Day, version: Number,
    }
    OWNERS REPORTS ANSWERS
}

part! {
    MINUTES_VERSIONS = "versions", "Every version; the earlier text stays.";
    minutes_version of minutes_id from "minutes_version t join minutes m on m.id = t.minutes_id where m.body_id = $1 order by t.minutes_id, t.number";
    { id: Id, number: Number, made_at: Instant, why: Text, content_json: Json "none where it stands as in the version before" }
}

part! {
    REPLIES = "replies", "What members said of the draft.";
    minutes_reply of minutes_id from "minutes_reply t join minutes m on m.id = t.minutes_id where m.body_id = $1 order by t.minutes_id, t.replied_at, t.person_id";
    { person_id: Id, replied_at: Instant, agreed: YesNo, words: Text }
}

kind! {
    MINUTES = "minutes", "Minutes with all their versions.";
    Body minutes from "minutes t where t.body_id = $1 order by t.id";
    {
        id: Id, meeting_id: Id, body_id: Id, state: Text, cleared_at: Instant, cleared_by: Id, circulated_at: Instant, approved_on: Day, approved_at_meeting_id: Id,
        approval_decision_id: Id, amended: YesNo, noted_in: Text, introduction: Text "the secretariat's own words at the head", version: Number,
    }
    MINUTES_VERSIONS REPLIES
}

kind! {
    CORRECTIONS = "corrections", "Corrections of minutes, those of minutes that are not held too.";
    Body correction from "correction t where t.body_id = $1 order by t.id";
    {
        id: Id, body_id: Id, minutes_id: Id, of_meeting_words: Text, made_at_meeting_id: Id, place: Text "page and line", earlier_held: YesNo, earlier_words: Text, later_words: Text,
        made_on: Day, note: Text,
    }
}

kind! {
    FILES = "files", "Uploaded files; `path` says where each lies in the export.";
    House file from "file t where t.id > $1 order by t.id limit 500" keeps Keeps::Mentioned("id");
    { id: Id, hash: Text "SHA-256 of the content", name: Text, media_type: Text, size: Number "bytes", uploaded_at: Instant, uploaded_by: Id, pages: Number "as a PDF" }
}

kind! {
    HISTORY = "history", "The audit chain: who changed what, when, in which capacity, under which clause.";
    Chain event from "(select e.*, v.salt, v.before_json, v.after_json from event e left join event_value v on v.event_id = e.id) t where t.partnership_id = $1 and t.number > $2 and ($3 is null or t.body_id = $3) order by t.number limit 500";
    {
        id: Id, partnership_id: Id "whose chain; the nil id is the installation's own", number: Number, happened_at: Instant, name: Text "what happened", person_id: Id, capacity: Text, record_kind: Text,
        record_id: Id, body_id: Id, clause: Text, page: Text, digest: Bytes "of the salt, the text before and the text after", hash: Bytes "of the hash before it, this entry and the digest",
        salt: Bytes "none where the values were erased", before_json: Json, after_json: Json,
    }
}
