/** Every part is started for real, on free ports, in a folder of its own. */
@NullMarked
package io.chom.embedded;

import org.jspecify.annotations.NullMarked;
