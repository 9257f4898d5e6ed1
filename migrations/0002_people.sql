create table person (
  id uuid primary key,
  name text not null,
  sort_name text not null,
  honorific text,
  merged_into uuid references person (id),
  note text,
  version bigint not null
);
create table person_name (
  person_id uuid not null references person (id),
  name text not null,
  source text,
  primary key (person_id, name)
);
create table person_address (
  id uuid primary key,
  person_id uuid not null references person (id),
  address text not null,
  purpose text not null,
  unique (person_id, address)
);
create index person_address_address on person_address (address);
create table person_merge (
  id uuid primary key,
  kept_id uuid not null references person (id),
  other_id uuid not null references person (id),
  merged_at timestamptz not null,
  moved_json text not null,
  undone_at timestamptz
);
create index person_merge_kept on person_merge (kept_id);
create table organisation (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  short_name text,
  kind text,
  website text,
  established_on date,
  ended_on date,
  merged_into uuid references organisation (id),
  note text,
  version bigint not null
);
create table organisation_name (
  organisation_id uuid not null references organisation (id),
  name text not null,
  primary key (organisation_id, name)
);
create table organisation_succession (
  id uuid primary key,
  earlier_id uuid not null references organisation (id),
  later_id uuid not null references organisation (id),
  happened_on date,
  note text,
  unique (earlier_id, later_id)
);
create table assistant (
  id uuid primary key,
  person_id uuid not null references person (id),
  assistant_id uuid not null references person (id),
  starts_on date not null,
  ends_on date
);
create index assistant_person on assistant (person_id);
create index assistant_assistant on assistant (assistant_id);
create index person_is_called on person (name);
create index person_name_name on person_name (name);
create index organisation_is_called on organisation (name);
create index organisation_short_name on organisation (short_name);
create index organisation_name_name on organisation_name (name);
create index person_address_lower on person_address (lower(address));
