/** What puts right an issued invoice, which itself never changes: credit notes, and what they do to what is owed. */
@NamedInterface("credit")
@NullMarked
package io.chom.tenants.billing.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
