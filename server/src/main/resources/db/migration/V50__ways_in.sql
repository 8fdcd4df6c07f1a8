-- Where wrong values came in: by which way, source, import and person, and in which month.

alter table run add column way text check (way in (
  'form_new', 'form_edit', 'file', 'folder', 'command', 'api', 'bulk', 'correction', 'undo'));
update run set way = case
    when kind = 'import' and parameters ? 'inbox' then 'folder'
    when kind = 'import' then 'file'
    when kind = 'create' then 'form_new'
    when kind = 'edit' then 'form_edit'
    when kind = 'change' and parameters ->> 'rule' = 'typed' then 'bulk'
    when kind = 'change' then 'correction'
    else 'undo' end
  where kind in ('import', 'create', 'edit', 'change', 'undo');
update run r set way = 'api' from journal j
  where j.run_id = r.id and j.actor like 'token:%' and r.kind in ('import', 'create', 'edit')
    and j.action in ('import.begun', 'party.created', 'party.edited');

create table way_in ( -- a way by which values came into the base, numbered
  id integer generated always as identity primary key,
  way text not null,
  source_id bigint not null,
  run_id bigint not null default 0, -- the import; 0 where it was none
  account_id bigint not null default 0, -- who typed or decided; 0 for an import
  month date not null, -- its first day
  unique (way, source_id, run_id, account_id, month)
);

create table fault ( -- something said of a value that came in by a way, numbered
  id integer generated always as identity primary key,
  way_in_id integer not null references way_in,
  mark_id integer not null, -- 0: nothing, but that a value came in
  unique (way_in_id, mark_id)
);

-- By which ways the values of a party came in, and what is wrong with them; null: not looked at yet.
alter table party add column faults integer[];
create index party_faults on party using gin (faults);
create index party_unjudged on party (id) where faults is null;

create table fault_count (
  fault_id integer primary key references fault,
  parties bigint not null
);

grant select, insert, update, delete on way_in, fault, fault_count to limpide_app;
