package io.tetherkey.protocol.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PatientTransportTest {

    /** An end that reads nothing until it is closed. */
    private static final class Deaf implements Transport {
        final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void write(byte[] bytes) throws TransportException {
            try {
                closed.await();
                throw new TransportException(TransportFault.UNPLUGGED, "closed");
            } catch (InterruptedException e) {
                throw new TransportException(TransportFault.INTERRUPTED, "interrupted", e);
            }
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            return 0;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void writeNeverWaitsForAnEndThatDoesNotRead() throws Exception {
        Deaf deaf = new Deaf();
        PatientTransport transport = new PatientTransport(deaf);
        byte[] message = new byte[65_536];

        for (int i = 0; i < PatientTransport.MOST_WAITING / message.length; i++) {
            transport.write(message);
        }
        TransportException thrown = catchThrowableOfType(TransportException.class, () -> transport.write(message));

        assertThat(thrown.fault()).isEqualTo(TransportFault.UNPLUGGED);
        assertThat(deaf.closed.getCount()).as("the connection is given up").isZero();
    }

    @Test
    void lastBytesLeaveBeforeTheEnd() throws Exception {
        List<byte[]> written = new CopyOnWriteArrayList<>();
        List<String> order = new CopyOnWriteArrayList<>();
        PatientTransport transport = new PatientTransport(
                new Transport() {
                    @Override
                    public void write(byte[] bytes) {
                        written.add(bytes);
                        order.add("write");
                    }

                    @Override
                    public int read(byte[] buffer, Duration timeout) {
                        return -1;
                    }

                    @Override
                    public void close() {
                        order.add("close");
                    }
                },
                Duration.ofSeconds(60));

        transport.write(new byte[] {1, 2, 3});
        transport.close();

        assertThat(order).containsExactly("write", "close");
        assertThat(written.getFirst()).containsExactly(1, 2, 3);
    }
}
