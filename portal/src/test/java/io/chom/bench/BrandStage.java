package io.chom.bench;

import io.chom.bench.Contest.Score;
import io.chom.bench.Contest.Workload;
import io.chom.portal.client.Http;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What it costs to be branded: the weight of first pages, their first byte, and how soon a new brand is worn. */
final class BrandStage implements Stage {

    private static final int PUBLICATIONS = 50;
    private static final int CONNECTIONS = 4;

    /** The page, all style sheets and what the brand brings: neither scripts, nor what the view says, nor Vaadin's bundle. */
    private static final String OWN = "^(?!/app/VAADIN/|.*[.]js$|.*[?]v-r=)";

    /** Notes the time at which the page wears another accent. */
    private static final String WATCH = """
            window.worn = [];
            let last = '';
            const look = () => {
                const now = getComputedStyle(document.documentElement).getPropertyValue('--ui-accent');
                if (now !== last) { last = now; window.worn.push(Date.now()); }
            };
            look();
            setInterval(look, 5);""";

    /** A version as publishing it writes it, and the word that tells every process. */
    private static final List<String> PUBLISH = List.of(
            """
            insert into tenancy.brand (tenant_id, reseller_id, version, document)
            select tenant_id, reseller_id, max(version) + 1,
                   jsonb_set((array_agg(document order by version desc))[1], '{look,accent,red}', '%d')
              from tenancy.brand join tenancy.tenant t using (tenant_id, reseller_id)
             where t.slug = 'acme' group by 1, 2""", "select pg_notify('chom', 'brand_changed ' || tenant_id) from tenancy.tenant where slug = 'acme'");

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var product = world.product();
        double ratio = firstByte(product, options, readings);
        try (var visit = Visit.at(product, "acme")) {
            visit.openCold("/", "Acme Hosting");
            double landing = visit.bytes("");
            visit.logIn(world, "owner@acme.test", "Blue Fox Studio");
            visit.openCold("/app", "Blue Fox Studio");
            double own = visit.bytes(OWN);
            Histogram delays = delays(visit, world, options);
            readings.add("publication to open page, ms: p50 " + delays.getValueAtPercentile(50) + ", most "
                    + delays.getMaxValue());
            return List.of(
                    Figure.atMost(
                            60,
                            "kB",
                            "brand.landing.weight",
                            landing / 1e3,
                            "First public page, cold: HTML, CSS and the brand’s files, compressed"),
                    Figure.atMost(
                            60,
                            "kB",
                            "brand.app.weight",
                            own / 1e3,
                            "Application, cold: HTML, CSS and the brand’s files beyond Vaadin’s bundle, compressed"),
                    Figure.atMost(
                            3,
                            "ratio",
                            "landing.ttfb",
                            ratio,
                            "Time to the first public page, p95, beside a static file"),
                    Figure.atMost(
                            1_000,
                            "ms",
                            "brand.visible",
                            delays.getMaxValue(),
                            "Published brand on an open page, the slowest"));
        }
    }

    private static double firstByte(World.Product product, Options options, List<String> readings) throws IOException {
        String host = "acme.localhost:" + product.ui();
        var file = new Workload(
                "static file", product.jvm(), product.ui(), 200, () -> Http.kept("GET", host, "/ui/app.css", ""));
        var landing =
                new Workload("landing page", product.jvm(), product.ui(), 200, () -> Http.kept("GET", host, "/", ""));
        List<Score> scores = new Contest(options, readings).between(CONNECTIONS, file, landing);
        return scores.get(1).p95Millis() / scores.get(0).p95Millis();
    }

    private static Histogram delays(Visit visit, World world, Options options) throws Exception {
        var delays = new Histogram(60_000L, 3);
        visit.driver().executeScript(WATCH);
        try (Connection database = world.superuser("chom")) {
            for (int n = 0; n < options.count(PUBLICATIONS); n++) {
                long before = changes(visit);
                publish(database, 120 + n % 60);
                long published = System.currentTimeMillis();
                while (changes(visit) == before) {
                    if (System.currentTimeMillis() - published > 20_000) {
                        throw new IOException("A brand does not come to the page");
                    }
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                double at = visit.number("return window.worn[arguments[0]]", before);
                delays.recordValue(Math.max(0, (long) at - published));
            }
        }
        return delays;
    }

    private static void publish(Connection database, int red) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(PUBLISH.getFirst().formatted(red));
            statement.execute(PUBLISH.getLast());
        }
    }

    private static long changes(Visit visit) {
        return (long) visit.number("return window.worn.length");
    }
}
