/** Calls of programs: how many a day a plan lets through, in all processes together, and what became of them. */
@NamedInterface("calls")
@NullMarked
package io.chom.tenants.developer.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
