package io.chom.embedded.stripe;

import java.util.List;

/** What is sold. */
final class Products {

    private static final String PATH = "/v1/products";
    private static final String FIELDS = "active? description images metadata.* tax_code unit_label url "
            + "statement_descriptor shippable? marketing_features.name ";

    private Products() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        FIELDS + "name! id type default_price_data.currency default_price_data.unit_amount# "
                                + "default_price_data.recurring.interval default_price_data.recurring.interval_count#",
                        Products::create),
                Common.retrieve(PATH, Kind.PRODUCT),
                Common.update(PATH, Kind.PRODUCT, FIELDS + "name default_price", "product.updated"),
                Listing.of(PATH, "active? ids", Products::wanted),
                Route.delete(PATH + "/*", "", Products::delete));
    }

    private static Json create(Call call) {
        Json params = call.params().copy();
        params.text("id").flatMap(call.shelf()::find).ifPresent(there -> {
            throw StripeError.invalid("resource_already_exists", "id", "Product already exists.")
                    .refused();
        });
        Json price = params.at("default_price_data").copy();
        params.remove("default_price_data");
        Json product = make(call.shelf(), params);
        if (!price.isEmpty()) {
            Json made = Prices.make(call.shelf(), price.set("product", product.id()));
            product.set("default_price", made.id());
        }
        return product;
    }

    /** A new product with the fields given. */
    static Json make(Shelf shelf, Json given) {
        Json product = shelf.fresh(Kind.PRODUCT)
                .set("active", true)
                .set("default_price", null)
                .set("description", null)
                .set("images", List.of())
                .set("marketing_features", List.of())
                .set("tax_code", null)
                .set("type", "service")
                .set("unit_label", null)
                .set("updated", shelf.now())
                .set("url", null)
                .merge(given);
        return shelf.add(Common.tidy(product), "product.created");
    }

    private static List<Json> wanted(Call call) {
        List<String> ids = call.params().texts("ids");
        call.params().remove("ids");
        return call.shelf().all(Kind.PRODUCT).stream()
                .filter(product -> ids.isEmpty() || ids.contains(product.id()))
                .toList();
    }

    private static Json delete(Call call) {
        Json product = call.subject(Kind.PRODUCT);
        if (!call.shelf().all(Kind.PRICE, "product", product.id()).isEmpty()) {
            throw StripeError.state(
                            "resource_in_use", "This product cannot be deleted because it has one or more prices.")
                    .refused();
        }
        call.shelf().remove(product.id());
        call.shelf().say("product.deleted", product);
        return Common.gone(product);
    }
}
