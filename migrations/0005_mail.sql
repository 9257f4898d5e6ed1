create table letter (
  id uuid primary key,
  partnership_id uuid not null,
  body_id uuid,
  person_id uuid not null,
  address text not null,
  sender text not null,
  reply_to text,
  purpose text not null,
  record_id uuid,
  subject text not null,
  plain text not null,
  html text not null,
  links_json text not null,
  state text not null,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  tries bigint not null,
  last_error text
);
create index letter_state on letter (state, due_at);
create index letter_record on letter (record_id);
create index letter_body on letter (body_id, queued_at);
