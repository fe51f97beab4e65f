package io.tetherkey.protocol.host;

import static io.tetherkey.protocol.host.ClientOnTest.SESSION;
import static io.tetherkey.protocol.host.ClientOnTest.SOON;
import static io.tetherkey.protocol.host.ClientOnTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PhoneClientTest {
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
            Future<LinkReply.EnrolmentReply> own = on.work(() -> client.relayEnrolment(SESSION, new byte[1], s -> {}));
            on.awaitRequests(1);
            phone.answer(phone.tokens.getFirst(), new LinkReply.Enrolled(SESSION, slot));
            assertThat(own.get()).isInstanceOf(LinkReply.Enrolled.class);

            byte[] other = new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
            Future<LinkReply.EnrolmentReply> foreign =
                    on.work(() -> client.relayEnrolment(other, new byte[1], s -> {}));
            on.awaitRequests(2);
            phone.answer(phone.tokens.getLast(), new LinkReply.Enrolled(SESSION, slot));
            assertThat(failure(ProtocolException.class, foreign).status()).isEqualTo(StatusCode.BAD_MESSAGE);
        }

        @Test
        void oneCallFollowsTheOther() throws Exception {
            List<Future<String>> calls = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(on.work(() -> client.info().model()));
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
            Future<LinkReply.SessionReply> call = on.work(() -> client.relay(SESSION, message, _ -> {}));
            on.awaitRequests(1);
            assertThat(((LinkRequest.Relay) phone.requests.get(0)).message()).isEqualTo(message);
            phone.answer(phone.tokens.get(0), new Forward(SESSION, message));

            assertThat(((Forward) call.get(60, TimeUnit.SECONDS)).message()).isEqualTo(message);
        }

        @Test
        void statusIsReportedWhenItChanges() throws Exception {
            List<PhoneStatus> seen = new CopyOnWriteArrayList<>();
            Future<LinkReply.SessionReply> call = on.work(() -> client.relay(SESSION, new byte[1], seen::add));
            on.awaitRequests(1);
            PhoneStatus typing = new PhoneStatus(WaitReason.WAIT_USER, Stage.ENTER_PAYMENT_KEY, 90, OptionalInt.of(9));
            phone.status(phone.tokens.get(0), typing);
            await().atMost(SOON).until(() -> seen.contains(typing));
            PhoneStatus approving = new PhoneStatus(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 60, OptionalInt.of(9));
            phone.status(phone.tokens.get(0), approving);
            await().atMost(SOON).until(() -> seen.contains(approving));
            phone.answer(phone.tokens.get(0), new Forward(SESSION, new byte[] {5}));

            assertThat(((Forward) call.get(60, TimeUnit.SECONDS)).message()).containsExactly(5);
            assertThat(seen).endsWith(typing, approving).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Refusals {
        @Test
        void carryTheAttemptsLeft() {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            phone.answer(phone.tokens.get(0), new LinkReply.Refusal(StatusCode.LOCKED, OptionalInt.of(3)));

            RefusedException refused = failure(RefusedException.class, call);
            assertThat(refused.status()).isEqualTo(StatusCode.LOCKED);
            assertThat(refused.attemptsLeft()).hasValue(3);
        }

        @Test
        void ofTheLinkNameTheStatus() throws Exception {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            phone.refuse(phone.tokens.get(0), StatusCode.BAD_MESSAGE);

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_MESSAGE);
            assertThat(client.info().model()).as("the link lives on").isEqualTo("Fake phone");
        }

        @Test
        void requestAboveTheLimitNeverLeaves() {
            Future<LinkReply.SessionReply> call =
                    on.work(() -> client.relay(SESSION, new byte[LinkCodec.MOST_MESSAGE + 1], _ -> {}));

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.TOO_LARGE);
            assertThat(phone.requests).isEmpty();
        }
    }

    @Nested
    class BrokenAnswers {
        @Test
        void otherKindIsRefused() {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            phone.answer(phone.tokens.get(0), new LinkReply.Slots(List.of()));

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_MESSAGE);
        }

        @Test
        void requestAsAnAnswerIsRefused() {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            phone.answerBytes(phone.tokens.get(0), LinkCodec.encode(new LinkRequest.Wink()));

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_MESSAGE);
        }

        @Test
        void garbageIsRefused() {
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            phone.answerBytes(phone.tokens.get(0), new byte[] {(byte) 0xFF});

            assertThat(failure(ProtocolException.class, call).status()).isEqualTo(StatusCode.BAD_ENCODING);
        }

        @Test
        void answerForAnotherSessionIsRefused() {
            Future<LinkReply.SessionReply> call = on.work(() -> client.relay(SESSION, new byte[1], _ -> {}));
            on.awaitRequests(1);
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
            Future<LinkReply.SessionReply> call = on.work(() -> client.relay(SESSION, new byte[1], _ -> {}));
            on.awaitRequests(1);
            client.cancel();
            client.cancel();
            await().atMost(SOON).until(() -> !phone.cancels.isEmpty());
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
            Future<Object> call = on.winking(client);
            on.awaitRequests(1);
            assertThat(call.cancel(true)).isTrue();
            await().atMost(SOON).until(() -> phone.cancels.contains(phone.tokens.get(0)));
            Future<String> next = on.work(() -> client.info().model());
            phone.answer(phone.tokens.get(0), new LinkReply.Refusal(StatusCode.CANCELLED, OptionalInt.empty()));

            assertThat(next.get(60, TimeUnit.SECONDS)).isEqualTo("Fake phone");
        }

        @Test
        void consumerThatThrowsCancelsTheCall() {
            Future<LinkReply.SessionReply> call = on.work(() -> client.relay(SESSION, new byte[1], _ -> {
                throw new IllegalStateException("no window");
            }));
            on.awaitRequests(1);
            phone.status(
                    phone.tokens.get(0),
                    new PhoneStatus(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 9, OptionalInt.empty()));

            assertThat(failure(IllegalStateException.class, call)).hasMessage("no window");
            await().atMost(SOON).until(() -> phone.cancels.contains(phone.tokens.get(0)));
        }
    }
}
