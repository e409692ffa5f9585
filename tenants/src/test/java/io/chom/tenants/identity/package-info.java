/** Tests of people, realms and logging in. */
@NullMarked
package io.chom.tenants.identity;

import org.jspecify.annotations.NullMarked;
