package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.Mails;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes to all who look after a house. */
@Component
public class HouseMails {

    private final Mails mails;
    private final Caretakers caretakers;
    private final TenantService tenants;

    /** Writes to those whom {@code caretakers} knows. */
    public HouseMails(Mails mails, Caretakers caretakers, TenantService tenants) {
        this.mails = mails;
        this.caretakers = caretakers;
        this.tenants = tenants;
    }

    /**
     * Queues a mail to each, in the transaction of what it tells of, as the house.
     *
     * @param mail given the name of the house
     */
    public Mono<Void> write(TenantId house, Function<String, Mail> mail) {
        return tenants.find(house)
                .map(tenant -> mail.apply(tenant.name()))
                .flatMapMany(written -> caretakers
                        .of(house)
                        .collectList()
                        .flatMapIterable(all -> all)
                        .concatMap(address -> mails.send(written, address)))
                .then();
    }
}
