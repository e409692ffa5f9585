package io.chom.tenants.tenancy.dns;

import java.util.List;
import org.xbill.DNS.Name;

/**
 * The zone that a host's records stand in.
 *
 * @param name its apex
 * @param servers those that can be asked
 * @param troubles what is wrong with the others
 */
record Zone(Name name, List<NameServer> servers, List<Reply.Trouble> troubles) {}
