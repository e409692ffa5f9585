package io.chom.tenants.platform;

import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Answers {@link ConditionalOnRole} from the setting {@code chom.roles}. */
class OnRole implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var attributes = metadata.getAnnotationAttributes(ConditionalOnRole.class.getName());
        return attributes != null
                && Binder.get(context.getEnvironment())
                        .bind("chom.roles", Bindable.setOf(String.class))
                        .orElse(Set.of("ui", "api", "worker"))
                        .contains(String.valueOf(attributes.get("value")));
    }
}
