create table registered_interest (
  id uuid primary key,
  person_id uuid not null references person (id),
  partnership_id uuid not null references partnership (id),
  kind text not null,
  organisation_id uuid references organisation (id),
  words text not null,
  starts_on date,
  ends_on date,
  version bigint not null
);
create index registered_interest_person on registered_interest (person_id);
create index registered_interest_partnership on registered_interest (partnership_id, person_id);
create table declaration (
  id uuid primary key,
  meeting_id uuid not null,
  item_id uuid not null,
  person_id uuid not null references person (id),
  seat_id uuid references seat (id),
  kind text not null,
  nature text not null,
  declared_at timestamptz,
  withdrawn_at timestamptz,
  version bigint not null
);
create index declaration_meeting on declaration (meeting_id, item_id);
create table ruling (
  id uuid primary key,
  body_id uuid not null references body (id),
  meeting_id uuid,
  item_id uuid,
  about text not null,
  about_id uuid,
  choice text,
  reason text,
  clause text,
  asked_at timestamptz,
  asked_by uuid,
  ruled_by uuid references person (id),
  capacity text,
  ruled_at timestamptz,
  version bigint not null
);
create index ruling_meeting on ruling (meeting_id);
create index ruling_about on ruling (about_id);
create index ruling_body on ruling (body_id, ruled_at);
create index declaration_item on declaration (item_id, person_id);
