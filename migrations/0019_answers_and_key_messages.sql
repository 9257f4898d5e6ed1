create table action_answer (
  id uuid primary key,
  action_id uuid not null references action (id),
  person_id uuid not null references person (id),
  source text not null unique,
  came_at timestamptz not null,
  words text not null,
  left_out_json text not null,
  settled text,
  settled_at timestamptz,
  settled_by uuid references person (id)
);
create index action_answer_action on action_answer (action_id, came_at);
create table key_messages (
  meeting_id uuid primary key,
  words text not null,
  written_at timestamptz not null,
  written_by uuid references person (id),
  sent_at timestamptz,
  sent_to bigint,
  version bigint not null
);
