create table charter_version (
  id uuid primary key,
  body_id uuid not null references body (id),
  number bigint not null,
  title text not null,
  text text not null,
  dated date,
  state text not null,
  adopted_on date,
  decision_id uuid,
  adoption_words text,
  starts_on date,
  superseded_on date,
  source text,
  note text,
  laid_at timestamptz not null,
  version bigint not null,
  unique (body_id, number)
);
