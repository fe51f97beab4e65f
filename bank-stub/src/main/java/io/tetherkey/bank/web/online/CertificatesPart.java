package io.tetherkey.bank.web.online;

import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore.Held;
import io.tetherkey.bank.web.online.OnlineDesk.Visitor;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;

/** A customer's certificates, and the button for a letter with an activation code; a part of the page after login. */
final class CertificatesPart {

    private static final Template BODY = Template.of("""
            <div class="order">
            <section aria-label="{{@online.certificates}}"><ul class="certificates">{{certificates}}</ul></section>
            <section class="sheet" aria-labelledby="letter-title"><div class="words">
            <h2 id="letter-title">{{@online.setUp}}</h2>
            <p>{{@online.setUpText}}</p>
            {{letter}}
            <form method="post" action="{{path}}/letter"><input type="hidden" name="form" value="{{form}}"><button type="submit">{{@online.letterButton}}</button></form>
            <p class="hint">{{@online.letterDemo}}</p>
            </div></section>
            </div>
            """);

    private static final Template CERTIFICATE = Template.of("""
            <li class="sheet certificate"><div class="words">
            <p class="badge {{status}}">{{statusText}}</p>
            <dl>
            <dt>{{@online.suite}}</dt><dd>{{suite}}</dd>
            <dt>{{@online.validUntil}}</dt><dd><time datetime="{{untilIso}}">{{until}}</time></dd>
            <dt>{{@online.since}}</dt><dd><time datetime="{{sinceIso}}">{{since}}</time></dd>
            {{tries}}
            </dl>
            <p class="hint">{{@online.fingerprint}}</p><p class="mono">{{fingerprint}}</p>
            {{revoke}}
            </div></li>
            """);

    private static final Template TRIES = Template.of("<dt>{{@online.tries}}</dt><dd>{{left}}</dd>");

    private static final Template REVOKE = Template.of("""
            <details><summary>{{@online.revoke}}</summary><p class="hint">{{@online.revokeText}}</p>
            <form method="post" action="{{path}}/revoke"><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="certificate" value="{{fingerprint}}"><button type="submit" class="danger">{{@online.revokeButton}}</button></form></details>
            """);

    private static final Template LINE = Template.of("<p class=\"notice\">{{text}}</p>");

    private CertificatesPart() {}

    static Html render(Texts texts, OnlineBank bank, Visitor visitor, List<Held> certificates, boolean hasLetter) {
        Html rows = certificates.isEmpty()
                ? line(texts, "online.none")
                : Html.joined(certificates.stream()
                        .map(held -> certificate(texts, bank, visitor, held))
                        .toList());
        return BODY.fill(
                texts,
                Map.of(
                        "path",
                        bank.path(),
                        "form",
                        visitor.formToken(),
                        "certificates",
                        rows,
                        "letter",
                        hasLetter ? line(texts, "online.letterOpen") : Html.EMPTY));
    }

    private static Html line(Texts texts, String key) {
        return LINE.fill(texts, Map.of("text", texts.get(key)));
    }

    private static Html certificate(Texts texts, OnlineBank bank, Visitor visitor, Held held) {
        var certificate = held.certificate();
        Instant until = until(held);
        return CERTIFICATE.fill(
                texts,
                Map.of(
                        "status", certificate.status().code(),
                        "statusText",
                                texts.get(
                                        "online.status." + certificate.status().code()),
                        "suite", texts.get("suite." + bank.suiteId()),
                        "untilIso", until.toString(),
                        "until", date(until, texts),
                        "sinceIso", certificate.statusAt().toString(),
                        "since", date(certificate.statusAt(), texts),
                        "tries", tries(texts, certificate.status(), certificate.attemptsLeft()),
                        "fingerprint", grouped(certificate.fingerprint()),
                        "revoke", revoke(texts, bank, visitor, held)));
    }

    private static Html tries(Texts texts, CertificateStatus status, int left) {
        return status == CertificateStatus.ACTIVE
                ? TRIES.fill(texts, Map.of("left", texts.get("online.triesLeft", left)))
                : Html.EMPTY;
    }

    private static Html revoke(Texts texts, OnlineBank bank, Visitor visitor, Held held) {
        return switch (held.certificate().status()) {
            case PENDING, ACTIVE ->
                REVOKE.fill(
                        texts,
                        Map.of(
                                "path", bank.path(),
                                "form", visitor.formToken(),
                                "fingerprint", held.certificate().fingerprint()));
            case SUPERSEDED, REVOKED, VOID -> Html.EMPTY;
        };
    }

    private static Instant until(Held held) {
        try {
            return Certificates.notAfter(held.der());
        } catch (CertificateException e) {
            throw new IllegalStateException("The books hold something else than a certificate", e);
        }
    }

    /** Groups of four, for eyes that compare. */
    private static String grouped(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    static String date(Instant instant, Texts texts) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.language().locale())
                .format(instant.atZone(ZoneId.systemDefault()));
    }
}
