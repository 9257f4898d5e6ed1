create table chain (
  partnership_id uuid primary key,
  length bigint not null,
  head bytea not null
);
create table event (
  id uuid primary key,
  partnership_id uuid not null,
  number bigint not null,
  happened_at timestamptz not null,
  name text not null,
  person_id uuid,
  capacity text not null,
  record_kind text not null,
  record_id uuid not null,
  body_id uuid,
  clause text,
  page text not null,
  digest bytea not null,
  hash bytea not null,
  unique (partnership_id, number)
);
create index event_record on event (record_id, happened_at);
create index event_body on event (body_id, happened_at);
create table event_value (
  event_id uuid primary key references event (id),
  salt bytea not null,
  before_json text not null,
  after_json text not null
);
create table form_key (
  key uuid primary key,
  used_at timestamptz not null,
  page text not null,
  record_id uuid not null
);
create table job (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  due_at timestamptz not null,
  locked_until timestamptz not null,
  tries bigint not null,
  last_error text
);
create index job_due on job (due_at);
create table token (
  id uuid primary key,
  act text not null,
  person_id uuid not null,
  record_id uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index token_record on token (record_id, person_id);
create table session (
  id uuid primary key,
  hash bytea not null unique,
  person_id uuid not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  browser text not null
);
create index session_person on session (person_id);
create table throttle (
  name text not null,
  window_start timestamptz not null,
  tries bigint not null,
  primary key (name, window_start)
);
