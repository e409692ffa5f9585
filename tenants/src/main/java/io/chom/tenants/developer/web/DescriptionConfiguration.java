package io.chom.tenants.developer.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every call of the public API has in common, for its description. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    /** Describes fields as they are written. */
    @Bean
    ModelResolver fieldNames() {
        return new ModelResolver(new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Bean
    OpenApiCustomizer whatCallsShare() {
        return DescriptionConfiguration::complete;
    }

    private static void complete(OpenAPI description) {
        description
                .getComponents()
                .addSecuritySchemes(
                        "key",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas("Problem", problemSchema());
        description.addSecurityItem(new SecurityRequirement().addList("key"));
        description.getPaths().values().forEach(DescriptionConfiguration::complete);
    }

    private static void complete(PathItem path) {
        path.readOperations().forEach(DescriptionConfiguration::addProblems);
        if (path.getPost() != null) {
            path.getPost()
                    .addParametersItem(new HeaderParameter()
                            .name("Idempotency-Key")
                            .description(
                                    "Your name for this request: sent again within a day, it gets the first answer.")
                            .schema(new StringSchema().maxLength(255)));
        }
    }

    private static void addProblems(Operation operation) {
        operation
                .getResponses()
                .addApiResponse("429", later("The calls of the day are used up; `limit` and `reset_at` say more"))
                .addApiResponse(
                        "503",
                        later(
                                "Too much to do, or a part is away. Ask again with the same Idempotency-Key: it may have been done"))
                .addApiResponse("default", problem("A problem (RFC 9457)"));
    }

    private static ApiResponse later(String description) {
        return problem(description)
                .addHeaderObject(
                        "Retry-After",
                        new Header()
                                .description("Seconds after which to ask again")
                                .schema(new IntegerSchema()));
    }

    private static ApiResponse problem(String description) {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        return new ApiResponse().description(description).content(content);
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().description("Relative reference of the kind of problem"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One sentence for people"))
                .addProperty("code", new StringSchema().description("Stable, for programs"))
                .addProperty("request_id", new StringSchema().description("Names this request to support"))
                .addProperty("limit", new IntegerSchema().description("With 429: calls of a day"))
                .addProperty(
                        "reset_at", new StringSchema().format("date-time").description("With 429: when a day begins"));
    }
}
