package io.tetherkey.protocol.session;

import static io.tetherkey.protocol.session.Refusals.assertStatus;
import static io.tetherkey.protocol.session.SessionFixture.NEXT_RANDOM;
import static io.tetherkey.protocol.session.SessionFixture.RANDOM;
import static io.tetherkey.protocol.session.SessionFixture.REQUEST;
import static io.tetherkey.protocol.session.SessionFixture.RIGHT_KEY;
import static io.tetherkey.protocol.session.SessionFixture.WRONG_KEY;
import static io.tetherkey.protocol.session.SessionFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.Suite;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that the bank challenges for a login, at both ends. */
class LoginSessionTest {
    private final SessionFixture both = new SessionFixture();

    @ParameterizedTest
    @EnumSource(SessionPurpose.class)
    void chipLearnsThePurposeFromTheChallenge(SessionPurpose purpose) throws ProtocolException {
        ChipState asked = both.asked(purpose).chip().state();

        assertThat(((ChipState.KeyNeeded) asked).purpose()).isEqualTo(purpose);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void endsAsAllowedAtBothEndsWithoutAPayment(Suite suite) throws ProtocolException {
        var ends = new SessionFixture(suite);
        var ended = ends.told(ends.typed(SessionPurpose.LOGIN, RIGHT_KEY), new BankEvent.LoggedIn());

        assertThat(ended.bank().state()).isInstanceOf(BankState.Finished.class);
        assertThat(ended.chip().state()).isInstanceOf(ChipState.Closed.class);
        SessionOutcome outcome = ((ChipEffect.LoggedIn) ended.chip().effect()).outcome();
        assertThat(outcome.result()).isEqualTo(SlotResult.ALLOWED);
        assertThat(outcome.attemptsLeft()).isEqualTo(10);
        assertThat(outcome.receipt()).isEmpty();
        assertThat(outcome.evidence()).isEmpty();
    }

    @Test
    void staysALoginAfterAWrongKey() throws ProtocolException {
        var wrong = both.typed(SessionPurpose.LOGIN, WRONG_KEY);
        ChipStep again =
                both.told(wrong, new BankEvent.LoginFailed(9, NEXT_RANDOM)).chip();

        assertThat(again.effect()).isEqualTo(new ChipEffect.AskPaymentKey(9, ChipState.Try.AGAIN));
        assertThat(((ChipState.KeyNeeded) again.state()).purpose()).isEqualTo(SessionPurpose.LOGIN);
    }

    @Test
    void paymentInALoginIsRefused() throws ProtocolException {
        var typed = both.typed(SessionPurpose.LOGIN, RIGHT_KEY);
        byte[] payment = sent(both.bank.next(typed.bank().state(), new BankEvent.LoginAllowed(REQUEST)));

        refused(typed.chip().state(), payment);
    }

    @Test
    void loginInAPaymentIsRefused() throws ProtocolException {
        var typed = both.typed(SessionPurpose.PAYMENT, RIGHT_KEY);
        byte[] login = sent(both.bank.next(typed.bank().state(), new BankEvent.LoggedIn()));

        refused(typed.chip().state(), login);
    }

    private void refused(ChipState state, byte[] message) {
        assertStatus(StatusCode.BAD_MESSAGE, () -> both.chip.next(state, new ChipEvent.Received(message)));
    }

    @Test
    void resultOfALoginIsAsLongAsEveryOther() throws ProtocolException {
        BankState answered = both.typed(SessionPurpose.LOGIN, RIGHT_KEY).bank().state();

        assertThat(sent(both.bank.next(answered, new BankEvent.LoggedIn())))
                .hasSameSizeAs(sent(both.bank.next(answered, new BankEvent.LoginAllowed(REQUEST))))
                .hasSameSizeAs(sent(both.bank.next(answered, new BankEvent.LoginFailed(9, NEXT_RANDOM))));
    }

    @Test
    void challengeOfALoginIsAsLongAsThatOfAPayment() throws ProtocolException {
        assertThat(sent(both.asked(SessionPurpose.LOGIN).bank()))
                .hasSameSizeAs(sent(both.asked(SessionPurpose.PAYMENT).bank()));
    }

    @Test
    void storedStatesKeepThePurpose() throws ProtocolException, CborException {
        var typed = both.typed(SessionPurpose.LOGIN, WRONG_KEY);
        BankStep failed = both.bank.next(typed.bank().state(), new BankEvent.LoginFailed(9, NEXT_RANDOM));
        ChipState waiting = stored(typed.chip().state());
        ChipStep again = both.chip.next(waiting, new ChipEvent.Received(sent(failed)));

        assertThat(((ChipState.AwaitingLoginResult) waiting).purpose()).isEqualTo(SessionPurpose.LOGIN);
        assertThat(((ChipState.KeyNeeded) stored(again.state())).purpose()).isEqualTo(SessionPurpose.LOGIN);
    }

    private static ChipState stored(ChipState state) throws CborException {
        return ChipStateCodec.decode(ChipStateCodec.encode(state));
    }

    @Test
    void purposeOfAPaymentIsNotWritten() {
        byte[] payment = SessionCodec.encode(new SessionContents.Challenge(RANDOM, 10));
        byte[] login = SessionCodec.encode(new SessionContents.Challenge(RANDOM, 10, SessionPurpose.LOGIN));

        assertThat(HexFormat.of().formatHex(payment)).isEqualTo("a30003015820" + "03".repeat(32) + "020a");
        assertThat(HexFormat.of().formatHex(login)).isEqualTo("a40003015820" + "03".repeat(32) + "020a0402");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void anotherPurposeThanLoginIsNoChallenge(int purpose) {
        byte[] contents = new CborMapWriter()
                .put(0, 3)
                .put(1, RANDOM)
                .put(2, 10)
                .put(4, purpose)
                .encode();

        assertStatus(StatusCode.BAD_ENCODING, () -> SessionCodec.decode(contents));
    }

    @Test
    void everyPurposeHasItsCode() {
        for (SessionPurpose purpose : SessionPurpose.values()) {
            assertThat(SessionPurpose.fromCode(purpose.code())).contains(purpose);
        }
        assertThat(SessionPurpose.fromCode(0)).isEmpty();
    }

    @Test
    void loginResultWithoutAPaymentReadsBack() throws ProtocolException {
        byte[] th3 = SessionFixture.filled(32, 8);
        byte[] encoded = new LoginResult.LoggedIn(th3).encode();

        assertThat(HexFormat.of().formatHex(encoded)).isEqualTo("a2015820" + "08".repeat(32) + "0201");
        assertThat(LoginResult.decode(encoded))
                .isInstanceOfSatisfying(
                        LoginResult.LoggedIn.class,
                        read -> assertThat(read.transcriptHash()).isEqualTo(th3));
    }
}
