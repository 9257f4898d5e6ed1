create table duties_mail (
  person_id uuid primary key references person (id),
  stopped_at timestamptz not null
);
create table noted_fact (
  id uuid primary key,
  body_id uuid not null references body (id),
  kind text not null,
  what text not null,
  about_id uuid,
  happened_on date not null,
  words text,
  clause text,
  noted_by uuid references person (id),
  noted_at timestamptz not null
);
create index noted_fact_body on noted_fact (body_id, happened_on);
create table proposal (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  body_id uuid not null references body (id),
  kind text not null,
  subject text not null,
  about_id uuid,
  person_id uuid references person (id),
  sentence text not null,
  clause text,
  office text not null,
  suggested_on date not null,
  nobody_can boolean not null,
  noticed_on date not null,
  settled_at timestamptz,
  settled_by uuid references person (id),
  settled_how text,
  reason text,
  version bigint not null,
  unique (body_id, subject)
);
create index proposal_open on proposal (settled_at, body_id);
