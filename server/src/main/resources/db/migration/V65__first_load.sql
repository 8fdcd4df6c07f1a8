-- A first large load goes faster without the indexes that only reading needs: they are put away when
-- it begins, and made again when it ends, each from all rows at once. What is put away is noted in
-- the same transaction, so whatever happens in between, somebody makes it again.

create table deferred_index (
  name text primary key,
  definition text not null,
  at timestamptz not null default now()
);
grant select on deferred_index to limpide_app; -- what stands in it is carried out: nobody else writes

create function defer_indexes() returns void
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
end
$$;

-- Makes one again, and says whether there was one. Servers that do so at once take different ones.
create function restore_index() returns boolean
language plpgsql security definer set search_path = limpide, pg_temp
set maintenance_work_mem = '256MB' as $$
declare
  next deferred_index;
begin
  select * into next from deferred_index order by name limit 1 for update skip locked;
  if not found then
    return false;
  end if;
  execute replace(next.definition, 'CREATE INDEX ', 'CREATE INDEX IF NOT EXISTS ');
  delete from deferred_index where name = next.name;
  return true;
end
$$;

-- How many rows there are and what is in them, for plans; the clock of PostgreSQL looks after a minute.
create function refresh_statistics() returns void
language plpgsql security definer set search_path = limpide, pg_temp as $$
begin
  analyze party, party_text, record, record_version;
end
$$;

revoke execute on function defer_indexes, restore_index, refresh_statistics from public;
grant execute on function defer_indexes, restore_index, refresh_statistics to limpide_app;
