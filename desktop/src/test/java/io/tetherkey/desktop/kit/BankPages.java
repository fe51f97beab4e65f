package io.tetherkey.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The customer in front of a bank's own pages, in a browser that knows forms and cookies and nothing else. */
final class BankPages {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern CERTIFICATE = Pattern.compile("name=\"certificate\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final URI page;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param page of the bank, such as {@code https://localhost:8443/bank/harbour} */
    BankPages(HttpClient http, URI page) {
        this.http = http;
        this.page = page;
    }

    /** Logs in with the password and revokes the first certificate that is listed. */
    void revoke(String user, String password) throws IOException, InterruptedException {
        post("/login", Map.of("form", found(FORM, get()), "user", user, "password", password));
        String listed = get();
        post("/revoke", Map.of("form", found(FORM, listed), "certificate", found(CERTIFICATE, listed)));
        assertThat(CERTIFICATE.matcher(get()).find())
                .as("a certificate is left")
                .isFalse();
    }

    private static String found(Pattern what, String body) {
        Matcher match = what.matcher(body);
        assertThat(match.find()).as("%s in %s", what, body).isTrue();
        return match.group(1);
    }

    private String get() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(page)).body();
    }

    private void post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(page + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isLessThan(400);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] parts = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(parts[0], parts[1]);
        }
        return answer;
    }
}
