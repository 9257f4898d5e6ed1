create table meeting (
  id uuid primary key,
  body_id uuid not null references body (id),
  day date not null,
  starts_at text,
  ends_at text,
  place text,
  joining_link text,
  access_note text,
  kind text not null,
  state text not null,
  fixed_on date,
  called_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  cancelled_reason text,
  written_up boolean not null,
  source text,
  note text,
  version bigint not null
);
create index meeting_body on meeting (body_id, day);
create index meeting_day on meeting (day, state);
create table item (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  position bigint not null,
  number text,
  title text not null,
  kind text not null,
  purpose text not null,
  presenter text,
  state text not null,
  standing boolean not null,
  notified_on date,
  requested_by uuid references person (id),
  requested_at timestamptz,
  request_words text,
  returned_reason text,
  late boolean not null,
  late_reason text,
  exempt boolean not null,
  ground_id uuid references ground (id),
  exempt_reason text,
  public_title text,
  matter_id uuid references matter (id),
  about_body_id uuid references body (id),
  sub_group_answer text,
  notes text not null,
  notes_version bigint not null,
  started_at timestamptz,
  ended_at timestamptz,
  version bigint not null
);
create index item_meeting on item (meeting_id, position);
create index item_requested on item (requested_by);
create table agenda_version (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  number bigint not null,
  sent_at timestamptz not null,
  due_by date,
  late boolean not null,
  late_reason text,
  clause text,
  sent_to bigint not null,
  frozen_json text not null,
  changes_json text not null,
  unique (meeting_id, number)
);
create table invitation (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  person_id uuid not null references person (id),
  seat_id uuid references seat (id),
  answer text,
  substitute_id uuid references person (id),
  substitute_name text,
  note text,
  invited_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references person (id),
  answered_how text,
  version bigint not null,
  unique (meeting_id, person_id)
);
create index invitation_person on invitation (person_id);
create table attendance (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  person_id uuid not null references person (id),
  capacity text not null,
  seat_id uuid references seat (id),
  in_place_of uuid references person (id),
  description text,
  agreed_ruling_id uuid references ruling (id),
  position bigint not null,
  version bigint not null,
  unique (meeting_id, person_id)
);
create table presence (
  id uuid primary key,
  attendance_id uuid not null references attendance (id),
  arrived_at text,
  arrived_item_id uuid references item (id),
  left_at text,
  left_item_id uuid references item (id),
  reason text
);
create index presence_attendance on presence (attendance_id);
create table presiding (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  person_id uuid not null references person (id),
  capacity text not null,
  from_item_id uuid references item (id),
  until_item_id uuid references item (id),
  position bigint not null
);
create index presiding_meeting on presiding (meeting_id);
