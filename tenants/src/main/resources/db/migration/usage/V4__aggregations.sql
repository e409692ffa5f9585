-- How an event counts, decided once when it is counted, by its meter, which never changes: in the sums alone, by its distinct
-- value, as a level from its time on, or not at all. Rollups can be made anew from it without any catalogue.
alter table usage.event
    add column measure text not null default 'sum',
    add column value text;
-- Not valid: rows that are there have the default, and reading all of them would keep usage waiting.
alter table usage.event
    add constraint event_measure check (measure in ('none', 'sum', 'unique', 'level', 'correction')) not valid,
    add constraint event_value check (char_length(value) between 1 and 200) not valid;

-- For the levels of an hour. Events of other meters are not in it, and no other question can be lured to it.
create index event_of_level on usage.event (tenant_id, time) where measure = 'level';

-- The events that count.
create view usage.counted with (security_invoker = true) as
select tenant_id, reseller_id, id, meter, quantity, time, subject, measure, value, stored_at
from usage.event where measure in ('sum', 'unique', 'level');
grant select on usage.counted to ${app}, ${platform};

-- Which values a meter of distinct values had in each hour in UTC.
create table usage.seen (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    meter       text not null,
    bucket      timestamptz not null,
    value       text not null check (char_length(value) between 1 and 200),
    primary key (tenant_id, meter, bucket, value),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('usage.seen');

-- The level of each subject within each hour in UTC that has events of it: when it was told of first and last, what it was
-- last, and the level integrated between the two, in quantity times seconds. An event without a subject is of subject ''.
create table usage.level (
    tenant_id     uuid not null,
    reseller_id   uuid not null,
    meter         text not null,
    subject       text not null check (char_length(subject) <= 200),
    bucket        timestamptz not null,
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    last_quantity numeric not null,
    area          numeric not null,
    primary key (tenant_id, meter, subject, bucket),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index level_by_hour on usage.level (tenant_id, bucket);
call platform.isolate('usage.level');

-- What the events of a stretch of time, of an hour at most, say of the levels. Of several at one moment the one counts whose
-- id is the greatest, byte by byte, so that it does not matter in which order they came.
create function usage.levels_of_events(of_tenant uuid, starting timestamptz, ending timestamptz)
    returns table (meter text, subject text, first_at timestamptz, last_at timestamptz, last_quantity numeric, area numeric)
    language sql stable
    as $$
with told as (
    select distinct on (e.meter, coalesce(e.subject, ''), e.time)
           e.meter, coalesce(e.subject, '') as subject, e.time, e.quantity
    from usage.counted e
    where e.tenant_id = of_tenant and e.measure = 'level' and e.time >= starting and e.time < ending
    order by 1, 2, 3, e.id collate "C" desc
), lasting as (
    select *, lead(told.time) over (partition by told.meter, told.subject order by told.time) as next_at from told
)
select l.meter, l.subject, min(l.time), max(l.time), max(l.quantity) filter (where l.next_at is null),
       coalesce(sum(l.quantity * extract(epoch from l.next_at - l.time)), 0)
from lasting l group by 1, 2
$$;

-- How many distinct values each meter had in a span: from whole hours, and where an end of the span is on none, from the
-- events around them.
create function usage.uniques(of_tenant uuid, starts timestamptz, ends timestamptz)
    returns table (meter text, quantity numeric)
    language plpgsql stable
    as $$
#variable_conflict use_column
declare
    first_hour timestamptz := date_trunc('hour', starts + interval '1 hour - 1 microsecond', 'UTC');
    last_hour  timestamptz := date_trunc('hour', ends, 'UTC');
begin
    return query
    select met.meter, count(distinct met.value)::numeric
    from (
        select s.meter, s.value from usage.seen s
        where s.tenant_id = of_tenant and s.bucket >= first_hour and s.bucket < last_hour
        union all
        select e.meter, e.value
        from (values (starts, least(first_hour, ends)), (greatest(first_hour, last_hour), ends)) as edge (starting, ending),
             lateral (select c.meter, c.value from usage.counted c
                      where c.tenant_id = of_tenant and c.time >= starting and c.time < ending
                            and date_bin('1 hour', c.time, '2000-01-01 00:00+00')
                                = date_bin('1 hour', starting, '2000-01-01 00:00+00')
                            and c.measure = 'unique') as e
    ) as met
    group by met.meter;
end
$$;

-- The levels of a span by meter: "latest" is the last level of every subject that was told of within the span, added up;
-- "seconds" is the level of every subject integrated over the span, added up, in quantity times seconds. A level holds from
-- the time of its event until that of the subject's next one, also across the ends of spans; it is not known further than
-- "known_until", the present, unless an event says so.
create function usage.levels(of_tenant uuid, starts timestamptz, ends timestamptz, known_until timestamptz)
    returns table (meter text, latest numeric, seconds numeric)
    language plpgsql stable
    as $$
#variable_conflict use_column
declare
    first_hour timestamptz := date_trunc('hour', starts + interval '1 hour - 1 microsecond', 'UTC');
    last_hour  timestamptz := date_trunc('hour', ends, 'UTC');
    start_hour timestamptz := date_trunc('hour', starts, 'UTC');
begin
    return query
    with recursive subjects as (
        -- One step of the key for each subject, instead of reading all that ever was told of it.
        (select l.meter, l.subject from usage.level l where l.tenant_id = of_tenant order by 1, 2 limit 1)
        union all
        select n.meter, n.subject
        from subjects s,
             lateral (select l.meter, l.subject from usage.level l
                      where l.tenant_id = of_tenant and (l.meter, l.subject) > (s.meter, s.subject)
                      order by 1, 2 limit 1) as n
    ), before as (
        select s.meter, s.subject, b.last_at, b.last_quantity
        from subjects s,
             lateral (select l.last_at, l.last_quantity from usage.level l
                      where l.tenant_id = of_tenant and l.meter = s.meter and l.subject = s.subject
                            and l.bucket < start_hour
                      order by l.bucket desc limit 1) as b
        union all
        select e.meter, e.subject, e.last_at, e.last_quantity
        from usage.levels_of_events(of_tenant, start_hour, starts) e
    ), parts as (
        (select distinct on (b.meter, b.subject)
                b.meter, b.subject, starts as first_at, starts as last_at, b.last_quantity, 0.0 as area, false as is_within
         from before b order by b.meter, b.subject, b.last_at desc)
        union all
        select l.meter, l.subject, l.first_at, l.last_at, l.last_quantity, l.area, true
        from usage.level l where l.tenant_id = of_tenant and l.bucket >= first_hour and l.bucket < last_hour
        union all
        select e.meter, e.subject, e.first_at, e.last_at, e.last_quantity, e.area, true
        from (values (starts, least(first_hour, ends)), (greatest(first_hour, last_hour), ends)) as edge (starting, ending),
             lateral usage.levels_of_events(of_tenant, starting, ending) as e
    ), chained as (
        select p.*, lead(p.first_at) over (partition by p.meter, p.subject order by p.last_at, p.is_within) as next_at
        from parts p
    )
    select c.meter, sum(c.last_quantity) filter (where c.is_within and c.next_at is null),
           sum(c.area + c.last_quantity * extract(epoch from
                   coalesce(c.next_at, greatest(c.last_at, least(ends, known_until))) - c.last_at))
    from chained c group by c.meter;
end
$$;
