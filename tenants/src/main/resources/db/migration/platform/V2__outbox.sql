-- Events that were recorded with the change they tell of. The order is the position, which the server gives out: a later
-- transaction of a tenant never gets an earlier one, whatever the clocks of the processes say.
create table platform.outbox (
    id           uuid primary key,
    position     bigint generated always as identity,
    tenant_id    uuid not null,
    reseller_id  uuid not null,
    type         text not null check (char_length(type) between 1 and 100),
    payload      jsonb not null,
    created_at   timestamptz not null,
    published_at timestamptz
);
create index outbox_waiting on platform.outbox (position) where published_at is null;
create index outbox_done on platform.outbox (published_at) where published_at is not null;
call platform.isolate('platform.outbox');
-- What was recorded stays as it was; only the relay marks and clears.
revoke update, delete on platform.outbox from ${app};

-- Events that a consumer has taken effect of, in the transaction of that effect.
create table platform.inbox (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    consumer    text not null check (char_length(consumer) between 1 and 100),
    event_id    uuid not null,
    seen_at     timestamptz not null,
    primary key (tenant_id, consumer, event_id)
);
create index inbox_age on platform.inbox (seen_at);
call platform.isolate('platform.inbox');
revoke update, delete on platform.inbox from ${app};
