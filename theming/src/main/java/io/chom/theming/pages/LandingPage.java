package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first page that a visitor of a brand's domain sees. */
public final class LandingPage {
    private final Template template = Template.named("landing");

    /**
     * The page as HTML.
     *
     * @param assets whose page it is
     * @param wanted the language that the visitor wants; the one that is nearest is spoken
     * @param plans the published plans in the order of display; none leaves the section out
     * @param address the absolute address of this page for every language, without a query
     * @param said the language that the visitor's own address says, if it says one
     * @param currencies among which the visitor chooses; with fewer than two there is nothing to choose
     */
    public String render(
            BrandAssets assets,
            Locale wanted,
            List<PlanOffer> plans,
            URI address,
            @Nullable Locale said,
            List<CurrencyOffer> currencies) {
        var choice = currencies.size() < 2 ? null : new Choice(currencies, said == null ? null : said.toLanguageTag());
        return html(assets, wanted, plans, Shared.of(assets, address, said), choice, null);
    }

    /** The page at the address for every language. */
    public String render(BrandAssets assets, Locale wanted, List<PlanOffer> plans, URI address) {
        return render(assets, wanted, plans, address, null, List.of());
    }

    /**
     * The page in the look of a draft, as HTML: it says so, and tells nobody where it is.
     *
     * @param assets the draft
     * @param wanted the language that the visitor wants
     * @param until when the preview ends, written out by the caller, who knows the zone
     */
    public String preview(BrandAssets assets, Locale wanted, List<PlanOffer> plans, String until) {
        return html(assets, wanted, plans, null, null, until);
    }

    private String html(
            BrandAssets assets,
            Locale wanted,
            List<PlanOffer> plans,
            @Nullable Shared shared,
            @Nullable Choice choice,
            @Nullable String draftUntil) {
        var brand = assets.brand();
        var frame = Frame.of(assets, brand.name(), brand.promise()).in(wanted);
        var words = Words.of(brand, wanted);
        var offers = plans.stream()
                .map(plan -> new Offer(plan, words.say("landing-choose", plan.name())))
                .toList();
        var draft = draftUntil == null ? null : words.say("landing-draft", draftUntil);
        return template.render(new Model(frame, brand.promise(), offers, !offers.isEmpty(), shared, choice, draft));
    }

    private record Model(
            Frame frame,
            String promise,
            List<Offer> offers,
            boolean hasPlans,
            @Nullable Shared shared,
            @Nullable Choice choice,
            @Nullable String draft) {}

    /** Of a currency; whoever has said a language keeps it. */
    private record Choice(
            List<CurrencyOffer> currencies, @Nullable String language) {}

    private record Offer(PlanOffer plan, String choose) {}

    /** What those learn who are given a link to the page. */
    private record Shared(
            URI address,
            List<Translation> translations,
            @Nullable Picture picture) {

        static Shared of(BrandAssets assets, URI page, @Nullable Locale said) {
            var file = assets.social();
            var image = assets.brand().artwork().social();
            return new Shared(
                    said == null ? page : Translation.in(page, said),
                    Translation.of(page),
                    file == null || image == null
                            ? null
                            : new Picture(page.resolve(file.path()), image.width(), image.height()));
        }
    }

    /** A picture by its absolute address; its sides in pixels, as plain digits. */
    private record Picture(URI source, int width, int height) {}
}
