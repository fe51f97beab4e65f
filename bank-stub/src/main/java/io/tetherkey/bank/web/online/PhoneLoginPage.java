package io.tetherkey.bank.web.online;

import io.tetherkey.bank.login.LoginProgress;
import io.tetherkey.bank.login.PhoneLogins;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.Json;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.StatusSign;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.seal.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The page that waits for the phone. It holds the panel of every status and shows one; the script shows another when the
 * server says so, and without a script the page reloads itself.
 */
final class PhoneLoginPage {

    private static final List<String> STATUSES = List.of("waiting", "opened", "allowed", "ended");

    private static final Template RELOAD =
            Template.of("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>");

    private static final Template BODY = Template.of("""
            <div class="narrow" data-events="{{path}}/phone/events">
            <h1>{{@phone.title}}</h1>
            <p class="lead">{{@phone.lead}}</p>
            <section class="sheet after" aria-label="{{@phone.label}}"><div class="words">
            <div aria-live="polite">{{panels}}</div>
            <p class="offline" role="alert" data-offline hidden>{{@phone.offline}}</p>
            <div class="till" data-while="waiting"{{waitingHidden}}>
            <a class="button big" id="open" data-start href="{{link}}">{{@phone.open}}</a>
            <div class="trouble">
            <h3>{{@order.trouble}}</h3>
            <p class="hint">{{@phone.trouble}}</p>
            <textarea id="code" class="short" readonly spellcheck="false" aria-label="{{@phone.code}}">{{link}}</textarea>
            <div class="row"><a class="button quiet" id="again" href="{{link}}">{{@order.again}}</a><button type="button" class="quiet" data-copy="code" data-done="{{@order.copied}}" hidden>{{@order.copy}}</button></div>
            </div>
            </div>
            <form class="till" data-while="allowed" method="post" action="{{path}}/finish"{{allowedHidden}}>
            <input type="hidden" name="form" value="{{form}}">
            <label for="completion">{{@phone.completion}}</label>
            <p class="hint">{{@phone.completionHint}}</p>
            <input id="completion" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="11" pattern="[0-9 ]{8,11}" required>
            <button type="submit" class="quiet">{{@phone.complete}}</button>
            </form>
            </div></section>
            <div class="row after">
            <form method="post" action="{{path}}/phone"><input type="hidden" name="form" value="{{form}}"><button type="submit" class="quiet">{{@phone.anew}}</button></form>
            <a class="button quiet" href="{{path}}">{{@phone.password}}</a>
            </div>
            </div>
            """);

    private static final Template PANEL = Template.of("""
            <div class="status {{style}}" data-status="{{status}}"{{hidden}}>
            {{sign}}
            <h2>{{title}}</h2>
            <p{{mark}}>{{text}}</p>
            </div>
            """);

    private PhoneLoginPage() {}

    /** The token of this page's forms: made from the cookie, which no other site can read. */
    static String formToken(String token) {
        return HexFormat.of().formatHex(Hashes.sha256(("TK1 form " + token).getBytes(StandardCharsets.UTF_8)));
    }

    static String link(OnlineBank bank, String token) {
        return "tetherkey://login?ticket=" + bank.bankId() + "." + PhoneLogins.ticket(token);
    }

    static Html render(Texts texts, OnlineBank bank, String token, LoginProgress progress) {
        String status = status(progress);
        Html body = BODY.fill(
                texts,
                Map.of(
                        "path", bank.path(),
                        "link", link(bank, token),
                        "form", formToken(token),
                        "panels", panels(texts, progress),
                        "waitingHidden", hiddenUnless(status.equals("waiting")),
                        "allowedHidden", hiddenUnless(status.equals("allowed"))));
        String title = texts.get("phone.title") + " · " + bank.name(texts.language());
        return PageFrame.page(
                texts, bank.house(texts), title, progress.last() ? Html.EMPTY : RELOAD.fill(texts, Map.of()), body);
    }

    /** The same for the script: the status, why it ended, and where to go when this browser is logged in. */
    static LiveLogin.Event event(Texts texts, OnlineBank bank, LoginProgress progress) {
        String next = progress instanceof LoginProgress.Finished ? bank.path() : "";
        return new LiveLogin.Event(
                Json.object(Map.of(
                        "status", status(progress),
                        "reason", reason(texts, progress),
                        "next", next,
                        "last", progress.last())),
                progress.last());
    }

    private static String status(LoginProgress progress) {
        return switch (progress) {
            case LoginProgress.Waiting waiting -> "waiting";
            case LoginProgress.Opened opened -> "opened";
            case LoginProgress.Allowed allowed -> "allowed";
            case LoginProgress.Finished finished -> "finished";
            case LoginProgress.Ended ended -> "ended";
        };
    }

    private static String reason(Texts texts, LoginProgress progress) {
        return progress instanceof LoginProgress.Ended ended
                ? ended.why().sentence(texts.language().locale())
                : "";
    }

    private static Html panels(Texts texts, LoginProgress progress) {
        return Html.joined(STATUSES.stream()
                .map(status -> PANEL.fill(
                        texts,
                        Map.of(
                                "status",
                                status,
                                "style",
                                status.equals("ended") ? "failed" : "waiting",
                                "hidden",
                                hiddenUnless(status.equals(status(progress))),
                                "sign",
                                StatusSign.of(status.equals("ended") ? "failed" : "waiting"),
                                "title",
                                texts.get("phone.status." + status),
                                "mark",
                                new Html(status.equals("ended") ? " data-reason" : ""),
                                "text",
                                status.equals("ended")
                                        ? reason(texts, progress)
                                        : texts.get("phone.status." + status + ".text"))))
                .toList());
    }

    private static Html hiddenUnless(boolean shown) {
        return new Html(shown ? "" : " hidden");
    }
}
