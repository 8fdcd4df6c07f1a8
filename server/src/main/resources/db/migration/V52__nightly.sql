-- What changed is judged anew every night: by a schedule that anybody who may can change or delete.

insert into schedule (kind, every, at_time, first_on, next_at)
  values ('evaluation', 'day', '02:00', current_date + 1, current_date + 1 + time '02:00');

-- By which recipe everybody was judged; null: nobody knows.
alter table figures add column recipe_id bigint;
