/** A Vaadin application with a dashboard and nothing on it: the least that a first page can cost. */
@NullMarked
package io.chom.bench.empty;

import org.jspecify.annotations.NullMarked;
