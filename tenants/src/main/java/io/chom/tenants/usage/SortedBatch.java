package io.chom.tenants.usage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A batch with its events told apart.
 *
 * @param valid by id, in the order in which they were sent
 * @param repeats ids that came again within the batch, as often as they did
 * @param rejected with reasons
 */
record SortedBatch(Map<UsageEventId, UsageEvent> valid, List<UsageEventId> repeats, List<Receipt.Rejected> rejected) {

    static SortedBatch of(List<UsageEventInput> inputs, Acceptance acceptance) {
        var sorted = new SortedBatch(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (int index = 0; index < inputs.size(); index++) {
            sorted.add(acceptance.check(index, inputs.get(index)));
        }
        return sorted;
    }

    private void add(Checked checked) {
        switch (checked) {
            case Checked.Wrong(var reason) -> rejected.add(reason);
            case Checked.Valid(var event) -> {
                if (valid.putIfAbsent(event.id(), event) != null) {
                    repeats.add(event.id());
                }
            }
        }
    }

    /** The same without events that turned out to be wrong, which are told by their places among what was sent. */
    SortedBatch without(Map<UsageEventId, Receipt.Rejected> wrong, List<UsageEventInput> inputs) {
        var left = new LinkedHashMap<>(valid);
        left.keySet().removeAll(wrong.keySet());
        var all = new ArrayList<>(rejected);
        wrong.forEach((id, reason) ->
                all.add(new Receipt.Rejected(place(id, inputs), reason.id(), reason.code(), reason.detail())));
        all.sort(Comparator.comparingInt(Receipt.Rejected::index));
        return new SortedBatch(left, repeats, all);
    }

    private static int place(UsageEventId id, List<UsageEventInput> inputs) {
        return IntStream.range(0, inputs.size())
                .filter(at -> id.value().equals(inputs.get(at).id()))
                .findFirst()
                .orElseThrow();
    }

    boolean isEmpty() {
        return valid.isEmpty();
    }

    /** What is to be kept of the rejected ones. */
    List<Refusal> refusals(List<UsageEventInput> inputs) {
        return rejected.stream()
                .map(one -> Refusal.of(inputs.get(one.index()), one))
                .toList();
    }

    Set<UsageEventId> ids() {
        return valid.keySet();
    }

    Receipt receipt(Set<UsageEventId> known) {
        var accepted = valid.keySet().stream().filter(id -> !known.contains(id)).toList();
        var duplicates = Stream.concat(valid.keySet().stream().filter(known::contains), repeats.stream())
                .toList();
        return new Receipt(accepted, duplicates, rejected);
    }
}
