package io.chom.portal.site;

import io.chom.theming.BrandAssets;
import io.chom.theming.Token;
import io.chom.theming.icons.AppIcon;
import io.chom.theming.icons.AppIcons;
import io.chom.theming.icons.IconUse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a browser must know to install a brand's portal (<a href="https://www.w3.org/TR/appmanifest/">Web Application
 * Manifest</a>).
 *
 * @param lang in which the reader reads it
 */
@JsonNaming(SnakeCaseStrategy.class)
record Manifest(
        String name,
        String shortName,
        String description,
        String lang,
        String id,
        String startUrl,
        String scope,
        String display,
        String themeColor,
        String backgroundColor,
        List<Icon> icons) {

    private static final String APPLICATION = "/app/";

    /** A picture by its address. */
    record Icon(String src, String sizes, String type, String purpose) {

        static Icon of(AppIcon icon) {
            int side = icon.use().side();
            return new Icon(
                    icon.path(),
                    side + "x" + side,
                    AppIcon.CONTENT_TYPE,
                    icon.use() == IconUse.MASKABLE ? "maskable" : "any");
        }
    }

    static Manifest of(BrandAssets assets, Locale language) {
        var brand = assets.brand();
        String ground = assets.tokens().first().color(Token.PAGE).hex();
        return new Manifest(
                brand.name(),
                ShortName.of(brand.name()).text(),
                brand.promise(),
                language.toLanguageTag(),
                APPLICATION,
                APPLICATION,
                "/",
                "standalone",
                ground,
                ground,
                icons(assets));
    }

    private static List<Icon> icons(BrandAssets assets) {
        AppIcons icons = AppIcons.of(assets);
        return Stream.of(IconUse.SMALL, IconUse.LARGE, IconUse.MASKABLE)
                .map(icons::of)
                .map(Icon::of)
                .toList();
    }
}
