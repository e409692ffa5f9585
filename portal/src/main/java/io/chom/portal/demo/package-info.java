/** A small world to look at: two resellers, their customers, people, keys and 90 days of usage, through the front doors. */
@NullMarked
package io.chom.portal.demo;

import org.jspecify.annotations.NullMarked;
