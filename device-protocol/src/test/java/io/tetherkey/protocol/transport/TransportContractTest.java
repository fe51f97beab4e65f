package io.tetherkey.protocol.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every transport must do; one subclass a transport. */
@Timeout(120)
public abstract class TransportContractTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration BRIEF = Duration.ofMillis(20);

    private TransportListener port;

    /** A new phone's socket. */
    protected abstract TransportListener listen() throws Exception;

    /** Connects to the socket made last. */
    protected abstract Transport connect() throws TransportException;

    @BeforeEach
    void open() throws Exception {
        port = listen();
    }

    @AfterEach
    void close() {
        port.close();
    }

    private record Cable(Transport host, Transport phone) implements AutoCloseable {
        @Override
        public void close() {
            host.close();
            phone.close();
        }
    }

    private Cable cable() throws TransportException {
        Transport host = connect();
        return new Cable(host, port.accept(SOON).orElseThrow());
    }

    private static byte[] readExactly(Transport transport, int count) throws TransportException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[777];
        while (all.size() < count) {
            int read = transport.read(buffer, SOON);
            assertThat(read).as("bytes read after %d of %d", all.size(), count).isPositive();
            all.write(buffer, 0, read);
        }
        return all.toByteArray();
    }

    private static int readUntilEnd(Transport transport) throws TransportException {
        return transport.read(new byte[8], SOON);
    }

    @Nested
    class Bytes {
        @Test
        void arriveInOrderInBothDirections() throws Exception {
            try (Cable cable = cable()) {
                cable.host().write(new byte[] {1, 2, 3});
                cable.host().write(new byte[] {4});
                cable.phone().write(new byte[] {9, 8});

                assertThat(readExactly(cable.phone(), 4)).containsExactly(1, 2, 3, 4);
                assertThat(readExactly(cable.host(), 2)).containsExactly(9, 8);
            }
        }

        @Test
        void arriveWholeWhenLargerThanTheReadersBuffer() throws Exception {
            byte[] large = new byte[70_000];
            new Random(7).nextBytes(large);
            try (Cable cable = cable()) {
                CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                    try {
                        cable.host().write(large);
                    } catch (TransportException e) {
                        throw new AssertionError(e);
                    }
                });

                assertThat(readExactly(cable.phone(), large.length)).isEqualTo(large);
                writing.get(60, TimeUnit.SECONDS);
            }
        }

        @Test
        void areCopiedWhenWritten() throws Exception {
            try (Cable cable = cable()) {
                byte[] reused = {1, 2, 3};
                cable.host().write(reused);
                reused[0] = 99;

                assertThat(readExactly(cable.phone(), 3)).containsExactly(1, 2, 3);
            }
        }

        @Test
        void readReturnsZeroWhenNothingComesInTime() throws Exception {
            try (Cable cable = cable()) {
                assertThat(cable.host().read(new byte[8], BRIEF)).isZero();
                cable.phone().write(new byte[] {5});
                assertThat(readExactly(cable.host(), 1)).containsExactly(5);
            }
        }

        @Test
        void messageIsAnsweredWithoutTheDelayOfTwoWrites() throws Exception {
            try (Cable cable = cable()) {
                long fastest = Long.MAX_VALUE;
                for (int i = 0; i < 50; i++) {
                    long before = System.nanoTime();
                    cable.host().write(new byte[] {1, 2, 3, 4});
                    readExactly(cable.phone(), 4);
                    cable.phone().write(new byte[] {4, 3, 2, 1});
                    readExactly(cable.host(), 4);
                    fastest = Math.min(fastest, System.nanoTime() - before);
                }
                // With the delay every one takes 40 ms and more, on a busy machine too.
                assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(35));
            }
        }
    }

    @Nested
    class Unplugging {
        @Test
        void endsReadingAtBothEnds() throws Exception {
            try (Cable cable = cable()) {
                port.unplug();

                assertThat(readUntilEnd(cable.host())).isEqualTo(-1);
                assertThat(readUntilEnd(cable.phone())).isEqualTo(-1);
            }
        }

        @Test
        void endsAReadThatWaits() throws Exception {
            try (Cable cable = cable()) {
                CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
                    try {
                        return cable.host().read(new byte[8], SOON);
                    } catch (TransportException e) {
                        throw new AssertionError(e);
                    }
                });
                port.unplug();

                assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(-1);
            }
        }

        @Test
        void makesWritesFail() throws Exception {
            try (Cable cable = cable()) {
                port.unplug();
                assertThat(readUntilEnd(cable.host())).isEqualTo(-1);

                await().atMost(SOON)
                        .untilAsserted(() -> assertThatThrownBy(
                                        () -> cable.host().write(new byte[100]))
                                .isInstanceOfSatisfying(
                                        TransportException.class,
                                        e -> assertThat(e.fault()).isEqualTo(TransportFault.UNPLUGGED)));
            }
        }

        @Test
        void refusesNewConnectionsUntilPluggedAgain() throws Exception {
            cable().close();
            port.unplug();
            assertNobodyIsLetIn();
            assertThat(port.accept(BRIEF)).isEmpty();

            port.plug();
            await().atMost(SOON).until(this::worksAfterConnecting);
        }

        @Test
        void refusesASecondConnectionWhileOneLives() throws Exception {
            try (Cable cable = cable()) {
                assertNobodyIsLetIn();

                cable.phone().write(new byte[] {1});
                assertThat(readExactly(cable.host(), 1)).containsExactly(1);
            }
        }

        @Test
        void letsTheNextConnectionInOnceThePhoneClosedTheLast() throws Exception {
            cable().close();
            await().atMost(SOON).until(this::worksAfterConnecting);
        }

        /** A PC that connects finds no phone, or the end of the line. */
        private void assertNobodyIsLetIn() throws TransportException {
            try (Transport host = connect()) {
                assertThat(port.accept(BRIEF.multipliedBy(5))).isEmpty();
                assertThat(readUntilEnd(host)).isEqualTo(-1);
            } catch (TransportException e) {
                assertThat(e.fault()).isIn(TransportFault.ABSENT, TransportFault.IN_USE);
            }
        }

        /** Whether a byte of the phone reaches a newly connected PC; on a slow machine the phone may be late. */
        private boolean worksAfterConnecting() throws TransportException {
            try (Transport host = connect()) {
                Transport phone = port.accept(BRIEF.multipliedBy(5)).orElse(null);
                if (phone == null) {
                    return false;
                }
                phone.write(new byte[] {7});
                boolean works = readExactly(host, 1)[0] == 7;
                phone.close();
                return works;
            } catch (TransportException e) {
                assertThat(e.fault()).isIn(TransportFault.ABSENT, TransportFault.IN_USE);
                return false;
            }
        }
    }

    @Nested
    class Closing {
        @Test
        void isSeenByTheOtherEnd() throws Exception {
            try (Cable cable = cable()) {
                cable.host().close();

                assertThat(readUntilEnd(cable.phone())).isEqualTo(-1);
            }
        }

        @Test
        void letsWhatWasWrittenBeforeArrive() throws Exception {
            try (Cable cable = cable()) {
                cable.host().write(new byte[] {1, 2, 3});
                cable.host().close();

                assertThat(readExactly(cable.phone(), 3)).containsExactly(1, 2, 3);
                assertThat(readUntilEnd(cable.phone())).isEqualTo(-1);
            }
        }

        @Test
        void endsTheOwnReadAndMayBeRepeated() throws Exception {
            try (Cable cable = cable()) {
                cable.host().close();
                cable.host().close();

                assertThat(readUntilEnd(cable.host())).isEqualTo(-1);
                assertThatThrownBy(() -> cable.host().write(new byte[1])).isInstanceOf(TransportException.class);
            }
        }

        @Test
        void ofTheSocketEndsAccept() throws Exception {
            port.close();

            TransportException thrown = catchThrowableOfType(TransportException.class, () -> port.accept(SOON));
            assertThat(thrown.fault()).isEqualTo(TransportFault.CLOSED);
        }
    }

    @Nested
    class Interrupting {
        private interface Blocking {
            Object run() throws TransportException;
        }

        @Test
        void endsAReadAndKeepsTheFlag() throws Exception {
            try (Cable cable = cable()) {
                assertThat(interrupted(() -> cable.host().read(new byte[8], SOON)))
                        .isEqualTo(TransportFault.INTERRUPTED);
            }
        }

        @Test
        void endsAnAcceptAndKeepsTheFlag() throws Exception {
            assertThat(interrupted(() -> port.accept(SOON))).isEqualTo(TransportFault.INTERRUPTED);
        }

        private TransportFault interrupted(Blocking blocking) throws Exception {
            CompletableFuture<TransportFault> fault = new CompletableFuture<>();
            Thread reader = Thread.ofVirtual().start(() -> {
                try {
                    blocking.run();
                } catch (TransportException e) {
                    fault.complete(Thread.currentThread().isInterrupted() ? e.fault() : TransportFault.FAILED);
                }
            });
            await().atMost(SOON)
                    .until(() -> reader.getState() == Thread.State.TIMED_WAITING
                            || reader.getState() == Thread.State.WAITING);
            reader.interrupt();
            return fault.get(60, TimeUnit.SECONDS);
        }
    }
}
