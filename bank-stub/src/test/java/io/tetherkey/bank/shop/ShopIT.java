package io.tetherkey.bank.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.web.page.PageHeaders;
import io.tetherkey.protocol.message.Order;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop shows, and the orders that it takes. */
class ShopIT extends ShopSteps {

    @Nested
    class Pages {
        @Test
        void shelfShowsThreeThingsWithPricesAndIsMarkedDemo() throws Exception {
            HttpResponse<String> shelf = get("/shop", "Accept-Language", "en");
            assertThat(shelf.statusCode()).isEqualTo(200);
            assertThat(shelf.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(shelf.body())
                    .contains("<strong>DEMO</strong>", "Jasmine Silver Needle", "128.00 CNY", "368.00 CNY", "58.00 CNY")
                    .contains("lang=\"en\"");
        }

        @Test
        void pageRunsNothingThatIsNotItsOwn() throws Exception {
            HttpResponse<String> shelf = get("/shop");
            assertThat(shelf.headers().firstValue("Content-Security-Policy"))
                    .contains(PageHeaders.CONTENT_SECURITY_POLICY);
            assertThat(shelf.body()).doesNotContain("<script>", "onclick", "style=", "javascript:");
            for (String asset : List.of("tetherkey.css", "tetherkey.js", "lotus.svg")) {
                assertThat(get("/assets/" + asset).statusCode()).isEqualTo(200);
            }
            assertThat(get("/assets/../shop/tea.svg").statusCode()).isEqualTo(404);
        }

        @Test
        void languageFollowsTheBrowserAndThenTheSwitch() throws Exception {
            assertThat(get("/shop", "Accept-Language", "zh-CN,zh;q=0.9").body())
                    .contains("lang=\"zh-CN\"", "荷塘茶舍", "演示");
            HttpResponse<String> switched = get("/shop?lang=en", "Accept-Language", "zh-CN");
            assertThat(switched.body()).contains("<html lang=\"en\">");
            assertThat(switched.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(
                            cookie -> assertThat(cookie).startsWith("lang=en;").contains("HttpOnly"));
            assertThat(get("/shop", "Accept-Language", "zh-CN", "Cookie", "lang=en")
                            .body())
                    .contains("<html lang=\"en\">");
        }

        @Test
        void unknownOrderIsAFriendly404() throws Exception {
            HttpResponse<String> missing = get("/shop/orders/" + "0".repeat(32), "Accept-Language", "en");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body())
                    .contains("There is no such page or order here.", ">TK-611</code>")
                    .doesNotContain("Who must act");
            assertThat(get("/shop/orders/%3Cscript%3E").body()).doesNotContain("<script>");
        }
    }

    @Nested
    class Orders {
        @Test
        void signedOrderHoldsWhatThePageShows() throws Exception {
            String page = place("item=tea");
            Order order = orderOf(page);
            assertThat(page).endsWith(order.orderId());
            assertThat(order.amount()).hasToString("128.00 CNY");
            assertThat(order.payeeAccount()).isEqualTo("LOTUS-0001");
            assertThat(order.expiresAt()).isEqualTo(now.plus(OrderIssuer.TIME_TO_PAY));
            assertThat(get(page).body())
                    .contains("128.00 CNY", "Lotus &lt;Tea&gt; House 荷塘茶舍", "LOTUS-0001", order.orderId())
                    .doesNotContain("<Tea>");
        }

        @Test
        void twoOrdersNeverShareAnId() throws Exception {
            assertThat(place("item=cakes")).isNotEqualTo(place("item=cakes"));
        }

        @Test
        void amountIsTakenFromCallersThatReadJson() throws Exception {
            HttpResponse<String> made = post("amount=77.50", "Accept", "application/json");
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.body())
                    .matches("\\{\"link\":\"tetherkey://pay\\?order=[A-Za-z0-9_-]+\","
                            + "\"orderId\":\"[0-9a-f]{32}\",\"page\":\"/shop/orders/[0-9a-f]{32}\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "item=gold", "amount=0", "amount=-1", "amount=1.234", "item=%00", "amount=99999999999"})
        void otherFormsAreRefused(String form) throws Exception {
            HttpResponse<String> refused = post(form, "Accept-Language", "en");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("This order cannot be made");
        }

        @Test
        void orderThatNobodyPaidInTimeIsExpired() throws Exception {
            String page = place("item=tea");
            now = now.plus(OrderIssuer.TIME_TO_PAY);
            assertThat(statusOf(page)).isEqualTo("expired");
        }
    }
}
