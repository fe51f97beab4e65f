package io.tetherkey.bank.web.page;

import io.tetherkey.protocol.message.Actor;
import io.tetherkey.protocol.message.Fault;
import java.util.Locale;
import java.util.Map;

/** A fault of the catalogue on a page: title, cause, remedy, who else must act, and the code as text to copy. */
public final class FaultBlock {
    private static final Template WORDS = Template.of("""
            <p class="fault-cause">{{cause}}</p>
            <p>{{remedy}}</p>
            <p class="fault-foot">{{who}}<code data-code>{{code}}</code></p>
            """);

    private static final Template WHO = Template.of("<span>{{who}}</span> ");

    private static final Template NOTICE = Template.of("""
            <div class="notice bad fault" role="alert">
            <p class="fault-title">{{title}}</p>
            {{words}}
            </div>
            """);

    private FaultBlock() {}

    /** Above a form. */
    public static Html notice(Texts texts, Fault fault) {
        return NOTICE.fill(texts, Map.of("title", fault.title(locale(texts)), "words", words(texts, fault)));
    }

    /** Below a heading that says the title. */
    static Html words(Texts texts, Fault fault) {
        Locale locale = locale(texts);
        return WORDS.fill(
                texts,
                Map.of(
                        "cause", fault.sentence(locale),
                        "remedy", fault.remedy(locale),
                        "who", who(texts, fault.actor()),
                        "code", fault.code()));
    }

    private static Html who(Texts texts, Actor actor) {
        return actor.isSomebodyElse()
                ? WHO.fill(texts, Map.of("who", texts.get("error.who", actor.label(locale(texts)))))
                : Html.EMPTY;
    }

    static Locale locale(Texts texts) {
        return texts.language().locale();
    }
}
