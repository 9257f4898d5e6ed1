create table action (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  body_id uuid not null references body (id),
  meeting_id uuid,
  item_id uuid,
  position bigint not null,
  words text not null,
  due_on date,
  due_at_next_meeting boolean not null,
  due_words text,
  state text not null,
  ended_on date,
  exempt boolean not null,
  ground_id uuid references ground (id),
  made_on date,
  version bigint not null
);
create index action_body on action (body_id, state);
create index action_partnership on action (partnership_id, state, due_on);
create index action_meeting on action (meeting_id, item_id);
create table action_owner (
  action_id uuid not null references action (id),
  position bigint not null,
  kind text not null,
  person_id uuid references person (id),
  organisation_id uuid references organisation (id),
  office text,
  words text,
  primary key (action_id, position)
);
create index action_owner_person on action_owner (person_id);
create index action_owner_organisation on action_owner (organisation_id);
create table action_report (
  id uuid primary key,
  action_id uuid not null references action (id),
  reported_at timestamptz not null,
  person_id uuid references person (id),
  state text not null,
  words text not null,
  until_day date
);
create index action_report_action on action_report (action_id, reported_at);
