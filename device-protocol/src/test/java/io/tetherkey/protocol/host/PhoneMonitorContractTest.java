package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.message.LinkReply.Done;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the monitor must see over every cable; one subclass a cable. */
@Timeout(300)
abstract class PhoneMonitorContractTest {
    static final Duration SOON = Duration.ofSeconds(60);

    TransportListener port;
    FakePhone phone;
    private PhoneMonitor monitor;
    final Diary diary = new Diary();

    /** What the monitor told, in order. */
    static final class Diary implements PhoneListener {
        private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();

        sealed interface Entry {
            record Plugged(PhoneClient phone, PhoneAddress address) implements Entry {}

            record Unplugged(PhoneAddress address, TransportFault why) implements Entry {}

            record Unusable(PhoneAddress address, TransportFault why) implements Entry {}

            record Gone(PhoneAddress address) implements Entry {}
        }

        @Override
        public void plugged(PhoneClient phone, PhoneAddress address) {
            entries.add(new Entry.Plugged(phone, address));
        }

        @Override
        public void unplugged(PhoneAddress address, TransportException why) {
            entries.add(new Entry.Unplugged(address, why.fault()));
        }

        @Override
        public void unusable(PhoneAddress address, TransportException why) {
            entries.add(new Entry.Unusable(address, why.fault()));
        }

        @Override
        public void gone(PhoneAddress address) {
            entries.add(new Entry.Gone(address));
        }

        <T extends Entry> T next(Class<T> type, Duration within) throws InterruptedException {
            Entry entry = entries.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(entry).isInstanceOf(type);
            return type.cast(entry);
        }

        boolean isEmpty() {
            return entries.isEmpty();
        }
    }

    /** A phone's socket, plugged in. */
    abstract TransportListener listen() throws Exception;

    /** Where the socket made last is found. */
    abstract PhoneAddress address();

    /** A monitor of these addresses. */
    abstract PhoneMonitor monitor(List<PhoneAddress> addresses);

    @BeforeEach
    void open() throws Exception {
        port = listen();
        phone = new FakePhone(port, _ -> new Done());
        monitor = monitor(List.of(address()));
    }

    @AfterEach
    void close() {
        monitor.close();
        phone.close();
    }

    @Test
    void phoneThatIsThereIsSeenAndUsable() throws Exception {
        monitor.start(diary);
        Diary.Entry.Plugged plugged = diary.next(Diary.Entry.Plugged.class, SOON);

        assertThat(plugged.address()).isEqualTo(address());
        plugged.phone().wink();
        assertThat(phone.requests).hasSize(1);
    }

    @Test
    void plugAndUnplugAreSeenEachTime() throws Exception {
        port.unplug();
        monitor.start(diary);
        for (int i = 0; i < 3; i++) {
            port.plug();
            diary.next(Diary.Entry.Plugged.class, SOON).phone().wink();
            port.unplug();
            assertThat(diary.next(Diary.Entry.Unplugged.class, SOON))
                    .isEqualTo(new Diary.Entry.Unplugged(address(), TransportFault.UNPLUGGED));
        }
        assertThat(phone.requests).hasSize(3);
    }

    @Test
    void clientOfAnUnpluggedPhoneIsOfNoMoreUse() throws Exception {
        monitor.start(diary);
        PhoneClient first = diary.next(Diary.Entry.Plugged.class, SOON).phone();
        port.unplug();
        diary.next(Diary.Entry.Unplugged.class, SOON);
        port.plug();
        PhoneClient second = diary.next(Diary.Entry.Plugged.class, SOON).phone();

        second.wink();
        assertThat(second).isNotSameAs(first);
        assertThat(catchThrowableOfType(TransportException.class, first::wink).fault())
                .isEqualTo(TransportFault.UNPLUGGED);
    }

    @Test
    void closingTheMonitorEndsTheLinkAndTellsNothingMore() throws Exception {
        monitor.start(diary);
        diary.next(Diary.Entry.Plugged.class, SOON);
        monitor.close();

        await().atMost(SOON).until(() -> !phone.losses.isEmpty());
        assertThat(diary.isEmpty()).isTrue();
    }

    @Test
    void closingFromTheListenerEndsTheMonitor() throws Exception {
        Diary inner = diary;
        monitor.start(new PhoneListener() {
            @Override
            public void plugged(PhoneClient client, PhoneAddress at) {
                inner.plugged(client, at);
                monitor.close();
            }

            @Override
            public void unplugged(PhoneAddress at, TransportException why) {
                inner.unplugged(at, why);
            }
        });
        PhoneClient client = diary.next(Diary.Entry.Plugged.class, SOON).phone();

        await().atMost(SOON).until(() -> !phone.losses.isEmpty());
        assertThat(catchThrowableOfType(TransportException.class, client::wink).fault())
                .isEqualTo(TransportFault.CLOSED);
    }

    @Test
    void listenerThatThrowsDoesNotEndTheWatch() throws Exception {
        Diary inner = diary;
        monitor.start(new PhoneListener() {
            @Override
            public void plugged(PhoneClient client, PhoneAddress at) {
                inner.plugged(client, at);
                throw new IllegalStateException("a bug in the listener");
            }

            @Override
            public void unplugged(PhoneAddress at, TransportException why) {
                inner.unplugged(at, why);
            }
        });
        diary.next(Diary.Entry.Plugged.class, SOON);
        port.unplug();

        diary.next(Diary.Entry.Unplugged.class, SOON);
    }
}
