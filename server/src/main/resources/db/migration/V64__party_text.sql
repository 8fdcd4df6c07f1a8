-- What parties are found by lies in rows of its own, a tenth as wide: what an index of parts of words
-- proposes has to be looked at, and for short parts that is a good share of the base.

create table party_text (
  id bigint primary key,
  sort_key text collate "C" not null,
  search text collate "C" not null
);
insert into party_text select id, sort_key, search from party;

drop index party_search;
create index party_text_search on party_text using gin (search public.gin_trgm_ops);
-- What most of the base holds is met soon in the order of names; the histogram tells what that is.
create index party_text_sort on party_text (sort_key, id);
alter table party_text alter search set statistics 1000;

grant select on party_text to limpide_app; -- written with the party, and in no other way

create function party_text_added() returns trigger
language plpgsql security definer set search_path = limpide, pg_temp as $$
begin
  insert into party_text select id, sort_key, search from added;
  return null;
end
$$;

create function party_text_changed() returns trigger
language plpgsql security definer set search_path = limpide, pg_temp as $$
begin
  update party_text set sort_key = new.sort_key, search = new.search where id = new.id;
  return null;
end
$$;

create function party_text_gone() returns trigger
language plpgsql security definer set search_path = limpide, pg_temp as $$
begin
  delete from party_text t using gone where t.id = gone.id;
  return null;
end
$$;

create trigger party_text_added after insert on party referencing new table as added
  for each statement execute function party_text_added();
create trigger party_text_changed after update of sort_key, search on party
  for each row when (old.sort_key is distinct from new.sort_key
    or old.search is distinct from new.search)
  execute function party_text_changed();
create trigger party_text_gone after delete on party referencing old table as gone
  for each statement execute function party_text_gone();

revoke execute on function party_text_added, party_text_changed, party_text_gone from public;
