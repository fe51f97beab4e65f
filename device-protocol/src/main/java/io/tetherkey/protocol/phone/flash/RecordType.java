package io.tetherkey.protocol.phone.flash;

import java.util.Optional;

/** What an entry of the flash is. The codes are part of the file format and never change their meaning. */
public enum RecordType {
    SLOT(1),
    KEY(2),
    COMPUTER(3),
    SESSION(4),
    STEP(5),
    RESULT(6),
    AUTHORIZATION(7),
    ENROLMENT(8),
    DIRECTORY_PIN(9),
    NEXT_KEY(10),
    PAYMENT(11);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<RecordType> fromCode(int code) {
        for (RecordType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
