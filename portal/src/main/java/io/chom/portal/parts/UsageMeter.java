package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.chom.tenants.billing.MeterUsage;

/** How much of an allowance is used, as a bar with ticks at 80 and 90 percent. The words stand beside it. */
@Tag("usage-meter")
@JavaScript("context://ui/components/usage-meter.js")
public final class UsageMeter extends Component implements HasStyle {

    public UsageMeter() {
        getElement().setAttribute("bare", true);
    }

    /**
     * Shows a usage.
     *
     * @param spoken the figures as a sentence, for screen readers
     */
    public void show(MeterUsage usage, String spoken) {
        getElement()
                .setAttribute("label", usage.meter().name())
                .setAttribute("value", usage.used().toPlainString())
                .setAttribute("max", usage.allowance().included().toPlainString())
                .setAttribute("unit", usage.meter().unit())
                .setAttribute("spoken", spoken);
    }
}
