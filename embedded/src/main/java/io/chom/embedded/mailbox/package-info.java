/** A mailbox that takes every mail and delivers none: read it in a browser or as JSON. */
@NullMarked
package io.chom.embedded.mailbox;

import org.jspecify.annotations.NullMarked;
