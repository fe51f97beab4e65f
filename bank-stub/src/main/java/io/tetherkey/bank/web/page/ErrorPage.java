package io.tetherkey.bank.web.page;

import io.tetherkey.protocol.message.Fault;
import java.util.Map;

/** A page that says what did not work and what to do, with the way back. */
public final class ErrorPage {
    private static final Template BODY = Template.of("""
            <h1>{{title}}</h1>
            <div class="fault">
            {{words}}
            </div>
            <p class="after"><a class="button quiet" href="{{home}}">{{back}}</a></p>
            """);

    private ErrorPage() {}

    /** In the shop. */
    public static Html render(Texts texts, Fault fault) {
        return render(texts, House.shop(texts), fault, "order.back");
    }

    /** The same in another house, with the words for its way back. */
    public static Html render(Texts texts, House house, Fault fault, String backKey) {
        String title = fault.title(FaultBlock.locale(texts));
        Html body = BODY.fill(
                texts,
                Map.of(
                        "title", title,
                        "words", FaultBlock.words(texts, fault),
                        "home", house.home(),
                        "back", texts.get(backKey)));
        return PageFrame.page(texts, house, title, Html.EMPTY, body);
    }
}
