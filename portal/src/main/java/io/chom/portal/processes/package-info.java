/** Many processes on one machine that look like one program: starts them, keeps them alive, restarts them in turn. */
@NullMarked
package io.chom.portal.processes;

import org.jspecify.annotations.NullMarked;
