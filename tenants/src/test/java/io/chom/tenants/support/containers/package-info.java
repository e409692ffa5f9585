/** The servers of the tests in containers, in place of the embedded parts, when {@code chom.test.containers} is set. */
@NullMarked
package io.chom.tenants.support.containers;

import org.jspecify.annotations.NullMarked;
