package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Letterhead;
import io.chom.tenants.platform.mail.Letterheads;
import io.chom.tenants.platform.mail.Sender;
import io.chom.tenants.platform.mail.SigningKey;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.PublishedBrand;
import io.chom.tenants.tenancy.senders.MailSenders.Stored;
import io.chom.theming.Brand;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Letterheads out of what brand owners wear, where they are served and how they want to send. */
@Component
class BrandLetterheads implements Letterheads {

    private static final Purpose PURPOSE = Purpose.routine("letterheads");

    private static final String FIND = """
            select t.time_zone, d.host as primary_host,
            """ + MailSenders.COLUMNS + """

              from tenancy.tenant t
              join lateral (select o.host from tenancy.domain o
                             where o.tenant_id = t.tenant_id and o.state in ('verified', 'active', 'failing')
                             order by o.is_primary desc, o.created_at, o.host limit 1) d on true
              left join tenancy.mail_sender s on s.tenant_id = t.tenant_id
             where t.tenant_id = :owner and t.kind <> 'customer'
            """;

    private final CrossTenant platform;
    private final Brands brands;
    private final PublicPlaces places;
    private final MailServerSeal seal;
    private final SigningKeys keys;

    BrandLetterheads(CrossTenant platform, Brands brands, PublicPlaces places, MailServerSeal seal, SigningKeys keys) {
        this.platform = platform;
        this.brands = brands;
        this.places = places;
        this.seal = seal;
        this.keys = keys;
    }

    @Override
    public Mono<Letterhead> of(TenantId owner) {
        return platform.one(
                PURPOSE,
                all -> all.sql(FIND)
                        .bind("owner", owner.value())
                        .map(row -> letterhead(owner, row))
                        .one());
    }

    private Letterhead letterhead(TenantId owner, Readable row) {
        PublishedBrand brand = brands.of(owner);
        HostName host = new HostName(Objects.requireNonNull(row.get("primary_host", String.class)));
        return new Letterhead(
                owner,
                brand.assets(),
                places.portal().on(host),
                brand.brand().languages().standard(),
                ZoneId.of(Objects.requireNonNull(row.get("time_zone", String.class))),
                sender(owner, brand.brand(), MailSenders.map(row)));
    }

    /** What the owner has chosen, and the brand’s own word where it has not. */
    private Sender sender(TenantId owner, Brand brand, Stored stored) {
        MailSenderSettings settings = stored.settings();
        return new Sender(
                Objects.requireNonNullElse(settings.name(), brand.contact().senderName()),
                settings.replyTo() == null ? support(brand) : settings.replyTo(),
                settings.provedAddress(),
                seal.open(owner, stored),
                key(owner, settings.provedAddress(), stored.key()));
    }

    private @Nullable SigningKey key(TenantId owner, @Nullable EmailAddress address, @Nullable SealedKey key) {
        return address == null || key == null ? null : keys.open(owner, MailSenderSettings.domain(address), key);
    }

    private static @Nullable EmailAddress support(Brand brand) {
        String support = brand.contact().supportEmail();
        return support == null ? null : EmailAddress.of(support);
    }
}
