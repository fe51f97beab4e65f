package io.tetherkey.desktop.kit;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies of its own and without scripts on the pages of one bank. */
public final class BankBrowser implements AutoCloseable {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(tetherkey://login\\?ticket=[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();
    private final URI home;

    BankBrowser(URI home) {
        this.home = home;
    }

    /** Presses "Log in with the phone" and gives the link of the page that follows. */
    public String askForLink() throws Exception {
        post("/phone", Map.of("form", found(FORM_TOKEN, page(""))));
        return found(LINK, page("/phone"));
    }

    /** Presses "Begin again" there, and gives the new link. */
    public String beginAnew() throws Exception {
        post("/phone", Map.of("form", found(FORM_TOKEN, page("/phone"))));
        return found(LINK, page("/phone"));
    }

    /** The page that waits for the phone; once this browser is logged in, the customer's account in its place. */
    public String waitingPage() throws Exception {
        HttpResponse<String> answer = send(request("/phone"));
        return answer.statusCode() == 303 ? page("") : answer.body();
    }

    /** What this browser shows of a page that the app opens in it. */
    public String opened(URI page) throws Exception {
        return send(HttpRequest.newBuilder(page)).body();
    }

    /** Types the code of the window into the waiting page. */
    public void type(String code) throws Exception {
        post("/finish", Map.of("form", found(FORM_TOKEN, page("/phone")), "code", code));
    }

    /** Waits until the waiting page says this. */
    public void expect(String words) {
        Until.holds(
                "the bank's page to say " + words,
                () -> waitingPage().contains(words),
                () -> "it says " + waitingPage());
    }

    private String page(String path) throws Exception {
        return send(request(path)).body();
    }

    private void post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(home.getPath() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in\n" + page);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
