package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The one catalogue of everything that can go wrong for a person, with a stable code: TK-1xx cable and link, 2xx the
 * user and the phone, 3xx slot and certificate, 4xx login, 5xx order and payment, 6xx bank server, 7xx this computer
 * (711 to 719 are printed by the launcher before Java runs), 9xx a defect. App, command line, bank pages and problem
 * details all take their words from here; the texts stand in the bundle {@code faults} beside this class, in English
 * and Simplified Chinese.
 */
public enum Fault {
    NO_PHONE(101, Actor.YOU),
    PHONE_LOST(102, Actor.YOU),
    PHONE_BROKE_PROTOCOL(103, Actor.YOU),
    PHONE_BUSY(104, Actor.YOU),
    PHONE_ADDRESS_INVALID(105, Actor.YOU),
    PHONE_FORBIDDEN(106, Actor.ADMINISTRATOR),
    PHONE_HELD(107, Actor.YOU),
    PHONE_IN_OTHER_MODE(108, Actor.YOU),
    PHONE_SILENT(109, Actor.YOU),
    USB_MISSING(110, Actor.YOU),
    LIBRARY_MISSING(111, Actor.ADMINISTRATOR),
    PHONE_INCOMPATIBLE(112, Actor.YOU),
    PHONE_NOT_NEARBY(113, Actor.YOU),
    PHONE_FAILED(114, Actor.YOU),
    NO_DATA_LINES(115, Actor.YOU),
    PHONE_LEFT_ALONE(116, Actor.YOU),
    PHONE_LOCKED(201, Actor.YOU),
    COMPUTER_NOT_TRUSTED(202, Actor.YOU),
    DECLINED_ON_PHONE(203, Actor.NOBODY),
    PHONE_TIMED_OUT(204, Actor.YOU),
    CANCELLED(205, Actor.NOBODY),
    ENROLMENT_DECLINED(206, Actor.NOBODY),
    ENROLMENT_TIMED_OUT(207, Actor.YOU),
    ENROLMENT_CANCELLED(208, Actor.NOBODY),
    LOGIN_TIMED_OUT(209, Actor.YOU),
    LOGIN_CANCELLED(210, Actor.NOBODY),
    NOT_AVAILABLE(301, Actor.YOU),
    CERTIFICATE_REFUSED(302, Actor.BANK),
    CERTIFICATE_EXPIRED(303, Actor.YOU),
    CERTIFICATE_REVOKED(304, Actor.BANK),
    CERTIFICATE_VOID(305, Actor.YOU),
    SUITE_REFUSED(306, Actor.YOU),
    CERTIFICATE_SUPERSEDED(307, Actor.YOU),
    SLOT_EXISTS(308, Actor.YOU),
    ENROLMENT_REFUSED(309, Actor.YOU),
    WRONG_PASSWORD(401, Actor.YOU),
    TOO_MANY_PASSWORDS(402, Actor.YOU),
    WRONG_PAYMENT_KEY(403, Actor.YOU, Counting.ALWAYS),
    PAYMENT_KEY_VOIDED(404, Actor.YOU, Counting.ALWAYS),
    ACTIVATION_CODE_WRONG(405, Actor.YOU, Counting.ALWAYS),
    ACTIVATION_CODE_VOID(406, Actor.YOU),
    LOGIN_LINK_VOID(407, Actor.YOU),
    LOGIN_CODE_VOID(408, Actor.YOU),
    LOGIN_ORIGIN_REFUSED(409, Actor.YOU),
    LINK_REFUSED(501, Actor.YOU),
    ORDER_UNTRUSTED(502, Actor.YOU),
    ORDER_EXPIRED(503, Actor.YOU),
    ORDER_CONFLICT(504, Actor.SHOP),
    BANK_NOT_ACCEPTED(505, Actor.YOU),
    INSUFFICIENT_FUNDS(506, Actor.YOU),
    PAYMENT_FAILED(507, Actor.BANK),
    ORDER_MISMATCH(508, Actor.BANK),
    PAYMENT_IN_PROGRESS(509, Actor.YOU),
    ORDER_CLOSED(510, Actor.YOU),
    ORDER_IMPOSSIBLE(511, Actor.YOU),
    ORDER_NOT_PAID(512, Actor.YOU),
    BANK_UNREACHABLE(601, Actor.YOU, Counting.TOLD),
    BANK_NOT_TRUSTED(602, Actor.YOU),
    BANK_REFUSED(603, Actor.BANK),
    SESSION_EXPIRED(604, Actor.YOU),
    SESSION_UNKNOWN(605, Actor.YOU),
    SESSION_CONFLICT(606, Actor.YOU),
    MESSAGE_MALFORMED(607, Actor.YOU),
    MESSAGE_TOO_LARGE(608, Actor.YOU),
    BANK_UNKNOWN(609, Actor.YOU),
    ORDER_UNKNOWN(610, Actor.YOU),
    PAGE_UNKNOWN(611, Actor.YOU),
    FORM_REFUSED(612, Actor.YOU),
    PAGE_LOGIN_ENDED(613, Actor.YOU),
    DIRECTORY_INVALID(701, Actor.YOU),
    PROFILE_UNUSABLE(702, Actor.YOU),
    SCRIPT_INVALID(703, Actor.YOU),
    RECEIPT_REFUSED(704, Actor.YOU),
    OPTION_INVALID(705, Actor.YOU),
    PROGRAM_ENDED(706, Actor.YOU, Counting.TOLD),
    TIMED_OUT(707, Actor.YOU, Counting.TOLD),
    STORE_DAMAGED(708, Actor.YOU),
    TYPEFACE_MISSING(709, Actor.YOU),
    HANDOVER_CLOSED(710, Actor.YOU),
    JDK_MISSING(711, Actor.YOU),
    MAVEN_MISSING(712, Actor.YOU),
    BUILD_FAILED(713, Actor.MAKERS),
    GTK_MISSING(714, Actor.ADMINISTRATOR),
    APP_SILENT(720, Actor.YOU),
    CRYPTO_WRONG(721, Actor.MAKERS),
    INTERNAL(901, Actor.MAKERS, Counting.TOLD);

    private static final String BUNDLE = "io.tetherkey.protocol.message.faults";

    private final int number;
    private final Actor actor;
    private final Counting counting;

    Fault(int number, Actor actor) {
        this(number, actor, Counting.NEVER);
    }

    Fault(int number, Actor actor, Counting counting) {
        this.number = number;
        this.actor = actor;
        this.counting = counting;
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

    /** Whether the phone's certificate is spent, so that only setting the bank up again helps. */
    public boolean spendsCertificate() {
        return this == CERTIFICATE_EXPIRED || this == CERTIFICATE_VOID || this == PAYMENT_KEY_VOIDED;
    }

    /** Who must act to get on. */
    public Actor actor() {
        return actor;
    }

    /** Whether it costs one of the tries. */
    public Counting counting() {
        return counting;
    }

    /** A few words for a heading, without a full stop; no two faults have the same. */
    public String title(Locale locale) {
        return text(locale, "title");
    }

    /** The cause: one or two sentences that say what happened. */
    public String sentence(Locale locale) {
        return text(locale, "sentence");
    }

    /** One or two sentences that say what to do now. */
    public String remedy(Locale locale) {
        return text(locale, "remedy");
    }

    private String text(Locale locale, String part) {
        return words(locale, code() + "." + part);
    }

    /** A text of the catalogue's bundle. */
    static String words(Locale locale, String key) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
    }
}
