alter table file add column pages bigint;
alter table paper_file add column set_file_id uuid;
alter table paper add column first_page bigint;
alter table paper add column page_count bigint;
