package io.tetherkey.bank.web.page;

import java.util.Map;

/** A page that says in one sentence what did not work, with the way back. */
public final class ErrorPage {
    private static final Template BODY = Template.of("""
            <h1>{{@error.title}}</h1>
            <p class="lead">{{text}}</p>
            <p class="after"><a class="button quiet" href="{{home}}">{{back}}</a></p>
            """);

    private ErrorPage() {}

    /** @param textKey the key of the sentence */
    public static Html render(Texts texts, String textKey) {
        return render(texts, House.shop(texts), textKey, "order.back");
    }

    /** The same in another house, with the words for its way back. */
    public static Html render(Texts texts, House house, String textKey, String backKey) {
        Html body =
                BODY.fill(texts, Map.of("text", texts.get(textKey), "home", house.home(), "back", texts.get(backKey)));
        return PageFrame.page(texts, house, texts.get("error.title"), Html.EMPTY, body);
    }
}
