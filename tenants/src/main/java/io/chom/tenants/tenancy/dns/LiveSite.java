package io.chom.tenants.tenancy.dns;

import java.util.List;

/**
 * What stands at a name today and is not ours, so that nobody takes it down unknowingly.
 *
 * @param aliases where the name is an alias to, in order
 * @param addresses its addresses that are not ours
 * @param mailServers where its mail goes (MX), the preferred one first
 */
public record LiveSite(List<String> aliases, List<String> addresses, List<String> mailServers) {

    public LiveSite {
        aliases = List.copyOf(aliases);
        addresses = List.copyOf(addresses);
        mailServers = List.copyOf(mailServers);
    }
}
