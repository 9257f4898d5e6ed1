-- The pages of a paper's file by what stands on them, so that what somebody noted to a page is found again in a later version.
alter table paper_file add column leaves_json text;
