package io.chom.tenants.billing.dunning;

import io.chom.tenants.platform.Acting;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The ladders that brand owners set. Callers hold a transaction of the owner. */
@Repository
class Ladders {

    private final DatabaseClient database;

    Ladders(DatabaseClient database) {
        this.database = database;
    }

    /** Writes the ladder of a product, instead of the one that is there. */
    Mono<Void> save(Acting owner, String catalogue, Ladder ladder) {
        return database.sql("""
                        insert into billing.dunning_ladder (tenant_id, reseller_id, catalogue, rungs)
                        values (:owner, :reseller, :catalogue, :rungs)
                        on conflict (tenant_id, catalogue) do update set rungs = excluded.rungs
                        """)
                .bind("owner", owner.tenant().value())
                .bind("reseller", owner.reseller().value())
                .bind("catalogue", catalogue)
                .bind("rungs", ladder.rungs().stream().map(Rung::toString).toArray(String[]::new))
                .then();
    }
}
