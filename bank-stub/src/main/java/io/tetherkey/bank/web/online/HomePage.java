package io.tetherkey.bank.web.online;

import io.tetherkey.bank.store.Ledger.Account;
import io.tetherkey.bank.store.Ledger.Booking;
import io.tetherkey.bank.web.online.OnlineDesk.Line;
import io.tetherkey.bank.web.online.OnlineDesk.Statement;
import io.tetherkey.bank.web.online.OnlineDesk.Visitor;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageFrame;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;

/** What a customer sees after the login: the account with its last transfers, then the certificates of the phone. */
final class HomePage {

    private static final Template BODY = Template.of("""
            <div class="row between"><div><h1>{{@account.title}}</h1><p class="lead">{{who}}</p></div>
            <form method="post" action="{{path}}/logout"><input type="hidden" name="form" value="{{form}}"><button type="submit" class="quiet">{{@online.leave}}</button></form></div>
            {{accounts}}
            <h2 class="chapter">{{@online.certificates}}</h2>
            {{certificates}}
            """);

    private static final Template ACCOUNT = Template.of("""
            <section class="sheet account" aria-labelledby="account-{{id}}"><div class="words">
            <dl><dt id="account-{{id}}">{{@account.balance}}</dt><dd class="total" data-balance>{{balance}}</dd></dl>
            <p class="hint mono">{{id}}</p>
            <h3>{{@account.recent}}</h3>
            {{bookings}}
            </div></section>
            """);

    private static final Template TABLE = Template.of("""
            <table><thead><tr><th scope="col">{{@account.when}}</th><th scope="col">{{@account.whom}}</th><th scope="col" class="amount">{{@account.amount}}</th></tr></thead><tbody>{{rows}}</tbody></table>
            """);

    private static final Template ROW = Template.of("""
            <tr><td><time datetime="{{iso}}">{{when}}</time></td><td>{{whom}}</td><td class="amount {{sign}}">{{amount}}</td></tr>
            """);

    private static final Template NONE = Template.of("<p class=\"hint\">{{@account.none}}</p>");

    private HomePage() {}

    static Html render(Texts texts, OnlineBank bank, Visitor visitor, List<Statement> statements, Html certificates) {
        Html accounts = Html.joined(
                statements.stream().map(each -> account(texts, each)).toList());
        Html body = BODY.fill(
                texts,
                Map.of(
                        "who", texts.get("online.who", visitor.userName()),
                        "path", bank.path(),
                        "form", visitor.formToken(),
                        "accounts", accounts,
                        "certificates", certificates));
        String title = texts.get("account.title") + " · " + bank.name(texts.language());
        return PageFrame.page(texts, bank.house(texts), title, Html.EMPTY, body);
    }

    private static Html account(Texts texts, Statement statement) {
        Account account = statement.account();
        Html rows = Html.joined(statement.lines().stream()
                .map(line -> row(texts, account, line))
                .toList());
        return ACCOUNT.fill(
                texts,
                Map.of(
                        "id", account.accountId(),
                        "balance", texts.money(account.balanceMinor(), account.currency()),
                        "bookings",
                                statement.lines().isEmpty()
                                        ? NONE.fill(texts, Map.of())
                                        : TABLE.fill(texts, Map.of("rows", rows))));
    }

    private static Html row(Texts texts, Account account, Line line) {
        Booking booking = line.booking();
        boolean in = booking.amountMinor() > 0;
        String amount = texts.money(booking.amountMinor(), account.currency());
        return ROW.fill(
                texts,
                Map.of(
                        "iso", booking.bookedAt().toString(),
                        "when", when(booking, texts),
                        "whom", line.payee().isEmpty() ? whom(texts, in) : line.payee(),
                        "sign", in ? "in" : "out",
                        "amount", in ? "+" + amount : amount));
    }

    private static String whom(Texts texts, boolean in) {
        return texts.get(in ? "account.opening" : "account.elsewhere");
    }

    private static String when(Booking booking, Texts texts) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.language().locale())
                .format(booking.bookedAt().atZone(ZoneId.systemDefault()));
    }
}
