package io.tetherkey.protocol.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** libusb on any computer, also on one without USB. */
@Timeout(60)
class UsbPhonesIT {
    private static final UsbPath NOWHERE = new UsbPath("250-250.7");

    private final UsbPhones phones = new UsbPhones();

    @Test
    void lookingForPhonesWorksEverywhere() {
        assertThat(phones.seen()).allSatisfy(one -> assertThat(one.vendor()).isBetween(0, 0xFFFF));
    }

    @Test
    void socketThatIsNotThereIsAbsent() {
        TransportException thrown = catchThrowableOfType(TransportException.class, () -> phones.open(NOWHERE));
        assertThat(thrown.fault()).isIn(TransportFault.ABSENT, TransportFault.NO_LIBRARY);
        assertThat(thrown).hasCauseInstanceOf(UsbException.class);
        assertThat(phones.trouble(NOWHERE).orElseThrow().fault()).isEqualTo(thrown.fault());
    }

    @Test
    void openingEndsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        TransportException thrown = catchThrowableOfType(TransportException.class, () -> phones.open(NOWHERE));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.fault()).isEqualTo(TransportFault.INTERRUPTED);
    }

    @Test
    void watchBeginsAndEndsWithAndWithoutUdev() {
        for (boolean udev : new boolean[] {true, false}) {
            try (UsbWatch watch = UsbWatch.start(phones, udev, () -> {})) {
                assertThat(watch.seen()).isEqualTo(phones.seen());
            }
        }
    }
}
