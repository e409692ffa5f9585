grant usage on schema usage to ${app}, ${platform};

-- What happened, once per id and tenant. The key of a partitioned table must hold the time that places a row, so the
-- uniqueness of an id over all times is kept by the one writer: it holds a lock per tenant and looks before it writes.
create table usage.event (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    id          text not null check (char_length(id) between 1 and 128),
    meter       text not null,
    quantity    numeric(19, 6) not null check (quantity between 0 and 1000000000000),
    time        timestamptz not null,
    subject     text check (char_length(subject) between 1 and 200),
    attributes  jsonb not null,
    stored_at   timestamptz not null default now(),
    primary key (tenant_id, id, time),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
) partition by range (time);
-- For the part of an hour at the edge of a period, and for lists by time.
create index event_by_time on usage.event (tenant_id, time);
call platform.isolate('usage.event');
-- Facts are added and read; only their owner changes with the tree of tenants, through the foreign key.
revoke update, delete on usage.event from ${app}, ${platform};

-- Totals per hour and day in UTC, written in the transaction of the events that they count. Updated in place: free room
-- on each page keeps an update from touching the index.
create table usage.hourly (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    meter       text not null,
    bucket      timestamptz not null,
    total       numeric not null,
    peak        numeric not null,
    events      bigint not null,
    primary key (tenant_id, meter, bucket),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
) with (fillfactor = 70);
call platform.isolate('usage.hourly');

create table usage.daily (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    meter       text not null,
    bucket      date not null,
    total       numeric not null,
    peak        numeric not null,
    events      bigint not null,
    primary key (tenant_id, meter, bucket),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
) with (fillfactor = 70);
call platform.isolate('usage.daily');

-- Creates the monthly partitions that are missing between two dates. Nobody but the owner reaches a partition other
-- than through its parent; the policies on each are a second lock, should a grant slip in.
create procedure usage.create_partitions(first date, last date)
    language plpgsql
    as $$
declare
    month date;
    part  text;
begin
    for month in select generate_series(date_trunc('month', first), last, interval '1 month')::date loop
        part := 'usage.event_' || to_char(month, 'YYYY_MM');
        continue when to_regclass(part) is not null;
        execute format('create table %s partition of usage.event for values from (%L) to (%L)',
            part, month || ' 00:00+00', (month + interval '1 month')::date || ' 00:00+00');
        execute format('call platform.isolate(%L)', part);
        execute format('revoke all on %s from ${app}, ${platform}', part);
    end loop;
end
$$;
revoke all on procedure usage.create_partitions from public;
