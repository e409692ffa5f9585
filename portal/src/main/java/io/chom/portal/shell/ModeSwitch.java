package io.chom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Live;
import io.chom.portal.live.Source;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Chooses between light, dark and the device's mode. The browser remembers the choice for its next first paint, and the
 * server for the person's other browsers; while that cannot be told, it is tried again.
 */
final class ModeSwitch extends MenuBar {

    private static final String REMEMBER = """
            document.documentElement.dataset.mode = $0;
            document.cookie = $1 + '=' + $0 + ';path=/;max-age=31536000;samesite=lax'
                + (location.protocol === 'https:' ? ';secure' : '');
            """;

    private final Map<ColorMode, MenuItem> items = new EnumMap<>(ColorMode.class);
    private final Span sign = new Span();

    private final transient SignedIn signedIn;
    private final transient Live<Boolean> memory;
    private transient Optional<ColorMode> wanted = Optional.empty();

    ModeSwitch(SignedIn signedIn, Language language, Clock clock) {
        this.signedIn = signedIn;
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.ALIGN_END);
        addClassNames("icon-menu", "mode-switch");
        var root = addItem(sign, language.say("shell.mode"));
        root.setAriaLabel(language.say("shell.mode"));
        for (var mode : ColorMode.values()) {
            var item = root.getSubMenu().addItem(language.say(mode.text()), event -> choose(mode));
            item.setCheckable(true);
            items.put(mode, item);
        }
        mark(ColorMode.chosen(VaadinRequest.getCurrent()).orElse(ColorMode.AUTO));
        memory = Live.on(this, signedIn.acting(), clock, Source.once(this::remember), state -> {});
    }

    private void choose(ColorMode mode) {
        UI.getCurrent().getPage().executeJs(REMEMBER, mode.attribute(), ColorMode.COOKIE);
        mark(mode);
        wanted = Optional.of(mode);
        memory.reload();
    }

    private Mono<Boolean> remember() {
        return Mono.justOrEmpty(wanted).flatMap(signedIn::remember).thenReturn(true);
    }

    private void mark(ColorMode chosen) {
        items.forEach((mode, item) -> item.setChecked(mode == chosen));
        sign.removeAll();
        sign.add(chosen.icon().create());
    }
}
