-- Runs at every start, as the owner: partitions for the furthest that an event may lie back and for two years ahead, so
-- that a program which is updated once in two years never lacks one.
call usage.create_partitions((now() - interval '14 months')::date, (now() + interval '24 months')::date);
