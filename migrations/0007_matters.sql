create table file (
  id uuid primary key,
  hash text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid
);
create table ground (
  id uuid primary key,
  body_id uuid not null references body (id),
  code text not null,
  basis text not null,
  words text not null,
  confidential boolean not null,
  position bigint not null,
  unique (body_id, code)
);
create table matter (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  title text not null,
  opened_on date,
  closed_on date,
  version bigint not null
);
create index matter_partnership on matter (partnership_id, title);
create table paper (
  id uuid primary key,
  body_id uuid not null references body (id),
  meeting_id uuid,
  item_id uuid,
  matter_id uuid references matter (id),
  position bigint not null,
  title text not null,
  author text,
  author_organisation_id uuid references organisation (id),
  dated date,
  kind text not null,
  summary text,
  to_follow boolean not null,
  exempt boolean not null,
  ground_id uuid references ground (id),
  exempt_reason text,
  public_title text,
  lodged_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  source text,
  version bigint not null
);
create index paper_item on paper (item_id, position);
create index paper_meeting on paper (meeting_id);
create index paper_body on paper (body_id);
create index paper_matter on paper (matter_id);
create table paper_file (
  paper_id uuid not null references paper (id),
  number bigint not null,
  file_id uuid not null references file (id),
  lodged_at timestamptz not null,
  note text,
  primary key (paper_id, number)
);
create table recommendation (
  id uuid primary key,
  paper_id uuid not null references paper (id),
  position bigint not null,
  kind text not null,
  text text not null
);
create index recommendation_paper on recommendation (paper_id, position);
