package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.TenantId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** News of usage for open screens. */
@Service
public final class UsageChanges {

    /** Channel on which is told whose usage was counted; {@link #whose} reads it. */
    public static final String CHANNEL = "usage_changed";

    private final Broadcast broadcast;
    private final EventStream stream;
    private final Pace pace = new Pace();

    UsageChanges(Broadcast broadcast, EventStream stream) {
        this.broadcast = broadcast;
        this.stream = stream;
    }

    /** Changes of the acting tenant and, for a reseller, of its customers, from now on. Never ends; needs what reading needs. */
    public Flux<UsageChanged> changes() {
        return UsageRights.reader()
                .flatMapMany(acting -> pace.of(broadcast.listen(CHANNEL).flatMapIterable(body -> heard(body, acting))));
    }

    /**
     * Whether usage is counted and its changes are heard, now and whenever that turns. While it is false, what is shown may
     * be behind. Anybody may ask; never ends.
     */
    public Flux<Boolean> flowing() {
        return Flux.combineLatest(broadcast.hearing(), stream.answering(), Boolean::logicalAnd)
                .distinctUntilChanged();
    }

    static String body(Acting acting) {
        return acting.tenant() + " " + acting.reseller();
    }

    /** Whose usage was counted, by a body of the {@link #CHANNEL} that is not {@link Broadcast#RESYNC}. */
    public static TenantId whose(String body) {
        return TenantId.of(body.substring(0, body.indexOf(' ')));
    }

    private static Iterable<UsageChanged> heard(String body, Acting acting) {
        if (body.equals(Broadcast.RESYNC)) {
            return List.of(new UsageChanged(acting.tenant()));
        }
        var ids = Stream.of(body.split(" ")).map(TenantId::of).toList();
        return ids.contains(acting.tenant()) ? List.of(new UsageChanged(ids.getFirst())) : List.of();
    }
}
