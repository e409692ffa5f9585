/** Tests of what stands at the head of many processes; the processes themselves run in a journey. */
@NullMarked
package io.chom.portal.processes;

import org.jspecify.annotations.NullMarked;
