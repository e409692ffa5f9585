/** What happens when an invoice stays unpaid: reminders, a final warning, suspension; and back as soon as it is paid. */
@NamedInterface("dunning")
@NullMarked
package io.chom.tenants.billing.dunning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
