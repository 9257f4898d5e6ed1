create table motion (
  id uuid primary key,
  body_id uuid not null references body (id),
  meeting_id uuid,
  item_id uuid,
  recommendation_id uuid references recommendation (id),
  position bigint not null,
  words text not null,
  about text not null,
  exempt boolean not null,
  ground_id uuid references ground (id),
  moved_by uuid references person (id),
  seconded_by uuid references person (id),
  version bigint not null
);
create index motion_meeting on motion (meeting_id, item_id, position);
create index motion_body on motion (body_id);
create table decision (
  id uuid primary key,
  motion_id uuid not null unique references motion (id),
  body_id uuid not null references body (id),
  meeting_id uuid,
  item_id uuid,
  outcome text not null,
  how text not null,
  words text not null,
  votes_for bigint,
  votes_against bigint,
  abstained bigint,
  casting text,
  present bigint,
  explanation text,
  clause text,
  reason text,
  taken_on date not null,
  taken_at timestamptz,
  version bigint not null
);
create index decision_body on decision (body_id, taken_on);
create index decision_meeting on decision (meeting_id, item_id);
create table vote (
  motion_id uuid not null references motion (id),
  seat_id uuid not null references seat (id),
  person_id uuid references person (id),
  cast_as text not null,
  primary key (motion_id, seat_id)
);
create index motion_recommendation on motion (recommendation_id);
