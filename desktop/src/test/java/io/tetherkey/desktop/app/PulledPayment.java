package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * A whole payment with the real bank and shop, the real relay and the virtual phone, whose cable is pulled at given steps
 * and put in again: it must be paid all the same, debited once, asked once, and its receipt must hold.
 */
final class PulledPayment {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long AMOUNT = 12_800;

    private final DemoSite site;
    private final PullingPerson person;

    PulledPayment(DemoSite site, PullingPerson person) {
        this.site = site;
        this.person = person;
    }

    /** Pays over {@code roads}, which are closed with it. */
    void payWithPullsAt(Set<PaymentStep> steps, Roads roads) throws Exception {
        long before = site.balance("harbour");
        DemoSite.Placed order = site.order("128.00");
        person.pullAt(steps);
        try (var desktop = new WindowlessDesktop(site.profile(), roads, person::reached)) {
            desktop.pay(order.link());
            assertThat(desktop.outcome()).isInstanceOf(Outcome.Paid.class);
            assertHolds(order);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(person.seen()).isEqualTo(EnumSet.allOf(PaymentStep.class)));
        }
        assertThat(before - site.balance("harbour")).as("debited").isEqualTo(AMOUNT);
        assertThat(person.prompts(Screen.ApprovePayment.class)).as("prompts").isEqualTo(1);
        assertThat(person.attemptsLeft()).containsExactly(10);
    }

    /** Shop and app have the same receipt, and it holds by itself. */
    private void assertHolds(DemoSite.Placed order) {
        site.expectShopStatus(order, "paid");
        Path receipt = site.receipt(order);
        await().atMost(LIMIT).until(() -> Files.exists(receipt));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(receipt))
                                .order()
                                .orderId())
                        .isEqualTo(order.orderId()));
    }
}
