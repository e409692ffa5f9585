package io.chom.portal.parts;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the order of a table in the address: {@code sort=mrr.desc}. */
record GridOrder<T>(Grid<T> grid, AddressState address) {

    private static final String NAME = "sort";
    private static final String DESCENDING = ".desc";

    /** Writes each further order into the address, and takes up the one that stands there. */
    void keep() {
        grid.addAttachListener(event -> grid.sort(stored()));
        grid.addSortListener(event -> address.put(
                NAME, event.getSortOrder().stream().map(GridOrder::word).collect(Collectors.joining(","))));
    }

    private List<GridSortOrder<T>> stored() {
        return address.get(NAME).stream()
                .flatMap(words -> Stream.of(words.split(",")))
                .flatMap(word -> order(word).stream())
                .toList();
    }

    /** A column that is not there is somebody's old address. */
    private Optional<GridSortOrder<T>> order(String word) {
        boolean isDown = word.endsWith(DESCENDING);
        var key = isDown ? word.substring(0, word.length() - DESCENDING.length()) : word;
        return Optional.ofNullable(grid.getColumnByKey(key))
                .filter(Grid.Column::isSortable)
                .map(column ->
                        new GridSortOrder<>(column, isDown ? SortDirection.DESCENDING : SortDirection.ASCENDING));
    }

    private static String word(GridSortOrder<?> order) {
        return order.getSorted().getKey() + (order.getDirection() == SortDirection.DESCENDING ? DESCENDING : "");
    }
}
