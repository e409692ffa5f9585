-- A first subscription may begin with a trial, which is a period of its own before the first month that is paid for.
alter table billing.subscription
    add column trial_until date,
    add column trial_notice text check (trial_notice in ('ending', 'ended'));
comment on column billing.subscription.trial_until is
    'the first day of its zone that is paid for, where it began with a trial; what was used before costs nothing';
-- Whoever had one trial in a catalogue gets no other, however fast it asks.
create unique index one_trial_in_a_catalogue on billing.subscription (tenant_id, catalogue) where trial_until is not null;
comment on column billing.subscription.trial_notice is 'what the customer was last told of its trial';
