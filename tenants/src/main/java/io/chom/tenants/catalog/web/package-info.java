/** HTTP of the catalogues: what can be bought. */
@NullMarked
package io.chom.tenants.catalog.web;

import org.jspecify.annotations.NullMarked;
