package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxPartTest {

    private static final String ONLY = "--chom.embedded.parts=mailbox";
    private static final String MAIL = """
            From: Acme <billing@acme.example>\r
            To: ada@customer.example\r
            Subject: =?UTF-8?Q?Rechnung_f=C3=BCr_<script>alert(1)</script>?=\r
            MIME-Version: 1.0\r
            Content-Type: multipart/alternative; boundary=part\r
            \r
            --part\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            Plain <b>words</b>\r
            --part\r
            Content-Type: text/html; charset=utf-8\r
            \r
            <p>Rich <b>words</b></p><script>alert(2)</script>\r
            --part--\r
            """;

    @TempDir
    private Path data;

    @Test
    void a_mail_is_kept_once_with_all_its_recipients() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            send(embedded, MAIL, "ada@customer.example", "hidden@customer.example");
            JsonNode messages = json(embedded, "/api/messages");
            assertThat(messages.size()).isOne();
            assertThat(messages.get(0).get("subject").asString()).isEqualTo("Rechnung für <script>alert(1)</script>");
            assertThat(messages.get(0).get("from").asString()).isEqualTo("Acme <billing@acme.example>");
            assertThat(messages.get(0).get("to").toString())
                    .contains("ada@customer.example", "hidden@customer.example");
        }
        try (Embedded again = Embedded.start(data, ONLY)) {
            assertThat(json(again, "/api/messages").size()).isOne();
            assertThat(delete(again).statusCode()).isEqualTo(204);
            assertThat(json(again, "/api/messages").size()).isZero();
        }
    }

    @Test
    void a_mail_has_its_parts_in_json() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            JsonNode message = json(embedded, "/api/messages/" + sendAndFind(embedded));
            assertThat(message.get("text").asString()).contains("Plain <b>words</b>");
            assertThat(message.get("html").asString()).contains("<p>Rich <b>words</b></p>");
            assertThat(message.get("headers").toString()).contains("multipart/alternative");
        }
    }

    @Test
    void nothing_from_a_mail_runs_in_a_page() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            String id = sendAndFind(embedded);
            for (String path : new String[] {"/", "/messages/" + id}) {
                HttpResponse<String> page = get(embedded, path);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains("Rechnung für &lt;script&gt;alert(1)")
                        .doesNotContain("<script>");
                assertThat(policy(page)).contains("default-src 'none'").doesNotContain("unsafe");
            }
            HttpResponse<String> framed = get(embedded, "/messages/" + id + "/html");
            assertThat(framed.body()).contains("<p>Rich <b>words</b></p>");
            assertThat(policy(framed)).startsWith("sandbox ").doesNotContain("allow-scripts", "allow-same-origin");
            assertThat(get(embedded, "/messages/" + id + "/raw").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        }
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            for (String path : new String[] {
                "/api/messages/1", "/messages/..%2f..%2fsecrets.properties", "/messages/1/raw", "/nowhere"
            }) {
                assertThat(get(embedded, path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void a_foreign_name_that_points_here_is_refused() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            URI address = URI.create(embedded.property("chom.embedded.mailbox-url"));
            try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
                say(socket, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
                assertThat(lines(socket).readLine()).contains(" 421 ");
            }
        }
    }

    private static String sendAndFind(Embedded embedded) throws Exception {
        send(embedded, MAIL, "ada@customer.example");
        return json(embedded, "/api/messages").get(0).get("id").asString();
    }

    private static void send(Embedded embedded, String mail, String... recipients) throws IOException {
        URI address = URI.create(embedded.property("chom.smtp.url"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            BufferedReader answers = lines(socket);
            expect(answers, "220");
            ask(socket, answers, "HELO test", "250");
            ask(socket, answers, "MAIL FROM:<billing@acme.example>", "250");
            for (String recipient : recipients) {
                ask(socket, answers, "RCPT TO:<%s>".formatted(recipient), "250");
            }
            ask(socket, answers, "DATA", "354");
            ask(socket, answers, mail + ".", "250");
            ask(socket, answers, "QUIT", "221");
        }
    }

    private static void ask(Socket socket, BufferedReader answers, String words, String code) throws IOException {
        say(socket, words + "\r\n");
        expect(answers, code);
    }

    private static void say(Socket socket, String words) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void expect(BufferedReader answers, String code) throws IOException {
        assertThat(answers.readLine()).startsWith(code);
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static JsonNode json(Embedded embedded, String path) throws Exception {
        HttpResponse<String> answer = get(embedded, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(Embedded embedded, String path) throws Exception {
        return Http.get(embedded.property("chom.embedded.mailbox-url") + path);
    }

    private static HttpResponse<String> delete(Embedded embedded) throws Exception {
        return Http.send(
                HttpRequest.newBuilder(URI.create(embedded.property("chom.embedded.mailbox-url") + "/api/messages"))
                        .DELETE());
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
