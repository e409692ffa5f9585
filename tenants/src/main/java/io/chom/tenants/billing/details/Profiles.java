package io.chom.tenants.billing.details;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What tenants have told of themselves. Callers hold a transaction of the tenant, or of the platform. */
@Repository
class Profiles {

    private static final String SAVE = """
            insert into billing.billing_details (tenant_id, reseller_id, legal_name, street, second_line, postal_code, city,
                   country, vat_id, tax_number, email, buyer_reference, treatment, rate, exempt_reason, changed_by, changed_at)
            values (:tenant, :reseller, :name, :street, :second, :code, :city, :country, :vat, :number, :email, :reference,
                   :treatment, :rate, :reason, :by, :now)
            on conflict (tenant_id) do update set legal_name = excluded.legal_name, street = excluded.street,
                   second_line = excluded.second_line, postal_code = excluded.postal_code, city = excluded.city,
                   country = excluded.country, vat_id = excluded.vat_id, tax_number = excluded.tax_number,
                   email = excluded.email, buyer_reference = excluded.buyer_reference, treatment = excluded.treatment,
                   rate = excluded.rate, exempt_reason = excluded.exempt_reason, changed_by = excluded.changed_by,
                   changed_at = excluded.changed_at
            """;

    private static final String OF = "select * from billing.billing_details where tenant_id = any(:tenants)";

    private final DatabaseClient database;

    Profiles(DatabaseClient database) {
        this.database = database;
    }

    /** Writes down what the acting tenant tells, instead of what it told before. */
    Mono<Void> save(Acting acting, Profile profile, Instant now) {
        var details = profile.details();
        return database.sql(SAVE)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("name", details.legalName())
                .bind("street", details.street())
                .bind("second", details.secondLine())
                .bind("code", details.postalCode())
                .bind("city", details.city())
                .bind("country", details.country())
                .bind("vat", details.vatId())
                .bind("number", details.taxNumber())
                .bind("email", details.email())
                .bind("reference", details.buyerReference())
                .bind("treatment", profile.treatment().kind().word())
                .bind("rate", profile.treatment().rate())
                .bind("reason", profile.treatment().reason())
                .bind("by", acting.actor().id())
                .bind("now", now)
                .then();
    }

    /** What these have told; who has told nothing is absent. */
    Mono<Map<TenantId, Profile>> of(Collection<TenantId> tenants) {
        return read(OF, tenants);
    }

    /** The same, and nobody changes it before the end of the transaction. */
    Mono<Map<TenantId, Profile>> held(Collection<TenantId> tenants) {
        return read(OF + " order by tenant_id for share", tenants);
    }

    private Mono<Map<TenantId, Profile>> read(String question, Collection<TenantId> tenants) {
        return database.sql(question)
                .bind(
                        "tenants",
                        tenants.stream().map(TenantId::value).distinct().toArray(UUID[]::new))
                .map(row ->
                        Map.entry(new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))), profile(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Profile profile(Readable row) {
        return new Profile(
                DetailsRow.read(row),
                new Treatment(
                        Treatment.Kind.of(DetailsRow.text(row, "treatment")),
                        Objects.requireNonNull(row.get("rate", BigDecimal.class)),
                        DetailsRow.text(row, "exempt_reason")));
    }
}
