-- How a brand's owner sends mail, as far as that is not the brand's own word or the installation's way. The address is
-- used only while its domain is the one that was proved; the login of the server is sealed and shown to nobody.
create table tenancy.mail_sender (
    tenant_id       uuid primary key,
    reseller_id     uuid not null,
    name            text check (char_length(name) between 1 and 60),
    reply_to        text check (char_length(reply_to) between 3 and 254),
    address         text check (char_length(address) between 3 and 254),
    verified_domain text check (char_length(verified_domain) <= 253),
    verified_at     timestamptz,
    evidence        text not null default '' check (char_length(evidence) <= 2000),
    host            text check (char_length(host) between 1 and 253),
    port            integer check (port between 1 and 65535),
    tls             text check (tls in ('OFFERED', 'STARTTLS', 'IMPLICIT')),
    login_user      text check (char_length(login_user) between 1 and 200),
    login_sealed    bytea check (octet_length(login_sealed) <= 2000),
    updated_at      timestamptz not null default now(),
    check ((host is null) = (port is null) and (host is null) = (tls is null)),
    check ((login_user is null) = (login_sealed is null)),
    check (login_user is null or host is not null),
    check ((verified_domain is null) = (verified_at is null)),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('tenancy.mail_sender');
