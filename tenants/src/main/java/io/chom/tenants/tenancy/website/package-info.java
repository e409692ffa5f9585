/** The website of a brand owner, read to propose a brand. */
@NamedInterface("website")
@NullMarked
package io.chom.tenants.tenancy.website;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
