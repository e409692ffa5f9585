package io.chom.portal.shell;

import io.chom.portal.formats.Language;
import io.chom.portal.live.AsyncState;
import io.chom.portal.live.Live;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the notices of all modules to the bell and the banner. */
final class NoticeBoard {

    private final Bell bell;
    private final Banner banner;
    private final Map<Notices, List<Notices.Notice>> known = new LinkedHashMap<>();

    NoticeBoard(Bell bell, Banner banner) {
        this.bell = bell;
        this.banner = banner;
    }

    void listen(List<Notices> modules, SignedIn signedIn, Language language, Clock clock) {
        for (var module : modules) {
            module.of(signedIn, language)
                    .ifPresent(source -> Live.on(bell, signedIn.acting(), clock, source, state -> take(module, state)));
        }
    }

    private void take(Notices module, AsyncState<List<Notices.Notice>> state) {
        switch (state) {
            case AsyncState.Loading<List<Notices.Notice>> ignored -> known.putIfAbsent(module, List.of());
            case AsyncState.Loaded<List<Notices.Notice>> loaded -> draw(module, loaded.value());
            case AsyncState.Failed<List<Notices.Notice>> failed ->
                failed.kept().ifPresentOrElse(kept -> draw(module, kept.value()), bell::fail);
        }
    }

    private void draw(Notices module, List<Notices.Notice> notices) {
        known.put(module, notices);
        var all = known.values().stream().flatMap(List::stream).toList();
        bell.show(all);
        banner.show(all);
    }
}
