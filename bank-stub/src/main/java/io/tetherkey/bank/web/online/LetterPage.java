package io.tetherkey.bank.web.online;

import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.store.ActivationCodeStore;
import io.tetherkey.bank.web.online.OnlineDesk.Letter;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import java.util.Map;

/** The letter that a real bank would send by post. It is shown once: the bank keeps only a hash of the code. */
final class LetterPage {

    private static final Template BODY = Template.of("""
            <article class="sheet letter"><div class="words">
            <p class="row between"><strong>{{bank}}</strong><span class="badge demo-mark">{{@online.letterMark}}</span></p>
            <h1>{{@online.letter}}</h1>
            <p>{{@online.letterText}}</p>
            <p class="code" id="activation-code">{{code}}</p>
            <p>{{until}}</p>
            <p class="notice">{{@online.letterOnce}}</p>
            <p><a class="button quiet" href="{{path}}">{{@online.back}}</a></p>
            </div></article>
            """);

    private LetterPage() {}

    static Html render(Texts texts, OnlineBank bank, Letter letter) {
        Html body = BODY.fill(
                texts,
                Map.of(
                        "bank", bank.name(texts.language()),
                        "code", grouped(letter.code()),
                        "until",
                                texts.get(
                                        "online.letterUntil",
                                        CertificatesPart.date(letter.goodUntil(), texts),
                                        ActivationCodeStore.TRIES),
                        "path", bank.path()));
        String title = texts.get("online.letter") + " · " + bank.name(texts.language());
        return PageFrame.page(texts, bank.house(texts), title, Html.EMPTY, body);
    }

    private static String grouped(String code) {
        int group = ActivationCodes.DIGITS / 3;
        return code.substring(0, group) + " " + code.substring(group, 2 * group) + " " + code.substring(2 * group);
    }
}
