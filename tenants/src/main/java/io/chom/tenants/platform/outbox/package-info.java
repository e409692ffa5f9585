/** Events that commit with their cause, the relay that ships them, and the memory of those that were handled. */
@NullMarked
package io.chom.tenants.platform.outbox;

import org.jspecify.annotations.NullMarked;
