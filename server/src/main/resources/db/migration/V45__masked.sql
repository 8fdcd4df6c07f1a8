-- What somebody sees only in part must not be found out by search or order either: the text that a
-- party is found by holds its e-mail addresses, phones and mobiles behind a sign each (see
-- SearchText), and whoever is called by an address or number is in no order. Of what is there
-- already, the parts that are no name and no number of a company are moved behind the signs.

create function pg_temp.digits(value text) returns text language sql immutable as $$
  select regexp_replace(coalesce(value, ''), '\D', '', 'g')
$$;

with word as (
  select p.id, w.word, w.place,
    case
      when w.word like '%@%'
        or w.word = any(string_to_array(lower(p.golden ->> 'email'), ' '))
        or w.word = any(string_to_array(lower(p.golden ->> 'email_2'), ' ')) then 1
      when w.word !~ '^\d{7,}$' then 0
      when w.word in (pg_temp.digits(p.golden ->> 'siren'), pg_temp.digits(p.golden ->> 'siret'),
        pg_temp.digits(p.golden ->> 'vat'), pg_temp.digits(p.golden ->> 'postcode')) then 0
      when right(w.word, 9) in (right(pg_temp.digits(p.golden ->> 'phone'), 9),
        right(pg_temp.digits(p.golden ->> 'phone_2'), 9)) then 2
      else 3 -- a mobile, or a number of a field of one's own
    end as section
  from party p cross join lateral regexp_split_to_table(p.search, ' ')
    with ordinality as w (word, place)
), section as (
  select id, section, string_agg(word, ' ' order by place) as words from word group by 1, 2
), whole as (
  select id, string_agg(
      (array['', E'\x01', E'\x02', E'\x03'])[section + 1] || words, ' ' order by section)
      as search
  from section group by 1
)
update party p set search = whole.search,
  sort_key = case when p.name in (p.email, p.phone) then U&'\FFFF' else p.sort_key end
from whole where whole.id = p.id
  and (p.search <> whole.search or p.name in (p.email, p.phone));

-- The title of an edit was a person's name: who may not see the person, and an erasure, met it.
update run r set title = coalesce(
    (select '#' || c.party_id from change c where c.run_id = r.id order by c.id limit 1), '')
where r.kind = 'edit';
update run r set title = e.title from run e where r.undoes = e.id and e.kind = 'edit';
