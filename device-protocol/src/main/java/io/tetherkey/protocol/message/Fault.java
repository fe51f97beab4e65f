package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The catalogue of everything that can go wrong for a person, with a stable code: TK-1xx cable and link, 2xx the user
 * and the phone, 3xx slot and certificate, 4xx login, 5xx order and payment, 6xx bank server, 7xx this computer, 9xx a
 * defect. The texts stand in the bundle {@code faults} beside this class, in English and Simplified Chinese.
 */
public enum Fault {
    NO_PHONE(101),
    PHONE_LOST(102),
    PHONE_BROKE_PROTOCOL(103),
    PHONE_BUSY(104),
    PHONE_ADDRESS_INVALID(105),
    PHONE_FORBIDDEN(106),
    PHONE_HELD(107),
    PHONE_IN_OTHER_MODE(108),
    PHONE_SILENT(109),
    USB_MISSING(110),
    LIBRARY_MISSING(111),
    PHONE_INCOMPATIBLE(112),
    PHONE_NOT_NEARBY(113),
    PHONE_FAILED(114),
    NO_DATA_LINES(115),
    PHONE_LOCKED(201),
    COMPUTER_NOT_TRUSTED(202),
    DECLINED_ON_PHONE(203),
    PHONE_TIMED_OUT(204),
    CANCELLED(205),
    ENROLMENT_DECLINED(206),
    ENROLMENT_TIMED_OUT(207),
    ENROLMENT_CANCELLED(208),
    LOGIN_TIMED_OUT(209),
    LOGIN_CANCELLED(210),
    NOT_AVAILABLE(301),
    CERTIFICATE_REFUSED(302),
    CERTIFICATE_EXPIRED(303),
    CERTIFICATE_REVOKED(304),
    CERTIFICATE_VOID(305),
    SUITE_REFUSED(306),
    CERTIFICATE_SUPERSEDED(307),
    SLOT_EXISTS(308),
    ENROLMENT_REFUSED(309),
    WRONG_PASSWORD(401),
    TOO_MANY_PASSWORDS(402),
    WRONG_PAYMENT_KEY(403),
    PAYMENT_KEY_VOIDED(404),
    ACTIVATION_CODE_WRONG(405),
    ACTIVATION_CODE_VOID(406),
    LOGIN_LINK_VOID(407),
    LOGIN_CODE_VOID(408),
    LOGIN_ORIGIN_REFUSED(409),
    LINK_REFUSED(501),
    ORDER_UNTRUSTED(502),
    ORDER_EXPIRED(503),
    ORDER_CONFLICT(504),
    BANK_NOT_ACCEPTED(505),
    INSUFFICIENT_FUNDS(506),
    PAYMENT_FAILED(507),
    ORDER_MISMATCH(508),
    PAYMENT_IN_PROGRESS(509),
    ORDER_CLOSED(510),
    BANK_UNREACHABLE(601),
    BANK_NOT_TRUSTED(602),
    BANK_REFUSED(603),
    SESSION_EXPIRED(604),
    SESSION_UNKNOWN(605),
    SESSION_CONFLICT(606),
    MESSAGE_MALFORMED(607),
    MESSAGE_TOO_LARGE(608),
    BANK_UNKNOWN(609),
    ORDER_UNKNOWN(610),
    DIRECTORY_INVALID(701),
    PROFILE_UNUSABLE(702),
    SCRIPT_INVALID(703),
    RECEIPT_REFUSED(704),
    OPTION_INVALID(705),
    PROGRAM_ENDED(706),
    TIMED_OUT(707),
    STORE_DAMAGED(708),
    INTERNAL(901);

    private static final String BUNDLE = "io.tetherkey.protocol.message.faults";

    private final int number;

    Fault(int number) {
        this.number = number;
    }

    /** The stable code, such as {@code TK-403}. */
    public String code() {
        return "TK-" + number;
    }

    /** The fault with the given code, empty where this version knows none. */
    public static Optional<Fault> fromCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }

    /** What a phone's refusal means to the person who reads it. */
    public static Fault of(StatusCode status) {
        return switch (status) {
            case BAD_VERSION, BAD_CHANNEL, BAD_FRAME, BAD_ENCODING, BAD_MESSAGE, OTHER -> PHONE_BROKE_PROTOCOL;
            case TOO_LARGE -> MESSAGE_TOO_LARGE;
            case BUSY -> PHONE_BUSY;
            case DECLINED -> DECLINED_ON_PHONE;
            case TIMEOUT -> PHONE_TIMED_OUT;
            case LOCKED -> PHONE_LOCKED;
            case CONSENT_REQUIRED -> COMPUTER_NOT_TRUSTED;
            case CANCELLED -> CANCELLED;
            case NOT_AVAILABLE -> NOT_AVAILABLE;
            case VOID -> CERTIFICATE_VOID;
            case EXPIRED -> CERTIFICATE_EXPIRED;
            case SUITE -> SUITE_REFUSED;
            case SLOT_EXISTS -> SLOT_EXISTS;
            case CONFLICT -> SESSION_CONFLICT;
            case UNKNOWN_SESSION -> SESSION_UNKNOWN;
            case SESSION_EXPIRED -> SESSION_EXPIRED;
        };
    }

    /** One sentence that says what happened. */
    public String sentence(Locale locale) {
        return text(locale, "sentence");
    }

    /** One sentence that says what to do now, and who must. */
    public String remedy(Locale locale) {
        return text(locale, "remedy");
    }

    private String text(Locale locale, String part) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, locale, control).getString(code() + "." + part);
    }
}
