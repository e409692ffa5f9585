/** Tests. */
@NullMarked
package io.chom.tenants.platform.egress;

import org.jspecify.annotations.NullMarked;
