/** Programs at the edge of the public API: who acts by a key, and the keys themselves. */
@NullMarked
package io.chom.tenants.developer.web;

import org.jspecify.annotations.NullMarked;
