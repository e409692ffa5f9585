package io.chom.tenants.tenancy.dns;

import org.xbill.DNS.Name;

/**
 * What a server is asked.
 *
 * @param name an absolute name
 * @param type the number of a record type
 */
record Question(Name name, int type) {}
