alter table letter add column class text;
alter table letter add column stop_json text;
alter table letter add column gathered_in uuid;
create index letter_gathered on letter (gathered_in);
create table letter_choice (
  id uuid primary key,
  person_id uuid not null references person (id),
  class text not null,
  pace text not null,
  chosen_at timestamptz not null,
  unique (person_id, class)
);
insert into letter_choice (id, person_id, class, pace, chosen_at) select person_id, person_id, 'duties', 'never', stopped_at from duties_mail;
drop table duties_mail;
alter table person_address add column refused_at timestamptz;
alter table person_address add column refusal text;
