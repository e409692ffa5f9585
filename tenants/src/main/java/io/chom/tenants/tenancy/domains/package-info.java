/** The hosts that brand owners are served on: claimed, proven by DNS records, watched, given back. */
@NamedInterface("domains")
@NullMarked
package io.chom.tenants.tenancy.domains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
