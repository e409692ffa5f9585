package io.chom.portal.reseller;

import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.shell.Notices;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.reseller.ResellerDashboard;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a reseller behind the bell how many of its customers are near a limit. */
@Component
class ResellerNotices implements Notices {

    private final CustomerFigures figures;

    ResellerNotices(CustomerFigures figures) {
        this.figures = figures;
    }

    @Override
    public Optional<Source<List<Notice>>> of(SignedIn signedIn, Language language) {
        return ResellerNavigation.isReader(signedIn)
                ? Optional.of(Source.once(() -> figures.current().map(all -> notices(all, language))))
                : Optional.empty();
    }

    private static List<Notice> notices(ResellerDashboard all, Language language) {
        return all.nearLimit() == 0
                ? List.of()
                : List.of(new Notice(
                        Weight.NOTE,
                        language.count("reseller.notice", all.nearLimit()),
                        language.say("reseller.near.why")));
    }
}
