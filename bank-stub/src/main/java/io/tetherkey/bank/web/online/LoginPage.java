package io.tetherkey.bank.web.online;

import io.tetherkey.bank.web.page.FaultBlock;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.message.Fault;
import java.util.Map;

/** User name and password. */
final class LoginPage {

    private static final Template BODY = Template.of("""
            <div class="narrow">
            <h1>{{@online.login}}</h1>
            <p class="lead">{{@online.loginLead}}</p>
            {{notice}}
            <form class="sheet fields" method="post" action="{{path}}/login">
            <input type="hidden" name="form" value="{{form}}">
            <label for="user">{{@online.user}}</label>
            <input id="user" name="user" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="128" required>
            <label for="password">{{@online.password}}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" maxlength="128" required>
            <button type="submit">{{@online.enter}}</button>
            <p class="hint">{{hint}}</p>
            </form>
            <form class="sheet fields phone" method="post" action="{{path}}/phone">
            <input type="hidden" name="form" value="{{form}}">
            <p>{{@phone.offer}}</p>
            <button type="submit" class="quiet" id="phone-login">{{@phone.button}}</button>
            </form>
            <p class="after"><a class="button quiet" href="/bank">{{@online.otherBank}}</a></p>
            </div>
            """);

    private LoginPage() {}

    /** What stands above the form. */
    enum Notice {
        NONE,
        WRONG,
        PAUSED,
        ENDED;

        private Html html(Texts texts) {
            return switch (this) {
                case NONE -> Html.EMPTY;
                case WRONG -> FaultBlock.notice(texts, Fault.WRONG_PASSWORD);
                case PAUSED -> FaultBlock.notice(texts, Fault.TOO_MANY_PASSWORDS);
                case ENDED -> FaultBlock.notice(texts, Fault.PAGE_LOGIN_ENDED);
            };
        }
    }

    /** @param formToken what the form repeats from the cookie */
    static Html render(Texts texts, OnlineBank bank, String formToken, DemoLogin demo, Notice notice) {
        Html body = BODY.fill(
                texts,
                Map.of(
                        "notice", notice.html(texts),
                        "path", bank.path(),
                        "form", formToken,
                        "hint", texts.get("online.demoHint", demo.userName(), demo.password())));
        String title = texts.get("online.login") + " · " + bank.name(texts.language());
        return PageFrame.page(texts, bank.house(texts), title, Html.EMPTY, body);
    }
}
