package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.LinkCapability;
import io.tetherkey.protocol.link.LinkLoss;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PhoneClientTest {
    /** The link gives a silent phone up before that. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final LongSupplier CLOCK = () -> System.nanoTime() / 1_000_000;
    private static final byte[] SESSION = new byte[16];

    private final MemoryPhonePort port = new MemoryPhonePort();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private FakePhone phone;
    private LinkedPhoneClient client;

    @BeforeEach
    void open() throws Exception {
        phone = new FakePhone(port, request -> switch (request) {
            case LinkRequest.GetPhoneInfo _ -> new LinkReply.PhoneInfo("Fake phone", false, true, new byte[32]);
            case LinkRequest.ListSlots _ -> new LinkReply.Slots(List.of());
            case LinkRequest.ListRecords _ -> new LinkReply.Records(List.of());
            case LinkRequest.ListComputers _ ->
                new LinkReply.Computers(List.of(new ComputerInfo(new byte[8], "desk", Instant.EPOCH, true)));
            case LinkRequest.DeleteSlot _, LinkRequest.RevokeComputer _ -> new LinkReply.Done();
            case LinkRequest.BeginEnrolment _ -> new LinkReply.Forward(SESSION, new byte[] {9});
            case LinkRequest.TrustComputer _, LinkRequest.OpenSession _, LinkRequest.Relay _, LinkRequest.Wink _ ->
                null;
        });
        client = connect();
    }

    @AfterEach
    void close() {
        client.close();
        phone.close();
        workers.shutdownNow();
    }

    private LinkedPhoneClient connect() throws Exception {
        return LinkedPhoneClient.open(port.connect(), Hello.of(new byte[8]), CLOCK, SOON);
    }

    private <T> Future<T> work(Callable<T> call) {
        return workers.submit(call);
    }

    private Future<Object> winking() {
        return work(() -> {
            client.wink();
            return "done";
        });
    }

    private void awaitRequests(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> phone.requests.size() == count);
    }

    private static <E extends Exception> E failure(Class<E> type, Future<?> call) {
        ExecutionException thrown =
                catchThrowableOfType(ExecutionException.class, () -> call.get(60, TimeUnit.SECONDS));
        assertThat(thrown).hasCauseInstanceOf(type);
        return type.cast(Objects.requireNonNull(thrown.getCause()));
    }

    @Nested
    class Calls {
        @Test
        void answerComesBackTyped() throws Exception {
            assertThat(client.info().model()).isEqualTo("Fake phone");
            assertThat(client.slots()).isEmpty();
            assertThat(client.records(7)).isEmpty();
            assertThat(phone.requests).last().isEqualTo(new LinkRequest.ListRecords(7));
        }

        @Test
        void lifeOfASlotIsCalledTyped() throws Exception {
            var credentials = new SealedCredentials(new byte[32], new byte[1]);
            var begin = new LinkRequest.BeginEnrolment("harbour", new byte[] {1}, new byte[] {2}, credentials);

            assertThat(client.beginEnrolment(begin, status -> {})).isInstanceOf(LinkReply.Forward.class);
            client.deleteSlot("slot-1", status -> {});
            assertThat(client.computers()).extracting(ComputerInfo::name).containsExactly("desk");
            client.revokeComputer(new byte[8]);

            assertThat(phone.requests)
                    .extracting(request -> request.getClass().getSimpleName())
                    .containsExactly("BeginEnrolment", "DeleteSlot", "ListComputers", "RevokeComputer");
        }

        @Test
        void endOfAnEnrolmentIsTakenForTheOwnSessionOnly() throws Exception {
            var slot = new SlotInfo("s1", "harbour", "Harbour", "港湾", 1, true, Instant.EPOCH, 10, SlotResult.NONE);
            Future<LinkReply.EnrolmentReply> own = work(() -> client.relayEnrolment(SESSION, new byte[1], s -> {}));
            awaitRequests(1);
            phone.answer(phone.tokens.getFirst(), new LinkReply.Enrolled(SESSION, slot));
            assertThat(own.get()).isInstanceOf(LinkReply.Enrolled.class);

            byte[] other = new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
            Future<LinkReply.EnrolmentReply> foreign = work(() -> client.relayEnrolment(other, new byte[1], s -> {}));
            awaitRequests(2);
            phone.answer(phone.tokens.getLast(), new LinkReply.Enrolled(SESSION, slot));
            assertThat(failure(ProtocolException.class, foreign).status()).isEqualTo(StatusCode.BAD_MESSAGE);
        }

        @Test
        void oneCallFollowsTheOther() throws Exception {
            List<Future<String>> calls = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(work(() -> client.info().model()));
            }
            for (Future<String> call : calls) {
                assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo("Fake phone");
            }
            assertThat(phone.requests).hasSize(20);
        }

        @Test
        void largeMessagesPassBothWays() throws Exception {
            byte[] message = new byte[30_000];
            message[29_999] = 3;
            Future<LinkReply.SessionReply> call = work(() -> client.relay(SESSION, message, _ -> {}));
            awaitRequests(1);
            assertThat(((LinkRequest.Relay) phone.requests.get(0)).message()).isEqualTo(message);
            phone.answer(phone.tokens.get(0), new Forward(SESSION, message));

            assertThat(((Forward) call.get(60, TimeUnit.SECONDS)).message()).isEqualTo(message);
        }

        @Test
        void statusIsReportedWhenItChanges() throws Exception {
            List<PhoneStatus> seen = new CopyOnWriteArrayList<>();
            Future<LinkReply.SessionReply> call = work(() -> client.relay(SESSION, new byte[1], seen::add));
            awaitRequests(1);
            PhoneStatus typing = new PhoneStatus(WaitReason.WAIT_USER, Stage.ENTER_PAYMENT_KEY, 90, OptionalInt.of(9));
            phone.status(phone.tokens.get(0), typing);
            await().atMost(Duration.ofSeconds(60)).until(() -> seen.contains(typing));
            PhoneStatus approving = new PhoneStatus(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 60, OptionalInt.of(9));
            phone.status(phone.tokens.get(0), approving);
            await().atMost(Duration.ofSeconds(60)).until(() -> seen.contains(approving));
            phone.answer(phone.tokens.get(0), new Forward(SESSION, new byte[] {5}));

            assertThat(((Forward) call.get(60, TimeUnit.SECONDS)).message()).containsExactly(5);
            assertThat(seen).endsWith(typing, approving).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Refusals {
        @Test
        void carryTheAttemptsLeft() {
            Future<Object> call = winking();
            awaitRequests(1);
            phone.answer(phone.tokens.get(0), new LinkReply.Refusal(StatusCode.LOCKED, OptionalInt.of(3)));

            RefusedException refused = failure(RefusedException.class, call);
            assertThat(refused.status()).isEqualTo(StatusCode.LOCKED);
            assertThat(refused.attemptsLeft()).hasValue(3);
        }

        @Test
        void ofTheLinkNameTheStatus() throws Exception {
            Future<Object> call = winking();
            awaitRequests(1);
            phone.refuse(phone.tokens.get(0), StatusCode.BAD_MESSAGE);

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_MESSAGE);
            assertThat(client.info().model()).as("the link lives on").isEqualTo("Fake phone");
        }

        @Test
        void requestAboveTheLimitNeverLeaves() {
            Future<LinkReply.SessionReply> call =
                    work(() -> client.relay(SESSION, new byte[LinkCodec.MOST_MESSAGE + 1], _ -> {}));

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.TOO_LARGE);
            assertThat(phone.requests).isEmpty();
        }
    }

    @Nested
    class BrokenAnswers {
        @Test
        void otherKindIsRefused() {
            Future<Object> call = winking();
            awaitRequests(1);
            phone.answer(phone.tokens.get(0), new LinkReply.Slots(List.of()));

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_MESSAGE);
        }

        @Test
        void requestAsAnAnswerIsRefused() {
            Future<Object> call = winking();
            awaitRequests(1);
            phone.answerBytes(phone.tokens.get(0), LinkCodec.encode(new LinkRequest.Wink()));

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_MESSAGE);
        }

        @Test
        void garbageIsRefused() {
            Future<Object> call = winking();
            awaitRequests(1);
            phone.answerBytes(phone.tokens.get(0), new byte[] {(byte) 0xFF});

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_ENCODING);
        }

        @Test
        void answerForAnotherSessionIsRefused() {
            Future<LinkReply.SessionReply> call = work(() -> client.relay(SESSION, new byte[1], _ -> {}));
            awaitRequests(1);
            byte[] other = SESSION.clone();
            other[15] = 1;
            phone.answer(phone.tokens.get(0), new Forward(other, new byte[1]));

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_MESSAGE);
        }
    }

    @Nested
    class Cancelling {
        @Test
        void reachesThePhoneOnceAndThePhoneDecides() throws Exception {
            Future<LinkReply.SessionReply> call = work(() -> client.relay(SESSION, new byte[1], _ -> {}));
            awaitRequests(1);
            client.cancel();
            client.cancel();
            await().atMost(Duration.ofSeconds(60)).until(() -> !phone.cancels.isEmpty());
            client.cancel();
            phone.answer(phone.tokens.get(0), new Forward(SESSION, new byte[] {4}));

            assertThat(((Forward) call.get(60, TimeUnit.SECONDS)).message()).containsExactly(4);
            assertThat(phone.cancels).containsExactly(phone.tokens.get(0));
        }

        @Test
        void withoutACallDoesNothing() throws Exception {
            client.cancel();
            assertThat(client.info().model()).isEqualTo("Fake phone");
            assertThat(phone.cancels).isEmpty();
        }

        @Test
        void interruptCancelsOnThePhoneAndFreesTheCaller() throws Exception {
            Future<Object> call = winking();
            awaitRequests(1);
            assertThat(call.cancel(true)).isTrue();
            await().atMost(Duration.ofSeconds(60)).until(() -> phone.cancels.contains(phone.tokens.get(0)));
            Future<String> next = work(() -> client.info().model());
            phone.answer(phone.tokens.get(0), new LinkReply.Refusal(StatusCode.CANCELLED, OptionalInt.empty()));

            assertThat(next.get(60, TimeUnit.SECONDS)).isEqualTo("Fake phone");
        }

        @Test
        void consumerThatThrowsCancelsTheCall() {
            Future<LinkReply.SessionReply> call = work(() -> client.relay(SESSION, new byte[1], _ -> {
                throw new IllegalStateException("no window");
            }));
            awaitRequests(1);
            phone.status(
                    phone.tokens.get(0),
                    new PhoneStatus(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 9, OptionalInt.empty()));

            assertThat(failure(IllegalStateException.class, call)).hasMessage("no window");
            await().atMost(Duration.ofSeconds(60)).until(() -> phone.cancels.contains(phone.tokens.get(0)));
        }
    }

    @Nested
    class Losing {
        @Test
        void unplugEndsTheCallInProgressAndAllLaterOnes() {
            Future<Object> call = winking();
            awaitRequests(1);
            port.unplug();

            assertThat(failure(TransportException.class, call).fault()).isEqualTo(TransportFault.UNPLUGGED);
            assertThat(catchThrowableOfType(TransportException.class, client::info)
                            .fault())
                    .isEqualTo(TransportFault.UNPLUGGED);
        }

        @Test
        void goodbyeOfThePhoneEndsTheCall() {
            Future<Object> call = winking();
            awaitRequests(1);
            phone.leave();

            assertThat(failure(TransportException.class, call).fault()).isEqualTo(TransportFault.UNPLUGGED);
        }

        @Test
        void closingSaysGoodbyeAndEndsTheCall() {
            Future<Object> call = winking();
            awaitRequests(1);
            client.close();

            assertThat(failure(TransportException.class, call).fault()).isEqualTo(TransportFault.CLOSED);
            await().atMost(Duration.ofSeconds(60)).until(() -> phone.losses.contains(LinkLoss.BYE));
        }

        @Test
        void lockedPhoneTellsAClientThatKnowsSuchNews() throws Exception {
            client.close();
            await().atMost(Duration.ofSeconds(60)).until(() -> phone.losses.contains(LinkLoss.BYE));
            client = LinkedPhoneClient.open(
                    port.connect(), Hello.of(new byte[8]).offering(LinkCapability.LOCK_NEWS), CLOCK, SOON);
            Future<Boolean> told = work(() -> client.awaitLockNews(Duration.ofMinutes(5)));
            phone.news(new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty()));

            assertThat(told.get(60, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void waitForNewsEndsWithTheLink() throws Exception {
            client.close();
            await().atMost(Duration.ofSeconds(60)).until(() -> phone.losses.contains(LinkLoss.BYE));
            client = LinkedPhoneClient.open(
                    port.connect(), Hello.of(new byte[8]).offering(LinkCapability.LOCK_NEWS), CLOCK, SOON);
            Future<Boolean> told = work(() -> client.awaitLockNews(Duration.ofMinutes(5)));
            port.unplug();

            assertThat(told.get(60, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void clientThatNamedNothingHasToAsk() throws Exception {
            assertThat(client.awaitLockNews(Duration.ofMinutes(5))).isFalse();
        }

        /** Five seconds. */
        @Test
        void phoneThatTakesNoBytesIsLost() throws Exception {
            client.close();
            await().atMost(Duration.ofSeconds(60)).until(() -> phone.losses.contains(LinkLoss.BYE));
            StuckTransport stuck = new StuckTransport(port.connect(), 1);
            client = LinkedPhoneClient.open(stuck, Hello.of(new byte[8]), CLOCK, SOON);

            assertThat(failure(TransportException.class, winking()).fault()).isEqualTo(TransportFault.NO_ANSWER);
        }

        @Test
        void requestMayBeSentAgainAfterARePlug() throws Exception {
            Future<LinkReply.SessionReply> call = work(() -> client.relay(SESSION, new byte[] {8}, _ -> {}));
            awaitRequests(1);
            port.unplug();
            failure(TransportException.class, call);
            port.plug();
            client = connect();

            Future<LinkReply.SessionReply> again = work(() -> client.relay(SESSION, new byte[] {8}, _ -> {}));
            awaitRequests(2);
            assertThat(LinkCodec.encode(phone.requests.get(1))).isEqualTo(LinkCodec.encode(phone.requests.get(0)));
            phone.answer(phone.tokens.get(0), new Forward(SESSION, new byte[] {66}));
            phone.answer(phone.tokens.get(1), new Forward(SESSION, new byte[] {9}));
            assertThat(((Forward) again.get(60, TimeUnit.SECONDS)).message())
                    .as("the late answer to the first request finds nobody")
                    .containsExactly(9);
        }
    }
}
