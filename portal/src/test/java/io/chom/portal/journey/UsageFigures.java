package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.journey.UsageBooks.Sender;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the books with every place where the program keeps or shows what was used. */
record UsageFigures(UsageBooks books, Database database, String ids) {

    private static final String BY_TENANT = " join tenancy.tenant t using (tenant_id) ";

    /** Every figure is the same, to the last digit; waits until what is under way has arrived. */
    void agree(List<Sender> senders, int apiPort) throws SQLException {
        Awaitility.await("all accepted events to be stored")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(database.count("usage.event where id like '" + ids + "%'"))
                        .isEqualTo(books.size()));
        assertThat(stored()).isEqualTo(books.sums());
        assertRollups("hourly");
        assertRollups("daily");
        for (Sender sender : senders) {
            assertOverview(sender, apiPort);
        }
    }

    /** Every event, hour and day is as in the books; for an installation that has nothing else. */
    void agreeByEventHourAndDay() throws SQLException {
        assertThat(database.amounts("select t.slug || ' ' || e.id, quantity from usage.event e" + BY_TENANT))
                .as("events")
                .isEqualTo(books.sums(event -> event.sender().tenant() + " " + event.id()));
        assertBuckets("hourly", "to_char(bucket at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24')", "2026-11-21T08".length());
        assertBuckets("daily", "bucket", "2026-11-21".length());
    }

    /** @param length how much of an event's time names its bucket */
    private void assertBuckets(String rollup, String bucket, int length) throws SQLException {
        Function<UsageBooks.Event, String> name = event -> event.sender().tenant() + " " + event.meter() + " "
                + event.time().substring(0, length);
        String from = " from usage." + rollup + BY_TENANT;
        String of = "select t.slug || ' ' || meter || ' ' || " + bucket + ", ";
        assertThat(database.amounts(of + "total" + from)).as(rollup + " totals").isEqualTo(books.sums(name));
        assertThat(database.amounts(of + "events" + from))
                .as(rollup + " counts")
                .isEqualTo(books.counts(name));
    }

    private Map<String, BigDecimal> stored() throws SQLException {
        return database.amounts("select t.slug || ' ' || meter, sum(quantity) from usage.event" + BY_TENANT
                + "where id like '" + ids + "%' group by 1");
    }

    /** Over everything there is, the history of the demo as well. */
    private void assertRollups(String name) throws SQLException {
        String rollup = " from usage." + name + BY_TENANT + "group by 1";
        String events = " from usage.event" + BY_TENANT + "group by 1";
        assertThat(database.amounts("select t.slug || ' ' || meter, sum(total)" + rollup))
                .as(name + " totals")
                .isEqualTo(database.amounts("select t.slug || ' ' || meter, sum(quantity)" + events));
        assertThat(database.amounts("select t.slug || ' ' || meter, sum(events)" + rollup))
                .as(name + " counts")
                .isEqualTo(database.amounts("select t.slug || ' ' || meter, count(*)" + events));
    }

    private void assertOverview(Sender sender, int apiPort) throws SQLException {
        var answer = UsageTraffic.overview(apiPort, sender);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode overview = JsonMapper.shared().readTree(answer.body());
        Map<String, BigDecimal> used = used(sender, overview.get("period"));
        for (JsonNode meter : overview.get("meters")) {
            String name = meter.get("meter").asString();
            assertThat(meter.get("used").decimalValue())
                    .as(sender.tenant() + " " + name)
                    .isEqualByComparingTo(used.getOrDefault(name, BigDecimal.ZERO));
        }
    }

    private Map<String, BigDecimal> used(Sender sender, JsonNode period) throws SQLException {
        return database.amounts("""
                select meter, case meter when 'bandwidth_gb' then sum(quantity) else max(quantity) end
                from usage.event join tenancy.tenant t using (tenant_id)
                where t.slug = '%s' and time >= timestamp '%s' at time zone '%s'
                      and time < timestamp '%s' at time zone '%3$s'
                group by 1
                """.formatted(
                        sender.tenant(),
                        period.get("from").asString(),
                        period.get("zone").asString(),
                        period.get("until").asString()));
    }
}
