package io.tetherkey.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionMessageTest {
    private static final byte[] ID = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final byte[] BYTES = {0x55, 0x66, 0x77};

    private final SessionMessage carried = new SessionMessage(ID, BYTES);

    @Test
    void isEqualByItsBytes() {
        assertThat(carried).isEqualTo(new SessionMessage(ID.clone(), BYTES.clone()));
        assertThat(carried).hasSameHashCodeAs(new SessionMessage(ID.clone(), BYTES.clone()));
        assertThat(carried).isNotEqualTo(new SessionMessage(BYTES, ID));
        assertThat(carried).isNotEqualTo(new SessionMessage(ID, new byte[] {0x55, 0x66}));
    }

    @Test
    void keepsItsBytesWhateverIsDoneToTheArrays() {
        byte[] id = ID.clone();
        byte[] bytes = BYTES.clone();
        var kept = new SessionMessage(id, bytes);
        id[0] = 9;
        bytes[0] = 9;
        kept.sessionId()[1] = 9;
        kept.message()[1] = 9;
        assertThat(kept).isEqualTo(carried);
    }

    @Test
    void showsTheBeginningOfTheSessionAndALengthOnly() {
        assertThat(carried).hasToString("01020304, 3 bytes");
    }
}
