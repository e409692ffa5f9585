package io.chom.portal.journey;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API said that it accepted, kept apart from the program: the figures that it must come to in the end. */
final class UsageBooks {

    /** A customer who sends usage. */
    record Sender(String tenant, String brand, String key) {

        static Sender of(JsonNode apiKey) {
            return new Sender(
                    apiKey.get("tenant").asString(),
                    apiKey.get("brand").asString(),
                    apiKey.get("key").asString());
        }
    }

    /** One event. */
    record Event(String id, Sender sender, String meter, BigDecimal quantity, String time) {

        String json() {
            return "{\"id\":\"%s\",\"meter\":\"%s\",\"quantity\":%s,\"time\":\"%s\"}"
                    .formatted(id, meter, quantity.toPlainString(), time);
        }
    }

    private final Map<String, Event> answered = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();

    /** Takes over a receipt, if it is {@linkplain #check whole}. */
    void enter(Collection<Event> sent, String receipt) {
        check(sent, receipt);
        sent.stream()
                .filter(event -> answered.put(event.id(), event) != null)
                .forEach(again -> repeats.incrementAndGet());
    }

    /** Every event that was sent must be in it, accepted now or before. */
    static void check(Collection<Event> sent, String receipt) {
        JsonNode answer = JsonMapper.shared().readTree(receipt);
        int named = answer.get("accepted").size() + answer.get("duplicates").size();
        long distinct = sent.stream().map(Event::id).distinct().count();
        if (named < distinct || !answer.get("rejected").isEmpty()) {
            throw new IllegalStateException("not every event is in the receipt: " + receipt);
        }
    }

    int size() {
        return answered.size();
    }

    int repeats() {
        return repeats.get();
    }

    /** Sums by tenant and meter. */
    Map<String, BigDecimal> sums() {
        return sums(event -> event.sender().tenant() + " " + event.meter());
    }

    /** Sums by whatever names an event. */
    Map<String, BigDecimal> sums(Function<Event, String> name) {
        return sums(name, Event::quantity);
    }

    /** How many there are of each name. */
    Map<String, BigDecimal> counts(Function<Event, String> name) {
        return sums(name, event -> BigDecimal.ONE);
    }

    private Map<String, BigDecimal> sums(Function<Event, String> name, Function<Event, BigDecimal> amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        answered.values().forEach(event -> sums.merge(name.apply(event), amount.apply(event), BigDecimal::add));
        sums.replaceAll((key, sum) -> sum.stripTrailingZeros());
        return sums;
    }
}
