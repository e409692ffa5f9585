package io.chom.tenants.platform.egress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.egress.FetchFault.Kind;
import io.chom.tenants.support.LoopbackWeb;
import io.chom.tenants.tenancy.dns.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Address;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class GuardedHttpTest {

    private static final FetchLimits LIMITS = new FetchLimits(100_000, Duration.ofSeconds(10));

    private final LoopbackWeb web = new LoopbackWeb();

    /** As in a run in one machine: this machine counts as public, and so can be reached by tests. */
    private final GuardedHttp open =
            http(new GuardedAddresses(new EgressProperties(true, List.of(), List.of(80, 443))));

    private final GuardedHttp strict =
            http(new GuardedAddresses(new EgressProperties(false, List.of(), List.of(80, 443))));

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void what_is_there_comes_whole_and_nobody_learns_who_asked() {
        web.has("/page?x=1", "Text/HTML; charset=UTF-8", "<p>Grüße</p>");

        var page = (Fetched.Document) get(open, web.at("/page?x=1#part"));

        assertThat(new String(page.bytes(), UTF_8)).isEqualTo("<p>Grüße</p>");
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.at()).hasToString(web.at("/page?x=1"));
        var head = String.join("\n", web.heads().getFirst()).toLowerCase(java.util.Locale.ROOT);
        assertThat(head)
                .contains("get /page?x=1 http/1.1", "user-agent: mozilla/5.0 (compatible)", "accept-encoding: gzip")
                .doesNotContain("cookie", "referer", "netty", "chom", "forwarded", "authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://localhost.:%d/",
                "http://LOCALHOST:%d/",
                "http://１２７.0.0.1:%d/",
                "http://[::1]:%d/",
                "http://[::]:%d/",
                "http://0.0.0.0:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://169.254.169.254:%d/latest/meta-data/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://192.168.0.1/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/"
            })
    void nothing_leads_inside(String address) {
        var fault = fault(get(strict, address.formatted(web.port())));

        assertThat(fault).extracting(FetchFault::kind).isEqualTo(Kind.NOBODY_ANSWERS);
        assertThat(fault.sentence()).startsWith("Nobody answers at ").endsWith(".");
        assertThat(web.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a00:1]/",
                "//10.0.0.1/"
            })
    void a_redirect_is_weighed_like_what_was_typed(String inside) {
        web.leads("/", inside);

        assertThat(fault(get(open, web.at("/")))).extracting(FetchFault::kind).isEqualTo(Kind.NOBODY_ANSWERS);
        assertThat(web.heads()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "http://a@127.0.0.1/",
                "http://2130706433/",
                "http://0x7f.1/"
            })
    void a_redirect_to_what_is_no_web_address_ends_there(String nowhere) {
        web.leads("/", nowhere);

        assertThat(fault(get(open, web.at("/")))).extracting(FetchFault::kind).isEqualTo(Kind.LED_ASTRAY);
        assertThat(web.heads()).hasSize(1);
    }

    @Test
    void redirects_are_followed_but_not_for_ever() {
        web.leads("/1", "2").leads("/2", web.at("/3")).has("/3", "text/plain", "there");
        web.leads("/loop", "/loop");

        assertThat(((Fetched.Document) get(open, web.at("/1"))).at()).hasToString(web.at("/3"));
        assertThat(fault(get(open, web.at("/loop"))))
                .extracting(FetchFault::kind)
                .isEqualTo(Kind.LED_ASTRAY);
        assertThat(web.heads()).hasSize(3 + 6);
    }

    @Test
    void the_second_answer_of_a_name_server_goes_nowhere() throws Exception {
        web.has("/", "text/plain", "public");
        try (var names = new Turning("127.0.0.1", "10.0.0.1")) {
            var http = http(new GuardedAddresses(names::addresses, new PublicRanges(true, List.of())));
            String there = "http://rebinding.example:" + web.port() + "/";

            assertThat(get(http, there)).isInstanceOf(Fetched.Document.class);
            assertThat(names.server.asked()).as("looked up once").isEqualTo(1);
            assertThat(fault(get(http, there))).extracting(FetchFault::kind).isEqualTo(Kind.NOBODY_ANSWERS);
            assertThat(web.heads()).hasSize(1);
            assertThat(web.heads().getFirst()).contains("host: rebinding.example:" + web.port());
        }
    }

    @Test
    void one_private_answer_among_public_ones_is_enough() {
        var mixed = http(new GuardedAddresses(
                host -> new InetAddress[] {literal("127.0.0.1"), literal("fd00::1")},
                new PublicRanges(true, List.of())));

        assertThat(fault(get(mixed, web.at("/").replace("127.0.0.1", "mixed.example"))))
                .extracting(FetchFault::kind)
                .isEqualTo(Kind.NOBODY_ANSWERS);
        assertThat(web.heads()).isEmpty();
    }

    @Test
    void where_nobody_answers_the_next_address_is_tried() {
        web.has("/", "text/plain", "there");
        var two = http(new GuardedAddresses(
                host -> new InetAddress[] {literal("127.0.0.77"), literal("127.0.0.1")},
                new PublicRanges(true, List.of())));

        assertThat(get(two, web.at("/").replace("127.0.0.1", "two.example"))).isInstanceOf(Fetched.Document.class);
    }

    @Test
    void other_ports_are_closed_on_the_internet() {
        var internet = http(new GuardedAddresses(
                host -> new InetAddress[] {literal("93.184.216.34")}, new PublicRanges(false, List.of())));

        assertThat(fault(get(internet, "http://example.com:22/"))).isEqualTo(Kind.CLOSED_PORT.of("22"));
    }

    @Test
    void a_name_that_nobody_knows_is_told() {
        assertThat(fault(get(open, "http://nothing.invalid/"))).isEqualTo(Kind.UNKNOWN_NAME.of("nothing.invalid"));
    }

    @Test
    void too_much_is_not_taken_whether_it_is_announced_or_not() throws Exception {
        web.says(
                "/announced",
                out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n".getBytes(ISO_8859_1)));
        web.says(
                "/absurd",
                out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n".getBytes(ISO_8859_1)));
        web.says("/endless", out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
            while (true) {
                out.write(new byte[8192]);
            }
        });
        web.says("/bomb", LoopbackWeb.answer("200 OK", "Content-Encoding: gzip", zipped(new byte[50_000_000])));

        for (String path : List.of("/announced", "/absurd", "/endless", "/bomb")) {
            assertThat(fault(get(open, web.at(path)))).as(path).isEqualTo(FetchFault.tooLarge(100_000));
        }
    }

    @Test
    void what_is_compressed_is_unpacked() throws Exception {
        web.says("/", LoopbackWeb.answer("200 OK", "Content-Encoding: gzip", zipped("unpacked".getBytes(UTF_8))));

        assertThat(((Fetched.Document) get(open, web.at("/"))).bytes())
                .asString(UTF_8)
                .isEqualTo("unpacked");
    }

    @Test
    void who_drips_or_says_nothing_is_left() {
        web.says("/drip", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(ISO_8859_1));
            for (int second = 0; second < 100; second++) {
                out.write('.');
                out.flush();
                new java.util.concurrent.CountDownLatch(1).await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        });
        web.says(
                "/silent",
                out -> new java.util.concurrent.CountDownLatch(1).await(10, java.util.concurrent.TimeUnit.SECONDS));
        var brief = new FetchLimits(1_000, Duration.ofMillis(500));

        for (String path : List.of("/drip", "/silent")) {
            assertThat(fault(Objects.requireNonNull(
                            open.get(WebAddress.of(web.at(path)).orElseThrow(), brief)
                                    .block(Duration.ofSeconds(5)))))
                    .isEqualTo(FetchFault.tooSlow(Duration.ofMillis(500)));
        }
    }

    @Test
    void answers_that_break_off_or_are_none_are_told() {
        web.says(
                "/short", out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort".getBytes(ISO_8859_1)));
        web.says("/garbage", out -> out.write("SSH-2.0-nothing\r\n\r\n".getBytes(ISO_8859_1)));
        web.says(
                "/chunks",
                out -> out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".getBytes(ISO_8859_1)));
        web.says("/none", out -> {});

        for (String path : List.of("/short", "/garbage", "/chunks", "/none")) {
            assertThat(fault(get(open, web.at(path))))
                    .as(path)
                    .extracting(FetchFault::kind)
                    .isEqualTo(Kind.GARBLED);
        }
    }

    @Test
    void refusals_say_what_to_do() {
        web.says("/401", LoopbackWeb.answer("401 No", "X: y", new byte[0]));
        web.says("/500", LoopbackWeb.answer("500 No", "X: y", new byte[0]));

        assertThat(fault(get(open, web.at("/401"))).sentence()).contains("needs no log-in");
        assertThat(fault(get(open, web.at("/none"))).sentence()).contains("Check the address");
        assertThat(fault(get(open, web.at("/500"))).sentence()).contains("Try again later");
    }

    private static Fetched get(GuardedHttp http, String address) {
        return Objects.requireNonNull(
                http.get(WebAddress.of(address).orElseThrow(), LIMITS).block(Duration.ofSeconds(20)));
    }

    private static FetchFault fault(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Nothing.class);
        return ((Fetched.Nothing) fetched).fault();
    }

    private static GuardedHttp http(GuardedAddresses addresses) {
        return new GuardedHttp(addresses, Set.of(80, 443), UnaryOperator.identity());
    }

    private static InetAddress literal(String address) {
        return InetAddress.ofLiteral(address);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** A name server that says one thing first and another ever after. */
    private static final class Turning implements AutoCloseable {

        private final LoopbackServer server;
        private boolean turned;

        private Turning(String first, String then) {
            server = LoopbackServer.on("127.0.0.1", (query, stream) -> {
                String address = turned ? then : first;
                turned = true;
                return Optional.of(answer(query, address).toWire());
            });
        }

        private static Message answer(Message query, String address) {
            var answer = new Message(query.getHeader().getID());
            answer.getHeader().setFlag(Flags.QR);
            answer.addRecord(query.getQuestion(), Section.QUESTION);
            try {
                var name = query.getQuestion().getName();
                answer.addRecord(Record.fromString(name, Type.A, 1, 0, address, Name.root), Section.ANSWER);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return answer;
        }

        private InetAddress[] addresses(String host) throws UnknownHostException {
            try {
                var resolver = new SimpleResolver(literal("127.0.0.1"));
                resolver.setPort(server.port());
                var lookup = new Lookup(Name.fromString(host + "."), Type.A);
                lookup.setResolver(resolver);
                lookup.setCache(null);
                var found = Objects.requireNonNull(lookup.run());
                return new InetAddress[] {Address.getByAddress(found[0].rdataToString())};
            } catch (org.xbill.DNS.TextParseException e) {
                throw new UnknownHostException(host);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
