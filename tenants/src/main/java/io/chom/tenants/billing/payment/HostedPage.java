package io.chom.tenants.billing.payment;

import java.net.URI;

/**
 * A page of the provider's that a payer is sent to.
 *
 * @param session the provider's name for the visit
 * @param address where the browser goes
 */
public record HostedPage(String session, URI address) {}
