-- A mail waits here from the commit of what it tells of until a server has taken it. The row holds what the mail is about;
-- brand and words are those of the moment of sending. Its message id is given once, so that a mail that was sent twice,
-- because a process died between sending and noting that, can be told from two mails.
create table platform.mail (
    id            uuid primary key,
    tenant_id     uuid not null,
    reseller_id   uuid not null,
    kind          text not null check (kind ~ '^[a-z][a-z0-9-]{0,59}$'),
    transactional boolean not null,
    recipient     text not null check (char_length(recipient) between 3 and 254),
    -- Empty: the language of the brand.
    language      text not null default '' check (language ~ '^([a-z]{2})?$'),
    contents      jsonb not null,
    state         text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'suppressed')),
    reason        text not null default '' check (char_length(reason) <= 400),
    message_id    text not null default '' check (char_length(message_id) <= 300),
    attempts      integer not null default 0,
    created_at    timestamptz not null,
    -- When to try next; while a process tries, when another may take that process for dead.
    due_at        timestamptz not null,
    give_up_at    timestamptz not null,
    settled_at    timestamptz,
    check ((state = 'queued') = (settled_at is null))
);
create index mail_due on platform.mail (due_at) where state = 'queued';
create index mail_settled on platform.mail (settled_at) where settled_at is not null;
call platform.isolate('platform.mail');
-- What was asked for stays as it was; only the sender notes what became of it.
revoke update, delete on platform.mail from ${app};

-- Addresses that a brand's mails do not reach, a row of the brand's owner. One that does not exist stays; one that was
-- full or asleep for three mails in a row gets another chance after a while.
create table platform.mail_suppression (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    address     text not null check (char_length(address) between 3 and 254),
    hard        boolean not null,
    strikes     integer not null check (strikes > 0),
    sentence    text not null default '' check (char_length(sentence) <= 300),
    since       timestamptz not null,
    ends_at     timestamptz,
    primary key (tenant_id, address),
    check (not hard or ends_at is null)
);
call platform.isolate('platform.mail_suppression');

-- Kinds of mail that the holder of an address does not want from a brand any more, a row of the brand's owner.
create table platform.mail_opt_out (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    address     text not null check (char_length(address) between 3 and 254),
    kind        text not null check (kind ~ '^[a-z][a-z0-9-]{0,59}$'),
    at          timestamptz not null,
    primary key (tenant_id, address, kind)
);
call platform.isolate('platform.mail_opt_out');
