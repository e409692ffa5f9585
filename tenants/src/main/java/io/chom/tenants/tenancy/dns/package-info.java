/** What a reseller has to write into its DNS for a host of its own, and whether it stands there. */
@NamedInterface("dns")
@NullMarked
package io.chom.tenants.tenancy.dns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
