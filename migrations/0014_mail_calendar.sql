alter table letter add column content_json text;
alter table letter add column calendar_json text;
alter table letter drop column html;
alter table meeting add column sequence bigint not null default 0;
create index invitation_substitute on invitation (substitute_id);
