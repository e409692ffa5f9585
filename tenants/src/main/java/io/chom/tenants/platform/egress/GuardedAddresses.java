package io.chom.tenants.platform.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Says whether a host that a user typed may be connected to, and at which addresses. A name is looked up once: who
 * connects to the addresses of the verdict, by {@link PinnedSockets}, cannot be led elsewhere by a second answer.
 */
@Component
@EnableConfigurationProperties(EgressProperties.class)
public final class GuardedAddresses {

    private static final int LONGEST = 253;

    private final Lookup lookup;
    private final PublicRanges ranges;

    @Autowired
    GuardedAddresses(EgressProperties properties) {
        this(InetAddress::getAllByName, new PublicRanges(properties.loopback(), properties.ranges()));
    }

    GuardedAddresses(Lookup lookup, PublicRanges ranges) {
        this.lookup = lookup;
        this.ranges = ranges;
    }

    /** What asks for the addresses of a name. */
    interface Lookup {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** What may be done about a host. */
    public sealed interface Verdict {

        /**
         * It may be connected to.
         *
         * @param addresses at least one, in the order in which to try
         */
        record Allowed(List<InetAddress> addresses) implements Verdict {

            public Allowed {
                addresses = List.copyOf(addresses);
            }
        }

        /** Nobody knows the name at present. */
        record Unknown() implements Verdict {}

        /** It leads inside. To its user this looks like a host where nobody answers, so that nobody maps our network. */
        record Denied() implements Verdict {}
    }

    /**
     * Looks the host up and weighs all of its addresses; one that leads inside is enough to deny them all. Blocks for as
     * long as the look-up takes.
     *
     * @param host a name or an address, as it was typed
     */
    public Verdict weigh(String host) {
        if (host.isBlank() || host.length() > LONGEST || host.indexOf('%') >= 0) {
            return new Verdict.Unknown();
        }
        try {
            List<InetAddress> addresses = List.of(lookup.addresses(host));
            return addresses.stream().allMatch(ranges::contain) ? new Verdict.Allowed(addresses) : new Verdict.Denied();
        } catch (UnknownHostException unknown) {
            return new Verdict.Unknown();
        }
    }
}
