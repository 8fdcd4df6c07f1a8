-- What the API needs: versions of what it changes, and the headers of answers kept for retries.

alter table contact_point add column version integer not null default 1;
alter table preference add column version integer not null default 1;
alter table idempotency add column headers jsonb not null default '{}';
create index idempotency_at on idempotency (at);
create index journal_actor on journal (actor, id desc);
create index interaction_account on interaction (account_id) where account_id is not null;
