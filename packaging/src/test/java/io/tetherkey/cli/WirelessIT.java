package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone pays by itself over its own network, and one payment changes from the cable to it and back. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WirelessIT {
    private static final String PASSWORD = "harbour-demo";
    private static final long AMOUNT = 100;

    /** Types the payment key once and approves nothing. */
    private static final String KEY_ONCE = "once on \"Payment key\" do type 135790\n";

    private static final String KEY_AND_APPROVE = KEY_ONCE + "once on \"Pay .* to\" do press approve\n";
    private static final String NOBODY = "# nobody is there\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DemoHouse house;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        house = new DemoHouse(folder);
        house.killPhone();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void phonePaysByItselfAndTheReceiptSaysSo(String bank) throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        long before = house.balance();

        ChildProcess pay = house.pay(bank, order.link(), KEY_AND_APPROVE, PASSWORD, said::add);

        assertThat(pay.exitCode(DemoHouse.PAYMENT)).as(said.toString()).isZero();
        assertThat(said.getLast())
                .matches(
                        "PAID order=" + order.orderId() + " bank=" + bank + " amount=1\\.00 CNY receipt=\\S+ verified");
        assertThat(said.subList(0, said.size() - 1))
                .allSatisfy(line -> assertThat(line).matches("STEP [a-z-]+ [0-9]+ .*"));
        assertThat(before - house.balance()).isEqualTo(AMOUNT);
        assertThat(house.shop().standing(order.orderId()).status()).isEqualTo("paid");
        assertThat(verified(order)).contains("VERIFIED paid order=" + order.orderId(), " path=wireless ");
        assertThat(LogLeaks.in(folder, "", "")).isEmpty();
    }

    @Test
    void orderThatIsPaidIsShownAgainWithoutAQuestion() throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        house.pay("harbour", order.link(), KEY_AND_APPROVE, PASSWORD, line -> {})
                .exitCode(DemoHouse.PAYMENT);
        long before = house.balance();

        ChildProcess again = house.pay("harbour", order.link(), NOBODY, "", said::add);

        assertThat(again.exitCode(DemoHouse.PAYMENT)).as(said.toString()).isZero();
        assertThat(said.getLast()).startsWith("PAID order=" + order.orderId()).endsWith(" verified");
        assertThat(house.balance()).isEqualTo(before);
    }

    @Test
    void wrongPasswordEndsWithItsCodeAndTheNextTryPays() throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        long before = house.balance();

        ChildProcess wrong = house.pay("harbour", order.link(), KEY_AND_APPROVE, DemoIT.WRONG_PASSWORD, said::add);

        assertThat(wrong.exitCode(DemoHouse.PAYMENT)).isEqualTo(1);
        assertThat(wrong.lastSentence())
                .hasValueSatisfying(line -> assertThat(line).startsWith("TK-401 "));
        assertThat(house.balance()).isEqualTo(before);
        ChildProcess right = house.pay("harbour", order.link(), KEY_AND_APPROVE, PASSWORD, said::add);
        assertThat(right.exitCode(DemoHouse.PAYMENT)).as(said.toString()).isZero();
    }

    @Test
    void declinedPaymentEndsWithItsCode() throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        long before = house.balance();

        ChildProcess declined = house.pay(
                "harbour", order.link(), KEY_ONCE + "on \"Pay .* to\" do press decline\n", PASSWORD, said::add);

        assertThat(declined.exitCode(DemoHouse.PAYMENT)).isEqualTo(1);
        assertThat(declined.lastSentence())
                .hasValueSatisfying(line -> assertThat(line).startsWith("TK-203 "));
        assertThat(house.balance()).isEqualTo(before);
    }

    @Test
    void phoneThatLosesPowerAndNetworkOnTheWayPaysOnce() throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        long before = house.balance();
        String script = """
                once on "Payment key" do power-cut
                on "Payment key" do unplug, plug, type 135790
                once on "Pay .* to" do power-cut
                on "Pay .* to" do press approve, power-cut
                """;

        ChildProcess pay = house.pay("harbour", order.link(), script, PASSWORD, said::add);

        assertThat(pay.exitCode(DemoHouse.PAYMENT)).as(said.toString()).isZero();
        assertThat(before - house.balance()).isEqualTo(AMOUNT);
    }

    @Test
    void linksAndBanksThatDoNotHoldAreRefusedBeforeAnythingStarts() throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");

        assertThat(refusal("https://example.org/", "harbour")).startsWith("TK-501 ");
        assertThat(refusal("tetherkey://pay?order=AAAA", "harbour")).startsWith("TK-502 ");
        assertThat(refusal(order.link(), "moon")).startsWith("TK-609 ");
    }

    /** The app is killed and the cable is out; "approval" stands after the signature, all others before it. */
    @ParameterizedTest
    @ValueSource(strings = {"certificate", "login", "payment-key", "approval"})
    void paymentOfTheCableIsFinishedOverTheOwnNetwork(String step) throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        long before = house.balance();
        String hand = step.equals("approval") ? KEY_AND_APPROVE : step.equals("payment-key") ? KEY_ONCE : NOBODY;
        house.startPhone(hand);
        Breakpoint reached = new Breakpoint("STEP " + step + " ");
        ChildProcess app = house.drive(house.phone(), order.link(), reached);
        reached.await(app);
        app.kill();
        house.killPhone();

        String rest = switch (step) {
            case "approval" -> NOBODY;
            case "payment-key" -> "once on \"Pay .* to\" do press approve\n";
            default -> KEY_AND_APPROVE;
        };
        ChildProcess pay = house.pay("harbour", order.link(), rest, "", said::add);

        assertThat(pay.exitCode(DemoHouse.PAYMENT)).as(said.toString()).isZero();
        if (!step.equals("approval")) {
            assertThat(said).as("the session goes on").anyMatch(line -> line.matches("STEP session [0-9]+ resumed"));
        }
        assertThat(before - house.balance()).isEqualTo(AMOUNT);
        assertThat(verified(order))
                .contains(
                        switch (step) {
                            case "approval" -> " path=wired ";
                            // The question of the cable may be answered before the phone is on its own network.
                            case "payment-key" -> " path=wire";
                            default -> " path=wireless ";
                        });
    }

    /** The phone's own payment is broken off and the same order is paid in the app. */
    @ParameterizedTest
    @ValueSource(strings = {"payment-key", "approval", "finishing"})
    void paymentOfTheOwnNetworkIsFinishedOverTheCable(String step) throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        long before = house.balance();
        String hand = step.equals("finishing") ? KEY_AND_APPROVE : step.equals("approval") ? KEY_ONCE : NOBODY;
        Breakpoint reached = new Breakpoint("STEP " + step + " ");
        ChildProcess pay = house.pay("harbour", order.link(), hand, PASSWORD, reached);
        reached.await(pay);
        pay.kill();

        house.startPhone(
                step.equals("finishing")
                        ? KEY_ONCE
                        : "on \"Payment key\" do type 135790\n" + "once on \"Pay .* to\" do press approve\n");
        ChildProcess app = house.drive(house.phone(), order.link(), said::add);
        int exit = app.exitCode(DemoHouse.PAYMENT);
        house.killPhone();

        assertThat(exit).as(said.toString()).isZero();
        assertThat(before - house.balance()).isEqualTo(AMOUNT);
        assertThat(house.shop().standing(order.orderId()).status()).isEqualTo("paid");
    }

    @Test
    void phoneThatIsOnACableDoesNotPayByItself() throws Exception {
        ShopClient.PlacedOrder order = house.order("1.00");
        house.startPhone(NOBODY);
        try {
            assertThat(refusal(order.link(), "harbour")).startsWith("TK-104 ");
        } finally {
            house.killPhone();
        }
    }

    private static String refusal(String link, String bank) {
        StringWriter err = new StringWriter();
        int exit = TetherKey.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "phone",
                "pay",
                "--profile",
                folder.toString(),
                "--order",
                link,
                "--bank",
                bank,
                "--headless");
        assertThat(exit).isEqualTo(1);
        return err.toString();
    }

    private static String verified(ShopClient.PlacedOrder order) {
        StringWriter out = new StringWriter();
        TetherKey.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "verify-receipt",
                folder.resolve("receipts")
                        .resolve(order.orderId() + ".tkreceipt")
                        .toString(),
                "--profile",
                folder.toString());
        return out.toString();
    }
}
