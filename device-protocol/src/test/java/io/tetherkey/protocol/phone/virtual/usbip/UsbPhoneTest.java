package io.tetherkey.protocol.phone.virtual.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsbPhoneTest {
    private static final byte[] NO_SETUP = new byte[SetupPacket.SIZE];
    private static final long NOW = 1_000;

    private final UsbPhone phone = new UsbPhone(UsbFace.TETHERKEY, "VPHONE0001");

    private static UsbIpCommand.Submit in(int sequence, int endpoint) {
        return new UsbIpCommand.Submit(sequence, endpoint, true, false, 16_384, NO_SETUP, new byte[0]);
    }

    private static UsbIpCommand.Submit out(int sequence, int endpoint, byte... data) {
        return new UsbIpCommand.Submit(sequence, endpoint, false, false, data.length, NO_SETUP, data);
    }

    private static UsbIpCommand.Submit control(int sequence, boolean in, int length, int... setup) {
        byte[] bytes = new byte[SetupPacket.SIZE];
        for (int i = 0; i < setup.length; i++) {
            bytes[i] = (byte) setup[i];
        }
        return new UsbIpCommand.Submit(sequence, 0, in, false, length, bytes, new byte[0]);
    }

    private ProgramPipe onlyHeld(long now) {
        List<ProgramPipe> held = phone.held(now);
        assertThat(held).hasSize(1);
        return held.getFirst();
    }

    @Test
    void waitingTransferIsGivenUpWithoutAnAnswerOfItsOwn() throws Exception {
        assertThat(phone.next(in(1, 2), NOW)).isEmpty();
        assertThat(phone.next(new UsbIpCommand.Unlink(2, 1), NOW))
                .containsExactly(new UsbIpReply.Unlinked(2, UsbIpReply.GIVEN_UP));

        phone.held(NOW).getFirst().toComputer().write(new byte[] {1});
        assertThat(phone.pump()).isEmpty();
    }

    @Test
    void transferThatIsOverIsNotGivenUp() throws Exception {
        assertThat(phone.next(out(1, 2, (byte) 5), NOW)).containsExactly(UsbIpReply.taken(1, 1));
        assertThat(phone.next(new UsbIpCommand.Unlink(2, 1), NOW))
                .containsExactly(new UsbIpReply.Unlinked(2, UsbIpReply.OK));
    }

    @Test
    void noticesOfTheSerialPortWaitForEver() throws Exception {
        assertThat(phone.next(in(1, 3), NOW)).isEmpty();
        assertThat(phone.next(new UsbIpCommand.Unlink(2, 1), NOW))
                .containsExactly(new UsbIpReply.Unlinked(2, UsbIpReply.GIVEN_UP));
    }

    @Test
    void pipeThatIsNotThereIsStalled() throws Exception {
        for (int endpoint = 4; endpoint < 16; endpoint++) {
            assertThat(phone.next(in(endpoint, endpoint), NOW))
                    .containsExactly(UsbIpReply.failed(endpoint, UsbIpReply.STALLED));
        }
        assertThat(phone.next(out(1, 3, (byte) 1), NOW)).containsExactly(UsbIpReply.failed(1, UsbIpReply.STALLED));
    }

    @Test
    void linkIsHeldFromTheFirstTransferToAWhileAfterTheLastIsGivenUp() throws Exception {
        assertThat(phone.held(NOW)).isEmpty();
        assertThat(phone.next(in(1, 2), NOW)).isEmpty();
        ProgramPipe link = onlyHeld(NOW);

        assertThat(phone.next(new UsbIpCommand.Unlink(2, 1), NOW)).hasSize(1);
        assertThat(phone.isHeld(link, NOW + ProgramPipe.GRACE - 1)).isTrue();
        assertThat(phone.isHeld(link, NOW + ProgramPipe.GRACE)).isFalse();
        assertThat(phone.next(in(3, 2), NOW + 1_000)).isEmpty();
        assertThat(phone.isHeld(link, NOW + 1_000)).isTrue();
    }

    @Test
    void linkOfASlowProgramIsHeldBetweenItsTransfers() throws Exception {
        assertThat(phone.next(in(1, 2), NOW)).isEmpty();
        onlyHeld(NOW).toComputer().write(new byte[] {1});
        assertThat(phone.pump()).hasSize(1);
        assertThat(phone.held(NOW + 60_000)).hasSize(1);
    }

    @Test
    void serialPortIsHeldWhileTheTerminalIsReady() throws Exception {
        assertThat(phone.next(in(1, 1), NOW)).isEmpty();
        assertThat(phone.held(NOW)).isEmpty();
        assertThat(phone.next(control(2, false, 0, 0x21, 0x22, 3), NOW)).containsExactly(UsbIpReply.taken(2, 0));
        assertThat(onlyHeld(NOW).endpoint()).isEqualTo(1);
    }

    @Test
    void debugBridgeCarriesNoLink() throws Exception {
        UsbPhone android = new UsbPhone(UsbFace.ANDROID, "VPHONE0001");
        assertThat(android.next(in(1, 2), NOW)).isEmpty();
        assertThat(android.next(out(2, 2, (byte) 5), NOW)).containsExactly(UsbIpReply.taken(2, 1));
        assertThat(android.held(NOW)).isEmpty();
    }

    @Test
    void controlRequestMustAgreeWithItsTransfer() throws Exception {
        UsbIpReply stalled = UsbIpReply.failed(1, UsbIpReply.STALLED);
        assertThat(phone.next(control(1, false, 18, 0x80, 6, 0, 1, 0, 0, 18), NOW))
                .containsExactly(stalled);
        assertThat(phone.next(control(1, true, 17, 0x80, 6, 0, 1, 0, 0, 18), NOW))
                .containsExactly(stalled);
        UsbIpReply answered =
                phone.next(control(1, true, 18, 0x80, 6, 0, 1, 0, 0, 18), NOW).getFirst();
        assertThat(((UsbIpReply.Submitted) answered).data()).hasSize(18);
    }

    @Test
    void stalledPipeRefusesUntilItIsCleared() throws Exception {
        assertThat(phone.next(in(1, 2), NOW)).isEmpty();
        assertThat(phone.spoil(UsbIpReply.STALLED)).containsExactly(UsbIpReply.failed(1, UsbIpReply.STALLED));
        assertThat(phone.next(in(2, 2), NOW)).containsExactly(UsbIpReply.failed(2, UsbIpReply.STALLED));
        assertThat(phone.next(control(3, false, 0, 0x02, 1, 0, 0, 0x82), NOW)).hasSize(1);
        assertThat(phone.next(in(4, 2), NOW)).isEmpty();
    }

    @Test
    void mishapWaitsForItsTransfer() throws Exception {
        assertThat(phone.spoil(UsbIpReply.OVERFLOW)).isEmpty();
        assertThat(phone.next(in(1, 2), NOW)).containsExactly(UsbIpReply.failed(1, UsbIpReply.OVERFLOW));
        assertThat(phone.next(in(2, 2), NOW)).isEmpty();
    }

    @Test
    void moreTransfersThanAllowedEndTheConnection() throws Exception {
        for (int i = 0; i < UsbIpLimits.MOST_WAITING; i++) {
            assertThat(phone.next(in(i, i % 2 == 0 ? 2 : 3), NOW)).isEmpty();
        }
        assertThatThrownBy(() -> phone.next(in(1_000, 2), NOW)).isInstanceOf(UsbIpException.class);
    }
}
