-- What signing in needs beyond the account, and what roles see in part until somebody decides.

alter table account add column totp_pending bytea; -- encrypted; shown, not yet confirmed by a code
alter table session add column agent text not null default ''; -- browser and system, in two words

create table recovery_code ( -- instead of the second factor, each once
  account_id bigint not null references account on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (account_id, digest)
);
grant select, insert, update, delete on recovery_code to limpide_app;

insert into field_mask (role, field) values
  ('reader', 'email'), ('reader', 'phone'), ('reader', 'mobile'), ('reader', 'birth_date');
