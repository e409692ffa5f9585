package io.chom.tenants.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DocumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':2}            | {'a':1}             | true",
                "{'a':1}                  | {'a':2}             | false",
                "{'a':1}                  | {'b':1}             | false",
                "{'a':{'x':1,'y':2}}      | {'a':{'x':1}}       | true",
                "{'a':['x','y']}          | {'a':['y','x']}     | true",
                "{'a':['x','y']}          | {'a':['x']}         | false",
                "{'a':['x']}              | {'a':['x','y']}     | false",
                "{}                       | {'a':''}            | true",
                "{'a':'set'}              | {'a':''}            | false",
                "{'password':'**********'}| {'password':'new'}  | true",
                "{'a':'true'}             | {'a':true}          | false"
            })
    void a_fact_covers_a_wish(String fact, String wish, boolean covers) {
        assertThat(Documents.covers(json(fact), json(wish))).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':2}       | {'a':3}        | {'a':3,'b':2}",
                "{'a':{'x':1,'y':2}} | {'a':{'x':3}}  | {'a':{'x':3,'y':2}}",
                "{'a':['x']}         | {'a':['y']}    | {'a':['y']}",
                "{}                  | {'a':{'x':1}}  | {'a':{'x':1}}"
            })
    void a_wish_is_laid_over_a_fact(String fact, String wish, String result) {
        assertThat(Documents.over(json(fact), (ObjectNode) json(wish))).isEqualTo(json(result));
        assertThat(Documents.covers(json(result), json(wish))).isTrue();
    }

    private static JsonNode json(String text) {
        return Documents.JSON.readTree(text.replace('\'', '"'));
    }
}
