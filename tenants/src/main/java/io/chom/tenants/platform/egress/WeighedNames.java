package io.chom.tenants.platform.egress;

import io.chom.tenants.platform.egress.FetchFault.Kind;
import io.chom.tenants.platform.egress.GuardedAddresses.Verdict;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import reactor.core.scheduler.Schedulers;

/**
 * Looks names up for connections and lets them lead to the public Internet only. A connection is made to what this has
 * found, so there is no second look-up that could say something else.
 */
final class WeighedNames extends AddressResolverGroup<InetSocketAddress> {

    private final GuardedAddresses addresses;
    private final Set<Integer> ports;

    /** @param ports to which may be connected; on this machine itself, if that is open, to all */
    WeighedNames(GuardedAddresses addresses, Set<Integer> ports) {
        this.addresses = addresses;
        this.ports = Set.copyOf(ports);
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Weighing(executor);
    }

    private List<InetSocketAddress> weigh(InetSocketAddress asked) throws IOException {
        String host = asked.getHostString();
        return switch (addresses.weigh(host)) {
            case Verdict.Allowed(var found) -> open(found, asked.getPort());
            case Verdict.Unknown() -> throw new FetchRefused(Kind.UNKNOWN_NAME.of(host));
            case Verdict.Denied() -> throw new FetchRefused(Kind.NOBODY_ANSWERS.of(host));
        };
    }

    private List<InetSocketAddress> open(List<InetAddress> found, int port) throws IOException {
        if (!ports.contains(port) && !found.stream().allMatch(InetAddress::isLoopbackAddress)) {
            throw new FetchRefused(Kind.CLOSED_PORT.of(String.valueOf(port)));
        }
        return found.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    private final class Weighing extends AbstractAddressResolver<InetSocketAddress> {

        private Weighing(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** Never, so that an address which was written as a number is weighed as well. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) {
            answer(promise, () -> weigh(asked).getFirst());
        }

        @Override
        protected void doResolveAll(InetSocketAddress asked, Promise<List<InetSocketAddress>> promise) {
            answer(promise, () -> weigh(asked));
        }

        private <T> void answer(Promise<T> promise, Look<T> look) {
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    promise.trySuccess(look.up());
                } catch (IOException refused) {
                    promise.tryFailure(refused);
                }
            });
        }
    }

    private interface Look<T> {

        T up() throws IOException;
    }
}
