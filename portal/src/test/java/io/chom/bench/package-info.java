/** Measures what the program promises, as ratios within one run, and reports it; {@code ./chom bench}. */
@NullMarked
package io.chom.bench;

import org.jspecify.annotations.NullMarked;
