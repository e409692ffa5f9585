package io.chom.portal.site;

import io.chom.theming.icons.AppIcon;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The icons that somebody has asked for, each drawn once, on the thread of the first who asks while others wait for it. */
@Component
class DrawnIcons {

    private static final int KEPT = 1_000;

    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    byte[] of(AppIcon icon) {
        if (drawn.size() > KEPT) {
            drawn.clear();
        }
        return drawn.computeIfAbsent(icon.path(), path -> icon.draw());
    }
}
