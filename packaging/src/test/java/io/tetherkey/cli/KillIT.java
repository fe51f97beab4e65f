package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.http.HttpBankClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the app or the bank at each step of a payment and starts again with the same order: at most one debit, and the
 * order is always paid, declined, failed or open.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KillIT {
    private static final long AMOUNT = 100;

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
