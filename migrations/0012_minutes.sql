create table minutes (
  id uuid primary key,
  meeting_id uuid not null unique references meeting (id),
  body_id uuid not null references body (id),
  state text not null,
  introduction text not null,
  cleared_at timestamptz,
  cleared_by uuid references person (id),
  circulated_at timestamptz,
  approved_on date,
  approved_at_meeting_id uuid references meeting (id),
  approval_decision_id uuid references decision (id),
  amended boolean,
  noted_in text,
  version bigint not null
);
create index minutes_body on minutes (body_id);
create table minutes_version (
  id uuid primary key,
  minutes_id uuid not null references minutes (id),
  number bigint not null,
  made_at timestamptz not null,
  why text not null,
  content_json text,
  unique (minutes_id, number)
);
create table correction (
  id uuid primary key,
  body_id uuid not null references body (id),
  minutes_id uuid references minutes (id),
  of_meeting_words text,
  made_at_meeting_id uuid references meeting (id),
  place text not null,
  earlier_held boolean not null,
  earlier_words text,
  later_words text not null,
  made_on date,
  note text
);
create index correction_body on correction (body_id);
create index correction_minutes on correction (minutes_id);
create index correction_made_at on correction (made_at_meeting_id);
create table minutes_reply (
  minutes_id uuid not null references minutes (id),
  person_id uuid not null references person (id),
  replied_at timestamptz not null,
  agreed boolean not null,
  words text not null,
  primary key (minutes_id, person_id)
);
