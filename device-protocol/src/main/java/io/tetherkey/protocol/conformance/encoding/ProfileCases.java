package io.tetherkey.protocol.conformance.encoding;

import io.tetherkey.protocol.cbor.CborDecoder;
import io.tetherkey.protocol.cbor.CborEncoder;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Each rule of the strict CBOR profile, with commands that are right but for it. */
final class ProfileCases {
    private static final String ENCODING = "Encoding";
    private static final String SID = "0150" + "00".repeat(16);

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of("ENC-P-01", ENCODING, "The shortest command, A10001, is taken.", ProfileCases::shortest),
            ConformanceCase.of(
                    "ENC-P-02", ENCODING, "The phone's own replies keep the strict profile.", ProfileCases::ownReplies),
            ConformanceCase.of(
                    "ENC-P-03",
                    ENCODING,
                    "An integer of 2^63 − 1 is read as what it is.",
                    taken("A20006011B7FFFFFFFFFFFFFFF")),
            refused("ENC-F-01", "An integer in a longer form than needed is refused.", "A1001801"),
            refused("ENC-F-02", "A map key in a longer form than needed is refused.", "A1180001"),
            refused("ENC-F-03", "A map length in a longer form than needed is refused.", "B8010001"),
            refused(
                    "ENC-F-04",
                    "A string length in a longer form than needed is refused.",
                    "A30005" + SID + "02580100"),
            refused("ENC-F-05", "A map of indefinite length is refused.", "BF0001FF"),
            refused("ENC-F-06", "A byte string of indefinite length is refused.", "A30005" + SID + "025F4100FF"),
            refused("ENC-F-07", "A text of indefinite length is refused.", "A30002" + SID + "027F6161FF"),
            refused("ENC-F-08", "An array of indefinite length is refused.", "A200010F9FFF"),
            refused("ENC-F-09", "A floating-point number is refused.", "A100F93C00"),
            refused("ENC-F-10", "A tag is refused.", "A100C101"),
            refused("ENC-F-11", "A tag before the whole item is refused.", "D9D9F7A10001"),
            refused("ENC-F-12", "Null is refused.", "A2000101F6"),
            refused("ENC-F-13", "Undefined is refused.", "A2000101F7"),
            refused("ENC-F-14", "A simple value but false and true is refused.", "A2000101F820"),
            refused("ENC-F-15", "A doubled key is refused.", "A200010001"),
            refused("ENC-F-16", "Keys out of order are refused.", "A302" + "4100" + "0005" + SID),
            refused("ENC-F-17", "A text as a key is refused.", "A2000161610A"),
            refused("ENC-F-18", "A text that is not UTF-8 is refused.", "A30002" + SID + "0262C328"),
            refused("ENC-F-19", "A text with an encoded surrogate is refused.", "A30002" + SID + "0263EDA080"),
            refused("ENC-F-20", "A byte after the item is refused.", "A1000100"),
            refused("ENC-F-21", "A string longer than the message is refused.", "A30005" + SID + "025A7FFFFFFF00"),
            refused("ENC-F-22", "An array longer than the message is refused.", "A20001019AFFFFFFFF"),
            refused("ENC-F-23", "A map longer than the message is refused.", "BBFFFFFFFFFFFFFFFF0001"),
            refused("ENC-F-24", "An integer above 2^63 − 1 is refused.", "A20006011B8000000000000000"),
            refused("ENC-F-25", "An integer below −2^63 is refused.", "A2000601" + "3B8000000000000000"),
            refused("ENC-F-26", "An item of depth 9 is refused.", "A2000101" + "81".repeat(8) + "00"),
            refused("ENC-F-27", "A reserved additional information is refused.", "A1001C"),
            refused("ENC-F-28", "A message of no bytes is refused.", ""),
            refused("ENC-F-29", "A cut-off item is refused.", "A100"));

    private ProfileCases() {}

    private static ConformanceCase refused(String id, String requirement, String hex) {
        return ConformanceCase.of(id, ENCODING, requirement, Commands.refused(hex, StatusCode.BAD_ENCODING));
    }

    /** Whatever the phone answers, it understood. */
    private static CaseDeed taken(String hex) {
        return phone -> {
            Answer answer = phone.line().call(HexFormat.of().parseHex(hex));
            CaseFailure.unless(
                    answer.refusal().orElse(0) != StatusCode.BAD_ENCODING.code(), "understood", answer.describe());
        };
    }

    private static void shortest(PhoneUnderTest phone) throws TransportException, CaseFailure {
        phone.line().call(HexFormat.of().parseHex("A10001")).reply(LinkReply.PhoneInfo.class);
    }

    private static void ownReplies(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (String command : List.of("A10001", "A10003", "A10007")) {
            if (line.call(HexFormat.of().parseHex(command)) instanceof Answer.Message(byte[] reply)) {
                requireStrict(reply);
            }
        }
    }

    private static void requireStrict(byte[] reply) throws CaseFailure {
        try {
            CaseFailure.unless(
                    Arrays.equals(CborEncoder.encode(CborDecoder.decode(reply)), reply),
                    "the one encoding of the profile",
                    "another one");
        } catch (CborException e) {
            throw new CaseFailure("the strict profile", String.valueOf(e.getMessage()));
        }
    }
}
