-- What a tenant's programs may do, as it was chosen; the latest holds. Who has none is counted and not limited. The zone is
-- the tenant's at the first choice, and stays: who moves gets no second day.
create table developer.api_plan (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    since       timestamptz not null,
    catalogue   text not null,
    version     integer not null check (version > 0),
    plan        text not null,
    time_zone   text not null,
    primary key (tenant_id, since),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('developer.api_plan');
revoke delete on developer.api_plan from ${app};

-- The calls of one day of a limited tenant: given out to processes, and let through by them. Locked by whoever changes
-- its leases, so that no more than the limit is ever given out.
create table developer.call_day (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    day         date not null,
    leased      bigint not null default 0,
    used        bigint not null default 0,
    primary key (tenant_id, day),
    check (used between 0 and leased),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('developer.call_day');
revoke delete on developer.call_day from ${app};

-- What one process has of a day under one limit. It states totals, so that a statement that is repeated changes nothing.
create table developer.call_lease (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    day         date not null,
    id          uuid not null,
    leased      bigint not null,
    used        bigint not null,
    stated_at   timestamptz not null default now(),
    primary key (tenant_id, day, id),
    check (used between 0 and leased),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('developer.call_lease');

-- Calls as people look at them: by hour in UTC, route and class of the answer's status. Durations in microseconds.
create table developer.call_hour (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    hour        timestamptz not null,
    route       text not null check (char_length(route) between 1 and 200),
    status      smallint not null check (status between 1 and 5),
    calls       bigint not null check (calls > 0),
    micros      bigint not null check (micros >= 0),
    most_micros bigint not null check (most_micros >= 0),
    primary key (tenant_id, hour, route, status),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('developer.call_hour');
revoke delete on developer.call_hour from ${app};
