/** The adapter of {@link io.chom.tenants.platform.EventStream} to Kafka; nothing outside of this package knows Kafka. */
@NullMarked
package io.chom.tenants.platform.events;

import org.jspecify.annotations.NullMarked;
