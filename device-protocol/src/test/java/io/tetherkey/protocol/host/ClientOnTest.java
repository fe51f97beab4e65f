package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.LinkLoss;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Clients of one phone over a cable in memory; what the phone does not answer by itself a test answers by hand. */
final class ClientOnTest implements AutoCloseable {
    static final byte[] SESSION = new byte[16];

    /** The link gives a silent phone up before that. */
    static final Duration SOON = Duration.ofSeconds(60);

    final MemoryPhonePort port = new MemoryPhonePort();
    final FakePhone phone = new FakePhone(port, ClientOnTest::answer);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<LinkedPhoneClient> opened = new CopyOnWriteArrayList<>();

    private static @Nullable LinkReply answer(LinkRequest request) {
        return switch (request) {
            case LinkRequest.GetPhoneInfo _ -> new LinkReply.PhoneInfo("Fake phone", false, true, new byte[32]);
            case LinkRequest.ListSlots _ -> new LinkReply.Slots(List.of());
            case LinkRequest.ListRecords _ -> new LinkReply.Records(List.of());
            case LinkRequest.ListComputers _ ->
                new LinkReply.Computers(List.of(new ComputerInfo(new byte[8], "desk", Instant.EPOCH, true)));
            case LinkRequest.DeleteSlot _, LinkRequest.RevokeComputer _ -> new LinkReply.Done();
            case LinkRequest.BeginEnrolment _ -> new LinkReply.Forward(SESSION, new byte[] {9});
            case LinkRequest.TrustComputer _, LinkRequest.OpenSession _, LinkRequest.Relay _, LinkRequest.Wink _ ->
                null;
        };
    }

    LinkedPhoneClient connect() throws Exception {
        return connect(port.connect(), Hello.of(new byte[8]));
    }

    LinkedPhoneClient connect(Transport cable, Hello hello) throws Exception {
        LinkedPhoneClient client = LinkedPhoneClient.open(cable, hello, () -> System.nanoTime() / 1_000_000, SOON);
        opened.add(client);
        return client;
    }

    /** Says goodbye and waits until the phone has heard it, so that another client may follow. */
    void leave(LinkedPhoneClient client) {
        client.close();
        await().atMost(SOON).until(() -> phone.losses.contains(LinkLoss.BYE));
    }

    <T> Future<T> work(Callable<T> call) {
        return workers.submit(call);
    }

    /** A call that waits until the test answers it. */
    Future<Object> winking(PhoneClient client) {
        return work(() -> {
            client.wink();
            return "done";
        });
    }

    void awaitRequests(int count) {
        await().atMost(SOON).until(() -> phone.requests.size() == count);
    }

    static <E extends Exception> E failure(Class<E> type, Future<?> call) {
        ExecutionException thrown =
                catchThrowableOfType(ExecutionException.class, () -> call.get(60, TimeUnit.SECONDS));
        assertThat(thrown).hasCauseInstanceOf(type);
        return type.cast(Objects.requireNonNull(thrown.getCause()));
    }

    @Override
    public void close() {
        opened.forEach(LinkedPhoneClient::close);
        phone.close();
        workers.shutdownNow();
    }
}
