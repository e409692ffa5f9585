package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The last one in its place, which most pages never show: it is made when it is first wanted, not kept for that. */
public final class Spare<T extends Component> {

    private final HasComponents place;
    private final Supplier<T> make;
    private Optional<T> made = Optional.empty();

    public Spare(HasComponents place, Supplier<T> make) {
        this.place = place;
        this.make = make;
    }

    /** Shows it or not. */
    public void show(boolean wanted) {
        show(wanted, drawn -> {});
    }

    /** Draws and shows it, or does not show it. */
    public void show(boolean wanted, Consumer<T> draw) {
        if (wanted && made.isEmpty()) {
            T first = make.get();
            place.add(first);
            made = Optional.of(first);
        }
        made.ifPresent(component -> component.setVisible(wanted));
        made.filter(Component::isVisible).ifPresent(draw);
    }
}
