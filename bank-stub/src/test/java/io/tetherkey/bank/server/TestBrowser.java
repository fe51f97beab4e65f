package io.tetherkey.bank.server;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies and without scripts, over HTTPS, on the pages of one bank. */
final class TestBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(tetherkey://login\\?ticket=[^\"]+)\"");

    private final HttpClient client;
    private final BankFixture fixture;
    private final String home;
    private final Map<String, String> cookies = new HashMap<>();

    TestBrowser(BankFixture fixture, String bankId) {
        this.client = fixture.client;
        this.fixture = fixture;
        this.home = "/bank/" + bankId;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) throws Exception {
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI address = fixture.bank().apiBase().resolve(home + path);
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var response = client.send(request.build(), BodyHandlers.ofString());
        keep(response.headers().allValues("Set-Cookie"));
        return response;
    }

    private void keep(List<String> set) {
        for (var cookie : set) {
            var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    /** The live status of the page, line by line; ends with the last event. */
    List<String> eventsToTheEnd() throws Exception {
        var lines = client.send(request("/phone/events").GET().build(), BodyHandlers.ofLines());
        return lines.body().filter(line -> line.startsWith("data:")).toList();
    }

    /** Presses "Log in with the phone" and gives the link of the page that follows. */
    String askForLink() throws Exception {
        var pressed = post("/phone", Map.of("form", formOf(get("").body())));
        if (pressed.statusCode() != 303) {
            throw new AssertionError("the button leads to " + pressed.statusCode());
        }
        return found(LINK, get("/phone").body());
    }

    static String formOf(String page) {
        return found(FORM_TOKEN, page);
    }

    static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in\n" + page);
        }
        return matcher.group(1);
    }
}
