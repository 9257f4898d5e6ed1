create table chaser (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  body_id uuid not null references body (id),
  person_id uuid not null references person (id),
  kind text not null,
  about_id uuid not null,
  deadline date not null,
  state text not null,
  happened_on date not null,
  letter_id uuid,
  by_id uuid references person (id),
  unique (kind, person_id, about_id, deadline)
);
create index chaser_body on chaser (body_id, happened_on);
create index chaser_letter on chaser (letter_id);
create table chaser_off (
  body_id uuid not null references body (id),
  kind text not null,
  primary key (body_id, kind)
);
create table sub_group_report (
  id uuid primary key,
  item_id uuid not null references item (id),
  body_id uuid not null references body (id),
  asked_at timestamptz not null,
  answer text,
  words text,
  person_id uuid references person (id),
  answered_at timestamptz,
  version bigint not null,
  unique (item_id, body_id)
);
