package io.tetherkey.bank.shop;

import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.StatusSign;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.message.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;

/**
 * The page of one order: what it is, how to pay it, and how its payment stands. It holds the panel of every status and
 * shows one; the script shows another when the server says so.
 */
final class OrderPage {
    private static final List<String> STATUSES = List.of("waiting", "paid", "declined", "failed", "expired");

    private static final Template RELOAD =
            Template.of("<noscript><meta http-equiv=\"refresh\" content=\"4\"></noscript>");

    private static final Template BODY = Template.of("""
            <p class="crumbs"><a href="/shop">{{@order.back}}</a></p>
            <div class="order" data-events="/shop/orders/{{id}}/events">
            <section class="sheet" aria-labelledby="order-title">
            {{picture}}
            <div class="words">
            <div><h1 id="order-title">{{@order.title}}</h1><p class="lead">{{name}}</p></div>
            <dl>
            <dt>{{@order.payee}}</dt><dd>{{payee}}</dd>
            <dt>{{@order.account}}</dt><dd>{{account}}</dd>
            <dt>{{@order.until}}</dt><dd><time datetime="{{untilIso}}">{{until}}</time></dd>
            </dl>
            <dl class="sum"><dt>{{@order.amount}}</dt><dd class="total">{{amount}}</dd></dl>
            <p class="hint mono">{{number}}</p>
            </div>
            </section>
            <section class="sheet" aria-label="{{@status.label}}">
            <div class="words">
            <div aria-live="polite">{{panels}}</div>
            <p class="offline" role="alert" data-offline hidden>{{@status.offline}}</p>
            <div class="till" data-while="waiting"{{waitingHidden}}>
            <a class="button big" id="pay" href="{{link}}"><svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><rect x="7" y="2.5" width="10" height="16" rx="2"/><path d="M11 15.5h2M12 18.5V22"/></svg>{{@order.pay}}</a>
            <p class="hint">{{@order.payHint}}</p>
            <div class="trouble">
            <h3>{{@order.trouble}}</h3>
            <p class="hint">{{@order.troubleText}}</p>
            <textarea id="code" readonly spellcheck="false" aria-label="{{@order.code}}">{{link}}</textarea>
            <div class="row"><a class="button quiet" id="again" href="{{link}}">{{@order.again}}</a><button type="button" class="quiet" data-copy="code" data-done="{{@order.copied}}" hidden>{{@order.copy}}</button></div>
            </div>
            </div>
            <p data-while="paid declined failed expired"{{doneHidden}}><a class="button quiet" href="/shop">{{@order.new}}</a></p>
            </div>
            </section>
            </div>
            """);

    private static final Template PANEL = Template.of("""
            <div class="status {{status}}" data-status="{{status}}"{{hidden}}>
            {{sign}}
            <h2>{{title}}</h2>
            <p>{{text}}</p>
            {{facts}}
            </div>
            """);

    private static final Template FACTS = Template.of("""
            <dl><dt>{{@status.bank}}</dt><dd data-bank>{{bank}}</dd><dt>{{@status.receipt}}</dt><dd class="mono" data-receipt>{{receipt}}</dd></dl>
            """);

    private OrderPage() {}

    static Html render(Texts texts, ShopOrder shopOrder, OrderView view, Instant now) {
        Order order = shopOrder.order();
        boolean waiting = view.status().equals("waiting");
        Html body = BODY.fill(
                texts,
                Map.ofEntries(
                        Map.entry("id", order.orderId()),
                        Map.entry("number", texts.get("order.number", order.orderId())),
                        Map.entry("picture", Picture.of(shopOrder.itemId(), texts)),
                        Map.entry("name", texts.get("item." + shopOrder.itemId() + ".name")),
                        Map.entry("payee", order.payee()),
                        Map.entry("account", order.payeeAccount()),
                        Map.entry(
                                "amount",
                                texts.money(
                                        order.amount().minorUnits(),
                                        order.amount().currency())),
                        Map.entry("untilIso", order.expiresAt().toString()),
                        Map.entry("until", time(order.expiresAt(), texts)),
                        Map.entry("link", shopOrder.link()),
                        Map.entry("panels", panels(texts, view)),
                        Map.entry("waitingHidden", hiddenUnless(waiting)),
                        Map.entry("doneHidden", hiddenUnless(!waiting))));
        String title = texts.get("order.title") + " · " + texts.get("shop.title");
        return PageFrame.page(texts, title, waiting ? RELOAD.fill(texts, Map.of()) : Html.EMPTY, body);
    }

    private static Html panels(Texts texts, OrderView view) {
        return Html.joined(STATUSES.stream()
                .map(status -> PANEL.fill(
                        texts,
                        Map.of(
                                "status", status,
                                "hidden", hiddenUnless(status.equals(view.status())),
                                "sign", StatusSign.of(status),
                                "title", texts.get("status." + status),
                                "text", texts.get("status." + status + ".text"),
                                "facts", facts(texts, view, status))))
                .toList());
    }

    private static Html facts(Texts texts, OrderView view, String status) {
        return switch (status) {
            case "paid", "declined", "failed" ->
                FACTS.fill(texts, Map.of("bank", view.bank(), "receipt", view.receipt()));
            default -> Html.EMPTY;
        };
    }

    private static Html hiddenUnless(boolean shown) {
        return new Html(shown ? "" : " hidden");
    }

    private static String time(Instant instant, Texts texts) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.language().locale())
                .format(instant.atZone(ZoneId.systemDefault()));
    }
}
