package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first page that a visitor of a brand's domain sees. */
public final class LandingPage {
    private final Template template = Template.named("landing");

    /**
     * The page as HTML.
     *
     * @param assets whose page it is
     * @param plans the published plans in the order of display; none leaves the section out
     * @param address the absolute address of this page, for previews of shared links
     */
    public String render(BrandAssets assets, List<PlanOffer> plans, URI address) {
        return render(assets, plans, address, null);
    }

    /**
     * The page in the look of a draft, as HTML: it says so, and tells nobody where it is.
     *
     * @param assets the draft
     * @param until when the preview ends, written out by the caller, who knows the zone
     */
    public String preview(BrandAssets assets, List<PlanOffer> plans, String until) {
        return render(assets, plans, null, until);
    }

    private String render(
            BrandAssets assets, List<PlanOffer> plans, @Nullable URI address, @Nullable String draftUntil) {
        var brand = assets.brand();
        var frame = Frame.of(assets, brand.name(), brand.promise());
        return template.render(new Model(frame, brand.promise(), plans, !plans.isEmpty(), address, draftUntil));
    }

    private record Model(
            Frame frame,
            String promise,
            List<PlanOffer> plans,
            boolean hasPlans,
            @Nullable URI address,
            @Nullable String draftUntil) {}
}
