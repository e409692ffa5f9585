package io.chom.portal.shell;

import com.vaadin.flow.server.VaadinRequest;
import io.chom.portal.parts.Icon;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Light, dark or as the device has it: what a person chose. The server remembers it per person; the browser has it in a
 * cookie besides, for the first paint.
 */
public enum ColorMode {
    LIGHT(Icon.SUN),
    DARK(Icon.MOON),
    AUTO(Icon.MONITOR);

    /** Name of the cookie. */
    public static final String COOKIE = "color-mode";

    private final Icon icon;

    ColorMode(Icon icon) {
        this.icon = icon;
    }

    /** Value of the attribute {@code data-mode} on the root element, by which style sheets follow the choice. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice that came with a request; empty when none was made, so that the brand decides. */
    public static Optional<ColorMode> chosen(@Nullable VaadinRequest request) {
        return request == null || request.getCookies() == null ? Optional.empty() : chosen(request.getCookies());
    }

    private static Optional<ColorMode> chosen(Cookie[] cookies) {
        return Stream.of(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .flatMap(cookie ->
                        Arrays.stream(values()).filter(mode -> mode.attribute().equals(cookie.getValue())))
                .findFirst();
    }

    Icon icon() {
        return icon;
    }

    String text() {
        return "shell.mode." + attribute();
    }
}
