-- With which of its files a paper went out; 0 where it went out without one, nothing where it has not gone out. What went out before
-- this was kept is told from the agendas: what had come by the day of the latest. A paper without a meeting waits until somebody makes
-- it public.
alter table paper add column sent_number bigint;
update paper set sent_number = coalesce((select max(f.number) from paper_file f where f.paper_id = paper.id
    and f.lodged_at <= (select max(a.sent_at) from agenda_version a where a.meeting_id = paper.meeting_id)), 0)
  where withdrawn_at is null and exists (select 1 from agenda_version a where a.meeting_id = paper.meeting_id
    and (paper.lodged_at is null or paper.lodged_at <= a.sent_at));
