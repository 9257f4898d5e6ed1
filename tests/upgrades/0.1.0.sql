


SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;


CREATE TABLE public.account (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    address text NOT NULL,
    password text,
    administrator boolean NOT NULL,
    auditor boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);



CREATE TABLE public.action (
    id uuid NOT NULL,
    partnership_id uuid NOT NULL,
    body_id uuid NOT NULL,
    meeting_id uuid,
    item_id uuid,
    "position" bigint NOT NULL,
    words text NOT NULL,
    due_on date,
    due_at_next_meeting boolean NOT NULL,
    due_words text,
    state text NOT NULL,
    ended_on date,
    exempt boolean NOT NULL,
    ground_id uuid,
    made_on date,
    version bigint NOT NULL
);



CREATE TABLE public.action_owner (
    action_id uuid NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    organisation_id uuid,
    office text,
    words text
);



CREATE TABLE public.action_report (
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    person_id uuid,
    state text NOT NULL,
    words text NOT NULL,
    until_day date
);



CREATE TABLE public.agenda_version (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    number bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    due_by date,
    late boolean NOT NULL,
    late_reason text,
    clause text,
    sent_to bigint NOT NULL,
    frozen_json text NOT NULL,
    changes_json text NOT NULL
);



CREATE TABLE public.appointment (
    id uuid NOT NULL,
    seat_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    post text,
    organisation_id uuid,
    starts_on date,
    ends_on date,
    term_ends_on date,
    ending text,
    note text,
    version bigint NOT NULL
);



CREATE TABLE public.assistant (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    assistant_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date
);



CREATE TABLE public.attendance (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    capacity text NOT NULL,
    seat_id uuid,
    in_place_of uuid,
    description text,
    agreed_ruling_id uuid,
    "position" bigint NOT NULL,
    version bigint NOT NULL
);



CREATE TABLE public.body (
    id uuid NOT NULL,
    partnership_id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    short_name text,
    kind text NOT NULL,
    purpose text,
    established_on date,
    dissolved_on date,
    ending text,
    source text,
    note text,
    version bigint NOT NULL
);



CREATE TABLE public.body_link (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    kind text NOT NULL,
    other_id uuid NOT NULL,
    starts_on date,
    ends_on date,
    note text
);



CREATE TABLE public.body_succession (
    id uuid NOT NULL,
    earlier_id uuid NOT NULL,
    later_id uuid NOT NULL,
    kind text NOT NULL,
    happened_on date,
    note text
);



CREATE TABLE public.chain (
    partnership_id uuid NOT NULL,
    length bigint NOT NULL,
    head bytea NOT NULL
);



CREATE TABLE public.charter_version (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    number bigint NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    dated date,
    state text NOT NULL,
    adopted_on date,
    decision_id uuid,
    adoption_words text,
    starts_on date,
    superseded_on date,
    source text,
    note text,
    follows text NOT NULL,
    laid_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);



CREATE TABLE public.correction (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    minutes_id uuid,
    of_meeting_words text,
    made_at_meeting_id uuid,
    place text NOT NULL,
    earlier_held boolean NOT NULL,
    earlier_words text,
    later_words text NOT NULL,
    made_on date,
    note text
);



CREATE TABLE public.decision (
    id uuid NOT NULL,
    motion_id uuid NOT NULL,
    body_id uuid NOT NULL,
    meeting_id uuid,
    item_id uuid,
    outcome text NOT NULL,
    how text NOT NULL,
    words text NOT NULL,
    votes_for bigint,
    votes_against bigint,
    abstained bigint,
    casting text,
    present bigint,
    explanation text,
    clause text,
    reason text,
    taken_on date NOT NULL,
    taken_at timestamp with time zone,
    version bigint NOT NULL
);



CREATE TABLE public.declaration (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    item_id uuid NOT NULL,
    person_id uuid NOT NULL,
    seat_id uuid,
    kind text NOT NULL,
    nature text NOT NULL,
    declared_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    version bigint NOT NULL
);



CREATE TABLE public.distribution (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    person_id uuid NOT NULL,
    note text,
    starts_on date NOT NULL,
    ends_on date
);



CREATE TABLE public.event (
    id uuid NOT NULL,
    partnership_id uuid NOT NULL,
    number bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    name text NOT NULL,
    person_id uuid,
    capacity text NOT NULL,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    body_id uuid,
    clause text,
    page text NOT NULL,
    digest bytea NOT NULL,
    hash bytea NOT NULL
);



CREATE TABLE public.event_value (
    event_id uuid NOT NULL,
    salt bytea NOT NULL,
    before_json text NOT NULL,
    after_json text NOT NULL
);



CREATE TABLE public.file (
    id uuid NOT NULL,
    hash text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    uploaded_by uuid
);



CREATE TABLE public.form_key (
    key uuid NOT NULL,
    used_at timestamp with time zone NOT NULL,
    page text NOT NULL,
    record_id uuid NOT NULL
);



CREATE TABLE public.ground (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    code text NOT NULL,
    basis text NOT NULL,
    words text NOT NULL,
    confidential boolean NOT NULL,
    "position" bigint NOT NULL
);



CREATE TABLE public.invitation (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    seat_id uuid,
    answer text,
    substitute_id uuid,
    substitute_name text,
    note text,
    invited_at timestamp with time zone,
    answered_at timestamp with time zone,
    answered_by uuid,
    answered_how text,
    version bigint NOT NULL
);



CREATE TABLE public.item (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    "position" bigint NOT NULL,
    number text,
    title text NOT NULL,
    kind text NOT NULL,
    purpose text NOT NULL,
    presenter text,
    state text NOT NULL,
    standing boolean NOT NULL,
    notified_on date,
    requested_by uuid,
    requested_at timestamp with time zone,
    request_words text,
    returned_reason text,
    late boolean NOT NULL,
    late_reason text,
    exempt boolean NOT NULL,
    ground_id uuid,
    exempt_reason text,
    public_title text,
    matter_id uuid,
    about_body_id uuid,
    sub_group_answer text,
    notes text NOT NULL,
    notes_version bigint NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    version bigint NOT NULL
);



CREATE TABLE public.job (
    id uuid NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    due_at timestamp with time zone NOT NULL,
    locked_until timestamp with time zone NOT NULL,
    tries bigint NOT NULL,
    last_error text
);



CREATE TABLE public.letter (
    id uuid NOT NULL,
    partnership_id uuid NOT NULL,
    body_id uuid,
    person_id uuid NOT NULL,
    address text NOT NULL,
    sender text NOT NULL,
    reply_to text,
    purpose text NOT NULL,
    record_id uuid,
    subject text NOT NULL,
    plain text NOT NULL,
    html text NOT NULL,
    links_json text NOT NULL,
    state text NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    tries bigint NOT NULL,
    last_error text
);



CREATE TABLE public.matter (
    id uuid NOT NULL,
    partnership_id uuid NOT NULL,
    title text NOT NULL,
    opened_on date,
    closed_on date,
    version bigint NOT NULL
);



CREATE TABLE public.meeting (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    day date NOT NULL,
    starts_at text,
    ends_at text,
    place text,
    joining_link text,
    access_note text,
    kind text NOT NULL,
    state text NOT NULL,
    fixed_on date,
    called_at timestamp with time zone,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    cancelled_reason text,
    written_up boolean NOT NULL,
    source text,
    note text,
    version bigint NOT NULL
);



CREATE TABLE public.migration (
    name text NOT NULL,
    done_at timestamp with time zone NOT NULL
);



CREATE TABLE public.minutes (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    body_id uuid NOT NULL,
    state text NOT NULL,
    introduction text NOT NULL,
    cleared_at timestamp with time zone,
    cleared_by uuid,
    circulated_at timestamp with time zone,
    approved_on date,
    approved_at_meeting_id uuid,
    approval_decision_id uuid,
    amended boolean,
    noted_in text,
    version bigint NOT NULL
);



CREATE TABLE public.minutes_reply (
    minutes_id uuid NOT NULL,
    person_id uuid NOT NULL,
    replied_at timestamp with time zone NOT NULL,
    agreed boolean NOT NULL,
    words text NOT NULL
);



CREATE TABLE public.minutes_version (
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    number bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    why text NOT NULL,
    content_json text
);



CREATE TABLE public.motion (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    meeting_id uuid,
    item_id uuid,
    recommendation_id uuid,
    "position" bigint NOT NULL,
    words text NOT NULL,
    about text NOT NULL,
    exempt boolean NOT NULL,
    ground_id uuid,
    moved_by uuid,
    seconded_by uuid,
    version bigint NOT NULL
);



CREATE TABLE public.noted_finding (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    "position" bigint NOT NULL,
    clause text,
    verdict text NOT NULL,
    words text NOT NULL,
    source text
);



CREATE TABLE public.office (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    title text,
    how text,
    starts_on date,
    starts_at_item_id uuid,
    ends_on date,
    ends_at_item_id uuid,
    note text,
    version bigint NOT NULL
);



CREATE TABLE public.openness (
    body_id uuid NOT NULL,
    class text NOT NULL,
    audience text NOT NULL,
    clause text
);



CREATE TABLE public.organisation (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    short_name text,
    kind text,
    website text,
    established_on date,
    ended_on date,
    merged_into uuid,
    note text,
    version bigint NOT NULL
);



CREATE TABLE public.organisation_name (
    organisation_id uuid NOT NULL,
    name text NOT NULL
);



CREATE TABLE public.organisation_succession (
    id uuid NOT NULL,
    earlier_id uuid NOT NULL,
    later_id uuid NOT NULL,
    happened_on date,
    note text
);



CREATE TABLE public.paper (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    meeting_id uuid,
    item_id uuid,
    matter_id uuid,
    "position" bigint NOT NULL,
    title text NOT NULL,
    author text,
    author_organisation_id uuid,
    dated date,
    kind text NOT NULL,
    summary text,
    to_follow boolean NOT NULL,
    exempt boolean NOT NULL,
    ground_id uuid,
    exempt_reason text,
    public_title text,
    lodged_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    source text,
    version bigint NOT NULL
);



CREATE TABLE public.paper_file (
    paper_id uuid NOT NULL,
    number bigint NOT NULL,
    file_id uuid NOT NULL,
    lodged_at timestamp with time zone NOT NULL,
    note text
);



CREATE TABLE public.partnership (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    nation text NOT NULL,
    colour text,
    about text,
    area text,
    website text,
    legal_basis text,
    noindex boolean NOT NULL,
    source text,
    version bigint NOT NULL
);



CREATE TABLE public.person (
    id uuid NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    honorific text,
    merged_into uuid,
    note text,
    version bigint NOT NULL
);



CREATE TABLE public.person_address (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    address text NOT NULL,
    purpose text NOT NULL
);



CREATE TABLE public.person_merge (
    id uuid NOT NULL,
    kept_id uuid NOT NULL,
    other_id uuid NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    moved_json text NOT NULL,
    undone_at timestamp with time zone
);



CREATE TABLE public.person_name (
    person_id uuid NOT NULL,
    name text NOT NULL,
    source text
);



CREATE TABLE public.presence (
    id uuid NOT NULL,
    attendance_id uuid NOT NULL,
    arrived_at text,
    arrived_item_id uuid,
    left_at text,
    left_item_id uuid,
    reason text
);



CREATE TABLE public.presiding (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    capacity text NOT NULL,
    from_item_id uuid,
    until_item_id uuid,
    "position" bigint NOT NULL
);



CREATE TABLE public.recommendation (
    id uuid NOT NULL,
    paper_id uuid NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    text text NOT NULL
);



CREATE TABLE public.registered_interest (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    partnership_id uuid NOT NULL,
    kind text NOT NULL,
    organisation_id uuid,
    words text NOT NULL,
    starts_on date,
    ends_on date,
    version bigint NOT NULL
);



CREATE TABLE public.ruling (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    meeting_id uuid,
    item_id uuid,
    about text NOT NULL,
    about_id uuid,
    choice text,
    reason text,
    clause text,
    asked_at timestamp with time zone,
    asked_by uuid,
    ruled_by uuid,
    capacity text,
    ruled_at timestamp with time zone,
    version bigint NOT NULL
);



CREATE TABLE public.seat (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    "position" bigint NOT NULL,
    label text NOT NULL,
    class text NOT NULL,
    sector_id uuid,
    sector_ours boolean NOT NULL,
    organisation_id uuid,
    nominating_group text,
    ex_officio_post text,
    holders_not_recorded boolean NOT NULL,
    starts_on date,
    ends_on date,
    note text,
    version bigint NOT NULL
);



CREATE TABLE public.sector (
    id uuid NOT NULL,
    partnership_id uuid NOT NULL,
    name text NOT NULL,
    "position" bigint NOT NULL
);



CREATE TABLE public.session (
    id uuid NOT NULL,
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    browser text NOT NULL
);



CREATE TABLE public.standing_item (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL
);



CREATE TABLE public.throttle (
    name text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    tries bigint NOT NULL
);



CREATE TABLE public.token (
    id uuid NOT NULL,
    act text NOT NULL,
    person_id uuid NOT NULL,
    record_id uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);



CREATE TABLE public.vote (
    motion_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    person_id uuid,
    cast_as text NOT NULL
);



COPY public.account (id, person_id, address, password, administrator, auditor, made_at, closed_at) FROM stdin;
019cadfd-8900-73f2-af1b-0ffad168e586	019cadfd-8900-7db0-9e9c-35ffe2e80c88	019cadfd-8900-7db0-9e9c-35ffe2e80c88@example.org	\N	t	f	2026-03-02 10:00:00+00	\N
019cadfd-8900-7460-9a32-c563472d248a	019cadfd-8900-7757-9e73-366e6f9dda51	019cadfd-8900-7757-9e73-366e6f9dda51@example.org	\N	f	t	2026-03-02 10:00:00+00	\N
\.



COPY public.action (id, partnership_id, body_id, meeting_id, item_id, "position", words, due_on, due_at_next_meeting, due_words, state, ended_on, exempt, ground_id, made_on, version) FROM stdin;
019cadfd-8900-7db4-b790-e046717acc8f	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-76de-97f1-9ad12bcb0116	1	CANARY-action-1 to instruct the agent	2026-05-01	f	\N	open	\N	t	019cadfd-8900-74e9-91e1-e88f157be95b	2026-03-20	1
\.



COPY public.action_owner (action_id, "position", kind, person_id, organisation_id, office, words) FROM stdin;
019cadfd-8900-7db4-b790-e046717acc8f	1	person	019cadfd-8900-77fa-8508-fcc7cd6d2427	\N	\N	\N
\.



COPY public.action_report (id, action_id, reported_at, person_id, state, words, until_day) FROM stdin;
\.



COPY public.agenda_version (id, meeting_id, number, sent_at, due_by, late, late_reason, clause, sent_to, frozen_json, changes_json) FROM stdin;
019cadfd-8900-7575-87d4-397bc62dcf1c	019cadfd-8900-76b0-a90e-062a64e56400	1	2026-03-02 10:00:00+00	\N	f	\N	\N	5	{"day":"2026-03-20","arrangements":{"starts_at":"10:00:00","ends_at":null,"place":"Town hall","joining_link":null,"access_note":null},"items":[{"id":"019cadfd-8900-76de-97f1-9ad12bcb0116","number":"1","title":"CANARY-item-1 sale of the depot","kind":"business","purpose":"decision","presenter":null,"late_reason":null,"exempt":true,"ground":"Financial or business affairs","public_title":"A property matter","papers":[{"id":"019cadfd-8900-77ae-b417-51d98ad3f185","title":"CANARY-paper-1 the price","author":null,"to_follow":false,"exempt":true,"public_title":"A report","file_number":1}]},{"id":"019cadfd-8900-73cb-a702-df30afc07013","number":"2","title":"CANARY-item-2 a claim","kind":"business","purpose":"decision","presenter":null,"late_reason":null,"exempt":true,"ground":"Financial or business affairs","public_title":null,"papers":[]}]}	[]
\.



COPY public.appointment (id, seat_id, person_id, role, post, organisation_id, starts_on, ends_on, term_ends_on, ending, note, version) FROM stdin;
019cadfd-8900-7ece-a47f-71f747a96760	019cadfd-8900-726b-b09b-40ebc038c9d8	019cadfd-8900-7cea-a783-55dc5fdf2ae7	holder	\N	\N	2024-01-01	\N	\N	\N	\N	1
019cadfd-8900-7852-ad92-e719f9dcaff3	019cadfd-8900-7b0e-a88c-4a3604bf76ff	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	holder	\N	\N	2024-01-01	\N	\N	\N	\N	1
019cadfd-8900-7e71-9b28-2ed12a06b0bd	019cadfd-8900-71e2-8dd9-d72da0af4e5f	019cadfd-8900-7c9b-ad89-1f82b69fce1a	holder	\N	\N	2024-01-01	\N	\N	\N	\N	1
019cadfd-8900-7401-8227-c6d8a2e62646	019cadfd-8900-73f6-a5d2-ff1ac775cf8d	019cadfd-8900-78a6-8c8f-9d876985f4ce	holder	\N	\N	2024-01-01	2025-06-30	\N	resigned	\N	2
019cadfd-8900-7f21-aec6-fc1a4ae58157	019cadfd-8900-7bd8-aac2-4a1e40a4c564	019cadfd-8900-7024-9b32-451deaebbd00	holder	\N	\N	2024-01-01	2026-03-03	\N	resigned	\N	2
019cadfd-8900-7955-8c92-918e51f440b0	019cadfd-8900-7f59-b3dc-8b5e45f8127e	019cadfd-8900-72e5-b72b-c63e6d861e13	holder	\N	\N	2024-01-01	2026-03-24	\N	resigned	\N	2
019cadfd-8900-74e2-9951-69466c8259e4	019cadfd-8900-7957-b6c8-ee190d4068f3	019cadfd-8900-7714-a4ee-dcd9a579ac88	holder	\N	\N	2024-01-01	\N	\N	\N	\N	1
019cadfd-8900-76bb-8a55-e5e86ddb3647	019cadfd-8900-7310-81da-f838b9814419	019cadfd-8900-755f-835b-c69180f5a27e	holder	\N	\N	2024-01-01	\N	\N	\N	\N	1
\.



COPY public.assistant (id, person_id, assistant_id, starts_on, ends_on) FROM stdin;
019cadfd-8900-742a-9118-c01806e36014	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	019cadfd-8900-77e0-92fa-9e718d1cd0a1	2024-01-01	\N
\.



COPY public.attendance (id, meeting_id, person_id, capacity, seat_id, in_place_of, description, agreed_ruling_id, "position", version) FROM stdin;
019d0ab4-94e0-78cf-8eb1-b8fa584457ba	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-76c8-b788-28745b0c4469	substitute	019cadfd-8900-71e2-8dd9-d72da0af4e5f	019cadfd-8900-7c9b-ad89-1f82b69fce1a	\N	\N	1	1
\.



COPY public.body (id, partnership_id, slug, name, short_name, kind, purpose, established_on, dissolved_on, ending, source, note, version) FROM stdin;
019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7a9a-ba8c-98415d2fde7a	wealdshire-partnership	Wealdshire Partnership	\N	partnership	\N	\N	\N	\N	\N	\N	1
019cadfd-8900-73c1-a016-e1e0e2a6a665	019cadfd-8900-79f4-8c6b-d8cac846aaf6	fenland-partnership	Fenland Partnership	\N	partnership	\N	\N	\N	\N	\N	\N	1
019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7a9a-ba8c-98415d2fde7a	wealdshire-skills-group	Wealdshire Skills Group	\N	working-group	\N	\N	\N	\N	\N	\N	1
\.



COPY public.body_link (id, body_id, kind, other_id, starts_on, ends_on, note) FROM stdin;
\.



COPY public.body_succession (id, earlier_id, later_id, kind, happened_on, note) FROM stdin;
\.



COPY public.chain (partnership_id, length, head) FROM stdin;
00000000-0000-0000-0000-000000000000	0	\\x
019cadfd-8900-7a9a-ba8c-98415d2fde7a	76	\\x9384c2c78f6e0f619fb8bb001d6eaa815ad742173fd5dc4dd001336cc42da009
019cadfd-8900-79f4-8c6b-d8cac846aaf6	4	\\x9b7b17ccd2cf4e222aeab9374857673356d128e6d84b8fa8b4b9e0bb664e7c25
\.



COPY public.charter_version (id, body_id, number, title, text, dated, state, adopted_on, decision_id, adoption_words, starts_on, superseded_on, source, note, follows, laid_at, version) FROM stdin;
\.



COPY public.correction (id, body_id, minutes_id, of_meeting_words, made_at_meeting_id, place, earlier_held, earlier_words, later_words, made_on, note) FROM stdin;
\.



COPY public.decision (id, motion_id, body_id, meeting_id, item_id, outcome, how, words, votes_for, votes_against, abstained, casting, present, explanation, clause, reason, taken_on, taken_at, version) FROM stdin;
019d0ab4-94e0-7579-9993-247074f023bd	019cadfd-8900-70a6-8014-fe680b502fe3	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-76de-97f1-9ad12bcb0116	agreed	consensus	CANARY-decision-1 to sell for less	\N	\N	\N	\N	\N	\N	\N	\N	2026-03-20	2026-03-20 10:05:00+00	1
\.



COPY public.declaration (id, meeting_id, item_id, person_id, seat_id, kind, nature, declared_at, withdrawn_at, version) FROM stdin;
\.



COPY public.distribution (id, body_id, person_id, note, starts_on, ends_on) FROM stdin;
\.



COPY public.event (id, partnership_id, number, happened_at, name, person_id, capacity, record_kind, record_id, body_id, clause, page, digest, hash) FROM stdin;
019cadfd-8900-77e3-aaa9-c034fcd27a07	019cadfd-8900-7a9a-ba8c-98415d2fde7a	1	2026-03-02 10:00:00+00	partnership.founded	\N	story	partnership	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/partnerships/wealdshire-partnership	\\xbf0fe2fd3c424f4ae20964376be7a00cb6c0188f65e420780aa5e9b9473ffa99	\\x57d0f2575f743427bed7b6ee10c6966fe1c5708747728ee3b596a42085ca04c4
019cadfd-8900-74cd-9089-136508588060	019cadfd-8900-79f4-8c6b-d8cac846aaf6	1	2026-03-02 10:00:00+00	partnership.founded	\N	story	partnership	019cadfd-8900-79f4-8c6b-d8cac846aaf6	019cadfd-8900-73c1-a016-e1e0e2a6a665	\N	/partnerships/fenland-partnership	\\x1c1ae89f4eb90057d4d95756523188c58b59c882b85f24acdea7e4c8ed240032	\\xf38117e89eadacff866606a1a255d3bec23ac95307dd2661d79a05bd81f7607a
019cadfd-8900-7cb2-9385-f4fa9f02fb8c	019cadfd-8900-7a9a-ba8c-98415d2fde7a	2	2026-03-02 10:00:00+00	body.established	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\x0f79dfcf524daf8a30e41b61d6f2c1bc1cbe902014e209328500b05ef591ddd5	\\xc5d030170368f14c15bb90089af85b378c7010b4c8fa5a17d7a0c065ba5bf1e8
019cadfd-8900-7eea-9aa2-0da34c3b2a99	019cadfd-8900-7a9a-ba8c-98415d2fde7a	3	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x409a2f8bd7fa7f68d11f9a2863b85f613e4bed2813c9b07d5e64f845572e8d83	\\x2cb2fd2f3ac12eec208c6bffdd6394b1a8557dc9f47562ff3e1821cef6b28d9e
019cadfd-8900-7471-a565-d3c745be76e4	019cadfd-8900-7a9a-ba8c-98415d2fde7a	4	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xe5f133c6805b488ed3853d3c62814cc013fa056413e7f8c40d559438bc939ac0	\\x146bed5f33c0fab42c26692a82a2ca37e5dcf81535f4b95e202685a4c158ead6
019cadfd-8900-7eca-9861-4780487baae1	019cadfd-8900-7a9a-ba8c-98415d2fde7a	5	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x2e71e92697b94351929bfd24b5e0cf04bd3a1c60981bedb4d69edb0c2a6b12f6	\\x9bcfb0401383be8915765a99f5a8b35b66945f37abfd882ab15486d42031178c
019cadfd-8900-7e5d-bc12-0cb680c69b93	019cadfd-8900-7a9a-ba8c-98415d2fde7a	6	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x7918cc727804e163690b189f35ed34bc06749de0632c7acd414e24413d52a20e	\\x49d31e9388734ffe913303c23521b825c331f4e68d3afd51be814d4b090d2d4b
019cadfd-8900-7f0f-8cdc-ddf6065b17b3	019cadfd-8900-7a9a-ba8c-98415d2fde7a	7	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x5ded342a60723bb7cd734557f5419fe0f0e8cabf2377049eeb04cb78e352daf2	\\x4b86c2160a2137733f433126c6c8e9503aa7c03a5eaa0467f951b3d9c4a6eddd
019cadfd-8900-7d6c-9eff-5e2a818afe35	019cadfd-8900-7a9a-ba8c-98415d2fde7a	8	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x5f0d4aa53aa0b32e6e867787839fdf1ed46036f19994923f328e1f7fda716bce	\\x449029cee9badbc2093f1abe97b452ef2f15879dda61dd34d506154b30dd0607
019cadfd-8900-768c-8aa5-f7dbadf04102	019cadfd-8900-7a9a-ba8c-98415d2fde7a	9	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x7cad8ed4a8a97bdd8ef9ba661df407f58edae9802d8ad8c7534373ea34a5fe67	\\x8924091c64755e1a34c941b588a9c36dc6cac8ae62a966ef40e4984d9d1ab2cc
019cadfd-8900-7727-9ec4-22377668a99f	019cadfd-8900-7a9a-ba8c-98415d2fde7a	10	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xab754f1fcb845fddf6997a56bee2347601fcb07ee3ef2452e1e0802149873d92	\\x3b0fa3880adb9519cb37ca44763f9a45b72b72b2583f6c09dc316e8f36dd7ebb
019cadfd-8900-7a5e-8d50-826cf427c8c9	019cadfd-8900-7a9a-ba8c-98415d2fde7a	11	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\x13be539bc2b67741bf02c6d7ee4b6ee77f0fef96ec51759851e710b565d67b09	\\x2b6c2089b69a85eeed4ef04dac43499f42c61d4c34ba72a88f47c6e6bb84fec2
019cadfd-8900-73fd-b852-616d8de87ea7	019cadfd-8900-7a9a-ba8c-98415d2fde7a	12	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\x93dfac3dc5bfab1f9290afe978a50acc0b0a2d84dffd6550795638ffb09580d5	\\x55e83bb4efd6c9391765094e5a07c1ae5a2c57822ad8918c9350897b9e005f37
019cadfd-8900-7e25-8eb3-5c0a3649fb6a	019cadfd-8900-7a9a-ba8c-98415d2fde7a	13	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\xc0f216a186808b9520f1ffaf4a09ee7bec95f0c74a30e1e76ffddefd48d07bc6	\\x32f6db3d830906144ef74f189294e0679d6e1b3db6be9410285721fa3be1cdda
019cadfd-8900-7878-bb71-d373a590274e	019cadfd-8900-7a9a-ba8c-98415d2fde7a	14	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\x621ddd001d1aaf9d094f18ac8be116111e33277b5bc23e955f5defaf8b14a56b	\\x94c6ae1a4abdbcc75082a38e28af0ac714792149d06c64a8c7e2a1cac729c14f
019cadfd-8900-7144-964c-b244236f9b35	019cadfd-8900-7a9a-ba8c-98415d2fde7a	15	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\x2eae54ceae53712e7628d90c69e7dd7b5f73ea449102ce82bb883b469f4357c1	\\xde8e505e62353782c7c8aa12f908544728564d4fa5f14893f7b8344f0eed10cd
019cadfd-8900-72a3-a875-37a0556e8824	019cadfd-8900-7a9a-ba8c-98415d2fde7a	16	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\xada4ee4a0716b2f9e0719b29b368ede3ef96e018a90c716ef71a3e40759baf76	\\xa28f8552c2804162fc6aa1e3f06426ebcd92f89e89acd96f1ddec5e1b7bbff06
019cadfd-8900-7532-bc5b-75338bd52203	019cadfd-8900-7a9a-ba8c-98415d2fde7a	17	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\xc70caeaf9d053b21e5cc65c72fabece5057cc9564ac0efd394468f6936270e6a	\\xb94334e0ae3df551cc0d195b21421c1d7909a9b19257053c2ee13572b95b36e2
019cadfd-8900-759d-8e01-6e8b3ecde74a	019cadfd-8900-7a9a-ba8c-98415d2fde7a	18	2026-03-02 10:00:00+00	openness.chosen	\N	story	body	019cadfd-8900-7c76-8544-84a266b7dbb4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\xcd2d9fcecfaa3af58fbcb1e7aca8b8e5a929615ca8693b964f8c1aa873e5b6f9	\\xd876c41bf94ebf3652b3b6f2d770bedf23084431ff1318cd1734981dd48f5fc7
019cadfd-8900-70cd-9bad-c7b39701fdce	019cadfd-8900-7a9a-ba8c-98415d2fde7a	19	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7dea-8864-8aed7d39682c	\N	\N	/people/019cadfd-8900-7dea-8864-8aed7d39682c	\\x9daf42edfcb108627fcca3644c65456d623f19f058b1435df761e9a8ac577e47	\\xcf9ee251c09c325bfb968bf156daa218e335cdeb6c82d291beb756db89a1d74b
019cadfd-8900-7138-846f-67c49c08eeee	019cadfd-8900-7a9a-ba8c-98415d2fde7a	20	2026-03-02 10:00:00+00	office.taken	\N	story	office	019cadfd-8900-7a3a-9570-730897bcb41a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xc52e6081df1fc9ea446a3b3b559f73a4f3ddf802856a1b271b86f24416087429	\\xeef2f045f363a1cc5590a3fc726a240bb0766ab91f52b701eaadd0bc2216ecc2
019cadfd-8900-7449-a7e9-a476530974aa	019cadfd-8900-7a9a-ba8c-98415d2fde7a	21	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7cea-a783-55dc5fdf2ae7	\N	\N	/people/019cadfd-8900-7cea-a783-55dc5fdf2ae7	\\xe3175c658f045227e63a83c70de29d276b0b2b40a550702f0eef771b19e790f9	\\x43c747fd426e85bdd3ca5aba87f40f7318c647f838e40025edbb1d6d42d6bdb9
019cadfd-8900-758b-a35e-f2a702a11b49	019cadfd-8900-7a9a-ba8c-98415d2fde7a	22	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-726b-b09b-40ebc038c9d8	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x93b332421d6715bd6502dce8ac72734716c5af117eda9b07eece9adbdc4434f3	\\xe012c2442377a6b5310ea75752cac02a236a5a6e4b5fc733029703359bea8a3e
019cadfd-8900-78a3-a57f-658fd3cc73e7	019cadfd-8900-7a9a-ba8c-98415d2fde7a	23	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-7ece-a47f-71f747a96760	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xe96071f50c1fe537c9de3d08657df2d04f34b4a9e431c693b5ecd031af3ce5f8	\\x107daf4ea7b290eaab6d6cb01d89a71aec101301f17d935c6fea7e04eede2fb0
019cadfd-8900-7685-afcc-4a7bf66b210d	019cadfd-8900-7a9a-ba8c-98415d2fde7a	24	2026-03-02 10:00:00+00	office.taken	\N	story	office	019cadfd-8900-736c-b49a-d2b64ea70a07	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x95243994c2b665e91dc114a587acfea215949effea74a8d9842275707a62686d	\\x3a789ff56bc8018a43d4d9caeb3953023860c0d5c221dc189bae339191e64c0c
019cadfd-8900-7394-a151-3c351b0aa425	019cadfd-8900-7a9a-ba8c-98415d2fde7a	25	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	\N	\N	/people/019cadfd-8900-7a5e-8a27-87f4c3c0dd33	\\x4097961d44b974599c35d3521108058bb251e593851e7c2286981d4107a9184d	\\x1bf188320da72aa914578959a7bde3e50c84b87058e2bff257c15ee977fce020
019cadfd-8900-7ead-a8b1-464a93f2d092	019cadfd-8900-7a9a-ba8c-98415d2fde7a	26	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-7b0e-a88c-4a3604bf76ff	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x48a6d0c04157d122e95d3cba2c7de046706689062c25e851884e6f1cc6b8da5c	\\x7ae3d72fd244da70529a40e0d3bbfe0e4a975c85d6805607be6ee1f7a41fc00d
019cadfd-8900-7f48-9ce8-69f55be7de02	019cadfd-8900-7a9a-ba8c-98415d2fde7a	27	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-7852-ad92-e719f9dcaff3	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x779a38663b68f57e4c15338adbef5c98ab4281dffc23881fdccc76fd9d626965	\\xdd82998104bf41d2a18fc6d2f7f68aa7209fc148e423fca4ba250db34c39dda2
019cadfd-8900-7809-9be4-80ea48530016	019cadfd-8900-7a9a-ba8c-98415d2fde7a	28	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7c9b-ad89-1f82b69fce1a	\N	\N	/people/019cadfd-8900-7c9b-ad89-1f82b69fce1a	\\x890afd48279c8006bc66eab1d7f4dc173bd660dbafebc22d0ba9f192544a50d3	\\xd1203cbcfe4bf0aafe4761bbdb4547abd5a32fdce7b2b812aa78988f12c7ee11
019cadfd-8900-797c-9261-5d65ea98979b	019cadfd-8900-7a9a-ba8c-98415d2fde7a	29	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-71e2-8dd9-d72da0af4e5f	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x33f9bf4420906c8777357235dd039f6306f5508a2893dac73a2916e6f05a9b0e	\\x55f7325bb9ca29f76116829207a035805425814af2023f64efac796e02b5c630
019cadfd-8900-7f5d-9ff9-f55476e870ee	019cadfd-8900-7a9a-ba8c-98415d2fde7a	30	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-7e71-9b28-2ed12a06b0bd	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xe709bbe3ac904f141c337195f7993bbcc14fe46caa4ec6b2f1c22e22006ba676	\\x6f270892c064284a833c60156a7fde4e9dd235a49dc0b75ecb08e9727f779ab9
019cadfd-8900-7d63-9346-da7f0dec117a	019cadfd-8900-7a9a-ba8c-98415d2fde7a	31	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-78a6-8c8f-9d876985f4ce	\N	\N	/people/019cadfd-8900-78a6-8c8f-9d876985f4ce	\\x867b2b02147465ad7ba6feecc3839b90a7ce2bc0261c14ee22d28a69bb698643	\\x956a8b983bd7c8074defde5f0c15ae51bcc13033073760aaa34ba308a13524cb
019cadfd-8900-76fb-a2ae-1583eb216177	019cadfd-8900-7a9a-ba8c-98415d2fde7a	32	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-73f6-a5d2-ff1ac775cf8d	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x9216dbda596406fd67da129f0ca3a98d9898a2cf2e8ad7a17ed275d605fe20ef	\\x72d185a0e83516603d78dfeb243f255c551c08a6377d69cf736fc94ffb3ae283
019cadfd-8900-7be2-9a76-eca81d92c0c9	019cadfd-8900-7a9a-ba8c-98415d2fde7a	33	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-7401-8227-c6d8a2e62646	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x80d2b8b1ef74dada1fedfccc45494ffbb5c884ae13bd55a404d48e9efb4cf48b	\\x72a688db197a59b2157d5a6abd1292ed0c194a07a8958c666a44b74d83948ced
019cadfd-8900-7daa-88df-0218f2620833	019cadfd-8900-7a9a-ba8c-98415d2fde7a	35	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7024-9b32-451deaebbd00	\N	\N	/people/019cadfd-8900-7024-9b32-451deaebbd00	\\xaf8e3f68ff3fbde094ddfd30168d020d93c6ae1cd8475728fa6499cb34337591	\\x10fdc12d2dbac02a5aa999a45915ca8224d8d2fd814781e8714a587930b0bc85
019cadfd-8900-74cb-97e5-192bba11c8b7	019cadfd-8900-7a9a-ba8c-98415d2fde7a	37	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-7f21-aec6-fc1a4ae58157	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x89955cb505284f871e18661b74e11907c6c66609497c2c9a6c235657509cdc3d	\\x46488a9fea92a77964c3c57da98d9c67550d6531cd29ee121ebcaf80163efb49
019cadfd-8900-791f-b1cb-f9ee457fb251	019cadfd-8900-7a9a-ba8c-98415d2fde7a	39	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-72e5-b72b-c63e6d861e13	\N	\N	/people/019cadfd-8900-72e5-b72b-c63e6d861e13	\\x457c43eb6fa0689ea5f1251962ab3235e000475942529dfc284d409a218232ce	\\xfacf5cb1dea4eac4d8eb685363b454e92fd8859518f709743594719f7ba69404
019cadfd-8900-7853-bd17-c15b2f2b7b12	019cadfd-8900-7a9a-ba8c-98415d2fde7a	41	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-7955-8c92-918e51f440b0	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xfbae0285f0d1362b0ba5c1e8d0854b1426c9f0a46baf858b90adecc641a0eece	\\xe4c4a30869b67162b8973ceeda0350b92f404f7f34c945583ea80d2e65691e46
019cadfd-8900-70cf-9d3c-b4886fc2001b	019cadfd-8900-7a9a-ba8c-98415d2fde7a	43	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7714-a4ee-dcd9a579ac88	\N	\N	/people/019cadfd-8900-7714-a4ee-dcd9a579ac88	\\x8a88fd7d63750cedef8bd521eea3c7002c6529e3996ff494c0abd24ca52ae394	\\x820bad2b1a8ffbc15d008577950cf1f0c695590c1b9bfdda384482fbe9936565
019cadfd-8900-7ec2-a579-c42509c5e22d	019cadfd-8900-7a9a-ba8c-98415d2fde7a	45	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-74e2-9951-69466c8259e4	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\xde5739b7b0c5cd5c274012a3439347a62216a17b6ef1f0ad3a4e3c9b6fb1d540	\\x5b0efe1e8135ed459227f6549b82684000ec6879b8cecbf5d407b1060117b8b4
019cadfd-8900-7637-bf55-09cf77a12c54	019cadfd-8900-79f4-8c6b-d8cac846aaf6	3	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-7310-81da-f838b9814419	019cadfd-8900-73c1-a016-e1e0e2a6a665	\N	/bodies/fenland-partnership	\\xae44492ec222a356865522477aaec0348eaa5ff73bf9038fc05731993a6a10ea	\\x614dfdeba3302399a0aed1f0a850c0baf363cf6da096bf7c5c84c99da9960fc4
019cadfd-8900-7e8d-87ee-9bd0fc4526af	019cadfd-8900-7a9a-ba8c-98415d2fde7a	46	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-77e0-92fa-9e718d1cd0a1	\N	\N	/people/019cadfd-8900-77e0-92fa-9e718d1cd0a1	\\x00d7d47fb94e8bb3254a0f44e5392ead526dec899a56fc3e7d4664d5e68197c6	\\x0ed750e0a67d7d67829c40657510887eb75293ebc0a28e282122cc19d1be25d7
019cadfd-8900-7dc6-a7a0-eab7c4dbff27	019cadfd-8900-7a9a-ba8c-98415d2fde7a	48	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-76c8-b788-28745b0c4469	\N	\N	/people/019cadfd-8900-76c8-b788-28745b0c4469	\\x330352d9c24824a28b0476e1b2de0e1123502765a8c38abea2d8911209613c06	\\xe80bbf2a5b7f16a6a2bdbdae60933c5d3d68b65264c4a5d5defd551e179d66b9
019cadfd-8900-70b2-ae85-a230929c9f21	019cadfd-8900-7a9a-ba8c-98415d2fde7a	50	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7db0-9e9c-35ffe2e80c88	\N	\N	/people/019cadfd-8900-7db0-9e9c-35ffe2e80c88	\\x52cd4eb0a12618128af750e8dac64f83a35b51bbf43448277ff51c50136d2b33	\\x389fc8bc683b162d5552634db909ebdce676263b98f83c027230d3d67328652c
019cadfd-8900-7b61-b5d2-6d3037c08943	019cadfd-8900-7a9a-ba8c-98415d2fde7a	52	2026-03-02 10:00:00+00	grounds.added	\N	story	body	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership/grounds	\\x2a4179cef80f8ec45127bdc8a12f690c364162c6261d60398b659aaabdcca2d0	\\xea1790e4a02913adad3694cd6817146b20365c84fd24a163af3c53d56075f9e1
019cadfd-8900-7d24-822f-778e7c71edd7	019cadfd-8900-7a9a-ba8c-98415d2fde7a	53	2026-03-02 10:00:00+00	meeting.planned	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\x1e6a3706980a1ce3420eda74c3b5202e35f9a5b57217ccfcfb695314fbd30157	\\x5f6f0a0d55e845ed748acf117868875bef13a2baa959bb2c794c533d44e16ad0
019cadfd-8900-7a2a-94ed-b635ab1eb32e	019cadfd-8900-7a9a-ba8c-98415d2fde7a	55	2026-03-02 10:00:00+00	item.changed	\N	story	item	019cadfd-8900-76de-97f1-9ad12bcb0116	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\xfea8c7861fc475d5366bef267144def9b19d1c041941214aabd17a447d902b3f	\\x1b9762c29743ae18be1d018bb75e7da87b8760c438571f7b35ee6d504b296167
019cadfd-8900-7d6d-b646-b9ea86e5328e	019cadfd-8900-7a9a-ba8c-98415d2fde7a	57	2026-03-02 10:00:00+00	item.changed	\N	story	item	019cadfd-8900-73cb-a702-df30afc07013	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\xdd302be9c95ae70388d577587cebfb0080bfa87479a48a3b66567fa0fdb8f441	\\x40782bc6dc653307665f67c92178abe9e807c55bac789566d75d65d9617117db
019cadfd-8900-7ef1-8e36-0ea18d6122d0	019cadfd-8900-7a9a-ba8c-98415d2fde7a	59	2026-03-02 10:00:00+00	agenda.sent	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\x9d3d662a9ad637344cf60968a567206de5e4e500da6f379d66861a01e12707ba	\\x3b4a0bcbe1f6230773b13ef84e59254f5e2bc2ffbd7bbeefb13d0800a2cd660f
019cadfd-8900-772b-8202-b8371f49be04	019cadfd-8900-7a9a-ba8c-98415d2fde7a	62	2026-03-02 10:00:00+00	action.recorded	\N	story	action	019cadfd-8900-7db4-b790-e046717acc8f	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/actions/019cadfd-8900-7db4-b790-e046717acc8f	\\x43026722cb39171a1ea87d5163dbeabf70c377704785a633fabd2f8bb6e32ae8	\\x2057e6c1db2fa79d1652d93ab0a4e56b1ce0c3e30eb950c728179052906e2f36
019d0ab4-94e0-755b-b5b5-d2e84a6d9847	019cadfd-8900-7a9a-ba8c-98415d2fde7a	66	2026-03-20 10:05:00+00	motion.decided	\N	story	decision	019d0ab4-94e0-7579-9993-247074f023bd	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/motions/019cadfd-8900-70a6-8014-fe680b502fe3	\\xd9896799724a75b411c71fc2a71884fe296163fcfe016ca32e18c231d6149b76	\\x4cd7a103ca3859fec895189d42b7c5da4702518b43148dca1c2b5d2662d216f2
019d0ab4-94e0-7a64-bda5-2d41b6c1a664	019cadfd-8900-7a9a-ba8c-98415d2fde7a	68	2026-03-20 10:05:00+00	letter.sent	\N	mail	letter	019cadfd-8900-7b3c-9dc6-14467eaca4df	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership/letters	\\xe6f453921c5385aea8a0d4053e4d201f73b2dba0e1aeb270d3164da393934fb2	\\x20138c13590d7259c5678b05bd916cacfceed1493d473b3e722e6fb3d543970e
019d0ab4-94e0-7307-9d13-dc6e126f369d	019cadfd-8900-7a9a-ba8c-98415d2fde7a	71	2026-03-20 10:05:00+00	letter.sent	\N	mail	letter	019cadfd-8900-718d-a0d7-a53afb5f06ac	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership/letters	\\x325534e15daf9e6fc94030753ce8e847a4039ad0762440fa1ee6286cabe587d1	\\xcc8cee3214ae77f056062389e2c11c657eaf7b19712261ba58e6891b4009979e
019d0ab4-94e0-7b15-a6a7-eaea59aae731	019cadfd-8900-7a9a-ba8c-98415d2fde7a	75	2026-03-20 10:05:00+00	minutes.circulated	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400/minutes	\\x74c402d74c2b1e9cf570086cf874eed421190098ecf50ae09f25a73744b20079	\\x61f460bf638987f1946a346d59abe97f4e787ef470b502117cff8ddcdc70d23b
019d0ab4-94e0-7f6d-a6cd-68d94af926c7	019cadfd-8900-7a9a-ba8c-98415d2fde7a	76	2026-03-20 10:05:00+00	letter.sent	\N	mail	letter	019d0ab4-94e0-7587-8210-58158b01f085	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership/letters	\\xdfea9fc14c8c8c5c692ce3733a1ecbd4226b51adbef4e89315d898edfadb32e6	\\x9384c2c78f6e0f619fb8bb001d6eaa815ad742173fd5dc4dd001336cc42da009
019cadfd-8900-70a9-9199-b2431988f16d	019cadfd-8900-7a9a-ba8c-98415d2fde7a	34	2026-03-02 10:00:00+00	appointment.ended	\N	story	appointment	019cadfd-8900-7401-8227-c6d8a2e62646	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xbe11686a92793c1e17709cff7499165d2682f3c7d13a86417de663dc5083873b	\\x6d2a007085c14a267b23e39213176fca37e5bf379d77075cd97b10cc62d42dce
019cadfd-8900-7fa3-b278-58e0dbdc0f80	019cadfd-8900-7a9a-ba8c-98415d2fde7a	36	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-7bd8-aac2-4a1e40a4c564	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x04bd47b42d95734acacf59b2f483875d43bf999af452cda4dbf95f7ddd4d74a7	\\xc2c1765b6a5d037d7870c6f35b322e3fbe194dc609210c637d1a9a3e4d8d8ea2
019cadfd-8900-7485-ba8e-8f0c7e9920e8	019cadfd-8900-7a9a-ba8c-98415d2fde7a	38	2026-03-02 10:00:00+00	appointment.ended	\N	story	appointment	019cadfd-8900-7f21-aec6-fc1a4ae58157	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\x8adbbea7fd48e5738d9d439ebb78306f5d59a71250997d53ae3f3a658c39a94f	\\x524b6c429feaa7a03f74e515fbe86bc8313f583f0678294363a884d2238bdeab
019cadfd-8900-75e1-bae9-e5f40df70003	019cadfd-8900-7a9a-ba8c-98415d2fde7a	40	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-7f59-b3dc-8b5e45f8127e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xa246a587d30b69fb0b225d0bb72f5d4ab2ea779ec1fce64a8a86399e712e3ac6	\\xd8f8c0e5c08720ff3b01ebf5d33a9906a2e46c7cf11ed214af592d8873c2afb6
019cadfd-8900-712e-9da3-c912105f0be1	019cadfd-8900-7a9a-ba8c-98415d2fde7a	42	2026-03-02 10:00:00+00	appointment.ended	\N	story	appointment	019cadfd-8900-7955-8c92-918e51f440b0	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership	\\xfb4e0ae37fee57cf771ef2d572b2fdb186ad6c0aa9ca7662e01454a4262643fc	\\x97d4a46267753a23a16de7cd95700b3caaa6c706d0852f4ac3697c83ad397d2c
019cadfd-8900-71c7-90ab-b7e3f56e68f9	019cadfd-8900-7a9a-ba8c-98415d2fde7a	44	2026-03-02 10:00:00+00	seat.added	\N	story	seat	019cadfd-8900-7957-b6c8-ee190d4068f3	019cadfd-8900-7c76-8544-84a266b7dbb4	\N	/bodies/wealdshire-skills-group	\\x702ee3752a65966fd733342c8f332dc15e6e282f5b70d985507c322404a42508	\\x9f26c6a26e9f752afb92624d1b8a9c8f4af15fddf5b829123e54862de47eb50e
019cadfd-8900-77d2-84fc-a761db478820	019cadfd-8900-79f4-8c6b-d8cac846aaf6	2	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-755f-835b-c69180f5a27e	\N	\N	/people/019cadfd-8900-755f-835b-c69180f5a27e	\\x2d58954c9665391229188f5d792e8f6103628578d525529c0168fb4dd0f75614	\\xd9dd11a27c097243a71f6f0be506a39e3aa188cd5958bd539f79b10a5c87bf90
019cadfd-8900-7d7d-902f-515f6b1e94c5	019cadfd-8900-79f4-8c6b-d8cac846aaf6	4	2026-03-02 10:00:00+00	appointment.made	\N	story	appointment	019cadfd-8900-76bb-8a55-e5e86ddb3647	019cadfd-8900-73c1-a016-e1e0e2a6a665	\N	/bodies/fenland-partnership	\\x28755d15b34e0dd20cb4236b37036108ba3758d4fd76b35a23179c4adb256c00	\\x9b7b17ccd2cf4e222aeab9374857673356d128e6d84b8fa8b4b9e0bb664e7c25
019cadfd-8900-778b-8020-df38990d0567	019cadfd-8900-7a9a-ba8c-98415d2fde7a	47	2026-03-02 10:00:00+00	person.assistant-named	\N	story	person	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	\N	\N	/people/019cadfd-8900-7a5e-8a27-87f4c3c0dd33	\\xf1705e44b74c5db07054e2bfa6161d079bfd1f3ea674427a045d5f50da75f5eb	\\x72dc0906473730948a18a9590c2d6340b6f3fa8a93ba05004d641723641be4a1
019cadfd-8900-7969-a8ce-db965c65b88d	019cadfd-8900-7a9a-ba8c-98415d2fde7a	49	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-77fa-8508-fcc7cd6d2427	\N	\N	/people/019cadfd-8900-77fa-8508-fcc7cd6d2427	\\x8749d9207305ac56a2a68b67c7d134f754d8731618445b8f927b57897b251008	\\xf99499bee8064e47642df3629ff5a2be839cdb35ee606f0416d1b9e0019fafce
019cadfd-8900-75d2-af79-075b11d12d13	019cadfd-8900-7a9a-ba8c-98415d2fde7a	51	2026-03-02 10:00:00+00	person.recorded	\N	story	person	019cadfd-8900-7757-9e73-366e6f9dda51	\N	\N	/people/019cadfd-8900-7757-9e73-366e6f9dda51	\\x25c3afa74b7f432fcf10b3374c149b7006cc4c1f210c66d90e3a3e5d12ef3b72	\\x7b54e9a7db4e66d966e1f1ea68f57a7a6e5acf52fd957422da3af4eb4a111dd3
019cadfd-8900-7248-a63a-b1202c16393d	019cadfd-8900-7a9a-ba8c-98415d2fde7a	54	2026-03-02 10:00:00+00	item.added	\N	story	item	019cadfd-8900-76de-97f1-9ad12bcb0116	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\x0d2a5f23f1bc78ec8ab31ae566e775f85cf503dd68ce677938fb28e64bfd0070	\\x74225a01504daad5e2e514de1fc1138e4cf8d22e10e5b6d42489290dac50f618
019cadfd-8900-70ae-8b85-473718c17e5b	019cadfd-8900-7a9a-ba8c-98415d2fde7a	56	2026-03-02 10:00:00+00	item.added	\N	story	item	019cadfd-8900-73cb-a702-df30afc07013	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\xfe48b415ca601160066599ad64a1be28e10f8d0ef55bdb776df47320e0d6f13b	\\xc46a7f0b1b1687ae62bc9abf74676cdd6584506c5611edf95482a88a549db7db
019cadfd-8900-731a-9d2a-3d4c4a6f47d3	019cadfd-8900-7a9a-ba8c-98415d2fde7a	58	2026-03-02 10:00:00+00	paper.lodged	\N	story	paper	019cadfd-8900-77ae-b417-51d98ad3f185	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/papers/019cadfd-8900-77ae-b417-51d98ad3f185	\\x3ec0d444403cd7b6fdaf9aef901a71bfc76da603bd45017d08cf6cf0c887504b	\\xeba110be686a781d3560e68274d20cd70552f219415d6ff84609e9f68af36758
019cadfd-8900-73db-ad7d-40d3bf1472c9	019cadfd-8900-7a9a-ba8c-98415d2fde7a	60	2026-03-02 10:00:00+00	invitation.answered	\N	story	invitation	019cadfd-8900-7d6f-94b0-c2ce21e09a65	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\xaf0ee71ecee187135b51e5921e9b052976871a650ca7cd5fed1f0ee395891646	\\xfa7c6b03350d561fb8175854427b2a70da1b51f11d4435593c1bde79a51c0ba7
019cadfd-8900-763d-a049-f4dc671c2395	019cadfd-8900-7a9a-ba8c-98415d2fde7a	61	2026-03-02 10:00:00+00	motion.put	\N	story	motion	019cadfd-8900-70a6-8014-fe680b502fe3	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/motions/019cadfd-8900-70a6-8014-fe680b502fe3	\\x1bc3f7cf6a0c994eed97f6e72a7a8ffcf76708338165e2a25506a37d3aa4b98a	\\xd6ca0defe88ec3156b504bf4e2144f0af158ae5b022ae36a2b21314cac305b4a
019d0ab4-94e0-7c59-85cc-0476823edaac	019cadfd-8900-7a9a-ba8c-98415d2fde7a	63	2026-03-20 10:05:00+00	meeting.opened	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\x0adf2f4d64f10e7f06fc21da65a7faa0f1c46409898e07d9c6cc95f14d6e93d6	\\x4d01b449d5e97e304db2489af8946e60e7bf4513d4230ccbd0de148623098d3f
019d0ab4-94e0-7dde-b4df-95387b9a0ec3	019cadfd-8900-7a9a-ba8c-98415d2fde7a	64	2026-03-20 10:05:00+00	roll.arrived	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\x5e9113e6618b4a25fb59cc4bdf713f78932b44bdfeaa761a9a2a6e8cc8802bf3	\\xe7d1fca6c9a2a9a78a7d07ea121410b37dddbdc8d6526634c9bf9e779ebe7348
019d0ab4-94e0-734b-984d-910dbc7f18b3	019cadfd-8900-7a9a-ba8c-98415d2fde7a	65	2026-03-20 10:05:00+00	item.noted	\N	story	item	019cadfd-8900-76de-97f1-9ad12bcb0116	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\x3081f5e3b8e445380d066cef4668d46a0a278a53c3562d9e55e6db679235b09d	\\x893e8bc41ab7786ffba6ccc22b680df4efbe447bf81bfbf45fa25925cb8dfaae
019d0ab4-94e0-7be7-b8c2-9c9f50dd680d	019cadfd-8900-7a9a-ba8c-98415d2fde7a	67	2026-03-20 10:05:00+00	letter.sent	\N	mail	letter	019cadfd-8900-7ae9-83da-6c6874915338	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership/letters	\\x3c5ee08cfd5dac5320aafb18a0c88ed39e9f9b9f72291a323ac28673a9764470	\\xe3249643f656e7ba63e60a44b71ad41bb350c6fcbebc94d410ae94374d56f0fd
019d0ab4-94e0-71b4-a2f6-c6ac251585fd	019cadfd-8900-7a9a-ba8c-98415d2fde7a	69	2026-03-20 10:05:00+00	letter.sent	\N	mail	letter	019cadfd-8900-70d2-85fa-d3cc3deb6173	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership/letters	\\x5b628f827782be302161093c635fde7f97f489ddc2ce201c56d185387dfeda6f	\\x0b0ecaada8e41c5208b574c8c725f3fc276e84ac3e54d8330416942b10287915
019d0ab4-94e0-731f-b40f-66276e0aa562	019cadfd-8900-7a9a-ba8c-98415d2fde7a	70	2026-03-20 10:05:00+00	letter.sent	\N	mail	letter	019cadfd-8900-7b72-9f8c-59fbf1b5bbc3	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/bodies/wealdshire-partnership/letters	\\xfef2b9ee5506e0c6afcd51367c92e9f9e462607ea4568f8ade703e209ce9ad91	\\x53485f6b18aef0717a77788d39f43554666a289e4e497648d754bda262ea05ff
019d0ab4-94e0-7c0d-89c1-9e1d5a668d3b	019cadfd-8900-7a9a-ba8c-98415d2fde7a	72	2026-03-20 10:05:00+00	meeting.closed	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400	\\xf105486785ca6b556ffa29f59295d5dce8a398badcc55d3b3c43e1fbcd33b354	\\xb63f9cddcc1182d3477f87b91dacdf14348707122003dc22465e74ade23f3caa
019d0ab4-94e0-76ac-8363-a6b69913949a	019cadfd-8900-7a9a-ba8c-98415d2fde7a	73	2026-03-20 10:05:00+00	minutes.clearance-asked	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400/minutes	\\x5d99e7dc4d69d9a73d1a78fc36771a340dfbb1f75604414c32245d3ea1f181a3	\\x3ad4e192db7c0e4c79da0e91f548b9d19b3767035ed5a7a2933d516b5924b4ba
019d0ab4-94e0-7cb3-872b-7295085ed410	019cadfd-8900-7a9a-ba8c-98415d2fde7a	74	2026-03-20 10:05:00+00	minutes.cleared	\N	story	meeting	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	\N	/meetings/019cadfd-8900-76b0-a90e-062a64e56400/minutes	\\x69e3ef120304ca7b30f65e07b7341d91fb631fdd5948ef23d85058348d90bdad	\\x3b9f8e20512f9217cbb66ab7e8473ff4ae821a336dc0531431cd14bc1e0dcdad
\.



COPY public.event_value (event_id, salt, before_json, after_json) FROM stdin;
019cadfd-8900-77e3-aaa9-c034fcd27a07	\\x27a9d7b2cad8ed51528891fd641a359f	null	{"name":"Wealdshire Partnership","slug":null,"nation":"England and Wales","colour":null,"about":null,"legal_basis":null,"noindex":false,"source":null,"board":null,"established_on":null,"note":null}
019cadfd-8900-74cd-9089-136508588060	\\xfb0f49541e618dbddfbc6898bb47daab	null	{"name":"Fenland Partnership","slug":null,"nation":"England and Wales","colour":null,"about":null,"legal_basis":null,"noindex":false,"source":null,"board":null,"established_on":null,"note":null}
019cadfd-8900-7cb2-9385-f4fa9f02fb8c	\\x55df6735a95e964da29e3127983e206b	null	{"name":"Wealdshire Skills Group","slug":null,"short_name":null,"kind":"working-group","purpose":null,"established_on":null,"note":null,"source":null,"linked_to":[]}
019cadfd-8900-7eea-9aa2-0da34c3b2a99	\\xc33ee0b15190ce9324e514b64afdc757	null	{"class":"membership","audience":"public","clause":null}
019cadfd-8900-7471-a565-d3c745be76e4	\\x47d4be370f21230d65e55d52c52ec1c3	null	{"class":"charter","audience":"public","clause":null}
019cadfd-8900-7eca-9861-4780487baae1	\\xcf77820f2eb509a0dea2227104fa2378	null	{"class":"agenda","audience":"public","clause":null}
019cadfd-8900-7e5d-bc12-0cb680c69b93	\\x13578d8ce27e0ae6de3e4bb1a6df2b87	null	{"class":"papers","audience":"public","clause":null}
019cadfd-8900-7f0f-8cdc-ddf6065b17b3	\\xf40ae7ec4c8c747911907148bd2122fe	null	{"class":"minutes","audience":"public","clause":null}
019cadfd-8900-7d6c-9eff-5e2a818afe35	\\xe9d7c1aa0e2e7135b23435d70f3b35a4	null	{"class":"minutes-draft","audience":"public","clause":null}
019cadfd-8900-768c-8aa5-f7dbadf04102	\\x78980ef67f57fa1069e9eea25649e876	null	{"class":"decisions","audience":"public","clause":null}
019cadfd-8900-7727-9ec4-22377668a99f	\\x8457b6228230aa1908fe7be810462145	null	{"class":"actions","audience":"public","clause":null}
019cadfd-8900-7a5e-8d50-826cf427c8c9	\\x2b098707a189ffc83d10f3c4044a67c7	null	{"class":"membership","audience":"public","clause":null}
019cadfd-8900-73fd-b852-616d8de87ea7	\\x02610649186a2b5e3bccd8402ebcc57e	null	{"class":"charter","audience":"public","clause":null}
019cadfd-8900-7e25-8eb3-5c0a3649fb6a	\\x83144388c69de1e6548a7246ed61be24	null	{"class":"agenda","audience":"public","clause":null}
019cadfd-8900-7878-bb71-d373a590274e	\\x3b821063270ef82494abcb9a2e86af80	null	{"class":"papers","audience":"public","clause":null}
019cadfd-8900-7144-964c-b244236f9b35	\\x12cd666530e7638fac3b1684e9ffacc2	null	{"class":"minutes","audience":"public","clause":null}
019cadfd-8900-72a3-a875-37a0556e8824	\\x9be98cb71d61b0eff84e6e70d8141f2d	null	{"class":"minutes-draft","audience":"public","clause":null}
019cadfd-8900-7532-bc5b-75338bd52203	\\x8b2d27e910485f4c92a87721d5003fd8	null	{"class":"decisions","audience":"public","clause":null}
019cadfd-8900-759d-8e01-6e8b3ecde74a	\\x1c4b0b2df3897f16c362a87526cd0bb6	null	{"class":"actions","audience":"public","clause":null}
019cadfd-8900-70cd-9bad-c7b39701fdce	\\xcee042c02af85c23214afe516d629dff	null	{"name":"Olive Officer","honorific":null,"other_names":[],"address":"olive.officer@example.org","note":null}
019cadfd-8900-7138-846f-67c49c08eeee	\\x2531b74df546a32ca6ced66846949852	null	{"person":"019cadfd-8900-7dea-8864-8aed7d39682c","kind":"secretary","title":null,"how":null,"starts_on":"2024-01-01","starts_at_item":null,"note":null}
019cadfd-8900-7449-a7e9-a476530974aa	\\x54f6a05eed092de85d2ee576991b4484	null	{"name":"Cora Chair","honorific":null,"other_names":[],"address":"cora.chair@example.org","note":null}
019cadfd-8900-758b-a35e-f2a702a11b49	\\x21145d2c327b6b7312052efadb5564ce	null	{"label":"Cora Chair's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-78a3-a57f-658fd3cc73e7	\\x5816c8803be34eef65778e9fdfc3f2bf	null	{"person":"019cadfd-8900-7cea-a783-55dc5fdf2ae7","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-7685-afcc-4a7bf66b210d	\\x657e5844755498a743580927a004cf57	null	{"person":"019cadfd-8900-7cea-a783-55dc5fdf2ae7","kind":"chair","title":null,"how":null,"starts_on":"2024-01-01","starts_at_item":null,"note":null}
019cadfd-8900-7394-a151-3c351b0aa425	\\xc1892b676b7799a98ab28fd0f96512bc	null	{"name":"Max Member","honorific":null,"other_names":[],"address":"max.member@example.org","note":null}
019cadfd-8900-7ead-a8b1-464a93f2d092	\\xff7ef8c026f1e36e57d32f3ae614e5b2	null	{"label":"Max Member's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-7f48-9ce8-69f55be7de02	\\xef557a8126d83e7bae60f2b28d6111e3	null	{"person":"019cadfd-8900-7a5e-8a27-87f4c3c0dd33","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-7809-9be4-80ea48530016	\\x710caaa5a75e50e28c5e2943da621c1a	null	{"name":"Ada Away","honorific":null,"other_names":[],"address":"ada.away@example.org","note":null}
019cadfd-8900-797c-9261-5d65ea98979b	\\xa05e6070c8fad185b63f10d572aec9a8	null	{"label":"Ada Away's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-7f5d-9ff9-f55476e870ee	\\xc9b97c88a3fe43c559716813cff0a7b0	null	{"person":"019cadfd-8900-7c9b-ad89-1f82b69fce1a","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-7d63-9346-da7f0dec117a	\\x4c271282b81eb1c9aaf364e461aa86ef	null	{"name":"Lily Longgone","honorific":null,"other_names":[],"address":"lily.longgone@example.org","note":null}
019cadfd-8900-76fb-a2ae-1583eb216177	\\xfd0d6304d5cc56f8c757d9f2ebf17e09	null	{"label":"Lily Longgone's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-7be2-9a76-eca81d92c0c9	\\x07245a047eb0f84622a06480770f8c24	null	{"person":"019cadfd-8900-78a6-8c8f-9d876985f4ce","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-70a9-9199-b2431988f16d	\\x888bdb1ec9024bc3b061017dbc6b2f59	{"ends_on":null}	{"ends_on":"2025-06-30","ending":"resigned"}
019cadfd-8900-7daa-88df-0218f2620833	\\xfa0321ddba81249a6fc0b3cbbfd29ee1	null	{"name":"Theo Then","honorific":null,"other_names":[],"address":"theo.then@example.org","note":null}
019cadfd-8900-7fa3-b278-58e0dbdc0f80	\\x2c7be0670f1455d2768ec50416c19088	null	{"label":"Theo Then's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-74cb-97e5-192bba11c8b7	\\xc034e91d1f4595430fdb303219c7f149	null	{"person":"019cadfd-8900-7024-9b32-451deaebbd00","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-7485-ba8e-8f0c7e9920e8	\\xbaac4f8282aa6c8226bb13d246ccd7f9	{"ends_on":null}	{"ends_on":"2026-03-03","ending":"resigned"}
019cadfd-8900-791f-b1cb-f9ee457fb251	\\x90d018423b92239d385fcd714ae3f6ba	null	{"name":"Petra Past","honorific":null,"other_names":[],"address":"petra.past@example.org","note":null}
019cadfd-8900-75e1-bae9-e5f40df70003	\\x02cdf501c80c9df10c0465e936b14268	null	{"label":"Petra Past's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-7853-bd17-c15b2f2b7b12	\\x3e2e0eefb6c4894c4ea52faf5a4bfd63	null	{"person":"019cadfd-8900-72e5-b72b-c63e6d861e13","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-712e-9da3-c912105f0be1	\\x33f3dd68a2b3ca31d374c6ee34818e4b	{"ends_on":null}	{"ends_on":"2026-03-24","ending":"resigned"}
019cadfd-8900-70cf-9d3c-b4886fc2001b	\\x147cdd491dfd993318bef1332e084a0d	null	{"name":"Gwen Group","honorific":null,"other_names":[],"address":"gwen.group@example.org","note":null}
019cadfd-8900-71c7-90ab-b7e3f56e68f9	\\xfec100fefc2f145cb721d6e3f4cc3653	null	{"label":"Gwen Group's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-77d2-84fc-a761db478820	\\xb2d2663994c283ecc877687ebf87b2f5	null	{"name":"Fred Fenland","honorific":null,"other_names":[],"address":"fred.fenland@example.org","note":null}
019cadfd-8900-7d7d-902f-515f6b1e94c5	\\x06637063a9f694d75045ce5e252e0254	null	{"person":"019cadfd-8900-755f-835b-c69180f5a27e","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-778b-8020-df38990d0567	\\x7357bce2f9815b9939c6e89e04bc3775	null	{"assistant":"019cadfd-8900-77e0-92fa-9e718d1cd0a1","from":"2024-01-01"}
019cadfd-8900-7969-a8ce-db965c65b88d	\\x5d8983954d6c5dfaf934b172ad84fb4f	null	{"name":"Otto Owner","honorific":null,"other_names":[],"address":"otto.owner@example.org","note":null}
019cadfd-8900-75d2-af79-075b11d12d13	\\x788b797279a2d985dbcd577bcb0ad71b	null	{"name":"Audrey Auditor","honorific":null,"other_names":[],"address":"audrey.auditor@example.org","note":null}
019cadfd-8900-7248-a63a-b1202c16393d	\\x31eee4797cd0d4887e27f85f1dd8dd78	null	{"item":{"title":"To be named","kind":"business","purpose":"discussion","presenter":null,"standing":false,"about_body":null,"number":null,"notified_on":null},"awaits_ruling":false}
019cadfd-8900-70ae-8b85-473718c17e5b	\\x76f83a3e5a6fa026c0062afe58576f3a	null	{"item":{"title":"To be named","kind":"business","purpose":"discussion","presenter":null,"standing":false,"about_body":null,"number":null,"notified_on":null},"awaits_ruling":false}
019cadfd-8900-731a-9d2a-3d4c4a6f47d3	\\x1f196f09cd88c1b730bcb4f6f653cc98	null	{"paper":{"meeting":"019cadfd-8900-76b0-a90e-062a64e56400","item":"019cadfd-8900-76de-97f1-9ad12bcb0116","matter":null,"title":"CANARY-paper-1 the price","author":null,"organisation":null,"dated":null,"kind":"report","summary":"CANARY-summary-1","recommendations":[["recommendation","CANARY-recommendation-1 sell it"]],"to_follow":false,"exempt":true,"ground":"019cadfd-8900-74e9-91e1-e88f157be95b","exempt_reason":"CANARY-reason-1","public_title":"A report","source":null},"file":"6f0fd844940ae4ff28db649c3f64f856148793453cae858ccc1e446d691ca76d"}
019cadfd-8900-763d-a049-f4dc671c2395	\\x53614374ba72e0969af017693b0330d2	null	{"recommendation":null,"words":"CANARY-motion-1 to sell","about":[],"moved_by":null,"seconded_by":null,"exempt":true,"ground":"019cadfd-8900-74e9-91e1-e88f157be95b"}
019d0ab4-94e0-7c59-85cc-0476823edaac	\\x22af48736cb56b15a1562c94c92b9765	"called"	{"state":"open","written_up":true}
019d0ab4-94e0-734b-984d-910dbc7f18b3	\\xe4804736600f33af042bde434b897593	{"at":0,"notes":""}	{"at":0,"notes":"CANARY-notes-1 the offer is low"}
019d0ab4-94e0-71b4-a2f6-c6ac251585fd	\\x7133f73b411a426010f732cad2dd9f06	"waiting"	"sent"
019d0ab4-94e0-76ac-8363-a6b69913949a	\\x1bce39281ae8a96f6131d110225db3cc	null	{"asked":"019cadfd-8900-7cea-a783-55dc5fdf2ae7"}
019cadfd-8900-7ec2-a579-c42509c5e22d	\\x9a419059d663567e8cac51ec708a94d0	null	{"person":"019cadfd-8900-7714-a4ee-dcd9a579ac88","role":"holder","post":null,"organisation":null,"starts_on":"2024-01-01","term_ends_on":null,"note":null}
019cadfd-8900-7637-bf55-09cf77a12c54	\\xae83cba4d48c823032ac98ff2990db52	null	{"label":"Fred Fenland's seat","class":"voting","sector":null,"sector_ours":false,"organisation":null,"nominating_group":null,"ex_officio_post":null,"holders_not_recorded":false,"starts_on":null,"note":null}
019cadfd-8900-7e8d-87ee-9bd0fc4526af	\\xabd3e035359651c01de7388f36d95ed7	null	{"name":"Ann Assistant","honorific":null,"other_names":[],"address":"ann.assistant@example.org","note":null}
019cadfd-8900-7dc6-a7a0-eab7c4dbff27	\\xd3048dd33ac22f709362c19a41362987	null	{"name":"Sue Substitute","honorific":null,"other_names":[],"address":"sue.substitute@example.org","note":null}
019cadfd-8900-70b2-ae85-a230929c9f21	\\x62ab280f8358f82c107033f709faad6b	null	{"name":"Adam Administrator","honorific":null,"other_names":[],"address":"adam.administrator@example.org","note":null}
019cadfd-8900-7b61-b5d2-6d3037c08943	\\xb5e24c9078d06a1714e46906566a19c8	null	{"code":"3","basis":"Schedule 12A","words":"Financial or business affairs","confidential":false}
019cadfd-8900-7d24-822f-778e7c71edd7	\\x4c990b1092004251eded3d80a873eda6	null	{"meetings":[{"meeting":"019cadfd-8900-76b0-a90e-062a64e56400","day":"2026-03-20"}],"arrangements":{"starts_at":"10:00:00","ends_at":null,"place":"Town hall","joining_link":null,"access_note":null},"kind":"ordinary"}
019cadfd-8900-7a2a-94ed-b635ab1eb32e	\\x4242ef52118a22e19a196f977e2df5c0	{"title":"To be named","purpose":"discussion","presenter":null,"exempt":false}	{"title":"CANARY-item-1 sale of the depot","purpose":"decision","presenter":null,"exempt":true,"ground":"019cadfd-8900-74e9-91e1-e88f157be95b","exempt_reason":"CANARY-itemreason-1","public_title":"A property matter"}
019cadfd-8900-7d6d-b646-b9ea86e5328e	\\xe4f616cd94571f457fddafc615289838	{"title":"To be named","purpose":"discussion","presenter":null,"exempt":false}	{"title":"CANARY-item-2 a claim","purpose":"decision","presenter":null,"exempt":true,"ground":"019cadfd-8900-74e9-91e1-e88f157be95b","exempt_reason":"CANARY-itemreason-1","public_title":null}
019cadfd-8900-7ef1-8e36-0ea18d6122d0	\\x2ad731e9dbaca2c132abb5310f836aff	null	{"number":1,"sent_to":5,"late":false,"late_reason":null,"due_by":null,"changes":[]}
019cadfd-8900-73db-ad7d-40d3bf1472c9	\\x590bfca7d5443a8fdc88a5cc77e65fa8	null	{"answer":{"reply":"substitute","substitute":{"Known":"019cadfd-8900-76c8-b788-28745b0c4469"},"note":null},"how":"import"}
019cadfd-8900-772b-8202-b8371f49be04	\\x732145c01147ee79661bf019a0c327e2	null	{"meeting":"019cadfd-8900-76b0-a90e-062a64e56400","item":"019cadfd-8900-76de-97f1-9ad12bcb0116","words":"CANARY-action-1 to instruct the agent","owners":[{"kind":"person","person":"019cadfd-8900-77fa-8508-fcc7cd6d2427"}],"due":{"on":"2026-05-01","next_meeting":false,"words":null},"made_on":null,"state":"open","ground":"019cadfd-8900-74e9-91e1-e88f157be95b","exempt":true}
019d0ab4-94e0-7dde-b4df-95387b9a0ec3	\\x1bc53aff7e901e324a244e5772ddacd8	null	{"came":["019cadfd-8900-76c8-b788-28745b0c4469"],"at":{"hour":null,"item":null}}
019d0ab4-94e0-755b-b5b5-d2e84a6d9847	\\x27bf8ea622323392eebc64254d136945	null	{"outcome":"agreed","how":"consensus","words":"CANARY-decision-1 to sell for less","count":null,"votes":[],"casting":null,"reason":null,"taken_on":null,"version":0}
019d0ab4-94e0-7be7-b8c2-9c9f50dd680d	\\xce6d26bc7cb179d947864c0f1ea35038	"waiting"	"sent"
019d0ab4-94e0-7a64-bda5-2d41b6c1a664	\\x618502aec1ae680ed2da3dc355c0c6af	"waiting"	"sent"
019d0ab4-94e0-731f-b40f-66276e0aa562	\\xb58f99e8c2f4765922a5b03df829f908	"waiting"	"sent"
019d0ab4-94e0-7307-9d13-dc6e126f369d	\\x961c3f36ed1e94ab85124a0452166734	"waiting"	"sent"
019d0ab4-94e0-7c0d-89c1-9e1d5a668d3b	\\x89ef6f1ff74932e3e8060decbb8cd1f8	"open"	{"state":"closed","ends_at":null}
019d0ab4-94e0-7cb3-872b-7295085ed410	\\x24dbcbf91f8e8f21a6086b010b3bd075	"draft"	{"state":"cleared","by":null}
019d0ab4-94e0-7b15-a6a7-eaea59aae731	\\x3307912bf0448d726f02b9f322b3994a	"cleared"	{"state":"circulated","letters":0}
019d0ab4-94e0-7f6d-a6cd-68d94af926c7	\\xbedc8e9b4a2a46fa6ba85c145d7d5816	"waiting"	"sent"
\.



COPY public.file (id, hash, name, media_type, size, uploaded_at, uploaded_by) FROM stdin;
019cadfd-8900-7548-8d49-8b799817bef2	6f0fd844940ae4ff28db649c3f64f856148793453cae858ccc1e446d691ca76d	CANARY-filename-1.pdf	application/pdf	97	2026-03-02 10:00:00+00	\N
\.



COPY public.form_key (key, used_at, page, record_id) FROM stdin;
\.



COPY public.ground (id, body_id, code, basis, words, confidential, "position") FROM stdin;
019cadfd-8900-74e9-91e1-e88f157be95b	019cadfd-8900-7ed1-af68-21fb9ab3e89e	3	Schedule 12A	Financial or business affairs	f	1
\.



COPY public.invitation (id, meeting_id, person_id, seat_id, answer, substitute_id, substitute_name, note, invited_at, answered_at, answered_by, answered_how, version) FROM stdin;
019cadfd-8900-702b-9008-2fdef3913324	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7cea-a783-55dc5fdf2ae7	019cadfd-8900-726b-b09b-40ebc038c9d8	\N	\N	\N	\N	2026-03-02 10:00:00+00	\N	\N	\N	1
019cadfd-8900-70b4-bd57-f058e2aeedd5	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	019cadfd-8900-7b0e-a88c-4a3604bf76ff	\N	\N	\N	\N	2026-03-02 10:00:00+00	\N	\N	\N	1
019cadfd-8900-7d6f-94b0-c2ce21e09a65	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7c9b-ad89-1f82b69fce1a	019cadfd-8900-71e2-8dd9-d72da0af4e5f	substitute	019cadfd-8900-76c8-b788-28745b0c4469	\N	\N	2026-03-02 10:00:00+00	\N	\N	import	2
019cadfd-8900-7636-b109-26c1586426b7	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-72e5-b72b-c63e6d861e13	019cadfd-8900-7f59-b3dc-8b5e45f8127e	\N	\N	\N	\N	2026-03-02 10:00:00+00	\N	\N	\N	1
\.



COPY public.item (id, meeting_id, "position", number, title, kind, purpose, presenter, state, standing, notified_on, requested_by, requested_at, request_words, returned_reason, late, late_reason, exempt, ground_id, exempt_reason, public_title, matter_id, about_body_id, sub_group_answer, notes, notes_version, started_at, ended_at, version) FROM stdin;
019cadfd-8900-73cb-a702-df30afc07013	019cadfd-8900-76b0-a90e-062a64e56400	2	2	CANARY-item-2 a claim	business	decision	\N	accepted	f	\N	\N	\N	\N	\N	f	\N	t	019cadfd-8900-74e9-91e1-e88f157be95b	CANARY-itemreason-1	\N	\N	\N	\N		0	\N	\N	2
019cadfd-8900-76de-97f1-9ad12bcb0116	019cadfd-8900-76b0-a90e-062a64e56400	1	1	CANARY-item-1 sale of the depot	business	decision	\N	accepted	f	\N	\N	\N	\N	\N	f	\N	t	019cadfd-8900-74e9-91e1-e88f157be95b	CANARY-itemreason-1	A property matter	\N	\N	\N	CANARY-notes-1 the offer is low	1	\N	\N	2
\.



COPY public.job (id, kind, payload, due_at, locked_until, tries, last_error) FROM stdin;
019cadfd-8900-7ab0-93aa-5f585344e0ec	action.remind	{"due": "2026-05-01", "kind": "ahead", "action": "019cadfd-8900-7db4-b790-e046717acc8f"}	2026-04-24 07:00:00+00	1970-01-01 00:00:00+00	0	\N
019cadfd-8900-74e3-9a69-93d3367a02cc	action.remind	{"due": "2026-05-01", "kind": "over", "action": "019cadfd-8900-7db4-b790-e046717acc8f"}	2026-05-02 07:00:00+00	1970-01-01 00:00:00+00	0	\N
\.



COPY public.letter (id, partnership_id, body_id, person_id, address, sender, reply_to, purpose, record_id, subject, plain, html, links_json, state, queued_at, due_at, sent_at, tries, last_error) FROM stdin;
019cadfd-8900-7b3c-9dc6-14467eaca4df	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-77e0-92fa-9e718d1cd0a1	ann.assistant@example.org	Wealdshire Partnership	olive.officer@example.org	invitation	019cadfd-8900-76b0-a90e-062a64e56400	Agenda: Wealdshire Partnership, Friday 20 March 2026	Agenda: Wealdshire Partnership, Friday 20 March 2026\n====================================================\n\nDay: Friday 20 March 2026\nTime: 10am\nPlace: Town hall\n\nThis letter comes to you because you assist Max Member. Your answer counts as theirs.\n\nAgenda\n------\n\n- 1. A property matter\n- 2. Exempt item\n\nComing:\n{address}/answer/{link:019cadfd-8900-766c-a1f4-160e956b5293}?say=coming\n\nApologies:\n{address}/answer/{link:019cadfd-8900-766c-a1f4-160e956b5293}?say=apologies\n\nApologies, and a substitute comes:\n{address}/answer/{link:019cadfd-8900-766c-a1f4-160e956b5293}?say=substitute\n\nRead the agenda and papers:\n{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400\n\nYou get this letter because you sit on Wealdshire Partnership, or assist somebody who does.\n	<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Agenda: Wealdshire Partnership, Friday 20 March 2026</title></head>\n<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1d1d1b;font-family:'Helvetica Neue',Arial,sans-serif;font-size:17px;line-height:1.45">\n<div style="max-width:640px;margin:0 auto">\n<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #1e5b43;font-weight:bold">Wealdshire Partnership</p>\n<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">Agenda: Wealdshire Partnership, Friday 20 March 2026</h1>\n<p style="margin:0 0 4px"><strong>Day:</strong> Friday 20 March 2026</p>\n<p style="margin:0 0 4px"><strong>Time:</strong> 10am</p>\n<p style="margin:0 0 16px"><strong>Place:</strong> Town hall</p>\n<p style="margin:0 0 16px">This letter comes to you because you assist Max Member. Your answer counts as theirs.</p>\n<h2 style="margin:24px 0 8px;font-size:19px">Agenda</h2>\n<ul style="margin:0 0 16px;padding-left:22px"><li style="margin:0 0 4px">1. A property matter</li>\n<li style="margin:0 0 4px">2. Exempt item</li></ul>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-766c-a1f4-160e956b5293}?say=coming" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Coming</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-766c-a1f4-160e956b5293}?say=apologies" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-766c-a1f4-160e956b5293}?say=substitute" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies, and a substitute comes</a></p>\n<p style="margin:0 0 12px"><a href="{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Read the agenda and papers</a></p>\n<p style="margin:24px 0 0;color:#505a5f;font-size:14px">You get this letter because you sit on Wealdshire Partnership, or assist somebody who does.</p>\n</div>\n</body>\n</html>	["019cadfd-8900-766c-a1f4-160e956b5293"]	sent	2026-03-02 10:00:00+00	2026-03-02 10:00:00+00	2026-03-20 10:05:00+00	1	\N
019cadfd-8900-70d2-85fa-d3cc3deb6173	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7cea-a783-55dc5fdf2ae7	cora.chair@example.org	Wealdshire Partnership	olive.officer@example.org	invitation	019cadfd-8900-76b0-a90e-062a64e56400	Agenda: Wealdshire Partnership, Friday 20 March 2026	Agenda: Wealdshire Partnership, Friday 20 March 2026\n====================================================\n\nDay: Friday 20 March 2026\nTime: 10am\nPlace: Town hall\n\nAgenda\n------\n\n- 1. A property matter\n- 2. Exempt item\n\nComing:\n{address}/answer/{link:019cadfd-8900-7561-b3e3-deb778e20ca7}?say=coming\n\nApologies:\n{address}/answer/{link:019cadfd-8900-7561-b3e3-deb778e20ca7}?say=apologies\n\nApologies, and a substitute comes:\n{address}/answer/{link:019cadfd-8900-7561-b3e3-deb778e20ca7}?say=substitute\n\nRead the agenda and papers:\n{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400\n\nYou get this letter because you sit on Wealdshire Partnership, or assist somebody who does.\n	<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Agenda: Wealdshire Partnership, Friday 20 March 2026</title></head>\n<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1d1d1b;font-family:'Helvetica Neue',Arial,sans-serif;font-size:17px;line-height:1.45">\n<div style="max-width:640px;margin:0 auto">\n<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #1e5b43;font-weight:bold">Wealdshire Partnership</p>\n<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">Agenda: Wealdshire Partnership, Friday 20 March 2026</h1>\n<p style="margin:0 0 4px"><strong>Day:</strong> Friday 20 March 2026</p>\n<p style="margin:0 0 4px"><strong>Time:</strong> 10am</p>\n<p style="margin:0 0 16px"><strong>Place:</strong> Town hall</p>\n<h2 style="margin:24px 0 8px;font-size:19px">Agenda</h2>\n<ul style="margin:0 0 16px;padding-left:22px"><li style="margin:0 0 4px">1. A property matter</li>\n<li style="margin:0 0 4px">2. Exempt item</li></ul>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7561-b3e3-deb778e20ca7}?say=coming" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Coming</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7561-b3e3-deb778e20ca7}?say=apologies" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7561-b3e3-deb778e20ca7}?say=substitute" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies, and a substitute comes</a></p>\n<p style="margin:0 0 12px"><a href="{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Read the agenda and papers</a></p>\n<p style="margin:24px 0 0;color:#505a5f;font-size:14px">You get this letter because you sit on Wealdshire Partnership, or assist somebody who does.</p>\n</div>\n</body>\n</html>	["019cadfd-8900-7561-b3e3-deb778e20ca7"]	sent	2026-03-02 10:00:00+00	2026-03-02 10:00:00+00	2026-03-20 10:05:00+00	1	\N
019cadfd-8900-7b72-9f8c-59fbf1b5bbc3	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	max.member@example.org	Wealdshire Partnership	olive.officer@example.org	invitation	019cadfd-8900-76b0-a90e-062a64e56400	Agenda: Wealdshire Partnership, Friday 20 March 2026	Agenda: Wealdshire Partnership, Friday 20 March 2026\n====================================================\n\nDay: Friday 20 March 2026\nTime: 10am\nPlace: Town hall\n\nAgenda\n------\n\n- 1. A property matter\n- 2. Exempt item\n\nComing:\n{address}/answer/{link:019cadfd-8900-7ef6-abed-98d7edb9f1ba}?say=coming\n\nApologies:\n{address}/answer/{link:019cadfd-8900-7ef6-abed-98d7edb9f1ba}?say=apologies\n\nApologies, and a substitute comes:\n{address}/answer/{link:019cadfd-8900-7ef6-abed-98d7edb9f1ba}?say=substitute\n\nRead the agenda and papers:\n{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400\n\nYou get this letter because you sit on Wealdshire Partnership, or assist somebody who does.\n	<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Agenda: Wealdshire Partnership, Friday 20 March 2026</title></head>\n<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1d1d1b;font-family:'Helvetica Neue',Arial,sans-serif;font-size:17px;line-height:1.45">\n<div style="max-width:640px;margin:0 auto">\n<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #1e5b43;font-weight:bold">Wealdshire Partnership</p>\n<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">Agenda: Wealdshire Partnership, Friday 20 March 2026</h1>\n<p style="margin:0 0 4px"><strong>Day:</strong> Friday 20 March 2026</p>\n<p style="margin:0 0 4px"><strong>Time:</strong> 10am</p>\n<p style="margin:0 0 16px"><strong>Place:</strong> Town hall</p>\n<h2 style="margin:24px 0 8px;font-size:19px">Agenda</h2>\n<ul style="margin:0 0 16px;padding-left:22px"><li style="margin:0 0 4px">1. A property matter</li>\n<li style="margin:0 0 4px">2. Exempt item</li></ul>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7ef6-abed-98d7edb9f1ba}?say=coming" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Coming</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7ef6-abed-98d7edb9f1ba}?say=apologies" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7ef6-abed-98d7edb9f1ba}?say=substitute" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies, and a substitute comes</a></p>\n<p style="margin:0 0 12px"><a href="{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Read the agenda and papers</a></p>\n<p style="margin:24px 0 0;color:#505a5f;font-size:14px">You get this letter because you sit on Wealdshire Partnership, or assist somebody who does.</p>\n</div>\n</body>\n</html>	["019cadfd-8900-7ef6-abed-98d7edb9f1ba"]	sent	2026-03-02 10:00:00+00	2026-03-02 10:00:00+00	2026-03-20 10:05:00+00	1	\N
019cadfd-8900-7ae9-83da-6c6874915338	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7c9b-ad89-1f82b69fce1a	ada.away@example.org	Wealdshire Partnership	olive.officer@example.org	invitation	019cadfd-8900-76b0-a90e-062a64e56400	Agenda: Wealdshire Partnership, Friday 20 March 2026	Agenda: Wealdshire Partnership, Friday 20 March 2026\n====================================================\n\nDay: Friday 20 March 2026\nTime: 10am\nPlace: Town hall\n\nAgenda\n------\n\n- 1. A property matter\n- 2. Exempt item\n\nComing:\n{address}/answer/{link:019cadfd-8900-790c-8b1d-c880c90d625d}?say=coming\n\nApologies:\n{address}/answer/{link:019cadfd-8900-790c-8b1d-c880c90d625d}?say=apologies\n\nApologies, and a substitute comes:\n{address}/answer/{link:019cadfd-8900-790c-8b1d-c880c90d625d}?say=substitute\n\nRead the agenda and papers:\n{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400\n\nYou get this letter because you sit on Wealdshire Partnership, or assist somebody who does.\n	<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Agenda: Wealdshire Partnership, Friday 20 March 2026</title></head>\n<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1d1d1b;font-family:'Helvetica Neue',Arial,sans-serif;font-size:17px;line-height:1.45">\n<div style="max-width:640px;margin:0 auto">\n<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #1e5b43;font-weight:bold">Wealdshire Partnership</p>\n<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">Agenda: Wealdshire Partnership, Friday 20 March 2026</h1>\n<p style="margin:0 0 4px"><strong>Day:</strong> Friday 20 March 2026</p>\n<p style="margin:0 0 4px"><strong>Time:</strong> 10am</p>\n<p style="margin:0 0 16px"><strong>Place:</strong> Town hall</p>\n<h2 style="margin:24px 0 8px;font-size:19px">Agenda</h2>\n<ul style="margin:0 0 16px;padding-left:22px"><li style="margin:0 0 4px">1. A property matter</li>\n<li style="margin:0 0 4px">2. Exempt item</li></ul>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-790c-8b1d-c880c90d625d}?say=coming" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Coming</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-790c-8b1d-c880c90d625d}?say=apologies" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-790c-8b1d-c880c90d625d}?say=substitute" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies, and a substitute comes</a></p>\n<p style="margin:0 0 12px"><a href="{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Read the agenda and papers</a></p>\n<p style="margin:24px 0 0;color:#505a5f;font-size:14px">You get this letter because you sit on Wealdshire Partnership, or assist somebody who does.</p>\n</div>\n</body>\n</html>	["019cadfd-8900-790c-8b1d-c880c90d625d"]	sent	2026-03-02 10:00:00+00	2026-03-02 10:00:00+00	2026-03-20 10:05:00+00	1	\N
019cadfd-8900-718d-a0d7-a53afb5f06ac	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-72e5-b72b-c63e6d861e13	petra.past@example.org	Wealdshire Partnership	olive.officer@example.org	invitation	019cadfd-8900-76b0-a90e-062a64e56400	Agenda: Wealdshire Partnership, Friday 20 March 2026	Agenda: Wealdshire Partnership, Friday 20 March 2026\n====================================================\n\nDay: Friday 20 March 2026\nTime: 10am\nPlace: Town hall\n\nAgenda\n------\n\n- 1. A property matter\n- 2. Exempt item\n\nComing:\n{address}/answer/{link:019cadfd-8900-7a5e-9f29-5893fd9350d3}?say=coming\n\nApologies:\n{address}/answer/{link:019cadfd-8900-7a5e-9f29-5893fd9350d3}?say=apologies\n\nApologies, and a substitute comes:\n{address}/answer/{link:019cadfd-8900-7a5e-9f29-5893fd9350d3}?say=substitute\n\nRead the agenda and papers:\n{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400\n\nYou get this letter because you sit on Wealdshire Partnership, or assist somebody who does.\n	<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Agenda: Wealdshire Partnership, Friday 20 March 2026</title></head>\n<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1d1d1b;font-family:'Helvetica Neue',Arial,sans-serif;font-size:17px;line-height:1.45">\n<div style="max-width:640px;margin:0 auto">\n<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #1e5b43;font-weight:bold">Wealdshire Partnership</p>\n<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">Agenda: Wealdshire Partnership, Friday 20 March 2026</h1>\n<p style="margin:0 0 4px"><strong>Day:</strong> Friday 20 March 2026</p>\n<p style="margin:0 0 4px"><strong>Time:</strong> 10am</p>\n<p style="margin:0 0 16px"><strong>Place:</strong> Town hall</p>\n<h2 style="margin:24px 0 8px;font-size:19px">Agenda</h2>\n<ul style="margin:0 0 16px;padding-left:22px"><li style="margin:0 0 4px">1. A property matter</li>\n<li style="margin:0 0 4px">2. Exempt item</li></ul>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7a5e-9f29-5893fd9350d3}?say=coming" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Coming</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7a5e-9f29-5893fd9350d3}?say=apologies" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies</a></p>\n<p style="margin:0 0 12px"><a href="{address}/answer/{link:019cadfd-8900-7a5e-9f29-5893fd9350d3}?say=substitute" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Apologies, and a substitute comes</a></p>\n<p style="margin:0 0 12px"><a href="{address}/meetings/019cadfd-8900-76b0-a90e-062a64e56400" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Read the agenda and papers</a></p>\n<p style="margin:24px 0 0;color:#505a5f;font-size:14px">You get this letter because you sit on Wealdshire Partnership, or assist somebody who does.</p>\n</div>\n</body>\n</html>	["019cadfd-8900-7a5e-9f29-5893fd9350d3"]	sent	2026-03-02 10:00:00+00	2026-03-02 10:00:00+00	2026-03-20 10:05:00+00	1	\N
019d0ab4-94e0-7587-8210-58158b01f085	019cadfd-8900-7a9a-ba8c-98415d2fde7a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7cea-a783-55dc5fdf2ae7	cora.chair@example.org	Wealdshire Partnership	olive.officer@example.org	minutes-clearance	019cadfd-8900-76b0-a90e-062a64e56400	Wealdshire Partnership: minutes of 20 March 2026 to clear	Minutes wait for you\n====================\n\nCora Chair, the minutes of Wealdshire Partnership of 20 March 2026 are ready for you to clear.\n\nRead and clear them:\n{address}/minutes-clearance/{link:019d0ab4-94e0-7f51-8b6c-94e23db5924d}\n\nYou get this letter because Wealdshire Partnership writes to you about its meetings. The button needs no account.\n	<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Wealdshire Partnership: minutes of 20 March 2026 to clear</title></head>\n<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1d1d1b;font-family:'Helvetica Neue',Arial,sans-serif;font-size:17px;line-height:1.45">\n<div style="max-width:640px;margin:0 auto">\n<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #1e5b43;font-weight:bold">Wealdshire Partnership</p>\n<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">Minutes wait for you</h1>\n<p style="margin:0 0 16px">Cora Chair, the minutes of Wealdshire Partnership of 20 March 2026 are ready for you to clear.</p>\n<p style="margin:0 0 12px"><a href="{address}/minutes-clearance/{link:019d0ab4-94e0-7f51-8b6c-94e23db5924d}" style="display:inline-block;padding:10px 16px;background:#1e5b43;color:#ffffff;text-decoration:none;font-weight:bold">Read and clear them</a></p>\n<p style="margin:24px 0 0;color:#505a5f;font-size:14px">You get this letter because Wealdshire Partnership writes to you about its meetings. The button needs no account.</p>\n</div>\n</body>\n</html>	["019d0ab4-94e0-7f51-8b6c-94e23db5924d"]	sent	2026-03-20 10:05:00+00	2026-03-20 10:05:00+00	2026-03-20 10:05:00+00	1	\N
\.



COPY public.matter (id, partnership_id, title, opened_on, closed_on, version) FROM stdin;
\.



COPY public.meeting (id, body_id, day, starts_at, ends_at, place, joining_link, access_note, kind, state, fixed_on, called_at, opened_at, closed_at, cancelled_reason, written_up, source, note, version) FROM stdin;
019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	2026-03-20	10:00	\N	Town hall	\N	\N	ordinary	closed	2026-03-02	2026-03-02 10:00:00+00	\N	2026-03-20 10:05:00+00	\N	t	\N	\N	4
\.



COPY public.migration (name, done_at) FROM stdin;
0001_store_ground	2026-03-02 10:00:00+00
0002_people	2026-03-02 10:00:00+00
0003_accounts	2026-03-02 10:00:00+00
0004_bodies	2026-03-02 10:00:00+00
0005_mail	2026-03-02 10:00:00+00
0006_terms	2026-03-02 10:00:00+00
0007_matters	2026-03-02 10:00:00+00
0008_interests	2026-03-02 10:00:00+00
0009_actions	2026-03-02 10:00:00+00
0010_decisions	2026-03-02 10:00:00+00
0011_meetings	2026-03-02 10:00:00+00
0012_minutes	2026-03-02 10:00:00+00
\.



COPY public.minutes (id, meeting_id, body_id, state, introduction, cleared_at, cleared_by, circulated_at, approved_on, approved_at_meeting_id, approval_decision_id, amended, noted_in, version) FROM stdin;
019d0ab4-94e0-7af6-91a1-7f78dca7b63a	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-7ed1-af68-21fb9ab3e89e	circulated		\N	\N	\N	\N	\N	\N	\N	\N	3
\.



COPY public.minutes_reply (minutes_id, person_id, replied_at, agreed, words) FROM stdin;
\.



COPY public.minutes_version (id, minutes_id, number, made_at, why, content_json) FROM stdin;
019d0ab4-94e0-739f-828a-3258d028b074	019d0ab4-94e0-7af6-91a1-7f78dca7b63a	1	2026-03-20 10:05:00+00	cleared	{"body":"Wealdshire Partnership","day":"2026-03-20","starts_at":"10:00:00","ends_at":null,"place":"Town hall","introduction":"","present":[{"name":"Sue Substitute","capacity":"substitute","seat":"Ada Away's seat","organisation":null,"description":null,"in_place_of":"Ada Away","stays":[]}],"apologies":[{"name":"Ada Away","organisation":null}],"in_attendance":[],"presided":null,"items":[{"id":"019cadfd-8900-76de-97f1-9ad12bcb0116","number":"1","title":"CANARY-item-1 sale of the depot","presenter":null,"presides":null,"late_reason":null,"exempt":true,"public_title":"A property matter","ground":"Financial or business affairs","notes":"CANARY-notes-1 the offer is low","interests":[],"decisions":[{"words":"CANARY-decision-1 to sell for less","outcome":"agreed","how":"by consensus","how_recorded":true,"explanation":null,"reason":null,"clause":null,"moved":null,"seconded":null,"votes":[],"exempt":true,"ground":"Financial or business affairs"}],"actions":[{"words":"CANARY-action-1 to instruct the agent","owners":["Otto Owner"],"due":"1 May 2026","exempt":true}]},{"id":"019cadfd-8900-73cb-a702-df30afc07013","number":"2","title":"CANARY-item-2 a claim","presenter":null,"presides":null,"late_reason":null,"exempt":true,"public_title":null,"ground":"Financial or business affairs","notes":"","interests":[],"decisions":[],"actions":[]}],"next_meetings":[]}
019d0ab4-94e0-788d-815e-722c63d39ee0	019d0ab4-94e0-7af6-91a1-7f78dca7b63a	2	2026-03-20 10:05:00+00	circulated	\N
\.



COPY public.motion (id, body_id, meeting_id, item_id, recommendation_id, "position", words, about, exempt, ground_id, moved_by, seconded_by, version) FROM stdin;
019cadfd-8900-70a6-8014-fe680b502fe3	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-76de-97f1-9ad12bcb0116	\N	1	CANARY-motion-1 to sell		t	019cadfd-8900-74e9-91e1-e88f157be95b	\N	\N	1
\.



COPY public.noted_finding (id, body_id, "position", clause, verdict, words, source) FROM stdin;
\.



COPY public.office (id, body_id, person_id, kind, title, how, starts_on, starts_at_item_id, ends_on, ends_at_item_id, note, version) FROM stdin;
019cadfd-8900-7a3a-9570-730897bcb41a	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7dea-8864-8aed7d39682c	secretary	\N	\N	2024-01-01	\N	\N	\N	\N	1
019cadfd-8900-736c-b49a-d2b64ea70a07	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-7cea-a783-55dc5fdf2ae7	chair	\N	\N	2024-01-01	\N	\N	\N	\N	1
\.



COPY public.openness (body_id, class, audience, clause) FROM stdin;
019cadfd-8900-7ed1-af68-21fb9ab3e89e	membership	public	\N
019cadfd-8900-7ed1-af68-21fb9ab3e89e	charter	public	\N
019cadfd-8900-7ed1-af68-21fb9ab3e89e	agenda	public	\N
019cadfd-8900-7ed1-af68-21fb9ab3e89e	papers	public	\N
019cadfd-8900-7ed1-af68-21fb9ab3e89e	minutes	public	\N
019cadfd-8900-7ed1-af68-21fb9ab3e89e	minutes-draft	public	\N
019cadfd-8900-7ed1-af68-21fb9ab3e89e	decisions	public	\N
019cadfd-8900-7ed1-af68-21fb9ab3e89e	actions	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	membership	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	charter	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	agenda	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	papers	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	minutes	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	minutes-draft	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	decisions	public	\N
019cadfd-8900-7c76-8544-84a266b7dbb4	actions	public	\N
\.



COPY public.organisation (id, slug, name, short_name, kind, website, established_on, ended_on, merged_into, note, version) FROM stdin;
\.



COPY public.organisation_name (organisation_id, name) FROM stdin;
\.



COPY public.organisation_succession (id, earlier_id, later_id, happened_on, note) FROM stdin;
\.



COPY public.paper (id, body_id, meeting_id, item_id, matter_id, "position", title, author, author_organisation_id, dated, kind, summary, to_follow, exempt, ground_id, exempt_reason, public_title, lodged_at, withdrawn_at, withdrawn_reason, source, version) FROM stdin;
019cadfd-8900-77ae-b417-51d98ad3f185	019cadfd-8900-7ed1-af68-21fb9ab3e89e	019cadfd-8900-76b0-a90e-062a64e56400	019cadfd-8900-76de-97f1-9ad12bcb0116	\N	1	CANARY-paper-1 the price	\N	\N	\N	report	CANARY-summary-1	f	t	019cadfd-8900-74e9-91e1-e88f157be95b	CANARY-reason-1	A report	2026-03-02 10:00:00+00	\N	\N	\N	1
\.



COPY public.paper_file (paper_id, number, file_id, lodged_at, note) FROM stdin;
019cadfd-8900-77ae-b417-51d98ad3f185	1	019cadfd-8900-7548-8d49-8b799817bef2	2026-03-02 10:00:00+00	\N
\.



COPY public.partnership (id, slug, name, nation, colour, about, area, website, legal_basis, noindex, source, version) FROM stdin;
019cadfd-8900-7a9a-ba8c-98415d2fde7a	wealdshire-partnership	Wealdshire Partnership	England and Wales	\N	\N	\N	\N	\N	f	\N	1
019cadfd-8900-79f4-8c6b-d8cac846aaf6	fenland-partnership	Fenland Partnership	England and Wales	\N	\N	\N	\N	\N	f	\N	1
\.



COPY public.person (id, name, sort_name, honorific, merged_into, note, version) FROM stdin;
019cadfd-8900-7dea-8864-8aed7d39682c	Olive Officer	Officer, Olive	\N	\N	\N	1
019cadfd-8900-7cea-a783-55dc5fdf2ae7	Cora Chair	Chair, Cora	\N	\N	\N	1
019cadfd-8900-7a5e-8a27-87f4c3c0dd33	Max Member	Member, Max	\N	\N	\N	1
019cadfd-8900-7c9b-ad89-1f82b69fce1a	Ada Away	Away, Ada	\N	\N	\N	1
019cadfd-8900-78a6-8c8f-9d876985f4ce	Lily Longgone	Longgone, Lily	\N	\N	\N	1
019cadfd-8900-7024-9b32-451deaebbd00	Theo Then	Then, Theo	\N	\N	\N	1
019cadfd-8900-72e5-b72b-c63e6d861e13	Petra Past	Past, Petra	\N	\N	\N	1
019cadfd-8900-7714-a4ee-dcd9a579ac88	Gwen Group	Group, Gwen	\N	\N	\N	1
019cadfd-8900-755f-835b-c69180f5a27e	Fred Fenland	Fenland, Fred	\N	\N	\N	1
019cadfd-8900-77e0-92fa-9e718d1cd0a1	Ann Assistant	Assistant, Ann	\N	\N	\N	1
019cadfd-8900-76c8-b788-28745b0c4469	Sue Substitute	Substitute, Sue	\N	\N	\N	1
019cadfd-8900-77fa-8508-fcc7cd6d2427	Otto Owner	Owner, Otto	\N	\N	\N	1
019cadfd-8900-7db0-9e9c-35ffe2e80c88	Adam Administrator	Administrator, Adam	\N	\N	\N	1
019cadfd-8900-7757-9e73-366e6f9dda51	Audrey Auditor	Auditor, Audrey	\N	\N	\N	1
\.



COPY public.person_address (id, person_id, address, purpose) FROM stdin;
019cadfd-8900-7a9e-ae32-7a80684ffe37	019cadfd-8900-7dea-8864-8aed7d39682c	olive.officer@example.org	meetings
019cadfd-8900-7222-9983-bcd3afe2538a	019cadfd-8900-7cea-a783-55dc5fdf2ae7	cora.chair@example.org	meetings
019cadfd-8900-7c9b-b0f4-1bd34e56bb91	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	max.member@example.org	meetings
019cadfd-8900-7d4a-89ff-773bfb69404e	019cadfd-8900-7c9b-ad89-1f82b69fce1a	ada.away@example.org	meetings
019cadfd-8900-751f-a866-bb6f9d2d1b1a	019cadfd-8900-78a6-8c8f-9d876985f4ce	lily.longgone@example.org	meetings
019cadfd-8900-76cc-ba37-f4202a7d10f5	019cadfd-8900-7024-9b32-451deaebbd00	theo.then@example.org	meetings
019cadfd-8900-7303-baec-7e43742dd745	019cadfd-8900-72e5-b72b-c63e6d861e13	petra.past@example.org	meetings
019cadfd-8900-77bd-9acd-8fdb3c13afe3	019cadfd-8900-7714-a4ee-dcd9a579ac88	gwen.group@example.org	meetings
019cadfd-8900-7c10-899b-b6fc6800e72b	019cadfd-8900-755f-835b-c69180f5a27e	fred.fenland@example.org	meetings
019cadfd-8900-7ed3-baec-9fc9cfa66449	019cadfd-8900-77e0-92fa-9e718d1cd0a1	ann.assistant@example.org	meetings
019cadfd-8900-7dc3-bbdd-e5bd29aa31d9	019cadfd-8900-76c8-b788-28745b0c4469	sue.substitute@example.org	meetings
019cadfd-8900-7719-8cfa-7b2d317ba72e	019cadfd-8900-77fa-8508-fcc7cd6d2427	otto.owner@example.org	meetings
019cadfd-8900-7d99-a8fa-1bcd9cc4c8a5	019cadfd-8900-7db0-9e9c-35ffe2e80c88	adam.administrator@example.org	meetings
019cadfd-8900-7209-aefb-c6d3a5631d3c	019cadfd-8900-7757-9e73-366e6f9dda51	audrey.auditor@example.org	meetings
\.



COPY public.person_merge (id, kept_id, other_id, merged_at, moved_json, undone_at) FROM stdin;
\.



COPY public.person_name (person_id, name, source) FROM stdin;
\.



COPY public.presence (id, attendance_id, arrived_at, arrived_item_id, left_at, left_item_id, reason) FROM stdin;
019d0ab4-94e0-7df5-9f24-6ad5e74cd9e7	019d0ab4-94e0-78cf-8eb1-b8fa584457ba	\N	\N	\N	\N	\N
\.



COPY public.presiding (id, meeting_id, person_id, capacity, from_item_id, until_item_id, "position") FROM stdin;
\.



COPY public.recommendation (id, paper_id, "position", kind, text) FROM stdin;
019cadfd-8900-7890-8798-0c55c7834152	019cadfd-8900-77ae-b417-51d98ad3f185	1	recommendation	CANARY-recommendation-1 sell it
\.



COPY public.registered_interest (id, person_id, partnership_id, kind, organisation_id, words, starts_on, ends_on, version) FROM stdin;
\.



COPY public.ruling (id, body_id, meeting_id, item_id, about, about_id, choice, reason, clause, asked_at, asked_by, ruled_by, capacity, ruled_at, version) FROM stdin;
\.



COPY public.seat (id, body_id, "position", label, class, sector_id, sector_ours, organisation_id, nominating_group, ex_officio_post, holders_not_recorded, starts_on, ends_on, note, version) FROM stdin;
019cadfd-8900-726b-b09b-40ebc038c9d8	019cadfd-8900-7ed1-af68-21fb9ab3e89e	1	Cora Chair's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
019cadfd-8900-7b0e-a88c-4a3604bf76ff	019cadfd-8900-7ed1-af68-21fb9ab3e89e	2	Max Member's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
019cadfd-8900-71e2-8dd9-d72da0af4e5f	019cadfd-8900-7ed1-af68-21fb9ab3e89e	3	Ada Away's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
019cadfd-8900-73f6-a5d2-ff1ac775cf8d	019cadfd-8900-7ed1-af68-21fb9ab3e89e	4	Lily Longgone's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
019cadfd-8900-7bd8-aac2-4a1e40a4c564	019cadfd-8900-7ed1-af68-21fb9ab3e89e	5	Theo Then's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
019cadfd-8900-7f59-b3dc-8b5e45f8127e	019cadfd-8900-7ed1-af68-21fb9ab3e89e	6	Petra Past's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
019cadfd-8900-7957-b6c8-ee190d4068f3	019cadfd-8900-7c76-8544-84a266b7dbb4	1	Gwen Group's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
019cadfd-8900-7310-81da-f838b9814419	019cadfd-8900-73c1-a016-e1e0e2a6a665	1	Fred Fenland's seat	voting	\N	f	\N	\N	\N	f	\N	\N	\N	1
\.



COPY public.sector (id, partnership_id, name, "position") FROM stdin;
\.



COPY public.session (id, hash, person_id, made_at, seen_at, ends_at, browser) FROM stdin;
\.



COPY public.standing_item (id, body_id, "position", kind, title) FROM stdin;
\.



COPY public.throttle (name, window_start, tries) FROM stdin;
\.



COPY public.token (id, act, person_id, record_id, made_at, ends_at, ended_at) FROM stdin;
019cadfd-8900-7a5e-9f29-5893fd9350d3	meeting.answer	019cadfd-8900-72e5-b72b-c63e6d861e13	019cadfd-8900-7636-b109-26c1586426b7	2026-03-02 10:00:00+00	2026-03-21 00:00:00+00	2026-03-20 10:05:00+00
019cadfd-8900-766c-a1f4-160e956b5293	meeting.answer	019cadfd-8900-77e0-92fa-9e718d1cd0a1	019cadfd-8900-70b4-bd57-f058e2aeedd5	2026-03-02 10:00:00+00	2026-03-21 00:00:00+00	2026-03-20 10:05:00+00
019cadfd-8900-7ef6-abed-98d7edb9f1ba	meeting.answer	019cadfd-8900-7a5e-8a27-87f4c3c0dd33	019cadfd-8900-70b4-bd57-f058e2aeedd5	2026-03-02 10:00:00+00	2026-03-21 00:00:00+00	2026-03-20 10:05:00+00
019cadfd-8900-790c-8b1d-c880c90d625d	meeting.answer	019cadfd-8900-7c9b-ad89-1f82b69fce1a	019cadfd-8900-7d6f-94b0-c2ce21e09a65	2026-03-02 10:00:00+00	2026-03-21 00:00:00+00	2026-03-20 10:05:00+00
019cadfd-8900-7561-b3e3-deb778e20ca7	meeting.answer	019cadfd-8900-7cea-a783-55dc5fdf2ae7	019cadfd-8900-702b-9008-2fdef3913324	2026-03-02 10:00:00+00	2026-03-21 00:00:00+00	2026-03-20 10:05:00+00
019d0ab4-94e0-7f51-8b6c-94e23db5924d	minutes.clear	019cadfd-8900-7cea-a783-55dc5fdf2ae7	019cadfd-8900-76b0-a90e-062a64e56400	2026-03-20 10:05:00+00	2026-07-18 10:05:00+00	2026-03-20 10:05:00+00
\.



COPY public.vote (motion_id, seat_id, person_id, cast_as) FROM stdin;
\.



ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_address_key UNIQUE (address);



ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_person_id_key UNIQUE (person_id);



ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.action_owner
    ADD CONSTRAINT action_owner_pkey PRIMARY KEY (action_id, "position");



ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.action_report
    ADD CONSTRAINT action_report_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.agenda_version
    ADD CONSTRAINT agenda_version_meeting_id_number_key UNIQUE (meeting_id, number);



ALTER TABLE ONLY public.agenda_version
    ADD CONSTRAINT agenda_version_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.assistant
    ADD CONSTRAINT assistant_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_meeting_id_person_id_key UNIQUE (meeting_id, person_id);



ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.body_link
    ADD CONSTRAINT body_link_body_id_kind_other_id_key UNIQUE (body_id, kind, other_id);



ALTER TABLE ONLY public.body_link
    ADD CONSTRAINT body_link_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.body
    ADD CONSTRAINT body_slug_key UNIQUE (slug);



ALTER TABLE ONLY public.body_succession
    ADD CONSTRAINT body_succession_earlier_id_later_id_key UNIQUE (earlier_id, later_id);



ALTER TABLE ONLY public.body_succession
    ADD CONSTRAINT body_succession_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.chain
    ADD CONSTRAINT chain_pkey PRIMARY KEY (partnership_id);



ALTER TABLE ONLY public.charter_version
    ADD CONSTRAINT charter_version_body_id_number_key UNIQUE (body_id, number);



ALTER TABLE ONLY public.charter_version
    ADD CONSTRAINT charter_version_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_motion_id_key UNIQUE (motion_id);



ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.distribution
    ADD CONSTRAINT distribution_body_id_person_id_starts_on_key UNIQUE (body_id, person_id, starts_on);



ALTER TABLE ONLY public.distribution
    ADD CONSTRAINT distribution_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_partnership_id_number_key UNIQUE (partnership_id, number);



ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.event_value
    ADD CONSTRAINT event_value_pkey PRIMARY KEY (event_id);



ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.form_key
    ADD CONSTRAINT form_key_pkey PRIMARY KEY (key);



ALTER TABLE ONLY public.ground
    ADD CONSTRAINT ground_body_id_code_key UNIQUE (body_id, code);



ALTER TABLE ONLY public.ground
    ADD CONSTRAINT ground_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_meeting_id_person_id_key UNIQUE (meeting_id, person_id);



ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);



ALTER TABLE ONLY public.minutes
    ADD CONSTRAINT minutes_meeting_id_key UNIQUE (meeting_id);



ALTER TABLE ONLY public.minutes
    ADD CONSTRAINT minutes_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.minutes_reply
    ADD CONSTRAINT minutes_reply_pkey PRIMARY KEY (minutes_id, person_id);



ALTER TABLE ONLY public.minutes_version
    ADD CONSTRAINT minutes_version_minutes_id_number_key UNIQUE (minutes_id, number);



ALTER TABLE ONLY public.minutes_version
    ADD CONSTRAINT minutes_version_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.motion
    ADD CONSTRAINT motion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.noted_finding
    ADD CONSTRAINT noted_finding_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.openness
    ADD CONSTRAINT openness_pkey PRIMARY KEY (body_id, class);



ALTER TABLE ONLY public.organisation_name
    ADD CONSTRAINT organisation_name_pkey PRIMARY KEY (organisation_id, name);



ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_slug_key UNIQUE (slug);



ALTER TABLE ONLY public.organisation_succession
    ADD CONSTRAINT organisation_succession_earlier_id_later_id_key UNIQUE (earlier_id, later_id);



ALTER TABLE ONLY public.organisation_succession
    ADD CONSTRAINT organisation_succession_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.paper_file
    ADD CONSTRAINT paper_file_pkey PRIMARY KEY (paper_id, number);



ALTER TABLE ONLY public.paper
    ADD CONSTRAINT paper_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.partnership
    ADD CONSTRAINT partnership_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.partnership
    ADD CONSTRAINT partnership_slug_key UNIQUE (slug);



ALTER TABLE ONLY public.person_address
    ADD CONSTRAINT person_address_person_id_address_key UNIQUE (person_id, address);



ALTER TABLE ONLY public.person_address
    ADD CONSTRAINT person_address_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.person_merge
    ADD CONSTRAINT person_merge_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.person_name
    ADD CONSTRAINT person_name_pkey PRIMARY KEY (person_id, name);



ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.presence
    ADD CONSTRAINT presence_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.presiding
    ADD CONSTRAINT presiding_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.recommendation
    ADD CONSTRAINT recommendation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.registered_interest
    ADD CONSTRAINT registered_interest_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT ruling_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.seat
    ADD CONSTRAINT seat_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.sector
    ADD CONSTRAINT sector_partnership_id_name_key UNIQUE (partnership_id, name);



ALTER TABLE ONLY public.sector
    ADD CONSTRAINT sector_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_hash_key UNIQUE (hash);



ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.standing_item
    ADD CONSTRAINT standing_item_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.throttle
    ADD CONSTRAINT throttle_pkey PRIMARY KEY (name, window_start);



ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.vote
    ADD CONSTRAINT vote_pkey PRIMARY KEY (motion_id, seat_id);



CREATE INDEX action_body ON public.action USING btree (body_id, state);



CREATE INDEX action_meeting ON public.action USING btree (meeting_id, item_id);



CREATE INDEX action_owner_organisation ON public.action_owner USING btree (organisation_id);



CREATE INDEX action_owner_person ON public.action_owner USING btree (person_id);



CREATE INDEX action_partnership ON public.action USING btree (partnership_id, state, due_on);



CREATE INDEX action_report_action ON public.action_report USING btree (action_id, reported_at);



CREATE INDEX appointment_organisation ON public.appointment USING btree (organisation_id);



CREATE INDEX appointment_person ON public.appointment USING btree (person_id);



CREATE INDEX appointment_seat ON public.appointment USING btree (seat_id);



CREATE INDEX assistant_assistant ON public.assistant USING btree (assistant_id);



CREATE INDEX assistant_person ON public.assistant USING btree (person_id);



CREATE INDEX body_link_other ON public.body_link USING btree (other_id);



CREATE INDEX body_partnership ON public.body USING btree (partnership_id, name);



CREATE INDEX correction_body ON public.correction USING btree (body_id);



CREATE INDEX correction_made_at ON public.correction USING btree (made_at_meeting_id);



CREATE INDEX correction_minutes ON public.correction USING btree (minutes_id);



CREATE INDEX decision_body ON public.decision USING btree (body_id, taken_on);



CREATE INDEX decision_meeting ON public.decision USING btree (meeting_id, item_id);



CREATE INDEX declaration_item ON public.declaration USING btree (item_id, person_id);



CREATE INDEX declaration_meeting ON public.declaration USING btree (meeting_id, item_id);



CREATE INDEX distribution_person ON public.distribution USING btree (person_id);



CREATE INDEX event_body ON public.event USING btree (body_id, happened_at);



CREATE INDEX event_record ON public.event USING btree (record_id, happened_at);



CREATE INDEX invitation_person ON public.invitation USING btree (person_id);



CREATE INDEX item_meeting ON public.item USING btree (meeting_id, "position");



CREATE INDEX item_requested ON public.item USING btree (requested_by);



CREATE INDEX job_due ON public.job USING btree (due_at);



CREATE INDEX letter_body ON public.letter USING btree (body_id, queued_at);



CREATE INDEX letter_record ON public.letter USING btree (record_id);



CREATE INDEX letter_state ON public.letter USING btree (state, due_at);



CREATE INDEX matter_partnership ON public.matter USING btree (partnership_id, title);



CREATE INDEX meeting_body ON public.meeting USING btree (body_id, day);



CREATE INDEX meeting_day ON public.meeting USING btree (day, state);



CREATE INDEX minutes_body ON public.minutes USING btree (body_id);



CREATE INDEX motion_body ON public.motion USING btree (body_id);



CREATE INDEX motion_meeting ON public.motion USING btree (meeting_id, item_id, "position");



CREATE INDEX motion_recommendation ON public.motion USING btree (recommendation_id);



CREATE INDEX noted_finding_body ON public.noted_finding USING btree (body_id, "position");



CREATE INDEX office_body ON public.office USING btree (body_id, kind);



CREATE INDEX office_person ON public.office USING btree (person_id);



CREATE INDEX organisation_is_called ON public.organisation USING btree (name);



CREATE INDEX organisation_name_name ON public.organisation_name USING btree (name);



CREATE INDEX organisation_short_name ON public.organisation USING btree (short_name);



CREATE INDEX paper_body ON public.paper USING btree (body_id);



CREATE INDEX paper_item ON public.paper USING btree (item_id, "position");



CREATE INDEX paper_matter ON public.paper USING btree (matter_id);



CREATE INDEX paper_meeting ON public.paper USING btree (meeting_id);



CREATE INDEX person_address_address ON public.person_address USING btree (address);



CREATE INDEX person_address_lower ON public.person_address USING btree (lower(address));



CREATE INDEX person_is_called ON public.person USING btree (name);



CREATE INDEX person_merge_kept ON public.person_merge USING btree (kept_id);



CREATE INDEX person_name_name ON public.person_name USING btree (name);



CREATE INDEX presence_attendance ON public.presence USING btree (attendance_id);



CREATE INDEX presiding_meeting ON public.presiding USING btree (meeting_id);



CREATE INDEX recommendation_paper ON public.recommendation USING btree (paper_id, "position");



CREATE INDEX registered_interest_partnership ON public.registered_interest USING btree (partnership_id, person_id);



CREATE INDEX registered_interest_person ON public.registered_interest USING btree (person_id);



CREATE INDEX ruling_about ON public.ruling USING btree (about_id);



CREATE INDEX ruling_body ON public.ruling USING btree (body_id, ruled_at);



CREATE INDEX ruling_meeting ON public.ruling USING btree (meeting_id);



CREATE INDEX seat_body ON public.seat USING btree (body_id, "position");



CREATE INDEX seat_organisation ON public.seat USING btree (organisation_id);



CREATE INDEX session_person ON public.session USING btree (person_id);



CREATE INDEX standing_item_body ON public.standing_item USING btree (body_id, "position");



CREATE INDEX token_record ON public.token USING btree (record_id, person_id);



ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_ground_id_fkey FOREIGN KEY (ground_id) REFERENCES public.ground(id);



ALTER TABLE ONLY public.action_owner
    ADD CONSTRAINT action_owner_action_id_fkey FOREIGN KEY (action_id) REFERENCES public.action(id);



ALTER TABLE ONLY public.action_owner
    ADD CONSTRAINT action_owner_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.action_owner
    ADD CONSTRAINT action_owner_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.action
    ADD CONSTRAINT action_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES public.partnership(id);



ALTER TABLE ONLY public.action_report
    ADD CONSTRAINT action_report_action_id_fkey FOREIGN KEY (action_id) REFERENCES public.action(id);



ALTER TABLE ONLY public.action_report
    ADD CONSTRAINT action_report_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.agenda_version
    ADD CONSTRAINT agenda_version_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seat(id);



ALTER TABLE ONLY public.assistant
    ADD CONSTRAINT assistant_assistant_id_fkey FOREIGN KEY (assistant_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.assistant
    ADD CONSTRAINT assistant_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_agreed_ruling_id_fkey FOREIGN KEY (agreed_ruling_id) REFERENCES public.ruling(id);



ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_in_place_of_fkey FOREIGN KEY (in_place_of) REFERENCES public.person(id);



ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT attendance_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seat(id);



ALTER TABLE ONLY public.body_link
    ADD CONSTRAINT body_link_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.body_link
    ADD CONSTRAINT body_link_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.body
    ADD CONSTRAINT body_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES public.partnership(id);



ALTER TABLE ONLY public.body_succession
    ADD CONSTRAINT body_succession_earlier_id_fkey FOREIGN KEY (earlier_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.body_succession
    ADD CONSTRAINT body_succession_later_id_fkey FOREIGN KEY (later_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.charter_version
    ADD CONSTRAINT charter_version_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_made_at_meeting_id_fkey FOREIGN KEY (made_at_meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES public.minutes(id);



ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES public.motion(id);



ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seat(id);



ALTER TABLE ONLY public.distribution
    ADD CONSTRAINT distribution_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.distribution
    ADD CONSTRAINT distribution_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.event_value
    ADD CONSTRAINT event_value_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.event(id);



ALTER TABLE ONLY public.ground
    ADD CONSTRAINT ground_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id);



ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seat(id);



ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_about_body_id_fkey FOREIGN KEY (about_body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_ground_id_fkey FOREIGN KEY (ground_id) REFERENCES public.ground(id);



ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matter(id);



ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.person(id);



ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES public.partnership(id);



ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.minutes
    ADD CONSTRAINT minutes_approval_decision_id_fkey FOREIGN KEY (approval_decision_id) REFERENCES public.decision(id);



ALTER TABLE ONLY public.minutes
    ADD CONSTRAINT minutes_approved_at_meeting_id_fkey FOREIGN KEY (approved_at_meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.minutes
    ADD CONSTRAINT minutes_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.minutes
    ADD CONSTRAINT minutes_cleared_by_fkey FOREIGN KEY (cleared_by) REFERENCES public.person(id);



ALTER TABLE ONLY public.minutes
    ADD CONSTRAINT minutes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.minutes_reply
    ADD CONSTRAINT minutes_reply_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES public.minutes(id);



ALTER TABLE ONLY public.minutes_reply
    ADD CONSTRAINT minutes_reply_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.minutes_version
    ADD CONSTRAINT minutes_version_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES public.minutes(id);



ALTER TABLE ONLY public.motion
    ADD CONSTRAINT motion_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.motion
    ADD CONSTRAINT motion_ground_id_fkey FOREIGN KEY (ground_id) REFERENCES public.ground(id);



ALTER TABLE ONLY public.motion
    ADD CONSTRAINT motion_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES public.person(id);



ALTER TABLE ONLY public.motion
    ADD CONSTRAINT motion_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES public.recommendation(id);



ALTER TABLE ONLY public.motion
    ADD CONSTRAINT motion_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES public.person(id);



ALTER TABLE ONLY public.noted_finding
    ADD CONSTRAINT noted_finding_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.openness
    ADD CONSTRAINT openness_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.organisation_name
    ADD CONSTRAINT organisation_name_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.organisation_succession
    ADD CONSTRAINT organisation_succession_earlier_id_fkey FOREIGN KEY (earlier_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.organisation_succession
    ADD CONSTRAINT organisation_succession_later_id_fkey FOREIGN KEY (later_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.paper
    ADD CONSTRAINT paper_author_organisation_id_fkey FOREIGN KEY (author_organisation_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.paper
    ADD CONSTRAINT paper_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.paper_file
    ADD CONSTRAINT paper_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.file(id);



ALTER TABLE ONLY public.paper_file
    ADD CONSTRAINT paper_file_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES public.paper(id);



ALTER TABLE ONLY public.paper
    ADD CONSTRAINT paper_ground_id_fkey FOREIGN KEY (ground_id) REFERENCES public.ground(id);



ALTER TABLE ONLY public.paper
    ADD CONSTRAINT paper_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matter(id);



ALTER TABLE ONLY public.person_address
    ADD CONSTRAINT person_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.person_merge
    ADD CONSTRAINT person_merge_kept_id_fkey FOREIGN KEY (kept_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.person_merge
    ADD CONSTRAINT person_merge_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.person(id);



ALTER TABLE ONLY public.person_name
    ADD CONSTRAINT person_name_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.presence
    ADD CONSTRAINT presence_arrived_item_id_fkey FOREIGN KEY (arrived_item_id) REFERENCES public.item(id);



ALTER TABLE ONLY public.presence
    ADD CONSTRAINT presence_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES public.attendance(id);



ALTER TABLE ONLY public.presence
    ADD CONSTRAINT presence_left_item_id_fkey FOREIGN KEY (left_item_id) REFERENCES public.item(id);



ALTER TABLE ONLY public.presiding
    ADD CONSTRAINT presiding_from_item_id_fkey FOREIGN KEY (from_item_id) REFERENCES public.item(id);



ALTER TABLE ONLY public.presiding
    ADD CONSTRAINT presiding_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meeting(id);



ALTER TABLE ONLY public.presiding
    ADD CONSTRAINT presiding_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.presiding
    ADD CONSTRAINT presiding_until_item_id_fkey FOREIGN KEY (until_item_id) REFERENCES public.item(id);



ALTER TABLE ONLY public.recommendation
    ADD CONSTRAINT recommendation_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES public.paper(id);



ALTER TABLE ONLY public.registered_interest
    ADD CONSTRAINT registered_interest_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.registered_interest
    ADD CONSTRAINT registered_interest_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES public.partnership(id);



ALTER TABLE ONLY public.registered_interest
    ADD CONSTRAINT registered_interest_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT ruling_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT ruling_ruled_by_fkey FOREIGN KEY (ruled_by) REFERENCES public.person(id);



ALTER TABLE ONLY public.seat
    ADD CONSTRAINT seat_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.seat
    ADD CONSTRAINT seat_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);



ALTER TABLE ONLY public.seat
    ADD CONSTRAINT seat_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES public.sector(id);



ALTER TABLE ONLY public.sector
    ADD CONSTRAINT sector_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES public.partnership(id);



ALTER TABLE ONLY public.standing_item
    ADD CONSTRAINT standing_item_body_id_fkey FOREIGN KEY (body_id) REFERENCES public.body(id);



ALTER TABLE ONLY public.vote
    ADD CONSTRAINT vote_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES public.motion(id);



ALTER TABLE ONLY public.vote
    ADD CONSTRAINT vote_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);



ALTER TABLE ONLY public.vote
    ADD CONSTRAINT vote_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seat(id);




