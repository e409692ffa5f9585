/** What a person does with the whole program running: real parts, a real browser. */
@NullMarked
package io.chom.portal.journey;

import org.jspecify.annotations.NullMarked;
