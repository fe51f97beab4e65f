package io.tetherkey.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.host.Pace;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkReply.PhoneInfo;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PhoneDeskTest {
    private static final PhoneAddress LINE = new PhoneAddress(PhoneAddress.Kind.SERIAL, "/dev/ttyACM0");
    private static final PhoneAddress OTHER = new PhoneAddress(PhoneAddress.Kind.SERIAL, "/dev/ttyACM1");

    private final List<PhoneState> told = new ArrayList<>();
    private final PhoneDesk desk = new PhoneDesk(new Computer(new byte[16], "PC"), RandomSource.secure(), told::add);

    private static TransportException why(TransportFault fault) {
        return new TransportException(fault, "Because.");
    }

    @Test
    void deviceThatCannotBeUsedIsToldWithItsOwnReasonUntilItIsUnplugged() {
        desk.unusable(LINE, why(TransportFault.NO_PERMISSION));
        assertThat(desk.trouble(LINE)).map(TransportException::fault).contains(TransportFault.NO_PERMISSION);
        desk.gone(LINE);

        assertThat(desk.trouble(LINE)).isEmpty();
        assertThat(told).containsExactly(new PhoneState.Unusable(Fault.PHONE_FORBIDDEN), new PhoneState.Absent());
    }

    @Test
    void otherDeviceThatCannotBeUsedIsToldThen() {
        desk.unusable(LINE, why(TransportFault.NO_PERMISSION));
        desk.unusable(OTHER, why(TransportFault.IN_USE));
        desk.gone(LINE);

        assertThat(desk.state()).isEqualTo(new PhoneState.Unusable(Fault.PHONE_HELD));
    }

    /** Without being woken the desk would take minutes to ask so often. */
    @Test
    @Timeout(60)
    void lockedPhoneIsAskedAtOnceWhenSomebodyLooksAgain() throws Exception {
        Semaphore asked = new Semaphore(0);
        desk.plugged(locked(asked), LINE);
        asked.acquire();
        for (int i = 0; i < 100; i++) {
            do {
                desk.keep(Pace.CALM);
                desk.keep(Pace.PROMPT);
            } while (!asked.tryAcquire(5, TimeUnit.MILLISECONDS));
        }
        desk.unplugged(LINE, why(TransportFault.UNPLUGGED));
        assertThat(told).contains(new PhoneState.Locked("Model"));
    }

    /** It would refuse what it has trusted, because it does not know yet on this link who asks. */
    @Test
    @Timeout(60)
    void phoneThatIsNotGreetedYetIsAskedNothingElse() throws Exception {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch hold = new CountDownLatch(1);
        Semaphore asked = new Semaphore(0);
        desk.plugged(slow(calls, asked, hold), LINE);
        asked.acquire();

        PhoneReply reply =
                desk.calls().call(new PhoneCall.Relay(new byte[16], new byte[1]), Login.none(), status -> {});

        assertThat(reply).isEqualTo(new PhoneReply.Gone(Fault.NO_PHONE));
        assertThat(calls).containsExactly("info");
        hold.countDown();
    }

    private static PhoneClient slow(List<String> calls, Semaphore asked, CountDownLatch hold) {
        return (PhoneClient) Proxy.newProxyInstance(
                PhoneDeskTest.class.getClassLoader(), new Class<?>[] {PhoneClient.class}, (phone, call, arguments) -> {
                    calls.add(call.getName());
                    asked.release();
                    hold.await();
                    throw why(TransportFault.UNPLUGGED);
                });
    }

    /** A phone that tells of its lock is left alone until it does; the fallback would ask a second time after 10 s. */
    @Test
    @Timeout(60)
    void lockedPhoneThatTellsOfItsLockIsAskedOnceItHasTold() throws Exception {
        Semaphore asked = new Semaphore(0);
        CountDownLatch news = new CountDownLatch(1);
        desk.plugged(telling(asked, news), LINE);
        asked.acquire();
        desk.keep(Pace.CALM);
        desk.keep(Pace.PROMPT);
        assertThat(asked.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
        news.countDown();

        asked.acquire();
        desk.unplugged(LINE, why(TransportFault.UNPLUGGED));
    }

    private static PhoneClient telling(Semaphore asked, CountDownLatch news) {
        return (PhoneClient) Proxy.newProxyInstance(
                PhoneDeskTest.class.getClassLoader(), new Class<?>[] {PhoneClient.class}, (phone, call, arguments) -> {
                    if (call.getName().equals("awaitLockNews")) {
                        news.await();
                        return true;
                    }
                    asked.release();
                    return new PhoneInfo("Model", true, false, new byte[32]);
                });
    }

    private static PhoneClient locked(Semaphore asked) {
        return (PhoneClient) Proxy.newProxyInstance(
                PhoneDeskTest.class.getClassLoader(), new Class<?>[] {PhoneClient.class}, (phone, call, arguments) -> {
                    if (call.getName().equals("awaitLockNews")) {
                        return false;
                    }
                    asked.release();
                    return new PhoneInfo("Model", true, false, new byte[32]);
                });
    }

    @Test
    void eachReasonHasItsFault() {
        assertThat(CableFaults.of(TransportFault.NO_LIBRARY)).contains(Fault.LIBRARY_MISSING);
        assertThat(CableFaults.of(TransportFault.NO_ANSWER)).contains(Fault.PHONE_SILENT);
        assertThat(CableFaults.of(TransportFault.LEFT_ALONE)).contains(Fault.PHONE_LEFT_ALONE);
        assertThat(CableFaults.of(TransportFault.UNSUPPORTED)).contains(Fault.PHONE_IN_OTHER_MODE);
        assertThat(CableFaults.of(TransportFault.ABSENT)).isEmpty();
    }
}
