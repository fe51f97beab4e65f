package io.tetherkey.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.frame.FrameLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final byte[] SID = new byte[16];
    private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");

    @Nested
    class Commands {
        static Stream<LinkMessage> all() {
            var slot = new SlotInfo("s1", "harbour", "Harbour Bank", "港湾银行", 1, true, TIME, 9, SlotResult.FAILED);
            var record = new PhoneRecord(7, "harbour", "", SlotResult.PAID, TIME, new byte[] {1}, new byte[] {2});
            return Stream.of(
                    new LinkRequest.GetPhoneInfo(),
                    new LinkRequest.TrustComputer(SID, "desk"),
                    new LinkRequest.ListSlots(),
                    new LinkRequest.OpenSession(
                            "harbour", new byte[] {1}, "https://a", new SealedCredentials(new byte[32], new byte[5])),
                    new LinkRequest.Relay(SID, new byte[] {3}),
                    new LinkRequest.ListRecords(4),
                    new LinkRequest.Wink(),
                    new LinkRequest.BeginEnrolment(
                            "harbour",
                            new byte[] {7},
                            new byte[] {8},
                            new SealedCredentials(new byte[32], new byte[5])),
                    new LinkRequest.DeleteSlot("s1"),
                    new LinkRequest.ListComputers(),
                    new LinkRequest.RevokeComputer(new byte[8]),
                    new LinkReply.Enrolled(SID, slot),
                    new LinkReply.Computers(List.of(new ComputerInfo(new byte[8], "desk", TIME, true))),
                    new LinkReply.PhoneInfo("Virtual Phone", false, true, new byte[32]),
                    new LinkReply.Done(),
                    new LinkReply.Slots(List.of(slot)),
                    new LinkReply.Forward(SID, new byte[] {5}),
                    new LinkReply.Ended(SID, new SessionOutcome(SlotResult.PAID, 10, new byte[] {6}, new byte[0])),
                    new LinkReply.Records(List.of(record)),
                    new LinkReply.Refusal(StatusCode.NOT_AVAILABLE, OptionalInt.empty()),
                    new LinkReply.Refusal(StatusCode.VOID, OptionalInt.of(0)));
        }

        @ParameterizedTest
        @MethodSource("all")
        void comeBackAndRefuseEachTruncationAndATrailingByte(LinkMessage message) throws ProtocolException {
            byte[] bytes = LinkCodec.encode(message);
            var back = LinkCodec.decode(bytes);
            assertThat(back).hasSameClassAs(message);
            assertThat(LinkCodec.encode(back)).isEqualTo(bytes);
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertBadEncoding(cut);
            }
            assertBadEncoding(Arrays.copyOf(bytes, bytes.length + 1));
        }

        @Test
        void haveTheBytesOfTheTable() {
            assertThat(HexFormat.of().formatHex(LinkCodec.encode(new LinkRequest.Relay(SID, new byte[] {3}))))
                    .isEqualTo(
                            "a3" // map of three
                                    + "0005" // kind: Relay
                                    + "0150" + "00".repeat(16) // session id
                                    + "024103"); // message
        }

        @Test
        void endOfASessionAlwaysFitsInOneMessage() throws ProtocolException {
            byte[] longest = ended(LinkCodec.MOST_PROOF);
            assertThat(longest).hasSizeLessThan(FrameLimits.MAX_MESSAGE);
            assertThat(LinkCodec.encode(LinkCodec.decode(longest))).isEqualTo(longest);
            assertBadEncoding(ended(LinkCodec.MOST_PROOF + 1));
        }

        private static byte[] ended(int proof) {
            var outcome = new SessionOutcome(SlotResult.PAID, 10, new byte[proof], new byte[proof]);
            return LinkCodec.encode(new LinkReply.Ended(SID, outcome));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a10008",
                    "a1000c",
                    "a2000a01f5",
                    "a200090101",
                    "a1001849",
                    "a2000b0140",
                    "a10040",
                    "a1181801",
                    "a2000101f5",
                    "80",
                    "a10048"
                })
        void unknownKindsAndFieldsAreRefused(String hex) {
            assertBadEncoding(HexFormat.of().parseHex(hex));
        }

        private void assertBadEncoding(byte[] bytes) {
            assertThatThrownBy(() -> LinkCodec.decode(bytes))
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.status()).isEqualTo(StatusCode.BAD_ENCODING));
        }
    }

    @Nested
    class Enrolment {
        private static final EnrolmentContents.Request REQUEST = new EnrolmentContents.Request(
                new byte[] {1}, List.of(1, 3), new byte[] {2}, "alice", code("123456789012"), List.of(), new byte[0]);

        static Stream<EnrolmentContents> contents() {
            return Stream.of(
                    REQUEST,
                    new EnrolmentContents.Request(
                            new byte[] {1},
                            List.of(1),
                            new byte[] {2},
                            "",
                            new byte[0],
                            List.of(new byte[] {3}),
                            new byte[] {4}),
                    new EnrolmentContents.SignedCertificateIssued(new byte[] {5}),
                    new EnrolmentContents.PaymentKeySet(new byte[32], new byte[] {6}),
                    new EnrolmentContents.PaymentKeySet(new byte[0], new byte[] {6}),
                    new EnrolmentContents.SignedEnrolmentResult(new byte[] {7}));
        }

        @ParameterizedTest
        @MethodSource("contents")
        void contentsComeBackAndRefuseEachTruncationAndATrailingByte(EnrolmentContents contents)
                throws ProtocolException {
            byte[] bytes = SessionCodec.encode(contents);
            var back = SessionCodec.decode(bytes);
            assertThat(back).hasSameClassAs(contents);
            assertThat(SessionCodec.encode(back)).isEqualTo(bytes);
            for (int length = 0; length < bytes.length; length++) {
                assertBadEncoding(Arrays.copyOf(bytes, length));
            }
            assertBadEncoding(Arrays.copyOf(bytes, bytes.length + 1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"12345678901", "1234567890123", "12345678901x", "             "})
        void activationCodeIsTwelveDigits(String text) {
            assertBadEncoding(SessionCodec.encode(new EnrolmentContents.Request(
                    new byte[] {1}, List.of(1), new byte[] {2}, "alice", code(text), List.of(), new byte[0])));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 16, 31, 33})
        void responseKeyIsWholeOrEmpty(int length) {
            assertBadEncoding(
                    SessionCodec.encode(new EnrolmentContents.PaymentKeySet(new byte[length], new byte[] {6})));
        }

        @Test
        void payloadsComeBackAndRefuseEachTruncation() throws ProtocolException {
            byte[] issued = new CertificateIssued(new byte[32], List.of(new byte[] {1}, new byte[] {2})).encode();
            byte[] result = new EnrolmentResult(new byte[32], true, TIME).encode();
            assertThat(CertificateIssued.decode(issued).encode()).isEqualTo(issued);
            assertThat(EnrolmentResult.decode(result).encode()).isEqualTo(result);
            for (int length = 0; length < result.length; length++) {
                byte[] cut = Arrays.copyOf(result, length);
                assertThatThrownBy(() -> EnrolmentResult.decode(cut)).isInstanceOf(ProtocolException.class);
            }
            for (int length = 0; length < issued.length; length++) {
                byte[] cut = Arrays.copyOf(issued, length);
                assertThatThrownBy(() -> CertificateIssued.decode(cut)).isInstanceOf(ProtocolException.class);
            }
        }

        @ParameterizedTest
        @CsvSource({"1,NEW", "900,RENEWAL"})
        void offerComesBackWithinItsLimits(int seconds, EnrolmentPurpose purpose) throws ProtocolException {
            byte[] bytes = offer(seconds, purpose);
            var back = EnrolmentOffer.decode(bytes);
            assertThat(back.encode()).isEqualTo(bytes);
            assertThat(back.purpose()).isEqualTo(purpose);
            assertThat(back.expiresAt()).isEqualTo(TIME.plusSeconds(seconds));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 901})
        void offerOutsideItsLimitsIsRefused(int seconds) {
            byte[] bytes = offer(seconds, EnrolmentPurpose.NEW);
            assertThatThrownBy(() -> EnrolmentOffer.decode(bytes))
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.status()).isEqualTo(StatusCode.BAD_ENCODING));
        }

        private static byte[] offer(int seconds, EnrolmentPurpose purpose) {
            return new EnrolmentOffer(
                            "harbour",
                            SID,
                            List.of(1),
                            1,
                            new byte[32],
                            new byte[32],
                            TIME,
                            Duration.ofSeconds(seconds),
                            purpose)
                    .encode();
        }

        @Test
        void secretsAreNotPrinted() {
            assertThat(REQUEST.toString()).isEqualTo("Request[secret]");
            assertThat(new EnrolmentContents.PaymentKeySet(new byte[32], new byte[1]).toString())
                    .isEqualTo("PaymentKeySet[secret]");
        }

        private static byte[] code(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private void assertBadEncoding(byte[] bytes) {
            assertThatThrownBy(() -> SessionCodec.decode(bytes))
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.status()).isEqualTo(StatusCode.BAD_ENCODING));
        }
    }

    @Nested
    class Codes {
        @Test
        void statusCodesStandInTheirRangesAndComeBack() {
            for (StatusCode status : StatusCode.values()) {
                assertThat(StatusCode.fromCode(status.code())).contains(status);
            }
            assertThat(StatusCode.fromCode(0)).isEmpty();
            assertThat(StatusCode.fromCode(0x50)).isEmpty();
            assertThat(StatusCode.NOT_AVAILABLE.code()).isEqualTo(0x40);
        }

        @Test
        void everyOtherCodeComesBackAndUnknownOnesDoNot() {
            for (var value : SlotResult.values()) {
                assertThat(SlotResult.fromCode(value.code())).contains(value);
            }
            for (var value : Stage.values()) {
                assertThat(Stage.fromCode(value.code())).contains(value);
            }
            for (var value : WaitReason.values()) {
                assertThat(WaitReason.fromCode(value.code())).contains(value);
            }
            for (var value : EnrolmentPurpose.values()) {
                assertThat(EnrolmentPurpose.fromCode(value.code())).contains(value);
            }
            assertThat(EnrolmentPurpose.fromCode(0)).isEmpty();
            assertThat(Stage.fromCode(13)).isEmpty();
            for (var value : Verdict.values()) {
                assertThat(Verdict.fromCode(value.code())).contains(value);
            }
            for (var value : Decision.values()) {
                assertThat(Decision.fromCode(value.code())).contains(value);
            }
            for (var value : Path.values()) {
                assertThat(Path.fromCode(value.code())).contains(value);
            }
            assertThat(Decision.fromCode(0)).isEmpty();
            assertThat(Verdict.fromCode(9)).isEmpty();
        }
    }

    @Nested
    class Keepalive {
        @Test
        void hasFiveBytes() throws ProtocolException {
            var status = new PhoneStatus(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 0x0102, OptionalInt.of(9));
            assertThat(status.encode()).containsExactly(4, 4, 1, 2, 9);
            assertThat(PhoneStatus.decode(status.encode())).isEqualTo(status);
            var unknown = new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty());
            assertThat(PhoneStatus.decode(unknown.encode())).isEqualTo(unknown);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "04040102", "040401020900", "0504010209", "04ff010209", "040401020b"})
        void isRefusedOtherwise(String hex) {
            assertThatThrownBy(() -> PhoneStatus.decode(HexFormat.of().parseHex(hex)))
                    .isInstanceOf(ProtocolException.class);
        }
    }

    @Nested
    class Amounts {
        @ParameterizedTest
        @CsvSource({"128.00,CNY,12800", "128,CNY,12800", "0.01,CNY,1", "5,JPY,5", "1.234,KWD,1234"})
        void areReadIntoMinorUnits(String text, String currency, long minor) {
            assertThat(Money.parse(text, currency)).isEqualTo(new Money(minor, currency));
        }

        @ParameterizedTest
        @CsvSource({"-1,CNY", "1.234,CNY", "1e3,CNY", "'1,000',CNY", "'',CNY", "1.5,JPY", "1.,CNY", "99999999999999,CNY"
        })
        void areRefusedOtherwise(String text, String currency) {
            assertThatThrownBy(() -> Money.parse(text, currency)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void arePrintedWithTheCurrencysDecimals() {
            assertThat(new Money(12_800, "CNY")).hasToString("128.00 CNY");
            assertThat(new Money(5, "JPY")).hasToString("5 JPY");
        }
    }
}
