-- Filters with a name for everybody.

create table segment (
  id bigint generated always as identity primary key,
  name text not null,
  filter jsonb not null, -- the parameters of a list's address, never a condition of the database
  account_id bigint references account,
  created_at timestamptz not null default now()
);
create unique index segment_name on segment (lower(name));
create index score_part on score (scope, part, day);

grant select, insert, update, delete on segment to limpide_app;
