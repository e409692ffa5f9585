-- How an invoice stands, which itself never changes: what is still to be got of it, and when that is tried next.
create table billing.settlement (
    tenant_id   uuid not null,
    invoice_id  uuid not null,
    reseller_id uuid not null,
    issuer_id   uuid not null,
    state       text not null check (state in ('open', 'paying', 'paid', 'failed', 'unconfirmed', 'checking')),
    reason      text,
    paid_at     timestamptz,
    declines    integer not null default 0 check (declines >= 0),
    next_try_at timestamptz,
    primary key (tenant_id, invoice_id),
    foreign key (tenant_id, invoice_id) references billing.invoice (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);

-- What was invoiced before. Not isolated yet, so that the owner can write; the invoices are read around their isolation,
-- which is back before anybody else sees them again.
alter table billing.invoice no force row level security;
insert into billing.settlement (tenant_id, invoice_id, reseller_id, issuer_id, state, paid_at, next_try_at)
select tenant_id, id, reseller_id, issuer_id, status, case status when 'paid' then issued_at end,
       case status when 'open' then issued_at end
  from billing.invoice;
alter table billing.invoice force row level security;

create index settlement_to_try on billing.settlement (next_try_at) where state in ('open', 'failed');
call platform.isolate('billing.settlement');
revoke delete on billing.settlement from ${app}, ${platform};

-- The account at the payment provider into which a brand owner is paid. The platform is paid into the installation's own.
create table billing.payment_account (
    tenant_id   uuid primary key,
    reseller_id uuid not null,
    account     text not null check (char_length(account) between 1 and 255),
    can_charge  boolean not null,
    check_at    timestamptz,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index payment_account_by_name on billing.payment_account (account);
create index payment_account_to_check on billing.payment_account (check_at) where check_at is not null;
call platform.isolate('billing.payment_account');

-- Who pays an issuer, as the provider knows them in that issuer's account, and with which card. Of the card there is what
-- its owner knows it by, and the provider's name for it; never its number.
create table billing.payment_payer (
    tenant_id   uuid not null,
    issuer_id   uuid not null,
    reseller_id uuid not null,
    account     text,
    customer    text not null check (char_length(customer) between 1 and 255),
    card        text check (char_length(card) between 1 and 255),
    card_brand  text,
    card_last4  text check (char_length(card_last4) = 4),
    card_month  integer check (card_month between 1 and 12),
    card_year   integer,
    primary key (tenant_id, issuer_id),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.payment_payer');

-- A page of the provider's on which a payer leaves a card.
create table billing.payment_card_page (
    id          uuid primary key,
    tenant_id   uuid not null,
    reseller_id uuid not null,
    issuer_id   uuid not null,
    account     text,
    session     text check (char_length(session) between 1 and 255),
    state       text not null check (state in ('open', 'kept', 'expired')),
    begun_at    timestamptz not null,
    check_at    timestamptz,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index payment_card_page_to_check on billing.payment_card_page (check_at) where check_at is not null;
create index payment_card_page_by_session on billing.payment_card_page (session);
call platform.isolate('billing.payment_card_page');
revoke delete on billing.payment_card_page from ${app};

-- An attempt to get what an invoice comes to. It is written before the provider hears of it, with all that it is asked with,
-- so that asking again after a crash is the same question and gets the same answer.
create table billing.payment (
    id          uuid primary key,
    tenant_id   uuid not null,
    reseller_id uuid not null,
    issuer_id   uuid not null,
    invoice_id  uuid not null,
    account     text,
    way         text not null check (way in ('card', 'page')),
    state       text not null check (state in ('sending', 'confirming', 'paid', 'different', 'declined', 'expired')),
    amount      bigint not null check (amount > 0),
    currency    text not null,
    customer    text not null,
    card        text,
    session     text,
    page        text,
    back        text,
    intent      text,
    received    bigint,
    reason      text,
    begun_at    timestamptz not null,
    settled_at  timestamptz,
    check_at    timestamptz,
    foreign key (tenant_id, invoice_id) references billing.settlement (tenant_id, invoice_id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
-- An invoice is never paid on two ways at once.
create unique index one_payment_under_way on billing.payment (tenant_id, invoice_id) where state in ('sending', 'confirming');
create index payment_to_check on billing.payment (check_at) where check_at is not null;
create index payment_by_session on billing.payment (session);
create index payment_by_intent on billing.payment (intent);
call platform.isolate('billing.payment');
revoke delete on billing.payment from ${app}, ${platform};

-- What the provider told, once each; the tenant is the issuer into whose account it belongs. The words themselves are sealed.
create table billing.payment_event (
    tenant_id   uuid not null,
    event       text not null check (char_length(event) between 1 and 255),
    reseller_id uuid not null,
    type        text not null,
    body        bytea not null,
    received_at timestamptz not null,
    primary key (tenant_id, event),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index payment_event_age on billing.payment_event (received_at);
call platform.isolate('billing.payment_event');
revoke update on billing.payment_event from ${app}, ${platform};
