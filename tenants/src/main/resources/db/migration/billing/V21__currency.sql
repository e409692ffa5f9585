-- A catalogue may sell in several currencies. What was bought keeps the one it was bought in; its version tells the prices.
alter table billing.subscription add column currency text check (currency ~ '^[A-Z]{3}$');
alter table billing.purchase add column currency text check (currency ~ '^[A-Z]{3}$');
comment on column billing.subscription.currency is
    'null where it was bought while a catalogue had one currency: the main one of the version it began under';
comment on column billing.purchase.currency is
    'null where it was bought while a catalogue had one currency: the main one of its version';
