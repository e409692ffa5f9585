/** Compares what was billed with what was used; an operator's tool, apart from the program. */
@org.springframework.modulith.NamedInterface("probe")
@NullMarked
package io.chom.tenants.billing.probe;

import org.jspecify.annotations.NullMarked;
