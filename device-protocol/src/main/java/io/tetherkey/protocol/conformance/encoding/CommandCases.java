package io.tetherkey.protocol.conformance.encoding;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.util.HexFormat;
import java.util.List;

/** The layout of each command: fields that are missing, unknown, of the wrong type or length. */
final class CommandCases {
    private static final String COMMANDS = "Commands";
    private static final String ENCODING = "Encoding";
    private static final String ID = "50" + "00".repeat(16);
    private static final String BANK = "0164" + "6D6F6F6E";
    private static final String ENC = "045820" + "00".repeat(32);

    static final List<ConformanceCase> ALL = List.of(
            refused(ENCODING, "ENC-F-30", "An unknown field in GetPhoneInfo is refused.", "A200010100"),
            refused(ENCODING, "ENC-F-31", "An unknown negative field is refused.", "A200012000"),
            refused(ENCODING, "ENC-F-32", "An unknown field in ListSlots is refused.", "A200030100"),
            refused(COMMANDS, "ENC-F-33", "A command without its kind is refused.", "A10100"),
            refused(COMMANDS, "ENC-F-34", "A kind that is a text is refused.", "A1006131"),
            refused(COMMANDS, "ENC-F-35", "A command that is an array is refused.", "820001"),
            refused(COMMANDS, "ENC-F-36", "A command that is a number is refused.", "01"),
            ConformanceCase.of(
                    "ENC-F-37",
                    COMMANDS,
                    "A kind that is not given out is refused and ends that message only.",
                    CommandCases::reservedKinds),
            ConformanceCase.of(
                    "ENC-F-38",
                    "Status codes",
                    "A reply in the place of a command is refused.",
                    Commands.refused("A10018" + "42", StatusCode.BAD_MESSAGE, StatusCode.BAD_ENCODING)),
            refused(
                    COMMANDS,
                    "ENC-F-39",
                    "A computer id of 15 bytes is refused.",
                    "A30002014F" + "00".repeat(15) + "026161"),
            refused(
                    COMMANDS,
                    "ENC-F-40",
                    "A computer id of 17 bytes is refused.",
                    "A300020151" + "00".repeat(17) + "026161"),
            refused(
                    COMMANDS,
                    "ENC-F-41",
                    "A computer name of 65 characters is refused.",
                    "A3000201" + ID + "027841" + "61".repeat(65)),
            refused(COMMANDS, "ENC-F-42", "A computer name as a byte string is refused.", "A3000201" + ID + "024161"),
            refused(COMMANDS, "ENC-F-43", "TrustComputer without a name is refused.", "A2000201" + ID),
            refused(
                    COMMANDS,
                    "ENC-F-44",
                    "A Relay with a session id of 15 bytes is refused.",
                    "A30005014F" + "00".repeat(15) + "024100"),
            refused(COMMANDS, "ENC-F-45", "ListRecords from a negative number is refused.", "A200060120"),
            refused(COMMANDS, "ENC-F-46", "ListRecords from a boolean is refused.", "A2000601F4"),
            refused(
                    COMMANDS,
                    "ENC-F-47",
                    "OpenSession with an origin of 257 characters is refused.",
                    "A60004" + BANK + "024100" + "03790101" + "61".repeat(257) + ENC + "054100"),
            refused(
                    COMMANDS,
                    "ENC-F-48",
                    "OpenSession with an encapsulated key of 31 bytes is refused.",
                    "A60004" + BANK + "024100" + "0360" + "04581F" + "00".repeat(31) + "054100"),
            refused(
                    COMMANDS,
                    "ENC-F-49",
                    "OpenSession without credentials is refused.",
                    "A40004" + BANK + "024100" + "0360"),
            refused(
                    COMMANDS,
                    "ENC-F-50",
                    "DeleteSlot with a slot id of 33 characters is refused.",
                    "A20009017821" + "61".repeat(33)),
            refused(
                    COMMANDS,
                    "ENC-F-51",
                    "RevokeComputer with a handle of 7 bytes is refused.",
                    "A2000B0147" + "00".repeat(7)),
            refused(
                    COMMANDS,
                    "ENC-F-52",
                    "BeginEnrolment without a directory is refused.",
                    "A50008" + BANK + "034100" + ENC + "054100"),
            refused(ENCODING, "ENC-F-53", "An unknown field in ListComputers is refused.", "A2000A0100"));

    private CommandCases() {}

    private static ConformanceCase refused(String section, String id, String requirement, String hex) {
        return ConformanceCase.of(id, section, requirement, Commands.refused(hex, StatusCode.BAD_ENCODING));
    }

    private static void reservedKinds(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (String kind : List.of("00", "183F", "1840", "187F", "1880", "18DF")) {
            line.call(HexFormat.of().parseHex("A100" + kind)).requireRefusal(StatusCode.BAD_ENCODING);
        }
        phone.info(line);
    }
}
