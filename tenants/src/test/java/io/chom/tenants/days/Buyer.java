package io.chom.tenants.days;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who buys, what, and what becomes of it.
 *
 * @param slug short name
 * @param zone where the days begin
 * @param ware what is bought
 * @param term by the month or the year
 * @param from since when; null for a trial that begins with the test
 * @param budget in dollars for a month; 0 for none
 * @param uses how much on which days, all in UTC
 * @param pays the day on which the oldest invoice is paid; null if none ever is
 */
record Buyer(
        String slug,
        ZoneId zone,
        Ware ware,
        Term term,
        @Nullable LocalDate from,
        int budget,
        Map<LocalDate, Integer> uses,
        @Nullable LocalDate pays) {

    private static final ZoneId UTC = Timetable.ZONES.get(0);
    private static final ZoneId BERLIN = Timetable.ZONES.get(1);
    private static final ZoneId NEW_YORK = Timetable.ZONES.get(2);
    private static final ZoneId AUCKLAND = Timetable.ZONES.get(3);

    /** The brand owner, to whom the platform sells, and who sells to all the others. */
    static final Buyer HOUSE = month("house", UTC, Ware.ENTERPRISE, "2031-02-20");

    /** In March 2031 the clocks change on the 9th in New York and on the 30th in Berlin, and on 6 April in Auckland. */
    static final List<Buyer> CUSTOMERS = List.of(
            month("bit-by-bit", UTC, Ware.STARTER, "2031-02-10")
                    .using(Map.of(march(12), 85, march(15), 6, march(18), 14)),
            month("at-once", BERLIN, Ware.STARTER, "2031-02-28")
                    .using(Map.of(march(11), 70, march(13), 35, april(1), 95)),
            month("thrifty", NEW_YORK, Ware.PRO, "2031-02-09")
                    .using(Map.of(march(12), 3_500, march(16), 1_700))
                    .meaning(200),
            month("pays-late", AUCKLAND, Ware.STARTER, "2031-02-15").paying(march(21)),
            month("comes-back", BERLIN, Ware.PRO, "2031-01-31").paying(april(2)),
            month("first", NEW_YORK, Ware.STARTER, "2031-03-01"),
            month("clocks-go-back", AUCKLAND, Ware.PRO, "2031-02-06").using(Map.of(march(25), 410)),
            year("renews", UTC, Ware.PRO, "2030-03-20"),
            year("renews-later", BERLIN, Ware.STARTER, "2030-04-20"),
            trial("tries-here", AUCKLAND, Ware.PROFESSIONAL),
            trial("tries-there", NEW_YORK, Ware.ASSISTANT));

    /**
     * What is sold.
     *
     * @param cents for a month
     * @param included of what is used
     * @param centsBeyond for each one beyond that
     */
    record Ware(String catalogue, String plan, int cents, int included, int centsBeyond) {

        static final Ware STARTER = new Ware("hosting", "starter", 2_900, 100, 5);
        static final Ware PRO = new Ware("hosting", "pro", 7_900, 500, 3);
        static final Ware ENTERPRISE = new Ware("hosting", "enterprise", 24_900, 2_000, 2);
        static final Ware ASSISTANT = new Ware("assistant", "starter", 1_900, 0, 0);
        static final Ware PROFESSIONAL = new Ware("assistant", "professional", 4_900, 0, 0);

        /** For a month in which so much was used. */
        int cost(int used) {
            return cents + Math.max(0, used - included) * centsBeyond;
        }

        /** Ten months are the price of a year. */
        int year() {
            return 10 * cents;
        }
    }

    Order order() {
        return new Order(ware.catalogue(), ware.plan(), term, zone);
    }

    /** When it was bought; in the morning, as people do. */
    Instant startedAt(Instant now) {
        return from == null ? now : from.atTime(10, 0).atZone(zone).toInstant();
    }

    BigDecimal quantity(LocalDate day) {
        return BigDecimal.valueOf(uses.get(day));
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Buyer month(String slug, ZoneId zone, Ware ware, String from) {
        return new Buyer(slug, zone, ware, Term.MONTH, LocalDate.parse(from), 0, Map.of(), null);
    }

    private static Buyer year(String slug, ZoneId zone, Ware ware, String from) {
        return new Buyer(slug, zone, ware, Term.YEAR, LocalDate.parse(from), 0, Map.of(), null);
    }

    private static Buyer trial(String slug, ZoneId zone, Ware ware) {
        return new Buyer(slug, zone, ware, Term.MONTH, null, 0, Map.of(), null);
    }

    private Buyer using(Map<LocalDate, Integer> quantities) {
        return new Buyer(slug, zone, ware, term, from, budget, quantities, pays);
    }

    private Buyer meaning(int dollars) {
        return new Buyer(slug, zone, ware, term, from, dollars, uses, pays);
    }

    private Buyer paying(LocalDate day) {
        return new Buyer(slug, zone, ware, term, from, budget, uses, day);
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2031, 3, day);
    }

    private static LocalDate april(int day) {
        return LocalDate.of(2031, 4, day);
    }
}
