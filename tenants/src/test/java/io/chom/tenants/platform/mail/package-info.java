/** Tests. */
@NullMarked
package io.chom.tenants.platform.mail;

import org.jspecify.annotations.NullMarked;
