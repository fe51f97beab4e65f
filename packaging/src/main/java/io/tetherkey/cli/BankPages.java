package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser with cookies of its own on the pages of one bank, over TLS with the directory's root alone. */
final class BankPages implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(tetherkey://login\\?ticket=[^\"]+)\"");

    private final HttpClient http;
    private final URI home;

    BankPages(BankEntry bank) throws CommandFailure {
        this.http = HttpClient.newBuilder()
                .sslContext(BankBooks.trusting(bank.tlsRoot()))
                .cookieHandler(new CookieManager())
                .build();
        this.home = bank.pages().resolve("/bank/" + bank.bankId());
    }

    /** Presses "Log in with the phone", and gives the start link of the page that follows. */
    String askForLogin() throws CommandFailure, InterruptedException {
        String token = found(FORM_TOKEN, page(home));
        send(request(at("/phone"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("form=" + token)));
        return found(LINK, page(at("/phone")));
    }

    /** Opens a page that the app wants to be opened; only one of this bank. */
    void open(URI page) throws CommandFailure, InterruptedException {
        if (!page.resolve("/").equals(home.resolve("/"))) {
            throw new CommandFailure(Fault.INTERNAL, "The app has opened a page that is not the bank's.");
        }
        page(page);
    }

    /** Whether the bank's page shows this user's account. */
    boolean isLoggedIn(String user) throws CommandFailure, InterruptedException {
        return page(home).contains("Logged in as " + user);
    }

    private URI at(String path) {
        return home.resolve(home.getPath() + path);
    }

    private String page(URI address) throws CommandFailure, InterruptedException {
        return send(request(address));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(LONGEST).header("Accept-Language", "en");
    }

    private String send(HttpRequest.Builder request) throws CommandFailure, InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException e) {
            throw new CommandFailure(Fault.BANK_UNREACHABLE, "The bank's page at " + home + " does not answer.", e);
        }
    }

    private static String found(Pattern pattern, String page) throws CommandFailure {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new CommandFailure(Fault.INTERNAL, "The bank's page has no way to log in with the phone.");
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
