package io.tetherkey.bank.web.online;

import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.StatusSign;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import java.util.Map;

/** What came of a completion code, in the browser that brought it. */
final class FinishPage {

    private static final Template BODY = Template.of("""
            <div class="narrow">
            <h1>{{@phone.title}}</h1>
            <div class="status after {{style}}" role="status">{{sign}}<h2>{{title}}</h2><p>{{text}}</p></div>
            <p class="after"><a class="button{{quiet}}" href="{{href}}">{{go}}</a></p>
            </div>
            """);

    private FinishPage() {}

    /** Who brought the code. */
    enum From {
        /** The app opened the browser with it. */
        THE_APP,
        /** The user typed it into the page that asked. */
        THE_PAGE
    }

    static Html done(Texts texts, OnlineBank bank) {
        return render(texts, bank, "paid", "phone.done", texts.get("phone.done.text"), bank.path(), "phone.go");
    }

    /** Nothing is said of whether the code was good: this browser has no business with it. */
    static Html otherBrowser(Texts texts, OnlineBank bank) {
        String text = texts.get("phone.other.text");
        return render(texts, bank, "failed", "phone.other", text, bank.path(), "online.back.login");
    }

    static Html wrong(Texts texts, OnlineBank bank, int left) {
        String text = texts.get("phone.wrong.text", left);
        return render(texts, bank, "failed", "phone.wrong", text, bank.path() + "/phone", "phone.backToPage");
    }

    static Html over(Texts texts, OnlineBank bank) {
        String text = texts.get("phone.over.text");
        return render(texts, bank, "expired", "phone.over", text, bank.path() + "/phone", "phone.backToPage");
    }

    private static Html render(
            Texts texts, OnlineBank bank, String style, String titleKey, String text, String href, String goKey) {
        Html body = BODY.fill(
                texts,
                Map.of(
                        "style",
                        style,
                        "sign",
                        StatusSign.of(style),
                        "title",
                        texts.get(titleKey),
                        "text",
                        text,
                        "quiet",
                        new Html(style.equals("paid") ? "" : " quiet"),
                        "href",
                        href,
                        "go",
                        texts.get(goKey)));
        String title = texts.get(titleKey) + " · " + bank.name(texts.language());
        return PageFrame.page(texts, bank.house(texts), title, Html.EMPTY, body);
    }
}
