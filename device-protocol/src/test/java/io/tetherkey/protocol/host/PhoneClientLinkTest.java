package io.tetherkey.protocol.host;

import static io.tetherkey.protocol.host.ClientOnTest.SESSION;
import static io.tetherkey.protocol.host.ClientOnTest.SOON;
import static io.tetherkey.protocol.host.ClientOnTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.LinkCapability;
import io.tetherkey.protocol.link.LinkLimits;
import io.tetherkey.protocol.link.LinkLoss;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PhoneClientLinkTest {
    private static final long AN_HOUR = 3_600_000;

    private final ClientOnTest on = new ClientOnTest();
    private final FakePhone phone = on.phone;
    private LinkedPhoneClient client;

    @BeforeEach
    void open() throws Exception {
        client = on.connect();
    }

    @AfterEach
    void close() {
        on.close();
    }

    @Nested
    class Losing {
        @Test
        void unplugEndsTheCallInProgressAndAllLaterOnes() {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            on.port.unplug();

            assertThat(failure(TransportException.class, call).fault()).isEqualTo(TransportFault.UNPLUGGED);
            assertThat(catchThrowableOfType(TransportException.class, client::info)
                            .fault())
                    .isEqualTo(TransportFault.UNPLUGGED);
        }

        @Test
        void goodbyeOfThePhoneEndsTheCall() {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            phone.leave();

            assertThat(failure(TransportException.class, call).fault()).isEqualTo(TransportFault.UNPLUGGED);
        }

        @Test
        void closingSaysGoodbyeAndEndsTheCall() {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            client.close();

            assertThat(failure(TransportException.class, call).fault()).isEqualTo(TransportFault.CLOSED);
            await().atMost(SOON).until(() -> phone.losses.contains(LinkLoss.BYE));
        }

        /** Five seconds. */
        @Test
        void phoneThatTakesNoBytesIsLost() throws Exception {
            on.leave(client);
            StuckTransport stuck = new StuckTransport(on.port.connect(), 1);
            client = on.connect(stuck, Hello.of(new byte[8]));

            assertThat(failure(TransportException.class, on.winking(client)).fault())
                    .isEqualTo(TransportFault.NO_ANSWER);
        }

        @Test
        void phoneThatTakesNoBytesIsLostByTheClockOfTheLink() throws Exception {
            AtomicLong millis = new AtomicLong();
            assertThat(stuckAtOnce(() -> millis.addAndGet(200))).isEqualTo(TransportFault.NO_ANSWER);
            assertThat(millis).hasValueGreaterThanOrEqualTo(LinkLimits.LOST_AFTER);
        }

        /** The clock leaps over an hour in the middle of the write. */
        @Test
        void computerThatSleptDoesNotTakeThePhoneForStuck() throws Exception {
            AtomicLong millis = new AtomicLong();
            AtomicInteger looks = new AtomicInteger();
            LongSupplier clock = () -> millis.addAndGet(looks.incrementAndGet() == 10 ? AN_HOUR : 200);
            assertThat(stuckAtOnce(clock)).isEqualTo(TransportFault.NO_ANSWER);
            assertThat(millis).hasValueGreaterThan(AN_HOUR + LinkLimits.LOST_AFTER - 1_000);
        }

        private TransportFault stuckAtOnce(LongSupplier clock) throws TransportException {
            StuckTransport stuck = new StuckTransport(new MemoryPhonePort().connect(), 0);
            return catchThrowableOfType(
                            TransportException.class,
                            () -> LinkedPhoneClient.open(stuck, Hello.of(new byte[8]), clock, SOON))
                    .fault();
        }

        @Test
        void requestMayBeSentAgainAfterARePlug() throws Exception {
            Future<LinkReply.SessionReply> call = on.work(() -> client.relay(SESSION, new byte[] {8}, _ -> {}));
            on.awaitRequests(1);
            on.port.unplug();
            failure(TransportException.class, call);
            on.port.plug();
            client = on.connect();

            Future<LinkReply.SessionReply> again = on.work(() -> client.relay(SESSION, new byte[] {8}, _ -> {}));
            on.awaitRequests(2);
            assertThat(LinkCodec.encode(phone.requests.get(1))).isEqualTo(LinkCodec.encode(phone.requests.get(0)));
            phone.answer(phone.tokens.get(0), new Forward(SESSION, new byte[] {66}));
            phone.answer(phone.tokens.get(1), new Forward(SESSION, new byte[] {9}));
            assertThat(((Forward) again.get(60, TimeUnit.SECONDS)).message())
                    .as("the late answer to the first request finds nobody")
                    .containsExactly(9);
        }
    }

    @Nested
    class LockNews {
        @Test
        void lockedPhoneTellsAClientThatKnowsSuchNews() throws Exception {
            on.leave(client);
            client = on.connect(on.port.connect(), Hello.of(new byte[8]).offering(LinkCapability.LOCK_NEWS));
            Future<Boolean> told = on.work(() -> client.awaitLockNews(Duration.ofMinutes(5)));
            phone.news(new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty()));

            assertThat(told.get(60, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void waitForNewsEndsWithTheLink() throws Exception {
            on.leave(client);
            client = on.connect(on.port.connect(), Hello.of(new byte[8]).offering(LinkCapability.LOCK_NEWS));
            Future<Boolean> told = on.work(() -> client.awaitLockNews(Duration.ofMinutes(5)));
            on.port.unplug();

            assertThat(told.get(60, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void clientThatNamedNothingHasToAsk() throws Exception {
            assertThat(client.awaitLockNews(Duration.ofMinutes(5))).isFalse();
        }
    }
}
