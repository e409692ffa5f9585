/** The edge of the public API: what holds for every request, and the one translation of refusals to problem documents. */
@NamedInterface("web")
@NullMarked
package io.chom.tenants.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
