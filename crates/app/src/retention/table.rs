//! Every table, and for each column whether it holds something about a person, what for, and how long.

use super::{End, ends};

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns about people.
    pub held: &'static [Held],
    /// Its columns about nobody, or that only a column named in `held` makes personal: keys, days, states.
    pub plain: &'static str,
}

/// Columns that hold something about a person.
#[derive(Debug)]
pub struct Held {
    /// Their names.
    pub columns: &'static str,
    /// What they hold, and what for.
    pub what: &'static str,
    /// How long, where nothing ends it by itself.
    pub until: &'static str,
    /// Why so long.
    pub why: &'static str,
    /// What ends it by itself.
    pub end: Option<&'static End>,
}

const fn stays(columns: &'static str, what: &'static str, until: &'static str, why: &'static str) -> Held {
    Held { columns, what, until, why, end: None }
}

const fn ends(columns: &'static str, what: &'static str, why: &'static str, end: &'static End) -> Held {
    Held { columns, what, until: "", why, end: Some(end) }
}

const fn table(name: &'static str, held: &'static [Held], plain: &'static str) -> Table {
    Table { name, held, plain }
}

/// Part of the public record: no end.
const fn record(columns: &'static str, what: &'static str) -> Held {
    stays(columns, what, ALWAYS, PUBLIC)
}

const ALWAYS: &str = "as long as the partnership’s record";
const PUBLIC: &str = "who sat, came, decided, declared and owed is the record of a public body; approved minutes are never altered";
const HISTORY: &str = "the proof that the record was not altered needs it; without the values beside it, it says little of anybody";
const WITH_RECORD: &str = "as long as what it stands with";

/// Every table, in the order of the migrations.
pub static TABLES: &[Table] = &[
    table("migration", &[], "name done_at"),
    table("chain", &[], "partnership_id length head"),
    table(
        "event",
        &[stays("person_id capacity", "who did what, in which capacity", ALWAYS, HISTORY)],
        "id partnership_id number happened_at name record_kind record_id body_id clause page digest hash",
    ),
    table(
        "event_value",
        &[
            stays(
                "before_json after_json",
                "what stood before and after each act: names, and whatever was typed",
                "as long as the record it is about; erased with it by `folkmoot person erase`",
                "an officer must be able to say what a record said on a day; the chain is proved without it",
            ),
            ends("after_json", "an e-mail address in the history of a person", "the address is needed no more", &ends::ADDRESS_HISTORY),
            ends("after_json", "what somebody wrote beside the answer to an invitation", "it served that meeting", &ends::NOTE_HISTORY),
        ],
        "event_id salt",
    ),
    table("form_key", &[], "key used_at page record_id"),
    table("job", &[], "id kind payload due_at locked_until tries last_error"),
    table(
        "token",
        &[ends("person_id", "to whom a signed link was sent", "so that a link can be ended, and its misuse seen", &ends::TOKEN)],
        "id act record_id made_at ends_at ended_at",
    ),
    table(
        "session",
        &[ends("person_id browser", "who is signed in, with which browser", "so that everybody can see and end their own", &ends::SESSION)],
        "id hash made_at seen_at ends_at",
    ),
    table(
        "throttle",
        &[ends(
            "name",
            "an e-mail address or a network address from which signing in was tried",
            "to slow down whoever guesses passwords",
            &ends::THROTTLE,
        )],
        "window_start tries",
    ),
    table(
        "person",
        &[
            record("name sort_name honorific", "the name"),
            stays("note", "an editor’s note: where the record spells them otherwise, or is unclear", ALWAYS, "so that nobody tidies a source away"),
            stays("on_paper", "whether they asked for papers in print", "until they ask otherwise", "to print as many as are wanted"),
        ],
        "id merged_into version",
    ),
    table("person_name", &[record("person_id name", "other spellings under which records know them")], "source"),
    table(
        "person_address",
        &[ends(
            "person_id address refused_at refusal",
            "where letters about meetings go, how they sign in, and whether a mail server refused it",
            "to call meetings",
            &ends::ADDRESS,
        )],
        "id purpose",
    ),
    table(
        "person_merge",
        &[stays("kept_id other_id", "two records that were found to be of one person", ALWAYS, "so that the joining can be undone")],
        "id merged_at moved_json undone_at",
    ),
    table("organisation", &[], "id slug name short_name kind website established_on ended_on merged_into note version"),
    table("organisation_name", &[], "organisation_id name"),
    table("organisation_succession", &[], "id earlier_id later_id happened_on note"),
    table(
        "assistant",
        &[stays("person_id assistant_id", "who reads and answers for whom", ALWAYS, "to say later who could have read and answered")],
        "id starts_on ends_on",
    ),
    table(
        "account",
        &[
            ends("address", "an address in the history of an account", "it goes with the account", &ends::ACCOUNT_HISTORY),
            ends(
                "person_id address password",
                "how somebody signs in; the password as a hash that cannot be turned back",
                "to sign in",
                &ends::ACCOUNT,
            ),
        ],
        "id administrator auditor made_at closed_at",
    ),
    table("partnership", &[], "id slug name nation colour about area website legal_basis noindex source version"),
    table("body", &[], "id partnership_id slug name short_name kind purpose established_on dissolved_on ending source note version"),
    table("body_link", &[], "id body_id kind other_id starts_on ends_on note"),
    table("body_succession", &[], "id earlier_id later_id kind happened_on note"),
    table("sector", &[], "id partnership_id name position"),
    table("openness", &[], "body_id class audience clause"),
    table(
        "seat",
        &[],
        "id body_id position label class sector_id sector_ours organisation_id nominating_group ex_officio_post holders_not_recorded starts_on ends_on note version",
    ),
    table(
        "appointment",
        &[record("person_id role post starts_on ends_on term_ends_on ending note", "who sat, for whom, from when to when, and how it ended")],
        "id seat_id organisation_id version",
    ),
    table(
        "office",
        &[record("person_id kind title how starts_on ends_on note", "who held an office, from when to when, and how they came to it")],
        "id body_id starts_at_item_id ends_at_item_id version",
    ),
    table(
        "distribution",
        &[stays("person_id note", "who is sent the papers without sitting", ALWAYS, "to say later who was told")],
        "id body_id starts_on ends_on",
    ),
    table("standing_item", &[], "id body_id position kind title"),
    table("noted_finding", &[], "id body_id position clause verdict words source"),
    table(
        "letter",
        &[
            ends("address plain content_json last_error", "where a letter went and what it said", "to answer “I was never told”", &ends::LETTER),
            stays(
                "person_id reply_to subject",
                "that a letter was written to somebody, from which secretariat, about what",
                ALWAYS,
                "it proves that notice was given as the terms ask",
            ),
        ],
        "id partnership_id body_id sender purpose record_id links_json calendar_json class stop_json gathered_in state queued_at due_at sent_at tries",
    ),
    table(
        "charter_version",
        &[],
        "id body_id number title text follows dated state adopted_on decision_id adoption_words starts_on superseded_on source note laid_at motion_id proposed_at version",
    ),
    table(
        "charter_draft",
        &[stays(
            "changed_by",
            "who last wrote on a draft of the terms",
            "until the draft is laid or set aside",
            "so that two who write at once know of each other",
        )],
        "body_id text from_number changed_at version",
    ),
    table(
        "file",
        &[stays("name uploaded_by", "the file’s name, and who uploaded it", WITH_RECORD, PUBLIC)],
        "id hash media_type size uploaded_at pages",
    ),
    table("ground", &[], "id body_id code basis words confidential position"),
    table("matter", &[], "id partnership_id title opened_on closed_on version"),
    table(
        "paper",
        &[record("author", "who wrote a paper"), record("summary", "what it says, which may be about people")],
        "id body_id meeting_id item_id matter_id position title author_organisation_id dated kind to_follow exempt ground_id exempt_reason public_title lodged_at withdrawn_at withdrawn_reason source version first_page page_count sent_number",
    ),
    table(
        "paper_file",
        &[record("leaves_json", "how the pages of a paper’s file begin, which may name people")],
        "paper_id number file_id lodged_at note set_file_id",
    ),
    table("paper_text", &[record("written_json", "the text of a paper written here, which may name people")], "paper_id number"),
    table("recommendation", &[], "id paper_id position kind text"),
    table(
        "registered_interest",
        &[ends(
            "person_id kind words",
            "an interest on the register",
            "the register is of those who sit; what bore on a meeting stands in its minutes",
            &ends::INTEREST,
        )],
        "id partnership_id organisation_id starts_on ends_on version",
    ),
    table(
        "declaration",
        &[record("person_id kind nature", "an interest declared at a meeting")],
        "id meeting_id item_id seat_id declared_at withdrawn_at version",
    ),
    table(
        "ruling",
        &[
            record("asked_by ruled_by capacity choice reason", "who asked for a ruling, who gave it and why"),
            record("about_id", "the guest whom a ruling let in"),
        ],
        "id body_id meeting_id item_id about clause asked_at ruled_at version",
    ),
    table(
        "action",
        &[record("words", "what is to be done, which may name people")],
        "id partnership_id body_id meeting_id item_id position due_on due_at_next_meeting due_words state ended_on exempt ground_id made_on version",
    ),
    table("action_owner", &[record("person_id words", "who owes an action")], "action_id position kind organisation_id office"),
    table("action_report", &[record("person_id words", "what an owner reported")], "id action_id reported_at state until_day"),
    table(
        "motion",
        &[record("words moved_by seconded_by", "what was put to a meeting, and by whom")],
        "id body_id meeting_id item_id recommendation_id position about exempt ground_id version",
    ),
    table(
        "decision",
        &[record("words reason", "what was decided and why, which may name people")],
        "id motion_id body_id meeting_id item_id outcome how votes_for votes_against abstained casting present explanation clause taken_on taken_at version",
    ),
    table("vote", &[record("person_id cast_as", "how a named vote was cast")], "motion_id seat_id"),
    table(
        "meeting",
        &[],
        "id body_id day starts_at ends_at place joining_link access_note kind state fixed_on called_at opened_at closed_at cancelled_reason written_up source note sequence version",
    ),
    table(
        "item",
        &[
            record("presenter requested_by request_words", "who asked for an item and who presents it"),
            record("notes", "what was said, as the officer wrote it down"),
        ],
        "id meeting_id position number title kind purpose state standing notified_on requested_at returned_reason late late_reason exempt ground_id exempt_reason public_title matter_id about_body_id sub_group_answer notes_version started_at ended_at version",
    ),
    table(
        "agenda_version",
        &[stays("frozen_json changes_json", "the agenda as it went out, with who presents", ALWAYS, "what members were told is proved by it")],
        "id meeting_id number sent_at due_by late late_reason clause sent_to",
    ),
    table(
        "invitation",
        &[
            record(
                "person_id answer substitute_id substitute_name answered_by answered_how",
                "who was invited, what they answered, who came for them",
            ),
            ends("note", "what somebody wrote beside their answer: needs, reasons for an apology", "it served that meeting", &ends::NOTE),
        ],
        "id meeting_id seat_id invited_at answered_at version",
    ),
    table(
        "attendance",
        &[record("person_id capacity in_place_of description", "who was there, as what, for whom")],
        "id meeting_id seat_id agreed_ruling_id position version",
    ),
    table(
        "presence",
        &[record("arrived_at left_at reason", "when somebody came and went, and why they left")],
        "id attendance_id arrived_item_id left_item_id",
    ),
    table("presiding", &[record("person_id capacity", "who presided")], "id meeting_id from_item_id until_item_id position"),
    table(
        "minutes",
        &[record("introduction cleared_by", "what stands above the minutes, and who cleared them")],
        "id meeting_id body_id state cleared_at circulated_at approved_on approved_at_meeting_id approval_decision_id amended noted_in version",
    ),
    table("minutes_version", &[record("content_json", "the minutes as they stood")], "id minutes_id number made_at why"),
    table(
        "correction",
        &[record("earlier_words later_words", "a correction of minutes, which may name people")],
        "id body_id minutes_id of_meeting_words made_at_meeting_id place earlier_held made_on note",
    ),
    table(
        "minutes_reply",
        &[
            record("person_id agreed", "whether a member agreed to draft minutes"),
            ends("words", "what they wrote beside it", "it served the approval of those minutes", &ends::REPLY),
        ],
        "minutes_id replied_at",
    ),
    table(
        "letter_choice",
        &[stays(
            "person_id class pace chosen_at",
            "which letters somebody wants, and when",
            "until they choose otherwise",
            "so that what was stopped stays stopped",
        )],
        "id",
    ),
    table(
        "chaser",
        &[ends("person_id by_id", "whom a reminder asked for something, or who stopped it", "so that nobody is asked twice", &ends::CHASER)],
        "id partnership_id body_id kind about_id deadline state happened_on letter_id",
    ),
    table("chaser_off", &[], "body_id kind"),
    table(
        "organisation_contact",
        &[stays("person_id", "who answers for an organisation", "until another is chosen", "so that the organisation can be asked")],
        "partnership_id organisation_id",
    ),
    table(
        "nominee_round",
        &[stays("asked_by", "who asked organisations whether their nominees are still these", ALWAYS, HISTORY)],
        "id partnership_id asked_at reply_by",
    ),
    table(
        "nominee_check",
        &[record("person_id answered_by settled_by words shown_json", "what an organisation said of its nominees, and who said so")],
        "id round_id organisation_id asked_at reply answered_at settled_at version",
    ),
    table(
        "action_answer",
        &[record("person_id words left_out_json settled_by", "what somebody wrote by mail about an action they owe, and who took it as a report")],
        "id action_id source came_at settled settled_at",
    ),
    table(
        "key_messages",
        &[record("words written_by", "what a body wanted passed on of a meeting, and who wrote it")],
        "meeting_id written_at sent_at sent_to version",
    ),
    table(
        "sub_group_report",
        &[record("person_id words", "what a sub-group reported to a meeting, and who said so")],
        "id item_id body_id asked_at answer answered_at version",
    ),
    table(
        "noted_fact",
        &[record("noted_by what words", "a report, review, request or event, which may name people, and who noted it")],
        "id body_id kind about_id happened_on clause noted_at",
    ),
    table(
        "proposal",
        &[record("person_id sentence settled_by settled_how reason", "what follows from the terms for somebody, and what became of it")],
        "id partnership_id body_id kind subject about_id clause office suggested_on nobody_can noticed_on settled_at version",
    ),
    table(
        "reading_place",
        &[ends("person_id place", "where somebody was in a pack they read", "so that they go on there; nobody else is shown it", &ends::READING)],
        "id meeting_id at",
    ),
    table(
        "reading_note",
        &[ends(
            "person_id excerpt words",
            "what somebody marked and noted in a pack for themselves",
            "it is theirs: nobody else is shown it, not even an administrator, and no entry of the history holds it",
            &ends::READING_NOTE,
        )],
        "id meeting_id part anchor made_at",
    ),
];
