-- The store of Limpide. What a source said is never altered, only superseded; a party is a set of
-- records, and its golden values are a projection of them; every change belongs to a run.

create extension if not exists pg_trgm with schema public;

-- The server works as this role: it may read and write what is below, but not alter the journal.
do $$
begin
  if not exists (select from pg_roles where rolname = 'limpide_app') then
    create role limpide_app nologin;
  end if;
  grant limpide_app to current_user;
exception
  when insufficient_privilege then -- made and granted before by whoever may: SafetyCheck looked
    null;
end
$$;

-- Accounts -----------------------------------------------------------------------------------

create table team (
  id bigint generated always as identity primary key,
  name text not null unique
);

create table account (
  id bigint generated always as identity primary key,
  login text not null,
  name text not null,
  role text not null check (role in ('administrator', 'steward', 'contributor', 'dpo', 'reader')),
  visibility text not null default 'all' check (visibility in ('own', 'team', 'all')),
  team_id bigint references team,
  password text, -- encoded; null where sign-in happens elsewhere
  oidc_subject text unique,
  totp_secret bytea, -- encrypted; null without a second factor
  totp_step bigint not null default 0, -- the last time step used: a code counts once
  language text not null default 'fr' check (language in ('fr', 'en')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  failures integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index account_login on account (lower(login));

create table session (
  digest bytea primary key, -- of the cookie: who reads the table cannot sign in with it
  account_id bigint not null references account on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  complete boolean not null -- whether the second factor was given, where there is one
);
create index session_account on session (account_id);

create table token (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  name text not null,
  digest bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index token_account on token (account_id);

create table setting (
  name text primary key,
  value jsonb not null
);

create table field_mask ( -- fields that a role sees only in part
  role text not null,
  field text not null,
  primary key (role, field)
);

-- Recipes and runs ---------------------------------------------------------------------------

create table recipe (
  id bigint generated always as identity primary key,
  text text not null,
  comment text not null default '',
  account_id bigint references account,
  created_at timestamptz not null default now(),
  activated_at timestamptz
);

create table run (
  id bigint generated always as identity primary key,
  kind text not null,
  state text not null check (
    state in ('draft', 'waiting', 'running', 'paused', 'done', 'failed', 'cancelled', 'undone')),
  title text not null default '',
  account_id bigint references account,
  recipe_id bigint references recipe,
  undoes bigint references run,
  attempt integer not null default 0, -- whoever began before the last one may write no more
  done bigint not null default 0,
  total bigint not null default 0,
  parameters jsonb not null default '{}',
  result jsonb not null default '{}',
  failure text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index run_kind on run (kind, id desc);

-- Sources and imports ------------------------------------------------------------------------

create table source (
  id bigint generated always as identity primary key,
  name text not null unique,
  kind text not null check (kind in ('home', 'file')),
  collection text not null default '', -- how persons' data were collected, in words
  mapping jsonb not null default '{}', -- by column: the field, as a person decided
  created_at timestamptz not null default now(),
  version integer not null default 1
);

create table layout ( -- how the cells of a version are to be read
  id bigint generated always as identity primary key,
  source_id bigint not null references source,
  columns text[] not null,
  fields text[] not null, -- in the order of the columns; empty where a column is only kept
  digest bytea not null,
  unique (source_id, digest)
);

create table upload (
  id uuid primary key default gen_random_uuid(),
  name text not null, -- as the person's machine called it: shown, never a path
  size bigint not null default 0,
  sha256 bytea,
  account_id bigint references account,
  created_at timestamptz not null default now()
);
create table upload_chunk (
  upload_id uuid not null references upload on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (upload_id, number)
);
alter table upload_chunk alter column bytes set storage external; -- files come packed, or do not last

create table import (
  run_id bigint primary key references run,
  source_id bigint not null references source,
  upload_id uuid not null references upload,
  layout_id bigint references layout,
  stage text not null default 'reading' check (
    stage in ('reading', 'mapping', 'previewing', 'ready', 'running', 'done')),
  facts jsonb not null default '{}', -- how the file was read
  columns jsonb not null default '[]', -- what its columns are and were taken for
  preview jsonb not null default '{}',
  mapping jsonb not null default '{}',
  key_columns text[] not null default '{}',
  next_row integer not null default 0, -- rows before it are in: an import resumes here
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0
);
create index import_source on import (source_id, run_id desc);

create table rejection (
  run_id bigint not null references run,
  number integer not null,
  row_number integer not null,
  reason text not null,
  arguments text[] not null,
  raw text not null,
  primary key (run_id, number)
);

-- Records and parties ------------------------------------------------------------------------

create sequence record_id;
create sequence party_id;

create table record (
  id bigint primary key,
  source_id bigint not null references source,
  key text not null, -- by which the source knows it
  party_id bigint not null,
  version integer not null, -- the current one
  digest uuid not null, -- of the current cells
  withdrawn_by bigint references run
);
create unique index record_key on record (source_id, key);
create index record_party on record (party_id);

create table record_version (
  record_id bigint not null,
  version integer not null,
  layout_id bigint not null,
  run_id bigint not null,
  row_number integer not null,
  cells text[] not null, -- verbatim
  changes jsonb, -- what safe rules made of them, by field
  at timestamptz not null default now(),
  primary key (record_id, version)
);
create index record_version_run on record_version using brin (run_id);

create table party (
  id bigint primary key,
  kind text not null check (kind in ('person', 'company', 'establishment')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  owner_id bigint references account,
  stage text,
  source_id bigint not null, -- of the leading record
  leader_id bigint not null,
  records integer not null default 1,
  name text not null,
  sort_key text collate "C" not null,
  company text not null default '',
  city text not null default '',
  postcode text not null default '',
  email text not null default '',
  phone text not null default '',
  siren text not null default '',
  search text collate "C" not null,
  last_activity date not null default '-infinity', -- where nothing is known
  score smallint not null default 100, -- 0 to 100
  lost integer[] not null, -- tenths of units, by dimension: see docs/methods/quality-score.md
  whole integer[] not null,
  marks integer[] not null default '{}',
  golden jsonb not null,
  origins jsonb not null default '{}', -- by field: the record, where it is not the leading one
  notes jsonb -- findings and suggestions about the golden values
);
create index party_sort on party (sort_key, id);
create index party_score on party (score, id);
create index party_updated on party (updated_at, id);
create index party_city on party (city collate "C", id);
create index party_company on party (company collate "C", id);
create index party_activity on party (last_activity, id);
create index party_owner on party (owner_id, sort_key, id) where owner_id is not null;
create index party_siren on party (siren) where siren <> '';
create index party_stage on party (stage, sort_key, id) where stage is not null;
create index party_marks on party using gin (marks);
create index party_search on party using gin (search public.gin_trgm_ops);

create table party_alias ( -- old ids resolve for ever
  id bigint primary key,
  party_id bigint -- null: gone
);

create table contact_point ( -- what is known of a value beyond that a record holds it
  id bigint generated always as identity primary key,
  record_id bigint not null references record,
  field text not null,
  value text not null,
  state text not null default 'unknown' check (
    state in ('unknown', 'valid', 'invalid', 'bounced', 'refused', 'former')),
  state_at timestamptz not null default now(),
  why text not null default '',
  verified_at timestamptz,
  verified_by bigint references account,
  unique (record_id, field, value)
);

create table interaction (
  id bigint generated always as identity primary key,
  record_id bigint not null references record,
  channel text not null check (
    channel in ('email', 'phone', 'social', 'meeting', 'visit', 'form', 'order', 'letter', 'other')),
  kind text not null, -- sent, opened, clicked, replied, bounced, called, met, ordered, ...
  by_person boolean not null, -- whether it was an act of the person
  at timestamptz not null,
  subject text not null default '',
  amount numeric(14, 2),
  currency text check (currency ~ '^[A-Z]{3}$'),
  detail jsonb not null default '{}',
  external_key text unique,
  account_id bigint references account,
  created_at timestamptz not null default now()
);
create index interaction_record on interaction (record_id, at desc);

create table preference ( -- what a person likes, does or asked for
  id bigint generated always as identity primary key,
  record_id bigint not null references record,
  name text not null,
  value text not null,
  at timestamptz not null default now(),
  account_id bigint references account,
  unique (record_id, name)
);

-- Quality ------------------------------------------------------------------------------------

create table mark ( -- everything that may be said of a field, numbered
  id integer generated always as identity primary key,
  kind text not null check (kind in ('finding', 'suggestion', 'missing', 'corrected')),
  field text not null,
  code text not null,
  severity text not null default 'info',
  dimension text not null default '',
  unique (kind, field, code)
);

create table change (
  id bigint generated always as identity primary key,
  run_id bigint not null references run,
  party_id bigint not null,
  record_id bigint not null,
  field text not null,
  rule text not null,
  before text not null,
  after text not null,
  typed_before text, -- what was typed here before; null for nothing
  account_id bigint references account,
  at timestamptz not null default now(),
  undone_by bigint references run
);
create index change_party on change (party_id, id desc);
create index change_run on change (run_id, id);

create table dismissal ( -- what a person said of a finding: leave it
  party_id bigint not null,
  field text not null,
  code text not null,
  value text not null, -- said of this value: another is judged anew
  account_id bigint references account,
  at timestamptz not null default now(),
  why text not null default '',
  primary key (party_id, field, code)
);

create table score (
  day date not null,
  scope text not null, -- base, kind, source, owner, segment
  part text not null,
  dimension text not null,
  lost bigint not null,
  whole bigint not null,
  parties bigint not null,
  primary key (day, scope, part, dimension)
);

create table view ( -- a filter with columns that somebody keeps
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  name text not null,
  query text not null,
  shared boolean not null default false,
  unique (account_id, name)
);

-- Jobs ---------------------------------------------------------------------------------------

create table scheduled_tasks ( -- of db-scheduler
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table schedule (
  id bigint generated always as identity primary key,
  kind text not null,
  every text not null check (every in ('day', 'week', 'month', 'quarter', 'year')),
  at_time time not null default '02:00',
  next_at timestamptz not null,
  active boolean not null default true,
  parameters jsonb not null default '{}'
);

create table occurrence ( -- each due time runs once, whichever server takes it
  schedule_id bigint not null references schedule on delete cascade,
  due_at timestamptz not null,
  run_id bigint references run,
  primary key (schedule_id, due_at)
);

create table idempotency (
  account_id bigint not null references account on delete cascade,
  key text not null,
  request bytea not null,
  status integer not null,
  body text not null,
  at timestamptz not null default now(),
  primary key (account_id, key)
);

-- The journal --------------------------------------------------------------------------------

create table journal (
  id bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  run_id bigint,
  reason text not null,
  detail jsonb not null, -- never a person's values: those lie in journal_value
  value_digest bytea not null,
  previous bytea not null,
  digest bytea not null
);
create index journal_subject on journal (subject, id desc);
create index journal_run on journal (run_id, id desc) where run_id is not null;

create table journal_value (
  journal_id bigint primary key references journal,
  salt bytea not null,
  value jsonb not null
);

create table journal_head (
  one boolean primary key default true check (one),
  id bigint not null,
  digest bytea not null
);
insert into journal_head (id, digest) values (0, sha256('limpide'::bytea));
insert into source (name, kind, collection) values ('Limpide', 'home', '');

-- What a digest speaks for, as text that is the same everywhere.
create function journal_text(entry journal) returns text
language sql stable as $$
  select jsonb_build_array(
    entry.id, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor, entry.action,
    entry.subject, entry.run_id, entry.reason, entry.detail)::text
$$;

create function journal_append(
  actor text, action text, subject text, run_id bigint, reason text, detail jsonb, value jsonb)
returns bigint
language plpgsql security definer set search_path = limpide, pg_temp as $$
declare
  head journal_head;
  entry journal;
  salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
begin
  select * into head from journal_head for update; -- one chain: one writer at a time
  entry.id := head.id + 1;
  entry.at := clock_timestamp();
  entry.actor := actor;
  entry.action := action;
  entry.subject := subject;
  entry.run_id := run_id;
  entry.reason := reason;
  entry.detail := detail;
  entry.value_digest := case
    when value is null then ''::bytea
    else sha256(salt || convert_to(value::text, 'UTF8')) end;
  entry.previous := head.digest;
  entry.digest := sha256(
    entry.previous || convert_to(journal_text(entry), 'UTF8') || entry.value_digest);
  insert into journal select (entry).*;
  if value is not null then
    insert into journal_value values (entry.id, salt, value);
  end if;
  update journal_head h set id = entry.id, digest = entry.digest;
  return entry.id;
end
$$;

-- Who may what -------------------------------------------------------------------------------

grant usage on schema limpide to limpide_app;
grant select, insert, update, delete on all tables in schema limpide to limpide_app;
grant usage, select on all sequences in schema limpide to limpide_app;
revoke insert, update, delete on journal, journal_value, journal_head from limpide_app;
revoke execute on function journal_append from public;
grant execute on function journal_append to limpide_app;
