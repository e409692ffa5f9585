/** Proves on a running database that no tenant reaches another's rows; an operator's tool, apart from the program. */
@org.springframework.modulith.NamedInterface("probe")
@NullMarked
package io.chom.tenants.platform.probe;

import org.jspecify.annotations.NullMarked;
