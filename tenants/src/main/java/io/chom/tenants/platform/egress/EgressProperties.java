package io.chom.tenants.platform.egress;

import io.chom.tenants.platform.Cidr;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation lets its users lead it.
 *
 * @param loopback whether this machine itself may be reached: for a run in one machine, never where strangers are users
 * @param denied further ranges that nobody is led to, such as the installation's own public addresses
 * @param ports at which websites are read; at this machine itself, where it may be reached, all are
 */
@ConfigurationProperties("chom.egress")
record EgressProperties(
        @DefaultValue("false") boolean loopback,
        @DefaultValue List<String> denied,
        @DefaultValue({"80", "443"}) List<Integer> ports) {

    List<Cidr> ranges() {
        return denied.stream().map(Cidr::of).toList();
    }
}
