-- How often in a row a run met a fault of the system without having come any further.
alter table run add column faults integer not null default 0;
