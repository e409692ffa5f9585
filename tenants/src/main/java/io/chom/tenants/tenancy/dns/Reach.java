package io.chom.tenants.tenancy.dns;

import io.chom.tenants.platform.egress.PublicRanges;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;

/** What this machine can reach. */
final class Reach {

    /** Whether it has an IPv6 address of the public internet. */
    static final boolean IPV6 = hasIpv6();

    private Reach() {}

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(one -> one instanceof Inet6Address && PublicRanges.isPublic(one));
        } catch (SocketException e) {
            return false;
        }
    }
}
