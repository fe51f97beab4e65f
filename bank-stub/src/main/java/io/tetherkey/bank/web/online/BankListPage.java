package io.tetherkey.bank.web.online;

import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import java.util.List;
import java.util.Map;

/** The banks of the demo, each with a link to its own pages. */
final class BankListPage {

    private static final Template BODY = Template.of("""
            <h1>{{@online.banks}}</h1>
            <p class="lead">{{@online.banksLead}}</p>
            <ul class="banks">{{banks}}</ul>
            <p class="after"><a class="button quiet" href="/shop">{{@order.back}}</a></p>
            """);

    private static final Template BANK = Template.of("""
            <li><a href="{{href}}">{{mark}}<span>{{name}}</span></a></li>
            """);

    private BankListPage() {}

    static Html render(Texts texts, List<OnlineBank> banks) {
        Html rows = Html.joined(banks.stream().map(bank -> row(bank, texts)).toList());
        return PageFrame.page(texts, texts.get("online.banks"), Html.EMPTY, BODY.fill(texts, Map.of("banks", rows)));
    }

    private static Html row(OnlineBank bank, Texts texts) {
        return BANK.fill(
                texts, Map.of("href", bank.path(), "mark", bank.mark(texts), "name", bank.name(texts.language())));
    }
}
