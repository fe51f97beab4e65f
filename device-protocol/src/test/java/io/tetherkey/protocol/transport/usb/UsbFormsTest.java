package io.tetherkey.protocol.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.usb.InterfaceFacts.EndpointFacts;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of USB without any. */
class UsbFormsTest {

    @Nested
    class Path {
        @ParameterizedTest
        @ValueSource(strings = {"1-1", "12-3", "1-2.4", "255-255.255.255.255.255.255.255"})
        void isABusAndPorts(String text) {
            assertThat(UsbPath.parse(text).orElseThrow()).hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1",
                    "1-",
                    "-1",
                    "1-1.",
                    "01-1",
                    "1-01",
                    "1-1\n",
                    "1-1 ",
                    "١-١",
                    "1000-1",
                    "1-1.1.1.1.1.1.1.1"
                })
        void isNothingElse(String text) {
            assertThat(UsbPath.parse(text)).isEmpty();
        }

        @Test
        void isMadeOfNumbersAndARootHubHasNone() {
            assertThat(UsbPath.of(3, 1, 4)).contains(new UsbPath("3-1.4"));
            assertThat(UsbPath.of(3)).isEmpty();
        }
    }

    @Nested
    class Causes {
        @ParameterizedTest
        @CsvSource({
            "-3, ACCESS_DENIED, NO_PERMISSION",
            "-6, BUSY, IN_USE",
            "-4, GONE, ABSENT",
            "-5, GONE, ABSENT",
            "-9, STALLED, FAILED",
            "-8, OVERFLOW, FAILED",
            "-7, TIMEOUT, FAILED",
            "-1, OTHER, FAILED",
            "-2, OTHER, FAILED",
            "-10, OTHER, FAILED",
            "-11, OTHER, FAILED",
            "-12, OTHER, FAILED",
            "-99, OTHER, FAILED"
        })
        void everyReturnCodeHasOne(int code, UsbCause cause, TransportFault fault) {
            UsbException thrown = UsbException.ofCode(code, "open");
            assertThat(thrown.kind()).isEqualTo(cause);
            assertThat(thrown.whenOpening(new UsbPath("1-1")).fault()).isEqualTo(fault);
            assertThat(thrown.whenOpening(new UsbPath("1-1"))).hasCause(thrown).hasMessageContaining("usb:1-1");
        }

        @ParameterizedTest
        @CsvSource({
            "1, OTHER, FAILED",
            "2, TIMEOUT, FAILED",
            "4, STALLED, FAILED",
            "5, GONE, UNPLUGGED",
            "6, OVERFLOW, FAILED",
            "7, OTHER, FAILED"
        })
        void everyTransferStatusHasOne(int status, UsbCause cause, TransportFault fault) {
            UsbException thrown = UsbException.ofTransfer(status);
            assertThat(thrown.kind()).isEqualTo(cause);
            assertThat(thrown.whenOpen().fault()).isEqualTo(fault);
        }
    }

    @Nested
    class Roads {
        private static final EndpointFacts IN = new EndpointFacts(0x81, 2, 512);
        private static final EndpointFacts OUT = new EndpointFacts(0x01, 2, 512);
        private static final EndpointFacts NOTICES = new EndpointFacts(0x82, 3, 28);

        private static InterfaceFacts one(int classCode, int subclass, int protocol, EndpointFacts... endpoints) {
            return new InterfaceFacts(0, classCode, subclass, protocol, 0, List.of(endpoints));
        }

        private static Optional<UsbRoad> road(int vendor, int product, InterfaceFacts... interfaces) {
            return new DeviceFacts(new UsbPath("1-1"), 2, vendor, product, List.of(interfaces)).road();
        }

        @Test
        void vendorBulkInterfaceComesFirst() {
            assertThat(road(0x04E8, 0x6860, one(6, 1, 1, IN, OUT, NOTICES), one(0xFF, 0x42, 1, IN, OUT)))
                    .contains(UsbRoad.VENDOR_BULK);
        }

        @ParameterizedTest
        @ValueSource(ints = {0x2D00, 0x2D01, 0x2D02, 0x2D03, 0x2D04, 0x2D05})
        void accessoryIsKnownByItsIds(int product) {
            InterfaceFacts bridge = one(0xFF, 0x42, 1, IN, OUT);
            assertThat(road(0x18D1, product, one(0xFF, 0xFF, 0, IN, OUT), bridge))
                    .contains(UsbRoad.ACCESSORY);
            assertThat(road(0x18D1, product, bridge)).isEmpty();
        }

        @Test
        void fileSharingPhoneMayBeSwitched() {
            assertThat(road(0x18D1, 0x4EE1, one(0xFF, 0xFF, 0, IN, OUT, NOTICES)))
                    .contains(UsbRoad.SWITCHABLE);
            assertThat(road(0x04E8, 0x6860, one(6, 1, 1, IN, OUT, NOTICES))).contains(UsbRoad.SWITCHABLE);
        }

        @Test
        void otherDevicesAreLeftAlone() {
            assertThat(road(0x046D, 0xC31C, one(3, 1, 1, NOTICES))).isEmpty();
            assertThat(road(0x0403, 0x6001, one(0xFF, 0xFF, 0xFF, IN, OUT))).isEmpty();
            assertThat(road(0x04E8, 0x2D00, one(0xFF, 0xFF, 0, IN, OUT))).isEmpty();
            assertThat(road(0x0781, 0x5581, one(8, 6, 0x50, IN, OUT))).isEmpty();
            assertThat(road(0x1234, 1)).isEmpty();
        }

        @Test
        void interfaceWithUnusablePipesIsNone() {
            EndpointFacts empty = new EndpointFacts(0x81, 2, 0);
            assertThat(road(0x04E8, 0x6860, one(0xFF, 0x42, 1, IN))).isEmpty();
            assertThat(road(0x04E8, 0x6860, one(0xFF, 0x42, 1, IN, IN))).isEmpty();
            assertThat(road(0x04E8, 0x6860, one(0xFF, 0x42, 1, empty, OUT))).isEmpty();
            assertThat(road(0x04E8, 0x6860, one(0xFF, 0x42, 1, IN, OUT, OUT))).isEmpty();
        }
    }

    @Nested
    class Pieces {
        @Test
        void endWithAPacketThatIsNotFullAtEveryLength() {
            for (int maxPacket : new int[] {64, 512, 1_024}) {
                for (int length = 1; length <= 40_000; length += length < 1_030 ? 1 : 1_021) {
                    byte[] bytes = new byte[length];
                    Arrays.fill(bytes, (byte) 7);
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    for (byte[] piece : TransferPieces.of(bytes, maxPacket)) {
                        assertThat(piece.length).isLessThan(16_384);
                        assertThat(piece.length % maxPacket)
                                .as("%d of %d", piece.length, length)
                                .isNotZero();
                        all.writeBytes(piece);
                    }
                    byte[] sent = all.toByteArray();
                    boolean filled = sent.length == length + 1;
                    assertThat(sent).startsWith(bytes);
                    assertThat(filled || sent.length == length).isTrue();
                    assertThat(!filled || sent[length] == 0).isTrue();
                }
            }
        }

        @Test
        void oneZeroFollowsFullPackets() {
            assertThat(TransferPieces.of(new byte[512], 512).getFirst()).hasSize(513);
            assertThat(TransferPieces.of(new byte[511], 512).getFirst()).hasSize(511);
            assertThat(TransferPieces.of(new byte[0], 512)).isEmpty();
        }
    }

    @Test
    void accessoryStringsTellNothingOfThisComputer() {
        assertThat(AccessorySwitch.STRINGS)
                .containsExactly("TetherKey", "TetherKey computer", "Pay and log in with your phone", "1", "", "0");
    }
}
