package io.chom.tenants.billing.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** What Stripe tells changes nothing but what is looked at. */
@TenantsTest
class PaymentNewsTest extends PaymentGround {

    private static final String EVENT = """
            {"id": "evt_%s", "object": "event", "api_version": "%s", "livemode": %s, "type": "%s",%s
             "data": {"object": {"id": "%s", "object": "payment_intent", "metadata": {"payment": "%s"}}}}
            """;

    @Autowired
    CrossTenant crossTenant;

    /** How a message differs from one that is taken. */
    private record Case(String name, String body, String signature, byte[] sent) {

        static Case of(String name, String body, String signature) {
            return new Case(name, body, signature, body.getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The moment of the table; the clock of its tests stands there. */
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static String event(String id) {
        return EVENT.formatted(id, "2026-07-29.dahlia", false, "payment_intent.succeeded", "", "pi_1", "");
    }

    private static String signed(String body, String secret, long offset) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, NOW.getEpochSecond() + offset);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String mac(String header) {
        return header.substring(header.indexOf("v1=") + 3);
    }

    private static String otherEnd(String header) {
        return header.substring(0, header.length() - 1) + (header.endsWith("0") ? "1" : "0");
    }

    private static String cut(String body) {
        return body.substring(0, body.length() / 2);
    }

    /** Signed as it should be, with something else in it. */
    private static Case named(String name, String body, String what, String by) {
        var changed = body.replace(what, by);
        return Case.of(name, changed, signed(changed, Sandbox.SIGNED_WITH, 0));
    }

    static Stream<Case> refused() {
        var body = event("refused");
        var good = signed(body, Sandbox.SIGNED_WITH, 0);
        var live = EVENT.formatted("live", "2026-07-29.dahlia", true, "payment_intent.succeeded", "", "pi_1", "");
        var foreign = EVENT.formatted(
                "foreign",
                "2026-07-29.dahlia",
                false,
                "payment_intent.succeeded",
                "\"account\": \"acct_nobody\",",
                "pi_1",
                "");
        return Stream.of(
                Case.of("no header", body, ""),
                Case.of("garbage", body, "garbage"),
                Case.of("only commas", body, ",,,,"),
                Case.of("only equals", body, "===="),
                Case.of("a huge header", body, "t=1,v1=" + "0".repeat(100_000)),
                Case.of("a header of many schemes", body, good + ",v1=0".repeat(2_000)),
                Case.of("no time", body, "v1=" + mac(good)),
                Case.of("a time of words", body, "t=now,v1=" + mac(good)),
                Case.of("a negative time", body, "t=-1,v1=" + mac(good)),
                Case.of("a time beyond all", body, "t=99999999999999999999,v1=" + mac(good)),
                Case.of("no signature", body, "t=" + NOW.getEpochSecond()),
                Case.of("an empty signature", body, "t=" + NOW.getEpochSecond() + ",v1="),
                Case.of("another scheme only", body, "t=" + NOW.getEpochSecond() + ",v0=" + mac(good)),
                Case.of("a wrong secret", body, signed(body, "whsec_other", 0)),
                Case.of("no secret", body, signed(body, " ", 0)),
                Case.of("another time than signed", body, "t=" + (NOW.getEpochSecond() - 1) + ",v1=" + mac(good)),
                Case.of("a bit over five minutes old", body, signed(body, Sandbox.SIGNED_WITH, -301)),
                Case.of("a day old", body, signed(body, Sandbox.SIGNED_WITH, -86_400)),
                Case.of("forty days old", body, signed(body, Sandbox.SIGNED_WITH, -40 * 86_400)),
                Case.of("a bit over five minutes ahead", body, signed(body, Sandbox.SIGNED_WITH, 301)),
                Case.of("an hour ahead", body, signed(body, Sandbox.SIGNED_WITH, 3_600)),
                Case.of("two times, the second is now", body, "t=1,t=" + NOW.getEpochSecond() + ",v1=" + mac(good)),
                Case.of(
                        "two times, the first is now",
                        body,
                        "t=%d,t=1,v1=%s"
                                .formatted(
                                        NOW.getEpochSecond(),
                                        mac(signed(body, Sandbox.SIGNED_WITH, 1 - NOW.getEpochSecond())))),
                Case.of("a changed body", body.replace("pi_1", "pi_2"), good),
                Case.of("a blank more", body + " ", good),
                Case.of("a line end less", body.strip(), good),
                Case.of("a mark of byte order", "\uFEFF" + body, good),
                Case.of("no body", "", good),
                new Case("bytes that are no text", body, good, new byte[] {(byte) 0xff, (byte) 0xfe}),
                new Case("bytes packed", body, good, new byte[] {0x1f, (byte) 0x8b, 8, 0}),
                Case.of("signed, but no JSON", "hello", signed("hello", Sandbox.SIGNED_WITH, 0)),
                Case.of("signed, but a list", "[]", signed("[]", Sandbox.SIGNED_WITH, 0)),
                Case.of("signed, but empty", "{}", signed("{}", Sandbox.SIGNED_WITH, 0)),
                Case.of(
                        "signed, but without a type",
                        "{\"id\": \"evt_1\"}",
                        signed("{\"id\": \"evt_1\"}", Sandbox.SIGNED_WITH, 0)),
                Case.of(
                        "signed, but with an id of blanks",
                        body.replace("evt_refused", "evt refused"),
                        signed(body.replace("evt_refused", "evt refused"), Sandbox.SIGNED_WITH, 0)),
                Case.of("a time in milliseconds", body, "t=" + NOW.toEpochMilli() + ",v1=" + mac(good)),
                Case.of("a time with a fraction", body, "t=" + NOW.getEpochSecond() + ".0,v1=" + mac(good)),
                Case.of("a time with a sign", body, "t=+" + NOW.getEpochSecond() + ",v1=" + mac(good)),
                Case.of("a time in hexadecimal", body, "t=0x6a,v1=" + mac(good)),
                Case.of("names in capitals", body, good.toUpperCase(Locale.ROOT)),
                Case.of(
                        "a signature in capitals",
                        body,
                        good.replace(mac(good), mac(good).toUpperCase(Locale.ROOT))),
                Case.of("a signature cut short", body, good.substring(0, good.length() - 1)),
                Case.of("a signature that goes on", body, good + "0"),
                Case.of("a signature with another end", body, otherEnd(good)),
                Case.of("two signatures, both wrong", body, otherEnd(good) + ",v1=" + "0".repeat(64)),
                Case.of("a signature in Base64", body, "t=" + NOW.getEpochSecond() + ",v1=" + "A".repeat(43) + "="),
                Case.of("semicolons", body, good.replace(',', ';')),
                Case.of("the secret itself", body, "t=" + NOW.getEpochSecond() + ",v1=" + Sandbox.SIGNED_WITH),
                Case.of("two bodies in one", body + body, good),
                Case.of("signed, but a text", "\"evt\"", signed("\"evt\"", Sandbox.SIGNED_WITH, 0)),
                Case.of("signed, but cut short", cut(body), signed(cut(body), Sandbox.SIGNED_WITH, 0)),
                named("signed, but with a number for an id", body, "\"evt_refused\"", "{\"a\": 7}"),
                named("signed, but with an id of letters of other alphabets", body, "evt_refused", "evt_réfusé"),
                named("signed, but with an endless id", body, "evt_refused", "evt_" + "x".repeat(300)),
                named("signed, but with a type of blanks", body, "payment_intent.succeeded", "payment intent"),
                named("signed, but with an endless type", body, "payment_intent.succeeded", "p".repeat(300)),
                named("signed, but with a type of SQL", body, "payment_intent.succeeded", "x'; drop table t; --"),
                Case.of("of real money", live, signed(live, Sandbox.SIGNED_WITH, 0)),
                Case.of("of a foreign account", foreign, signed(foreign, Sandbox.SIGNED_WITH, 0)));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Case one) {
        var news = new PaymentHouse(context, sandbox, new MovableClock(NOW)).news;
        assertThatThrownBy(() -> hear(news, one.sent(), one.signature()))
                .hasMessageMatching("bad-(signature|event): .*");
        assertThat(remembered("evt_refused") + remembered("evt_live") + remembered("evt_foreign"))
                .isZero();
    }

    static Stream<Case> taken() {
        var body = event("taken" + System.nanoTime());
        var old = EVENT.formatted(
                "old" + System.nanoTime(), "2013-02-11", false, "payment_intent.succeeded", "", "pi_1", "");
        var unknown =
                EVENT.formatted("unknown" + System.nanoTime(), "2026-07-29.dahlia", false, "moon.landed", "", "", "");
        var none = "{\"id\": \"evt_none%d\", \"type\": \"moon.landed\"}".formatted(System.nanoTime());
        var good = signed(body, Sandbox.SIGNED_WITH, 0);
        return Stream.of(
                Case.of("signed", body, good),
                Case.of("signed with the secret that goes", body, signed(body, "whsec_old", 0)),
                Case.of("signed with both", body, good + ",v1=" + mac(signed(body, "whsec_old", 0))),
                Case.of("signed wrongly besides", body, good + ",v1=00,v0=00"),
                Case.of("five minutes old", body, signed(body, Sandbox.SIGNED_WITH, -300)),
                Case.of("five minutes ahead", body, signed(body, Sandbox.SIGNED_WITH, 300)),
                Case.of("of an old version", old, signed(old, Sandbox.SIGNED_WITH, 0)),
                Case.of("of a type that nobody knows", unknown, signed(unknown, Sandbox.SIGNED_WITH, 0)),
                Case.of("of no object", none, signed(none, Sandbox.SIGNED_WITH, 0)));
    }

    @ParameterizedTest
    @MethodSource
    void taken(Case one) {
        var news = new PaymentHouse(context, sandbox, new MovableClock(NOW)).news;
        hear(news, one.sent(), one.signature());
        hear(news, one.sent(), one.signature());
        var id = one.body().replaceFirst("(?s).*\"id\": \"(evt_\\w+)\".*", "$1");
        assertThat(remembered(id)).isOne();
    }

    @Test
    void law_the_same_news_a_hundred_times_at_once_counts_once_and_is_sealed() {
        house.leave(payer, Sandbox.VISA);
        var owed = charged();
        var body = EVENT.formatted(
                "many" + System.nanoTime(), "x", false, "payment_intent.succeeded", "", "", payment(owed));

        PaymentHouse.together(100, news(body));
        house.work();

        var id = body.substring(body.indexOf("evt_"), body.indexOf("\", \"object\""));
        assertThat(remembered(id)).isOne();
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.PAID);
        assertThat(sandbox.taken(null, owed.number())).hasSize(1);
        assertThat(new String(sealed(id), UTF_8)).doesNotContain("payment_intent");
    }

    @Test
    void law_every_order_of_the_news_of_a_payment_comes_to_the_same() {
        house.leave(payer, Sandbox.VISA);
        var types = List.of(
                "payment_intent.created",
                "payment_intent.processing",
                "payment_intent.payment_failed",
                "charge.succeeded",
                "payment_intent.succeeded");
        var orders = orders(types);
        assertThat(orders).hasSize(120);
        for (var order :
                orders.stream().filter(one -> orders.indexOf(one) % 8 == 0).toList()) {
            var owed = charged();
            for (var type : order) {
                hear(EVENT.formatted(
                        type.replace('.', '_') + System.nanoTime(), "x", false, type, "", "", payment(owed)));
                house.run.collect().block(Duration.ofSeconds(20));
            }
            assertThat(house.standing(payer, owed.id()).status())
                    .as(order.toString())
                    .isEqualTo(Status.PAID);
            assertThat(sandbox.taken(null, owed.number())).hasSize(1);
        }
    }

    @Test
    void news_of_another_account_do_not_reach_a_payment() {
        house.leave(payer, Sandbox.VISA);
        var owed = charged();
        house.sql(Acme.RESELLER, """
                insert into billing.payment_account (tenant_id, reseller_id, account, can_charge)
                values ('%1$s', '%1$s', 'acct_acme', true) on conflict do nothing
                """.formatted(Acme.ID));
        hear(EVENT.formatted(
                "other" + System.nanoTime(),
                "x",
                false,
                "payment_intent.succeeded",
                "\"account\": \"acct_acme\",",
                "",
                payment(owed)));
        house.run.collect().block(Duration.ofSeconds(20));
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.PAYING);
    }

    /** An invoice whose payment went through, which its worker never learnt and does not look at for two minutes. */
    private Invoice charged() {
        var owed = house.owe(payer, platform, 1).getFirst();
        house.run.begin().block(Duration.ofSeconds(20));
        house.bean(DuePayments.class)
                .take(8, house.clock.instant(), Duration.ofMinutes(2))
                .flatMap(one -> house.provider.charge(one.charge()).onErrorComplete(ProviderUnreachable.class))
                .blockLast(Duration.ofSeconds(20));
        assertThat(house.standing(payer, owed.id()).status()).isEqualTo(Status.PAYING);
        return owed;
    }

    private String payment(Invoice invoice) {
        return Objects.requireNonNull(crossTenant
                .one(
                        Purpose.routine("test"),
                        all -> all.sql("select id::text from billing.payment where invoice_id = :id")
                                .bind("id", invoice.id().value())
                                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                                .one())
                .block(Duration.ofSeconds(20)));
    }

    private long remembered(String event) {
        return Objects.requireNonNull(crossTenant
                .one(
                        Purpose.routine("test"),
                        all -> all.sql("select count(*) from billing.payment_event where event = :event")
                                .bind("event", event)
                                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                                .one())
                .block(Duration.ofSeconds(20)));
    }

    private byte[] sealed(String event) {
        return Objects.requireNonNull(crossTenant
                .one(
                        Purpose.routine("test"),
                        all -> all.sql("select body from billing.payment_event where event = :event")
                                .bind("event", event)
                                .map(row -> Objects.requireNonNull(row.get(0, byte[].class)))
                                .one())
                .block(Duration.ofSeconds(20)));
    }

    private void hear(String body) {
        news(body).block(Duration.ofSeconds(20));
    }

    private Mono<Void> news(String body) {
        try {
            var signature = Webhook.Signature.generateSignatureHeader(
                    body, Sandbox.SIGNED_WITH, house.clock.instant().getEpochSecond());
            return told(house.news, body.getBytes(UTF_8), signature);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void hear(PaymentNews news, byte[] body, String signature) {
        told(news, body, signature).block(Duration.ofSeconds(20));
    }

    private static Mono<Void> told(PaymentNews news, byte[] body, String signature) {
        return news.hear(body, signature);
    }

    private static List<List<String>> orders(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : of) {
            var rest = of.stream().filter(one -> !one.equals(first)).toList();
            orders(rest)
                    .forEach(tail -> all.add(
                            Stream.concat(Stream.of(first), tail.stream()).toList()));
        }
        return all;
    }
}
