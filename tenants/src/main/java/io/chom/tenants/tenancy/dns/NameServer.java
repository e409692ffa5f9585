package io.chom.tenants.tenancy.dns;

import java.net.InetAddress;

/**
 * One address of an authoritative server.
 *
 * @param name the server's name
 * @param address where it is asked
 */
record NameServer(String name, InetAddress address) {

    @Override
    public String toString() {
        return name + " (" + address.getHostAddress() + ")";
    }
}
