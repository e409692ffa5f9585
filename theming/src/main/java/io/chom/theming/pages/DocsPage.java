package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The documentation of the public API in the brand's look, written from its OpenAPI description. */
public final class DocsPage {
    private final Template template = Template.named("docs");

    /**
     * The page as HTML.
     *
     * @param assets whose page it is
     * @param openApi an OpenAPI 3.x document as nested maps and lists; parts that are missing are left out
     * @param server the base address that the examples call, without a slash at the end
     * @param home the start page of the portal, where the logo leads
     */
    public String render(BrandAssets assets, Map<String, ?> openApi, String server, URI home) {
        var brand = assets.brand();
        var document = Node.of(openApi);
        var title = document.at("info").text("title", "API");
        var version = document.at("info").text("version", "");
        var intro = document.at("info").paragraphs("description");
        var frame = Frame.of(assets, home, title + " · " + brand.name(), "How programs talk to " + brand.name() + ".");
        var groups = ApiOperations.of(document, server).groups();
        var schemas = ApiSchemas.of(document).all();
        return template.render(new Model(frame, title, version, intro, server, groups, schemas, !schemas.isEmpty()));
    }

    private record Model(
            Frame frame,
            String heading,
            String version,
            List<String> intro,
            String server,
            List<ApiOperations.Group> groups,
            List<ApiSchemas.Schema> schemas,
            boolean hasSchemas) {}
}
