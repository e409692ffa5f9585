/** HTTP of usage: taking events in. */
@NullMarked
package io.chom.tenants.usage.web;

import org.jspecify.annotations.NullMarked;
