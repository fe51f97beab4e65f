package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.FaultyWire;
import io.tetherkey.protocol.link.FaultyWire.Fault;
import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkRequest.Relay;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client's threads against a phone over a cable that spoils packet n: the answers are right, and come once. */
@Timeout(60)
class PhoneClientFaultsTest {
    private static final int CALLS = 3;
    private static final int PACKETS = 12;

    private record Run(List<byte[]> answers, List<byte[]> requests) {}

    private static byte[] message(int call) {
        byte[] message = new byte[call * 5_000 + 3];
        Arrays.fill(message, (byte) (call + 1));
        return message;
    }

    private static Run run(FaultyWire toPhone, FaultyWire toHost) throws Exception {
        MemoryPhonePort port = new MemoryPhonePort();
        try (FakePhone phone = new FakePhone(
                        new FaultyListener(port, toHost),
                        request -> request instanceof Relay relay
                                ? new Forward(relay.sessionId(), relay.message())
                                : null);
                LinkedPhoneClient client = LinkedPhoneClient.open(
                        new FaultyTransport(port.connect(), toPhone),
                        Hello.of(new byte[8]),
                        () -> System.nanoTime() / 1_000_000,
                        Duration.ofSeconds(60))) {
            List<byte[]> answers = new ArrayList<>();
            for (int call = 0; call < CALLS; call++) {
                Forward answer = (Forward) client.relay(new byte[16], message(call), _ -> {});
                answers.add(answer.message());
            }
            List<byte[]> requests = phone.requests.stream()
                    .map(request -> ((Relay) request).message())
                    .toList();
            return new Run(answers, requests);
        }
    }

    @Test
    void everyPacketInEitherDirectionMayBeSpoiled() throws Exception {
        List<byte[]> expected = List.of(message(0), message(1), message(2));
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Run>> runs = new ArrayList<>();
            for (Fault fault : Fault.values()) {
                for (int n = 0; n < PACKETS; n++) {
                    int packet = n;
                    runs.add(workers.submit(() -> run(FaultyWire.spoiling(packet, fault), FaultyWire.sound())));
                    runs.add(workers.submit(() -> run(FaultyWire.sound(), FaultyWire.spoiling(packet, fault))));
                }
            }
            for (Future<Run> run : runs) {
                Run done = run.get(60, TimeUnit.SECONDS);
                assertThat(done.answers())
                        .usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(expected);
                assertThat(done.requests())
                        .usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(expected);
            }
        }
    }
}
