create table charter_draft (
  body_id uuid primary key references body (id),
  text text not null,
  from_number bigint,
  changed_at timestamptz not null,
  changed_by uuid references person (id),
  version bigint not null
);
alter table charter_version add column motion_id uuid;
alter table charter_version add column proposed_at timestamptz;
create index charter_version_motion on charter_version (motion_id);
create index charter_version_decision on charter_version (decision_id);
