-- Of what programs change, each has a version, so that no change goes on top of one nobody saw.

alter table team add column version integer not null default 1;
alter table schedule add column version integer not null default 1;
