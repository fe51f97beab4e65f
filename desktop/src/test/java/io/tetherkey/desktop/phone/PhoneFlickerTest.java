package io.tetherkey.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is known of a phone that is pulled, for the second and a half in which it may come back. */
@Timeout(120)
class PhoneFlickerTest {
    private static final PhoneAddress CABLE = PhoneAddress.tcp("127.0.0.1", 7_337);
    private static final PhoneState.Ready READY = Samples.READY;
    private static final PhoneState RECONNECTING = Samples.RECONNECTING;
    private static final TransportException PULLED = new TransportException(TransportFault.UNPLUGGED, "Pulled.");

    private final List<PhoneState> told = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> timers = new ArrayDeque<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final PhoneDesk desk = new PhoneDesk(
            new Computer(new byte[16], "PC"),
            RandomSource.secure(),
            (wait, task) -> {
                assertThat(wait).isEqualTo(Duration.ofMillis(1_500));
                timers.add(task);
            },
            told::add);

    private PluggedPhone plug(CountDownLatch answers) {
        PluggedPhone phone = new PluggedPhone(READY.model(), READY.board(), answers);
        desk.plugged(phone, CABLE);
        return phone;
    }

    private static CountDownLatch atOnce() {
        return new CountDownLatch(0);
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(60)).until(() -> desk.state().equals(READY));
    }

    /** The second and a half is over. */
    private void passTheMoment() {
        timers.remove().run();
    }

    @BeforeEach
    void plugIn() {
        plug(atOnce());
        awaitReady();
        await().atMost(Duration.ofSeconds(60)).until(() -> told.contains(READY));
        told.clear();
    }

    @Test
    void phoneThatComesBackInAMomentKeepsItsBoardAndIsNeverAbsent() {
        desk.unplugged(CABLE, PULLED);
        assertThat(desk.state().known()).contains(READY);
        plug(atOnce());
        awaitReady();
        passTheMoment();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(told).containsExactly(RECONNECTING, READY));
    }

    @Test
    void phoneThatStaysAwayIsToldAtOnceToReconnectAndThenToBeAbsent() {
        desk.unplugged(CABLE, PULLED);
        assertThat(told).containsExactly(RECONNECTING);
        passTheMoment();

        assertThat(told).containsExactly(RECONNECTING, new PhoneState.Absent());
    }

    @Test
    void timerOfAnEarlierFlickerDoesNotEndALaterOne() {
        desk.unplugged(CABLE, PULLED);
        plug(atOnce());
        awaitReady();
        desk.unplugged(CABLE, PULLED);
        passTheMoment();
        assertThat(desk.state()).isEqualTo(RECONNECTING);
        passTheMoment();

        assertThat(desk.state()).isEqualTo(new PhoneState.Absent());
    }

    @Test
    void phoneThatIsBackButSlowIsGreetedAsAnyOther() {
        desk.unplugged(CABLE, PULLED);
        plug(mayAnswer);
        assertThat(desk.state()).isEqualTo(RECONNECTING);
        passTheMoment();
        assertThat(desk.state()).isEqualTo(new PhoneState.Greeting());
        mayAnswer.countDown();

        awaitReady();
    }

    @Test
    void deviceThatMayNotBeOpenedYetIsToldOnlyAfterTheMoment() {
        desk.unplugged(CABLE, PULLED);
        desk.unusable(CABLE, new TransportException(TransportFault.NO_PERMISSION, "Not yet."));
        assertThat(told).containsExactly(RECONNECTING);
        passTheMoment();

        assertThat(told).containsExactly(RECONNECTING, new PhoneState.Unusable(Fault.PHONE_FORBIDDEN));
    }

    @Test
    void callThatFindsTheCablePulledBeginsTheSameMoment() throws Exception {
        PhoneReply reply =
                desk.calls().call(new PhoneCall.Relay(new byte[16], new byte[1]), Login.none(), status -> {});
        desk.unplugged(CABLE, PULLED);

        assertThat(reply).isEqualTo(new PhoneReply.Gone(Fault.PHONE_LOST));
        assertThat(told).containsExactly(RECONNECTING);
        assertThat(timers).hasSize(1);
    }
}
