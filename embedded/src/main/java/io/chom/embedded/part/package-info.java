/** What every embedded part shares: its place on disk, its ports, its passwords, its line of progress. */
@NullMarked
package io.chom.embedded.part;

import org.jspecify.annotations.NullMarked;
