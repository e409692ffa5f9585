package io.chom.tenants.platform.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The other end of a connection. */
final class Peer {

    /** Of a connection that is gone already: nobody trusts it. */
    private static final InetAddress NOBODY = InetAddress.ofLiteral("0.0.0.0");

    private Peer() {}

    static InetAddress of(ServerHttpRequest request) {
        InetSocketAddress address = request.getRemoteAddress();
        return address == null || address.getAddress() == null ? NOBODY : address.getAddress();
    }
}
