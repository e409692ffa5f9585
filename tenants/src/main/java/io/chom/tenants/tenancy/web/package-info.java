/** The brand at the edge of the public API: which one a host shows, and its files. */
@NamedInterface("web")
@NullMarked
package io.chom.tenants.tenancy.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
