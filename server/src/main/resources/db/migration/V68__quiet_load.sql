-- While a first load lasts nobody cleans up behind it: what it brings is new, and is looked at once,
-- when all is there.

create function defer_cleaning() returns void
language plpgsql security definer set search_path = limpide, pg_temp as $$
declare
  filled text;
begin
  foreach filled in array array['party', 'party_text', 'record', 'record_version'] loop
    execute format('alter table %I set (autovacuum_enabled = false)', filled);
  end loop;
end
$$;

-- Once no index is to be made any more, not even one that somebody else makes just now.
create function resume_cleaning() returns void
language plpgsql security definer set search_path = limpide, pg_temp as $$
declare
  filled text;
begin
  if not exists (select from deferred_index) then
    for filled in
      select relname from pg_class
      where oid in ('party'::regclass, 'party_text'::regclass, 'record'::regclass,
          'record_version'::regclass)
        and reloptions @> array['autovacuum_enabled=false']
    loop
      execute format('alter table %I reset (autovacuum_enabled)', filled);
    end loop;
  end if;
end
$$;

revoke execute on function defer_cleaning, resume_cleaning from public;
grant execute on function defer_cleaning, resume_cleaning to limpide_app;
