package io.chom.tenants.identity;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Caretakers;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Owners and admins look after the domains of their house. */
@Component
class OwnersAndAdmins implements Caretakers {

    private final Memberships memberships;

    OwnersAndAdmins(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Flux<EmailAddress> of(TenantId house) {
        return memberships
                .of(house)
                .filter(member -> member.role() == Role.OWNER || member.role() == Role.ADMIN)
                .map(Member::email);
    }
}
