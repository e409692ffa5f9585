/** The reactive backend of the portal: one package per domain module, {@code platform} underneath all of them. */
@NullMarked
package io.chom.tenants;

import org.jspecify.annotations.NullMarked;
