package io.chom.tenants.billing.web;

import io.chom.tenants.billing.EventStates;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.usage.Replayed;
import io.chom.tenants.usage.UsageEventId;
import io.chom.tenants.usage.UsageTray;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of usage that was sent. */
@RestController
@Tag(name = "Usage")
@RequestMapping("/api/v1/usage")
class UsageStatesController {

    private final EventStates states;
    private final UsageTray tray;

    UsageStatesController(EventStates states, UsageTray tray) {
        this.states = states;
        this.tray = tray;
    }

    /** The state of one event. */
    @GetMapping("/events/{id}")
    @Operation(
            summary = "Read the state of an event",
            description =
                    "By your own id: `counted`, `billed` with its invoice, `unmatched` or `rejected` with the reason; and"
                            + " where it was corrected, by which event and what it counts as."
                            + " An accepted event is here once it is counted, usually within 5 seconds; until then, as for an id"
                            + " that was never sent, the answer is `not-found`. Needs `usage:read`.")
    @ApiResponse(responseCode = "200", description = "The event and its state")
    Mono<EventStateResponse> find(@PathVariable String id) {
        return Mono.fromSupplier(() -> id(id)).flatMap(states::find).map(EventStateResponse::of);
    }

    /** What could not be counted or is billed to nobody. */
    @GetMapping("/unmatched")
    @Operation(
            summary = "List unmatched usage",
            description =
                    "Events that were rejected in the last 35 days, the latest first, and meters that were counted"
                            + " although nobody is billed for them. Needs `usage:read`.")
    @ApiResponse(responseCode = "200", description = "A page of rejected events, and the unbilled meters")
    Mono<UnmatchedResponse> unmatched(
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        return Mono.zip(
                        Mono.defer(() -> tray.list(cursor == null ? null : new Cursor(cursor), limit)),
                        tray.size(),
                        states.unmatched())
                .map(found -> UnmatchedResponse.of(found.getT1(), found.getT2(), found.getT3()));
    }

    /** Sends rejected events through again. */
    @PostMapping("/unmatched/replay")
    @Operation(
            summary = "Send rejected events again",
            description =
                    "Up to 1,000 of the kept ones go through the same checks as if you sent them now; `left` were not"
                            + " tried yet, call again for them. What is taken is counted once. Needs `usage:write`.")
    @ApiResponse(responseCode = "200", description = "How many were taken, refused again, and not tried")
    Mono<Replayed> replay() {
        return tray.replay();
    }

    /** Nothing can have been sent by any other id. */
    private static UsageEventId id(String text) {
        if (!UsageEventId.isValid(text)) {
            throw new Refused(Failure.NotFound.of("event"));
        }
        return new UsageEventId(text);
    }
}
