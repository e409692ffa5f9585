package io.chom.bench.empty;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Route;
import java.util.stream.IntStream;

/** What every dashboard has: navigation, a title, some cards, a list; and nothing in them. */
@Route("")
public class EmptyDashboard extends AppLayout {

    public EmptyDashboard() {
        var navigation = new SideNav();
        IntStream.range(0, 5).forEach(n -> navigation.addItem(new SideNavItem("Item " + n, "item-" + n)));
        addToDrawer(navigation);
        addToNavbar(new DrawerToggle(), new H1("Dashboard"));
        var content = new Div();
        IntStream.range(0, 4).forEach(n -> {
            var card = new Card();
            card.setTitle("Card " + n);
            content.add(card);
        });
        var list = new Grid<String>();
        list.addColumn(String::toString).setHeader("Name");
        list.addColumn(String::length).setHeader("Length");
        content.add(list);
        setContent(content);
    }
}
