-- How many records a source has is shown beside its name: counted within an index, not the table.

create index record_current on record (source_id) where withdrawn_by is null;
