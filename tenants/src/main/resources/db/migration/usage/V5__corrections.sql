-- Which event replaces the quantity of which. The events themselves stay as they were sent. What is replaced in the end is an
-- event that is no correction; each may be corrected once, and so may the correction, so that the last of a chain counts.
create table usage.correction (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    id          text not null check (char_length(id) between 1 and 128),
    time        timestamptz not null,
    meter       text not null,
    corrects    text not null check (char_length(corrects) between 1 and 128),
    event_id    text not null check (char_length(event_id) between 1 and 128),
    event_time  timestamptz not null,
    quantity    numeric(19, 6) not null check (quantity between 0 and 1000000000000),
    replaced_by text check (char_length(replaced_by) between 1 and 128),
    stored_at   timestamptz not null default now(),
    primary key (tenant_id, id, time),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create unique index correction_in_force on usage.correction (tenant_id, event_id, event_time) where replaced_by is null;
create index correction_of on usage.correction (tenant_id, corrects);
create index correction_by_time on usage.correction (tenant_id, event_time);
call platform.isolate('usage.correction');

-- The events that count, with the quantity that does. A quantity of 0 from a correction cancels the event: it never was.
create or replace view usage.counted with (security_invoker = true) as
select e.tenant_id, e.reseller_id, e.id, e.meter, coalesce(c.quantity, e.quantity) as quantity, e.time, e.subject, e.measure,
       e.value, e.stored_at
from usage.event e
left join usage.correction c
  on c.tenant_id = e.tenant_id and c.event_id = e.id and c.event_time = e.time and c.replaced_by is null
where e.measure in ('sum', 'unique', 'level') and (c.quantity is null or c.quantity > 0);

-- Writes the rollups of whole hours of one day in UTC anew from the events, and that day from its hours; what has no events
-- goes. Whoever calls it holds the lock of counting (7301, see UsageEvents).
create function usage.rewrite(of_tenant uuid, starting timestamptz, ending timestamptz) returns void
    language plpgsql
    as $$
#variable_conflict use_column
declare
    day date := (starting at time zone 'UTC')::date;
begin
    -- The hours are named as the index has them.
    with sums as (
        select meter, date_trunc('hour', time, 'UTC') as bucket, sum(quantity) as total, max(quantity) as peak,
               count(*) as events
        from usage.counted
        where tenant_id = of_tenant and time >= starting and time < ending
          and date_bin('1 hour', time, '2000-01-01 00:00+00') >= starting
          and date_bin('1 hour', time, '2000-01-01 00:00+00') < ending
        group by 1, 2
    ), gone as (
        delete from usage.hourly h
        where h.tenant_id = of_tenant and bucket >= starting and bucket < ending
          and not exists (select from sums where sums.meter = h.meter and sums.bucket = h.bucket)
    )
    insert into usage.hourly (tenant_id, reseller_id, meter, bucket, total, peak, events)
    select t.tenant_id, t.reseller_id, meter, bucket, total, peak, events
    from sums join tenancy.tenant t on t.tenant_id = of_tenant
    on conflict (tenant_id, meter, bucket) do update
    set total = excluded.total, peak = excluded.peak, events = excluded.events;

    with sums as (
        select meter, sum(total) as total, max(peak) as peak, sum(events) as events
        from usage.hourly
        where tenant_id = of_tenant and bucket >= day::timestamp at time zone 'UTC'
          and bucket < (day + 1)::timestamp at time zone 'UTC'
        group by 1
    ), gone as (
        delete from usage.daily d
        where d.tenant_id = of_tenant and bucket = day and not exists (select from sums where sums.meter = d.meter)
    )
    insert into usage.daily (tenant_id, reseller_id, meter, bucket, total, peak, events)
    select t.tenant_id, t.reseller_id, meter, day, total, peak, events
    from sums join tenancy.tenant t on t.tenant_id = of_tenant
    on conflict (tenant_id, meter, bucket) do update
    set total = excluded.total, peak = excluded.peak, events = excluded.events;

    with told as (
        select distinct meter, date_trunc('hour', time, 'UTC') as bucket, value
        from usage.counted
        where tenant_id = of_tenant and measure = 'unique' and time >= starting and time < ending
          and date_bin('1 hour', time, '2000-01-01 00:00+00') >= starting
          and date_bin('1 hour', time, '2000-01-01 00:00+00') < ending
    ), gone as (
        delete from usage.seen s
        where s.tenant_id = of_tenant and bucket >= starting and bucket < ending
          and (s.meter, s.bucket, s.value) not in (select meter, bucket, value from told)
    )
    insert into usage.seen (tenant_id, reseller_id, meter, bucket, value)
    select t.tenant_id, t.reseller_id, meter, bucket, value
    from told join tenancy.tenant t on t.tenant_id = of_tenant
    on conflict do nothing;

    with told as (
        select hour.bucket, level.*
        from generate_series(starting, ending - interval '1 hour', interval '1 hour') as hour (bucket),
             lateral usage.levels_of_events(of_tenant, hour.bucket, hour.bucket + interval '1 hour') as level
    ), gone as (
        delete from usage.level l
        where l.tenant_id = of_tenant and bucket >= starting and bucket < ending
          and (l.meter, l.subject, l.bucket) not in (select meter, subject, bucket from told)
    )
    insert into usage.level (tenant_id, reseller_id, meter, subject, bucket, first_at, last_at, last_quantity, area)
    select t.tenant_id, t.reseller_id, meter, subject, bucket, first_at, last_at, last_quantity, area
    from told join tenancy.tenant t on t.tenant_id = of_tenant
    on conflict (tenant_id, meter, subject, bucket) do update
    set first_at = excluded.first_at, last_at = excluded.last_at, last_quantity = excluded.last_quantity,
        area = excluded.area;
end
$$;
