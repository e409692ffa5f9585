/** The way out to addresses that a user typed: looked up once, weighed, and connected to as they were weighed. */
@NamedInterface("egress")
@NullMarked
package io.chom.tenants.platform.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
