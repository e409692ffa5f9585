/** The brand studio: what a house looks like, worked on beside a preview and published when it is right. */
@NullMarked
package io.chom.portal.brand;

import org.jspecify.annotations.NullMarked;
