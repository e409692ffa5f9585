/** Small web servers on the loopback address, for parts that people and programs look into. */
@NullMarked
package io.chom.embedded.web;

import org.jspecify.annotations.NullMarked;
