/** The frame around every screen: navigation, top bar, notices, and the screens for wrong addresses. */
@NullMarked
package io.chom.portal.shell;

import org.jspecify.annotations.NullMarked;
