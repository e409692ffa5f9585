package io.chom.tenants.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Cidr;
import io.chom.tenants.platform.egress.GuardedAddresses.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedAddressesTest {

    private static final String PUBLIC = "93.184.216.34";

    private static final List<String> INSIDE = List.of(
            "0.1.2.%d",
            "10.0.0.%d",
            "100.64.3.%d",
            "127.0.0.%d",
            "169.254.169.%d",
            "172.20.1.%d",
            "192.0.0.%d",
            "192.168.7.%d",
            "198.18.5.%d",
            "224.0.0.%d",
            "240.1.1.%d",
            "255.255.255.%d");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.1.2.3",
                "127.255.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.3",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.6",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::7f00:1",
                "::10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "3fff:fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "feff::1",
                "ff00::1",
                "ff02::1",
                "ffff::1",
                "::1:0:0:1",
                "64:ff9a::1",
                "64:ff9b:2::1",
                "100:0:0:1::1",
                "4000::1",
                "5eff::1",
                "5f01::1",
                "fbff::1",
                "fe00::1"
            })
    void what_is_not_the_public_internet_is_denied(String address) {
        assertThat(guard(address).weigh("mail.example")).isEqualTo(new Verdict.Denied());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "168.63.129.15",
                "168.63.129.17",
                "2001:200::1",
                "2001:db7::1",
                "2001:db9::1",
                "2003::1",
                "2001:4860:4860::8888",
                "3ffe::1",
                "2a00:1450::1"
            })
    void its_neighbours_are_not(String address) throws UnknownHostException {
        assertThat(guard(address).weigh("mail.example"))
                .isEqualTo(new Verdict.Allowed(List.of(InetAddress.getByName(address))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0x7f000001",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "localhost",
                "127.0.0.1.",
                "169.254.169.254",
                "[fe80::1%1]",
                "fe80::1%lo",
                " ",
                "",
                "\u0000",
                "１２７.0.0.1",
                "0",
                "0.0.0.0",
                "::"
            })
    void no_way_of_writing_leads_inside(String host) {
        var guard = new GuardedAddresses(new EgressProperties(false, List.of(), List.of(80, 443)));

        assertThat(guard.weigh(host)).isNotInstanceOf(Verdict.Allowed.class);
    }

    /** Sixty addresses inside, each written in seven ways: what is allowed for one that reads otherwise is outside. */
    @Test
    void law_no_notation_of_an_address_inside_leads_there() throws UnknownHostException {
        var guard = new GuardedAddresses(new EgressProperties(false, List.of(), List.of(80, 443)));
        var random = new Random(20_261_122);
        for (int n = 0; n < 60; n++) {
            byte[] inside = InetAddress.getByName(INSIDE.get(n % INSIDE.size()).formatted(random.nextInt(256)))
                    .getAddress();
            for (String written : notations(inside)) {
                if (guard.weigh(written) instanceof Verdict.Allowed allowed) {
                    assertThat(allowed.addresses())
                            .as(written)
                            .noneMatch(one -> Arrays.equals(one.getAddress(), inside))
                            .allMatch(one -> guard.weigh(one.getHostAddress()) instanceof Verdict.Allowed);
                }
            }
        }
    }

    private static List<String> notations(byte[] address) {
        int[] part = IntStream.range(0, 4).map(at -> address[at] & 0xff).toArray();
        long number = Integer.toUnsignedLong(ByteBuffer.wrap(address).getInt());
        return List.of(
                "%d.%d.%d.%d".formatted(part[0], part[1], part[2], part[3]),
                Long.toString(number),
                "0%o.0%o.0%o.0%o".formatted(part[0], part[1], part[2], part[3]),
                "0x%x.0x%x.0x%x.0x%x".formatted(part[0], part[1], part[2], part[3]),
                "0x%08x".formatted(number),
                "%d.%d".formatted(part[0], number & 0xffffff),
                "[::ffff:%d.%d.%d.%d]".formatted(part[0], part[1], part[2], part[3]));
    }

    /** What Java reads as decimal is also what is connected to, so nobody else’s reading matters. */
    @Test
    void a_leading_zero_is_not_octal() throws UnknownHostException {
        var guard = new GuardedAddresses(new EgressProperties(false, List.of(), List.of(80, 443)));

        assertThat(guard.weigh("0177.0.0.1"))
                .isEqualTo(new Verdict.Allowed(List.of(InetAddress.getByName("177.0.0.1"))));
    }

    @Test
    void one_answer_that_leads_inside_denies_all() {
        assertThat(guard(PUBLIC, "10.0.0.1").weigh("mail.example")).isEqualTo(new Verdict.Denied());
        assertThat(guard(PUBLIC, "::1").weigh("mail.example")).isEqualTo(new Verdict.Denied());
        assertThat(guard(PUBLIC, "1.1.1.1").weigh("mail.example")).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void a_name_is_looked_up_once_and_the_second_answer_goes_nowhere() throws IOException {
        var asked = new AtomicInteger();
        var rebinding = new GuardedAddresses(
                host -> addresses(asked.getAndIncrement() == 0 ? PUBLIC : "127.0.0.1"),
                new PublicRanges(false, List.of()));

        assertThat(rebinding.weigh("mail.example"))
                .isEqualTo(new Verdict.Allowed(List.of(InetAddress.getByName(PUBLIC))));
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_name_that_nobody_knows_is_unknown() {
        var guard = new GuardedAddresses(
                host -> {
                    throw new UnknownHostException(host);
                },
                new PublicRanges(false, List.of()));

        assertThat(guard.weigh("mail.example")).isEqualTo(new Verdict.Unknown());
        assertThat(guard.weigh("a".repeat(254))).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void an_installation_may_open_this_machine_and_close_more() {
        var loopback = new PublicRanges(true, List.of(Cidr.of("93.184.0.0/16")));

        assertThat(List.of("127.0.0.1", "127.9.9.9", "::1")).allMatch(address -> loopback.contain(address(address)));
        assertThat(List.of("10.0.0.1", "169.254.169.254", "fe80::1", PUBLIC))
                .noneMatch(address -> loopback.contain(address(address)));
    }

    @Test
    void a_socket_goes_where_it_was_pinned_whatever_it_is_told() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var sockets = new PinnedSockets(InetAddress.getLoopbackAddress());
                var socket = sockets.createSocket()) {
            socket.connect(InetSocketAddress.createUnresolved("mail.example", server.getLocalPort()), 2_000);

            assertThat(socket.getInetAddress()).isEqualTo(InetAddress.getLoopbackAddress());
            try (var accepted = server.accept()) {
                sockets.close();
                assertThat(socket.isClosed()).isTrue();
                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(sockets.createSocket().isClosed()).isTrue();
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
    }

    private static GuardedAddresses guard(String... answers) {
        return new GuardedAddresses(host -> addresses(answers), new PublicRanges(false, List.of()));
    }

    private static InetAddress[] addresses(String... literals) {
        return Stream.of(literals).map(GuardedAddressesTest::address).toArray(InetAddress[]::new);
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
