package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.http.HttpBankClient;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the app, the bank or the phone at each step of a payment and goes on with the same order: it is always paid in
 * the end, debited once, and after a signature nobody is asked to approve again.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KillIT {
    private static final long AMOUNT = 100;

    /** Whoever holds the phone gives the payment key once more and approves nothing. */
    private static final String KEY_ONLY = "once on \"Payment key\" do type 135790\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DemoHouse house;

    @BeforeAll
    static void open() throws Exception {
        house = new DemoHouse(folder);
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "bank", "certificate", "login", "payment-key", "approval"})
    void appKilledAtAStepNeverCausesTwoDebits(String step) throws Exception {
        killAndGoOn(step, () -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "bank", "certificate", "login", "payment-key", "approval"})
    void bankKilledAtAStepNeverCausesTwoDebits(String step) throws Exception {
        killAndGoOn(step, house::killAndRestartBank);
    }

    /** The app goes on by itself once the phone is back on its cable. */
    @ParameterizedTest
    @ValueSource(strings = {"order", "bank", "certificate", "login", "payment-key", "approval"})
    void phoneKilledAtAStepNeverCausesTwoDebitsOrASecondApproval(String step) throws Exception {
        long before = house.balance();
        ShopClient.PlacedOrder order = house.order("1.00");
        Breakpoint reached = new Breakpoint("STEP " + step + " ");
        List<String> said = new CopyOnWriteArrayList<>();
        ChildProcess app = house.drive(order.link(), line -> {
            said.add(line);
            reached.accept(line);
        });
        reached.await(app);
        house.killPhone();
        house.startPhone(step.equals("approval") ? KEY_ONLY : PhoneScript.demoText());

        int exit = app.exitCode(DemoHouse.PAYMENT);
        house.killPhone();
        house.startPhone(PhoneScript.demoText());

        assertThat(exit).as(said.toString()).isZero();
        assertThat(before - house.balance()).as(said.toString()).isEqualTo(AMOUNT);
        assertThat(status(order.orderId())).isEqualTo("paid");
        assertThat(house.shop().standing(order.orderId()).status()).isEqualTo("paid");
    }

    /** The phone pays by itself; what stands in the middle is killed and the phone pays the same order again. */
    @ParameterizedTest
    @CsvSource({
        "opening, phone",
        "payment-key, phone",
        "checking, phone",
        "approval, phone",
        "finishing, phone",
        "payment-key, bank",
        "approval, bank",
        "finishing, bank"
    })
    void phoneOnItsOwnNetworkPaysOnceWhateverIsKilled(String step, String killed) throws Exception {
        long before = house.balance();
        ShopClient.PlacedOrder order = house.order("1.00");
        house.killPhone();
        String key = "once on \"Payment key\" do wait 500ms, type 135790\n";
        String hand = key + "once on \"Pay .* to\" do wait 500ms, press approve\n";
        Breakpoint reached = new Breakpoint("STEP " + step + " ");
        List<String> said = new CopyOnWriteArrayList<>();
        ChildProcess pay = house.pay("harbour", order.link(), hand, "harbour-demo", line -> {
            said.add(line);
            reached.accept(line);
        });
        reached.await(pay);
        if (killed.equals("bank")) {
            house.killAndRestartBank();
        } else {
            pay.kill();
            pay = house.pay("harbour", order.link(), step.equals("finishing") ? key : hand, "harbour-demo", said::add);
        }

        int exit = pay.exitCode(DemoHouse.PAYMENT);
        house.startPhone(PhoneScript.demoText());

        assertThat(exit).as(said.toString()).isZero();
        assertThat(before - house.balance()).as(said.toString()).isEqualTo(AMOUNT);
        assertThat(house.shop().standing(order.orderId()).status()).isEqualTo("paid");
    }

    private interface Act {
        void run() throws Exception;
    }

    private static void killAndGoOn(String step, Act alsoKill) throws Exception {
        long before = house.balance();
        ShopClient.PlacedOrder order = house.order("1.00");
        Breakpoint reached = new Breakpoint("STEP " + step + " ");
        ChildProcess app = house.drive(house.phone(), order.link(), reached);
        reached.await(app);
        alsoKill.run();
        app.kill();
        assertThat(status(order.orderId())).isIn("paid", "declined", "failed", "open");

        List<String> said = new CopyOnWriteArrayList<>();
        ChildProcess again = house.drive(house.phone(), order.link(), said::add);
        int exit = again.exitCode(DemoHouse.PAYMENT);

        long debited = before - house.balance();
        String status = status(order.orderId());
        assertThat(debited)
                .as("debited for an order that is " + status + "\n" + said)
                .isIn(0L, AMOUNT);
        assertThat(status.equals("paid")).isEqualTo(debited == AMOUNT);
        assertThat(status).as(said.toString()).isEqualTo("paid");
        assertThat(exit).as(said.toString()).isZero();
        assertThat(house.shop().standing(order.orderId()).status()).isEqualTo("paid");
    }

    private static String status(String orderId) throws Exception {
        try (HttpBankClient client = new HttpBankClient()) {
            return switch (client.call(house.entry(), new BankCall.AskStatus(orderId))) {
                case BankReply.Told told -> told.status().code();
                case BankReply.Refused refused when refused.fault().code().equals("TK-610") -> "open";
                case BankReply other -> other.toString();
            };
        }
    }
}
