-- What somebody keeps for themselves while they read a pack: where they were, and what they marked and noted. Theirs alone.
create table reading_place (
  id uuid primary key,
  person_id uuid not null references person (id),
  meeting_id uuid not null references meeting (id),
  place text not null,
  at timestamptz not null
);
create unique index reading_place_reader on reading_place (person_id, meeting_id);
create index reading_place_at on reading_place (at);
create table reading_note (
  id uuid primary key,
  person_id uuid not null references person (id),
  meeting_id uuid not null references meeting (id),
  part text not null,
  anchor text not null,
  excerpt text not null,
  words text not null,
  made_at timestamptz not null
);
create index reading_note_reader on reading_note (person_id, meeting_id);
create index reading_note_made on reading_note (made_at);
