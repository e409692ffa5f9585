package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import java.net.URI;
import java.util.List;

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
        var brand = assets.brand();
        var frame = Frame.of(assets, brand.name(), brand.promise());
        return template.render(new Model(frame, brand.promise(), plans, !plans.isEmpty(), address));
    }

    private record Model(Frame frame, String promise, List<PlanOffer> plans, boolean hasPlans, URI address) {}
}
