package io.tetherkey.bank.web.page;

import java.util.Map;

/** A page that says in one sentence what did not work, with the way back. */
public final class ErrorPage {
    private static final Template BODY = Template.of("""
            <h1>{{@error.title}}</h1>
            <p class="lead">{{text}}</p>
            <p class="after"><a class="button quiet" href="/shop">{{@order.back}}</a></p>
            """);

    private ErrorPage() {}

    /** @param textKey the key of the sentence */
    public static Html render(Texts texts, String textKey) {
        return PageFrame.page(
                texts, texts.get("error.title"), Html.EMPTY, BODY.fill(texts, Map.of("text", texts.get(textKey))));
    }
}
