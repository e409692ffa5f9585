-- The first answer to a request that may be sent twice. Without a status it is still being worked on, until the lease
-- runs out: then its process is dead and the work, which commits together with the answer, has not happened.
create table platform.idempotency_key (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    key         text not null check (char_length(key) between 1 and 255),
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    claim       uuid not null,
    leased_until timestamptz not null,
    status      integer check (status between 100 and 599),
    headers     jsonb,
    body        bytea,
    expires_at  timestamptz not null,
    primary key (tenant_id, key),
    check ((status is null) = (headers is null) and (status is null) = (body is null))
);
create index idempotency_age on platform.idempotency_key (expires_at);
call platform.isolate('platform.idempotency_key');
