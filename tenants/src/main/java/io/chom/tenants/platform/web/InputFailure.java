package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Failure.Invalid;
import io.chom.tenants.platform.Failure.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a request that could not be read, in our words and with the place. */
final class InputFailure {

    private InputFailure() {}

    static Failure of(ServerWebInputException input) {
        return switch (Translation.causeOf(input, JacksonException.class)) {
            case StreamReadException ignored -> Invalid.of("malformed-json", "The body is not valid JSON.");
            case UnrecognizedPropertyException unknown ->
                at(unknown, "unknown-field", "There is no field of this name here.");
            case ValueInstantiationException refused -> at(refused, "invalid-value", sentence(refused));
            case DatabindException wrong -> at(wrong, "wrong-type", "The value is missing or of another type.");
            case null, default -> withoutJson(input);
        };
    }

    private static Failure withoutJson(ServerWebInputException input) {
        return switch (input) {
            case WebExchangeBindException bound ->
                invalid(bound.getFieldErrors().stream()
                        .map(error -> new Violation(
                                "/" + error.getField().replace('.', '/'),
                                "invalid-value",
                                String.valueOf(error.getDefaultMessage())))
                        .toList());
            case MissingRequestValueException missing ->
                invalid(List.of(new Violation(missing.getName(), "missing", "This value is required.")));
            case ServerWebInputException other -> ofParameter(other.getMethodParameter());
        };
    }

    private static Failure ofParameter(@Nullable MethodParameter parameter) {
        String name = parameter == null ? null : parameter.getParameterName();
        return name == null || parameter == null || parameter.hasParameterAnnotation(RequestBody.class)
                ? Invalid.of("malformed-body", "The body is missing or cannot be read.")
                : invalid(List.of(new Violation(name, "invalid-value", "The value cannot be read.")));
    }

    private static Failure at(DatabindException wrong, String code, String detail) {
        String pointer = wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        return invalid(List.of(new Violation(pointer, code, detail)));
    }

    private static Failure invalid(List<Violation> violations) {
        return new Invalid("invalid-request", "The request has values that are not right.", violations);
    }

    /** Our values refuse with a sentence for people; anything else stays inside. */
    private static String sentence(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
                ? ours.getMessage()
                : "The value is not right.";
    }
}
