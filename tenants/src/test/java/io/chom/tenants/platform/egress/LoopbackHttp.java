package io.chom.tenants.platform.egress;

import java.util.List;

/** The guarded client as it is in a run in one machine, where loopback counts as public. */
public final class LoopbackHttp {

    private LoopbackHttp() {}

    /** A client that reaches this machine and the Internet, and nothing between. */
    public static GuardedHttp client() {
        var properties = new EgressProperties(true, List.of(), List.of(80, 443));
        return new GuardedHttp(new GuardedAddresses(properties), properties);
    }
}
