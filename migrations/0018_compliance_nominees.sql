create table organisation_contact (
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  primary key (partnership_id, organisation_id)
);
create table nominee_round (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  asked_at timestamptz not null,
  reply_by date not null,
  asked_by uuid references person (id)
);
create index nominee_round_partnership on nominee_round (partnership_id, asked_at);
create table nominee_check (
  id uuid primary key,
  round_id uuid not null references nominee_round (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  asked_at timestamptz not null,
  reply text,
  words text,
  shown_json text,
  answered_at timestamptz,
  answered_by uuid references person (id),
  settled_at timestamptz,
  settled_by uuid references person (id),
  version bigint not null,
  unique (round_id, organisation_id)
);
