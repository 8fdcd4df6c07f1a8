-- Taking imports back, schedules that do not drift, and rates that are true after a pause.

-- Of a version that an import made: the digest of its cells, to go back to; and the version that it
-- took the place of, null where the record was new or had been withdrawn.
alter table record_version add column digest uuid;
alter table record_version add column previous integer;
update record_version v set digest = r.digest
  from record r where r.id = v.record_id and r.version = v.version;
update record_version set previous = version - 1 where version > 1;

-- A party as it was before an import changed it, for as long as the import can be taken back.
create table party_before (
  run_id bigint not null references run,
  party_id bigint not null,
  version_after integer not null, -- of the party; -1 where somebody came between
  image jsonb not null,
  primary key (run_id, party_id)
);

-- What a rollback left as it is, for something happened to it since.
create table kept (
  run_id bigint not null references run, -- the import
  record_id bigint not null,
  party_id bigint not null,
  why text not null check (why in ('superseded', 'edited')),
  primary key (run_id, record_id)
);
create index run_undoes on run (undoes) where undoes is not null;

-- The columns by which a source knows a record, as a person decided; null before that.
alter table source add column key_columns text[];

-- Since when a run is on its way without a break, and what was done before.
alter table run add column attempt_at timestamptz;
alter table run add column attempt_done bigint not null default 0;

-- Later times are counted from the first day: the 31st stays the 31st where there is one.
alter table schedule add column first_on date;
update schedule set first_on = next_at::date;
alter table schedule alter column first_on set not null;

grant select, insert, update, delete on party_before, kept to limpide_app;
