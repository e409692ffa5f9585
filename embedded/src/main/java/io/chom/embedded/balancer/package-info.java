/** A reverse proxy before several processes of the portal: routes to those that are ready, and keeps sessions where they are. */
@NullMarked
package io.chom.embedded.balancer;

import org.jspecify.annotations.NullMarked;
