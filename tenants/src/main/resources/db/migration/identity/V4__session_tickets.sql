-- A session outlives the process that has it: any other goes on with it for the browser that shows its cookie. The row alone
-- is worth nothing for that: mark and key are both derived from the session's id, which stands in the cookie only.
-- A process of the version before this one leaves the defaults: its sessions are not taken over.
alter table identity.sign_in
    add column ends_at timestamptz not null default now() + interval '1 minute',
    add column mark    text not null default '' check (mark ~ '^([0-9a-f]{64})?$'),
    add column sealed  text not null default '' check (char_length(sealed) <= 32768);
create unique index sign_in_by_mark on identity.sign_in (tenant_id, mark) where mark <> '';
