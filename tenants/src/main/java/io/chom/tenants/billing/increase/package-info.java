/** More than a plan allows: asked for where it stops, granted or declined by whoever sells the plan. */
@NamedInterface("increase")
@NullMarked
package io.chom.tenants.billing.increase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
