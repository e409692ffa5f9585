package io.chom.bench;

import io.chom.bench.Contest.Score;
import io.chom.bench.Contest.Workload;
import io.chom.portal.client.Http;
import io.chom.theming.Brand;
import io.chom.theming.BrandStylesheet;
import io.chom.theming.BrandTokens;
import io.chom.theming.Color;
import io.chom.theming.Look;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the host of a request to the tokens of its brand, with few and with many domains. Two programs answer in turns:
 * one has taken up its domains before the many were there, and nobody has told it of them.
 */
final class HostsStage implements Stage {

    private static final int RESELLERS = 1_000;
    private static final int DOMAINS_EACH = 100;
    private static final int CONNECTIONS = 32;

    /** Where a style sheet is to be had. */
    private record Place(String host, String path) {}

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        world.product(); // migrates
        world.endProduct();
        var bare = world.bare();
        List<Place> few = found(world, 1, 10, 0);
        var small = world.start("hosts-few", "--chom.roles=api");
        List<Place> many = found(world, RESELLERS, DOMAINS_EACH, 1);
        var large = world.start("hosts-many", "--chom.roles=api");
        // Before anybody asks: what calls leave behind differs from program to program by more than the domains take.
        var before = small.jvm().liveHeap();
        var after = large.jvm().liveHeap();
        double megabytes = Jvm.megabytes(after) - Jvm.megabytes(before);
        readings.add("heap for the domains: %.1f MB, bytes more by class: %s"
                .formatted(megabytes, Jvm.growth(before, after, 1)));

        var hello = new Workload(
                "bare hello", bare.jvm(), bare.port(), 200, () -> Http.kept("GET", "localhost", "/hello", ""));
        List<Score> scores = new Contest(options, readings)
                .between(
                        CONNECTIONS,
                        hello,
                        workload("tokens of 10 domains", small, few),
                        workload("tokens of 100,000 domains", large, many));
        readings.add(kept("10 domains", before, small));
        readings.add(kept("100,000 domains", after, large));
        return figures(scores.get(0), scores.get(1), scores.get(2), megabytes);
    }

    private static String kept(String name, Map<String, Long> before, World.Product product)
            throws IOException, InterruptedException {
        var heap = product.jvm().liveHeap();
        return "heap that the calls left behind, %s: %.1f MB, bytes more by class: %s"
                .formatted(name, Jvm.megabytes(heap) - Jvm.megabytes(before), Jvm.growth(before, heap, 1));
    }

    private static List<Figure> figures(Score hello, Score few, Score many, double megabytes) {
        return List.of(
                Figure.atLeast(
                        0.85,
                        "ratio",
                        "hosts.rate",
                        many.rate() / hello.rate(),
                        "Host → tenant → brand tokens with 100,000 domains, beside a bare hello"),
                Figure.atMost(
                        1.15,
                        "ratio",
                        "hosts.processor",
                        many.processorMicros() / few.processorMicros(),
                        "Its processor time, 100,000 domains beside 10"),
                Figure.atMost(
                        1.15,
                        "ratio",
                        "hosts.p95",
                        many.p95Millis() / few.p95Millis(),
                        "Its p95, 100,000 domains beside 10"),
                Figure.atMost(64, "MB", "hosts.heap", megabytes, "Heap for 100,000 domains of 1,000 brands"));
    }

    private static Workload workload(String name, World.Product product, List<Place> places) {
        return new Workload(name, product.jvm(), product.api(), 200, () -> {
            Place place = places.get(ThreadLocalRandom.current().nextInt(places.size()));
            return Http.kept("GET", place.host() + ":" + product.api(), place.path(), "");
        });
    }

    private static List<Place> found(World world, int resellers, int domainsEach, int first)
            throws SQLException, IOException {
        List<Place> places = new ArrayList<>();
        try (Connection connection = world.superuser("chom");
                var tenant = connection.prepareStatement(
                        "insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name) values (?, ?, 'reseller', ?, ?)");
                var brand = connection.prepareStatement(
                        "insert into tenancy.brand (tenant_id, reseller_id, version, document) values (?, ?, 1, ?::jsonb)");
                var domain = connection.prepareStatement(
                        "insert into tenancy.domain (tenant_id, reseller_id, host, state, is_primary, certificate_from) values (?, ?, ?, 'active', ?, now())")) {
            connection.setAutoCommit(false);
            for (int n = first; n < first + resellers; n++) {
                UUID id = UUID.randomUUID();
                Brand look = Brand.defaults("Bench " + n)
                        .withLook(new Look(
                                Color.of("#%06x".formatted(0x204060 + n * 37)),
                                Look.DEFAULT.background(),
                                Look.DEFAULT.font(),
                                Look.DEFAULT.corners(),
                                Look.DEFAULT.mode()));
                add(tenant, id, id, "bench-" + n, "Bench " + n);
                add(brand, id, id, JsonMapper.shared().writeValueAsString(look));
                String path = BrandStylesheet.of(BrandTokens.of(look.look())).path();
                for (int d = 0; d < domainsEach; d++) {
                    String host = "portal-" + d + ".bench-" + n + ".example";
                    add(domain, id, id, host, d == 0);
                    places.add(new Place(host, path));
                }
            }
            tenant.executeBatch();
            brand.executeBatch();
            domain.executeBatch();
            connection.commit();
        }
        return places;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            statement.setObject(n + 1, values[n]);
        }
        statement.addBatch();
    }
}
