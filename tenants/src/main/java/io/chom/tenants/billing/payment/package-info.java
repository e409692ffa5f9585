/** How invoices get paid: by the card on file or on a page of the provider's, each exactly once. */
@NamedInterface("payment")
@NullMarked
package io.chom.tenants.billing.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
