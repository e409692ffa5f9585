/** Kafka inside this process: one node that is broker and controller, its log kept between runs. */
@NullMarked
package io.chom.embedded.kafka;

import org.jspecify.annotations.NullMarked;
