/** PostgreSQL as a child process, its data kept between runs. */
@NullMarked
package io.chom.embedded.postgres;

import org.jspecify.annotations.NullMarked;
