package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.diagnosis.Observation;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.protocol.message.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DevicesJsonTest {
    private static Observation seen(boolean anyUsb, SeenDevice... devices) {
        return new Observation(
                Optional.of(anyUsb), List.of(devices), new PhoneState.Absent(), Optional.empty(), Instant.EPOCH);
    }

    private static SeenDevice device(String name, Optional<Fault> fault) {
        return new SeenDevice(
                "usb:1-2",
                "usb",
                "04e8:6860/7",
                name,
                OptionalInt.of(0x04E8),
                OptionalInt.of(0x6860),
                fault,
                Optional.empty());
    }

    @Test
    void emptyListComesWithItsReason() {
        assertThat(DevicesJson.of(seen(false)))
                .startsWith("{\"version\":1,\"devices\":[],\"reason\":{\"code\":\"TK-110\",\"sentence\":\"")
                .endsWith("\"}}");
        assertThat(DevicesJson.of(seen(true))).contains("\"reason\":{\"code\":\"TK-115\"");
    }

    @Test
    void usableDeviceHasNoCode() {
        assertThat(DevicesJson.of(seen(true, device("Phone", Optional.empty()))))
                .isEqualTo("{\"version\":1,\"devices\":[{\"address\":\"usb:1-2\",\"road\":\"usb\","
                        + "\"identity\":\"04e8:6860/7\",\"vendorId\":\"04e8\",\"productId\":\"6860\","
                        + "\"name\":\"Phone\",\"usable\":true}]}");
    }

    @Test
    void forbiddenDeviceHasCodeRemedyAndRule() {
        assertThat(DevicesJson.of(seen(true, device("Phone", Optional.of(Fault.PHONE_FORBIDDEN)))))
                .contains("\"usable\":false,\"code\":\"TK-106\",\"sentence\":\"", "\"remedy\":\"")
                .contains("\"udevRule\":\"SUBSYSTEM==\\\"usb\\\", ATTR{idVendor}==\\\"04e8\\\"");
    }

    @Test
    void nameThatADeviceGivesItselfCannotBreakOut() {
        assertThat(DevicesJson.of(seen(true, device("a\"b\\c\n\u0000\ud800", Optional.empty()))))
                .contains("\"name\":\"a\\\"b\\\\c\\u000a\\u0000?\"");
    }
}
