-- How many parties carry each mark: counted when something was done, for pages to show at once.

create table mark_count (
  mark_id integer primary key references mark,
  parties bigint not null
);

create table mark_origin ( -- and from which source their leading record is
  mark_id integer not null references mark,
  source_id bigint not null references source,
  parties bigint not null,
  primary key (mark_id, source_id)
);

create table figures (
  one boolean primary key default true check (one),
  parties bigint not null,
  at timestamptz not null,
  entry bigint not null default -1, -- the journal's last when it was counted
  evaluated_on date -- until when ageing was looked at
);
insert into figures (parties, at) values (0, '-infinity');

grant select, insert, update, delete on mark_count, mark_origin, figures to limpide_app;
