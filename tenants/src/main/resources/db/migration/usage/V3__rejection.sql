-- What was refused, as it was sent, so that people can look at it and send it again once the reason is gone. A row for each
-- id of the sender's, and for events without an id one for each content: what comes again takes no more room.
create table usage.rejection (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    name        text not null check (char_length(name) between 2 and 129),
    event_id    text check (char_length(event_id) <= 128),
    meter       text check (char_length(meter) <= 100),
    quantity    text check (char_length(quantity) <= 50),
    time        timestamptz,
    subject     text check (char_length(subject) <= 200),
    attributes  jsonb not null,
    is_whole    boolean not null,
    code        text not null,
    detail      text not null,
    first_at    timestamptz not null,
    refused_at  timestamptz not null,
    primary key (tenant_id, name),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
-- For lists, the newest first, and for the oldest of a day, which go first.
create index rejection_by_time on usage.rejection (tenant_id, refused_at desc, name desc);
create index rejection_by_age on usage.rejection (first_at);
call platform.isolate('usage.rejection');

-- How many of a day's had to go before their time, because there were more than are kept.
create table usage.rejection_loss (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    day         date not null,
    dropped     bigint not null check (dropped > 0),
    primary key (tenant_id, day),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index rejection_loss_by_age on usage.rejection_loss (day);
call platform.isolate('usage.rejection_loss');
