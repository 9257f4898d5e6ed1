-- What the program set a paper's file from, where it was written here and not uploaded. One text for each file.
create table paper_text (
  paper_id uuid not null references paper (id),
  number bigint not null,
  written_json text not null,
  primary key (paper_id, number)
);
