-- While a first load lasts nobody cleans up behind it: what it brings is new, and is looked at once,
-- when all is there.

create or replace function defer_indexes() returns void
language plpgsql security definer set search_path = limpide, pg_temp as $$
declare
  found record;
begin
  for found in
    select c.relname, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid in ('party'::regclass, 'party_text'::regclass, 'record'::regclass)
      and not i.indisunique
    order by c.relname
  loop
    insert into deferred_index (name, definition) values (found.relname, found.definition)
      on conflict (name) do update set definition = excluded.definition, at = now();
    execute format('drop index %I', found.relname);
  end loop;
  alter table party set (autovacuum_enabled = false);
  alter table party_text set (autovacuum_enabled = false);
  alter table record set (autovacuum_enabled = false);
  alter table record_version set (autovacuum_enabled = false);
end
$$;

create or replace function restore_index() returns boolean
language plpgsql security definer set search_path = limpide, pg_temp
set maintenance_work_mem = '256MB' as $$
declare
  next deferred_index;
begin
  select * into next from deferred_index order by name limit 1 for update skip locked;
  if not found then
    if not exists (select from deferred_index) -- nor one that somebody else makes just now
      and exists (select from pg_class
        where oid in ('party'::regclass, 'party_text'::regclass, 'record'::regclass,
            'record_version'::regclass)
          and reloptions @> array['autovacuum_enabled=false']) then
      alter table party reset (autovacuum_enabled);
      alter table party_text reset (autovacuum_enabled);
      alter table record reset (autovacuum_enabled);
      alter table record_version reset (autovacuum_enabled);
    end if;
    return false;
  end if;
  execute replace(next.definition, 'CREATE INDEX ', 'CREATE INDEX IF NOT EXISTS ');
  delete from deferred_index where name = next.name;
  return true;
end
$$;
