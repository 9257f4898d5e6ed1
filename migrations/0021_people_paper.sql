alter table person add column on_paper boolean not null default false;
