-- Credit notes are counted by themselves: an issuer has a series for each kind of document.
alter table billing.invoice_series add column kind text not null default 'invoice' check (kind in ('invoice', 'credit-note'));
alter table billing.invoice_series alter column kind drop default, drop constraint invoice_series_pkey,
    add primary key (tenant_id, kind);

-- How an invoice stands in money: what it came to, what of that was credited since, what came in and what of that goes back,
-- whether it has arrived or not. Changed together in one statement, so that what is owed is right at every moment.
alter table billing.settlement
    add column total bigint,
    add column credited bigint not null default 0 check (credited >= 0),
    add column received bigint not null default 0 check (received >= 0),
    add column refunded bigint not null default 0 check (refunded between 0 and received);
alter table billing.manual_payment add column amount bigint check (amount > 0);

-- What was settled before. Around the isolation, which is back before anybody else sees the rows again.
alter table billing.settlement no force row level security;
alter table billing.invoice no force row level security;
alter table billing.payment no force row level security;
alter table billing.manual_payment no force row level security;
update billing.settlement s
   set total = i.total,
       received = case s.state
           when 'paid' then greatest(i.total, 0)
           else coalesce((select sum(p.received) from billing.payment p
                           where p.tenant_id = s.tenant_id and p.invoice_id = s.invoice_id), 0) end
  from billing.invoice i where i.tenant_id = s.tenant_id and i.id = s.invoice_id;
update billing.manual_payment m set amount = i.total
  from billing.invoice i where i.tenant_id = m.tenant_id and i.id = m.invoice_id;
alter table billing.settlement force row level security;
alter table billing.invoice force row level security;
alter table billing.payment force row level security;
alter table billing.manual_payment force row level security;

alter table billing.manual_payment alter column amount set not null;
alter table billing.settlement
    alter column total set not null,
    add column owed bigint not null generated always as (
        case when state in ('paid', 'checking') then 0 else greatest(total - credited - received + refunded, 0) end) stored,
    add constraint credited_at_most_the_total check (credited <= greatest(total, 0)),
    add constraint never_below_zero check (state = 'checking' or total <= 0 or total - credited - received + refunded >= 0);

-- What was wrong on an issued invoice, which itself never changes. Nor does the note, but for when its customer was told.
create table billing.credit_note (
    id          uuid primary key,
    tenant_id   uuid not null,
    reseller_id uuid not null,
    issuer_id   uuid not null,
    invoice_id  uuid not null,
    prefix      text not null,
    number      integer not null check (number > 0),
    reason      text not null check (char_length(reason) between 1 and 500),
    currency    text not null,
    total       bigint not null check (total > 0),
    issued_by   text not null check (char_length(issued_by) between 1 and 200),
    issued_at   timestamptz not null,
    told_at     timestamptz,
    unique (tenant_id, id),
    unique (tenant_id, issuer_id, prefix, number),
    foreign key (tenant_id, invoice_id) references billing.settlement (tenant_id, invoice_id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index credit_note_of_invoice on billing.credit_note (tenant_id, invoice_id);
create index credit_note_to_tell on billing.credit_note (issued_at) where told_at is null;
call platform.isolate('billing.credit_note');
revoke update, delete on billing.credit_note from ${app}, ${platform};
grant update (told_at) on billing.credit_note to ${app};

-- How much of which line of the invoice, with the sign that the line has.
create table billing.credit_note_line (
    tenant_id      uuid not null,
    credit_note_id uuid not null,
    invoice_id     uuid not null,
    line           integer not null,
    reseller_id    uuid not null,
    amount         bigint not null check (amount <> 0),
    primary key (tenant_id, credit_note_id, line),
    foreign key (tenant_id, credit_note_id) references billing.credit_note (tenant_id, id) on update cascade,
    foreign key (tenant_id, invoice_id, line) references billing.invoice_line (tenant_id, invoice_id, position) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index credit_note_line_of_invoice on billing.credit_note_line (tenant_id, invoice_id);
call platform.isolate('billing.credit_note_line');
revoke update, delete on billing.credit_note_line from ${app}, ${platform};

-- Money that goes back. It is written before the provider hears of it, with all that it is asked with, so that asking again
-- after a crash is the same question. What did not come by card, or cannot go back to it, is paid back by hand.
create table billing.refund (
    id           uuid primary key,
    tenant_id    uuid not null,
    reseller_id  uuid not null,
    issuer_id    uuid not null,
    invoice_id   uuid not null,
    state        text not null check (state in ('by_hand', 'requested', 'pending', 'succeeded', 'failed', 'done')),
    amount       bigint not null check (amount > 0),
    currency     text not null,
    account      text,
    intent       text,
    refund       text,
    reason       text,
    requested_at timestamptz not null,
    settled_at   timestamptz,
    check_at     timestamptz,
    evidence     text check (char_length(evidence) between 1 and 200),
    recorded_by  text check (char_length(recorded_by) between 1 and 200),
    check (intent is not null or state in ('by_hand', 'done')),
    check (state <> 'done' or evidence is not null and recorded_by is not null),
    foreign key (tenant_id, invoice_id) references billing.settlement (tenant_id, invoice_id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index refund_of_invoice on billing.refund (tenant_id, invoice_id);
create index refund_to_check on billing.refund (check_at) where check_at is not null;
create index refund_by_name on billing.refund (refund);
call platform.isolate('billing.refund');
revoke delete on billing.refund from ${app}, ${platform};
