/** Weeks and months of several programs on one database, in a minute. */
@NullMarked
package io.chom.tenants.days;

import org.jspecify.annotations.NullMarked;
