-- A plan may be sold by the seat: how many it began with, and how many it has after a change. Everything sold before has as many
-- as its plan includes.
alter table billing.subscription add column seats integer not null default 0 check (seats >= 0);
alter table billing.plan_change add column seats integer not null default 0 check (seats >= 0);
comment on column billing.subscription.seats is 'how many it began with; 0 for those that the plan includes, and where it is not sold by the seat';
comment on column billing.plan_change.seats is 'likewise of the plan from that day on';

-- So that a line says how its price comes about: for how many seats, and what a change was from.
alter table billing.invoice_line
    add column seats integer check (seats > 0),
    add column seats_before integer check (seats_before > 0);
