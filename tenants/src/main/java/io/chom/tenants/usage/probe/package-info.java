/** Compares the rollups with the events behind them and puts them right; an operator's tool, apart from the program. */
@org.springframework.modulith.NamedInterface("probe")
@NullMarked
package io.chom.tenants.usage.probe;

import org.jspecify.annotations.NullMarked;
