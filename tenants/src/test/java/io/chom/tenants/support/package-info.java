/** What tests of every module share: a running root context, two standing resellers, the law of tenant isolation. */
@NullMarked
package io.chom.tenants.support;

import org.jspecify.annotations.NullMarked;
