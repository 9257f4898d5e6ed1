create table account (
  id uuid primary key,
  person_id uuid not null unique references person (id),
  address text not null unique,
  password text,
  administrator boolean not null,
  auditor boolean not null,
  made_at timestamptz not null,
  closed_at timestamptz
);
