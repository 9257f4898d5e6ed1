//! Meetings: called, answered, attended; their agendas and papers.

use crate::export::kind::{kind, part};

kind! {
    MEETINGS = "meetings", "Meetings: in preparation, called, held, cancelled.";
    Body meeting from "meeting t where t.body_id = $1 order by t.day, t.id";
    {
        id: Id, body_id: Id, day: Day, starts_at: Text "the hour, local", ends_at: Text "the hour, local", place: Text, joining_link: Text, access_note: Text, kind: Text,
        state: Text, fixed_on: Day "when the date was fixed", called_at: Instant, opened_at: Instant, closed_at: Instant, cancelled_reason: Text, written_up: YesNo "written up afterwards",
        source: Text "the document it was taken from", note: Text, sequence: Number "grows with each change of the day, the hours or the place", version: Number,
    }
}

kind! {
    ITEMS = "items", "Items of agendas, requested ones too.";
    Body item from "item t join meeting m on m.id = t.meeting_id where m.body_id = $1 order by m.day, m.id, t.position, t.id";
    {
        id: Id, meeting_id: Id, position: Number, number: Text "as printed", title: Text, kind: Text, purpose: Text, presenter: Text, state: Text, standing: YesNo "one of the body's standing items",
        notified_on: Day "when the secretariat had it", requested_by: Id,
        requested_at: Instant, request_words: Text, returned_reason: Text, late: YesNo, late_reason: Text, exempt: YesNo, ground_id: Id, exempt_reason: Text,
        public_title: Text "stands in public for an exempt title", matter_id: Id, about_body_id: Id "the sub-group it is about", sub_group_answer: Text, notes: Text,
        notes_version: Number, started_at: Instant, ended_at: Instant, version: Number,
    }
}

kind! {
    SUB_GROUP_REPORTS = "sub-group-reports", "What sub-groups were asked to report to a meeting, and what they answered.";
    Body sub_group_report from "sub_group_report t join item i on i.id = t.item_id join meeting m on m.id = i.meeting_id where m.body_id = $1 order by m.day, m.id, t.id";
    {
        id: Id, item_id: Id "the item under which it comes up", body_id: Id "the sub-group", asked_at: Instant, answer: Text, words: Text, person_id: Id "who answered",
        answered_at: Instant, version: Number,
    }
}

kind! {
    KEY_MESSAGES = "key-messages", "Notes for members to report back with, after a meeting.";
    Body key_messages from "key_messages t join meeting m on m.id = t.meeting_id where m.body_id = $1 order by m.day, m.id";
    { meeting_id: Id, words: Text, written_at: Instant, written_by: Id, sent_at: Instant, sent_to: Number "how many letters", version: Number }
}

kind! {
    AGENDA_VERSIONS = "agenda-versions", "Each agenda as it was sent.";
    Body agenda_version from "agenda_version t join meeting m on m.id = t.meeting_id where m.body_id = $1 order by m.day, m.id, t.number";
    {
        id: Id, meeting_id: Id, number: Number, sent_at: Instant, due_by: Day, late: YesNo, late_reason: Text, clause: Text, frozen_json: Json "the agenda as sent",
        changes_json: Json "what changed since the one before", sent_to: Number "how many letters",
    }
}

kind! {
    INVITATIONS = "invitations", "Who was asked to a meeting, and what they answered.";
    Body invitation from "invitation t join meeting m on m.id = t.meeting_id where m.body_id = $1 order by m.day, m.id, t.id";
    {
        id: Id, meeting_id: Id, person_id: Id, seat_id: Id, answer: Text, substitute_id: Id, substitute_name: Text, note: Text, invited_at: Instant, answered_at: Instant,
        answered_by: Id, answered_how: Text, version: Number,
    }
}

part! {
    PRESENCE = "presence", "Each arrival and departure, by the hour and by the item.";
    presence of attendance_id from "presence t join attendance a on a.id = t.attendance_id join meeting m on m.id = a.meeting_id where m.body_id = $1 order by t.attendance_id, t.id";
    { id: Id, arrived_at: Text "the hour, local", arrived_item_id: Id, left_at: Text "the hour, local", left_item_id: Id, reason: Text }
}

kind! {
    ATTENDANCE = "attendance", "The roll of each meeting: who was there and in which capacity.";
    Body attendance from "attendance t join meeting m on m.id = t.meeting_id where m.body_id = $1 order by m.day, m.id, t.position, t.id";
    {
        id: Id, meeting_id: Id, person_id: Id, capacity: Text, seat_id: Id, in_place_of: Id "a substitute for this person", description: Text,
        agreed_ruling_id: Id "the chair's agreement", position: Number, version: Number,
    }
    PRESENCE
}

kind! {
    PRESIDING = "presiding", "Who presided, from which item until which.";
    Body presiding from "presiding t join meeting m on m.id = t.meeting_id where m.body_id = $1 order by m.day, m.id, t.position";
    { id: Id, meeting_id: Id, person_id: Id, capacity: Text, from_item_id: Id, until_item_id: Id, position: Number }
}

part! {
    PAPER_FILES = "files", "Its files, the latest last; `file_id` is in `files`.";
    paper_file of paper_id from "paper_file t join paper p on p.id = t.paper_id where p.body_id = $1 order by t.paper_id, t.number";
    { number: Number, file_id: Id, lodged_at: Instant, note: Text, set_file_id: Id "the PDF it was set as, where it came as something else" }
}

part! {
    PAPER_TEXTS = "texts", "What its files were set from, where the paper was written here; in Markdown.";
    paper_text of paper_id from "paper_text t join paper p on p.id = t.paper_id where p.body_id = $1 order by t.paper_id, t.number";
    { number: Number, written_json: Json }
}

part! {
    RECOMMENDATIONS = "recommendations", "What the paper asks the body to do.";
    recommendation of paper_id from "recommendation t join paper p on p.id = t.paper_id where p.body_id = $1 order by t.paper_id, t.position";
    { id: Id, position: Number, kind: Text, text: Text }
}

kind! {
    PAPERS = "papers", "Papers, exempt ones too, with their recommendations and files.";
    Body paper from "paper t where t.body_id = $1 order by t.lodged_at nulls first, t.id";
    {
        id: Id, body_id: Id, meeting_id: Id, item_id: Id, matter_id: Id, position: Number, title: Text, author: Text, author_organisation_id: Id, dated: Day, kind: Text,
        summary: Text, to_follow: YesNo, exempt: YesNo, ground_id: Id, exempt_reason: Text, public_title: Text, lodged_at: Instant, withdrawn_at: Instant,
        withdrawn_reason: Text, source: Text "the document it was taken from", version: Number, first_page: Number "in the pack as the agenda last went out", page_count: Number,
        sent_number: Number "the file with which it last went out; 0 without one",
    }
    RECOMMENDATIONS PAPER_FILES PAPER_TEXTS
}
