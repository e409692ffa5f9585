/** Clients of the running portal that speak as browsers do and need none, for many of them at once. */
@NullMarked
package io.chom.portal.client;

import org.jspecify.annotations.NullMarked;
