package io.chom.tenants.usage.probe;

/**
 * Where figures come from. The range is of whole months in UTC. A value or a level is told apart by its bucket, in which
 * everything stands that is no figure.
 */
enum Source {
    EVENTS("usage.counted", "sum(quantity) as total, max(quantity) as peak, count(*) as events", Source.TIMES),
    HOURS("usage.hourly", Source.OF_ROLLUPS, Source.BUCKETS),
    DAYS("usage.daily", Source.OF_ROLLUPS, "bucket >= (select first from asked) and bucket < (select last from asked)"),
    VALUES_OF_EVENTS(
            """
            (select tenant_id, meter, time, concat_ws(' ', date_trunc('hour', time, 'UTC'), value) as bucket
             from usage.counted where measure = 'unique') as told
            """, "cast(1 as numeric) as total, cast(1 as numeric) as peak, cast(1 as bigint) as events", Source.TIMES),
    VALUES("""
            (select tenant_id, meter, bucket as time, concat_ws(' ', bucket, value) as bucket,
                    cast(1 as numeric) as total, cast(1 as numeric) as peak, cast(1 as bigint) as events
             from usage.seen) as kept
            """, "", Source.TIMES),
    LEVELS_OF_EVENTS(
            """
            (select hour.tenant_id, meter, hour.bucket as time, concat_ws(' ', hour.bucket, first_at, last_at, subject) as bucket,
                    area, last_quantity
             from (select distinct tenant_id, date_trunc('hour', time, 'UTC') as bucket from usage.counted
                   where measure = 'level' and %s) as hour,
                  lateral usage.levels_of_events(hour.tenant_id, hour.bucket, hour.bucket + interval '1 hour')) as told
            """.formatted(Source.TIMES),
            "sum(area) as total, max(last_quantity) as peak, cast(1 as bigint) as events",
            Source.TIMES),
    LEVELS("""
            (select tenant_id, meter, bucket as time, concat_ws(' ', bucket, first_at, last_at, subject) as bucket,
                    area as total, last_quantity as peak, cast(1 as bigint) as events
             from usage.level) as kept
            """, "", Source.TIMES);

    private static final String TIMES = """
            time >= cast((select first from asked) as timestamp) at time zone 'UTC'
            and time < cast((select last from asked) as timestamp) at time zone 'UTC'""";
    private static final String BUCKETS = """
            bucket >= cast((select first from asked) as timestamp) at time zone 'UTC'
            and bucket < cast((select last from asked) as timestamp) at time zone 'UTC'""";
    private static final String OF_ROLLUPS =
            "sum(total) as total, max(peak) as peak, cast(sum(events) as bigint) as events";

    final String table;
    final String sums;
    final String range;

    Source(String table, String sums, String range) {
        this.table = table;
        this.sums = sums;
        this.range = range;
    }
}
