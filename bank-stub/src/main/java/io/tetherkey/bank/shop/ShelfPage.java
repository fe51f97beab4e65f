package io.tetherkey.bank.shop;

import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.message.Money;
import java.util.Map;

/** The shop's first page: the three things and a button for each. */
final class ShelfPage {
    private static final Template BODY = Template.of("""
            <h1>{{@shop.headline}}</h1>
            <p class="lead">{{@shop.lead}}</p>
            <ul class="shelf">{{things}}</ul>
            <p class="after hint">{{@shop.banksText}} <a href="/bank">{{@shop.banks}}</a></p>
            """);

    private static final Template THING = Template.of("""
            <li class="thing">
            {{picture}}
            <div class="words">
            <h2>{{name}}</h2>
            <p>{{text}}</p>
            <form method="post" action="/shop/orders">
            <input type="hidden" name="item" value="{{id}}">
            <span class="price">{{price}}</span>
            <button type="submit" aria-label="{{label}}">{{@shop.buy}}</button>
            </form>
            </div>
            </li>
            """);

    private ShelfPage() {}

    static Html render(Texts texts) {
        Html things = Html.joined(
                Catalogue.items().stream().map(item -> thing(item, texts)).toList());
        return PageFrame.page(texts, texts.get("shop.title"), Html.EMPTY, BODY.fill(texts, Map.of("things", things)));
    }

    private static Html thing(CatalogueItem item, Texts texts) {
        String name = texts.get("item." + item.id() + ".name");
        Money price = item.price();
        String shown = texts.money(price.minorUnits(), price.currency());
        return THING.fill(
                texts,
                Map.of(
                        "picture", Picture.of(item.id(), texts),
                        "name", name,
                        "text", texts.get("item." + item.id() + ".text"),
                        "id", item.id(),
                        "price", shown,
                        "label", texts.get("shop.buyNamed", name, shown)));
    }
}
