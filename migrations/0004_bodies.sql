create table partnership (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  nation text not null,
  colour text,
  about text,
  area text,
  website text,
  legal_basis text,
  noindex boolean not null,
  source text,
  version bigint not null
);
create table body (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  slug text not null unique,
  name text not null,
  short_name text,
  kind text not null,
  purpose text,
  established_on date,
  dissolved_on date,
  ending text,
  source text,
  note text,
  version bigint not null
);
create index body_partnership on body (partnership_id, name);
create table body_link (
  id uuid primary key,
  body_id uuid not null references body (id),
  kind text not null,
  other_id uuid not null references body (id),
  starts_on date,
  ends_on date,
  note text,
  unique (body_id, kind, other_id)
);
create index body_link_other on body_link (other_id);
create table body_succession (
  id uuid primary key,
  earlier_id uuid not null references body (id),
  later_id uuid not null references body (id),
  kind text not null,
  happened_on date,
  note text,
  unique (earlier_id, later_id)
);
create table sector (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  name text not null,
  position bigint not null,
  unique (partnership_id, name)
);
create table openness (
  body_id uuid not null references body (id),
  class text not null,
  audience text not null,
  clause text,
  primary key (body_id, class)
);
create table seat (
  id uuid primary key,
  body_id uuid not null references body (id),
  position bigint not null,
  label text not null,
  class text not null,
  sector_id uuid references sector (id),
  sector_ours boolean not null,
  organisation_id uuid references organisation (id),
  nominating_group text,
  ex_officio_post text,
  holders_not_recorded boolean not null,
  starts_on date,
  ends_on date,
  note text,
  version bigint not null
);
create index seat_body on seat (body_id, position);
create table appointment (
  id uuid primary key,
  seat_id uuid not null references seat (id),
  person_id uuid not null references person (id),
  role text not null,
  post text,
  organisation_id uuid references organisation (id),
  starts_on date,
  ends_on date,
  term_ends_on date,
  ending text,
  note text,
  version bigint not null
);
create index appointment_seat on appointment (seat_id);
create index appointment_person on appointment (person_id);
create table office (
  id uuid primary key,
  body_id uuid not null references body (id),
  person_id uuid not null references person (id),
  kind text not null,
  title text,
  how text,
  starts_on date,
  starts_at_item_id uuid,
  ends_on date,
  ends_at_item_id uuid,
  note text,
  version bigint not null
);
create index office_body on office (body_id, kind);
create index office_person on office (person_id);
create table distribution (
  id uuid primary key,
  body_id uuid not null references body (id),
  person_id uuid not null references person (id),
  note text,
  starts_on date not null,
  ends_on date,
  unique (body_id, person_id, starts_on)
);
create table standing_item (
  id uuid primary key,
  body_id uuid not null references body (id),
  position bigint not null,
  kind text not null,
  title text not null
);
create index standing_item_body on standing_item (body_id, position);
create table noted_finding (
  id uuid primary key,
  body_id uuid not null references body (id),
  position bigint not null,
  clause text,
  verdict text not null,
  words text not null,
  source text
);
create index noted_finding_body on noted_finding (body_id, position);
create index seat_organisation on seat (organisation_id);
create index appointment_organisation on appointment (organisation_id);
create index distribution_person on distribution (person_id);
