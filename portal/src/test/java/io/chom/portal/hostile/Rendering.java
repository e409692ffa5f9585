package io.chom.portal.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.portal.hostile.Payload.Family;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Letterhead;
import io.chom.tenants.platform.mail.Sender;
import io.chom.tenants.platform.mail.WrittenMail;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.domains.DomainSwitchedOff;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.pages.LandingPage;
import io.chom.theming.pages.PlanOffer;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the product makes of a brand.
 *
 * @param assets its files
 * @param shown what a browser opens
 * @param mail what goes out in its name
 */
record Rendering(BrandAssets assets, List<Shown> shown, WrittenMail mail) {

    private static final LandingPage LANDING = new LandingPage();
    private static final List<PlanOffer> PLANS =
            List.of(new PlanOffer("Pro", "€49.00", "per month", "For shops", List.of("10 GB"), true));

    /** A document of its own, whose kind decides what has to be in it. */
    record Shown(Kind kind, String type, byte[] bytes) {

        enum Kind {
            DRAFT,
            MAIL,
            PICTURE
        }

        static Shown page(Kind kind, String html) {
            return new Shown(kind, "text/html;charset=utf-8", html.getBytes(UTF_8));
        }
    }

    static Rendering of(Brand brand, Family family, URI origin) {
        var assets = BrandAssets.of(brand);
        var mail = mail(assets, origin);
        var draft = Shown.page(Shown.Kind.DRAFT, LANDING.preview(assets, Locale.ENGLISH, PLANS, "Friday, 10:00"));
        var letter = Shown.page(Shown.Kind.MAIL, mail.html());
        var logo = assets.logoOnLight();
        var picture = new Shown(Shown.Kind.PICTURE, logo.contentType(), logo.bytes());
        var shown = switch (family) {
            case COLORS, WORDS, LOOKALIKES -> List.of(draft, letter);
            case DRAWINGS, PICTURES -> List.of(draft, picture);
            case SENDERS -> List.of(letter);
        };
        return new Rendering(assets, shown, mail);
    }

    private static WrittenMail mail(BrandAssets assets, URI origin) {
        var name = assets.brand().name();
        var sender = Sender.named(assets.brand().contact().senderName());
        var head = new Letterhead(TenantId.next(), assets, origin, Locale.ENGLISH, ZoneOffset.UTC, sender);
        var mail = new DomainSwitchedOff(
                HostName.of("portal.acme.example"), List.of(name, assets.brand().promise()), Instant.EPOCH, name);
        return WrittenMail.of(head, mail, Locale.ENGLISH);
    }

    /** All of it as one text; what a mail’s parts are divided by is new every time. */
    String everything() {
        var all = new StringBuilder();
        shown.forEach(one -> all.append(Arrays.toString(one.bytes())));
        assets.all().forEach(asset -> all.append(asset.path()).append(Arrays.toString(asset.bytes())));
        return all + mail.text() + mail.html() + mail.headers().replaceAll("boundary=\"[^\"]*\"", "");
    }
}
