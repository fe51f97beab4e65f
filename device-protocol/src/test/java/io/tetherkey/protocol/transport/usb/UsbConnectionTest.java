package io.tetherkey.protocol.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.transport.usb.InterfaceFacts.EndpointFacts;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usb4java.BufferUtils;
import org.usb4java.DeviceHandle;

/** What is asked of a device that is closed never reaches libusb, which would end the whole process. */
class UsbConnectionTest {
    private static final EndpointFacts IN = new EndpointFacts(0x81, 2, 512);
    private static final InterfaceFacts BULK = new InterfaceFacts(2, 0xFF, 0x42, 1, 4, List.of(IN));

    private final OpenHandle handle = new OpenHandle(new DeviceHandle());

    @BeforeEach
    void closeTheDevice() {
        assertThat(handle.giveUp()).isPresent();
    }

    @Test
    void everyCallOnAClosedDeviceSaysThatItIsGone() throws Exception {
        try (LibUsbContext session = new LibUsbContext()) {
            var connection = new UsbConnection(session, handle);
            assertGone(() -> connection.name(BULK));
            assertGone(connection::serialNumber);
            assertGone(() -> connection.controlIn(51, BufferUtils.allocateByteBuffer(2)));
            assertGone(() -> connection.controlOut(52, 0, new byte[] {1}));
            assertGone(() -> connection.claim(BULK));
            assertGone(() -> connection.clearHalt(IN));
            assertGone(() -> connection.transfer(IN, (status, length) -> {}));
            assertThatCode(connection::close).doesNotThrowAnyException();
        }
    }

    @Test
    void handleIsGivenToWhoeverClosesItOnce() throws Exception {
        var device = new DeviceHandle();
        var open = new OpenHandle(device);
        assertThat(open.inUse()).isSameAs(device);
        assertThat(open.giveUp()).contains(device);
        assertThat(open.giveUp()).isEmpty();
        assertGone(open::inUse);
    }

    private static void assertGone(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UsbException.class, gone -> assertThat(gone.kind()).isEqualTo(UsbCause.GONE));
    }
}
