package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.flash.FlashStore;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A login at the phone: what it shows, what it stores, and that no payment comes of it. */
class LoginOnPhoneTest {
    private static final String WRONG_KEY = "000000";

    private final TestBank bank = new TestBank();
    private final CuttableMedium medium = new CuttableMedium();
    private TestPhone phone;

    @BeforeEach
    void start() throws Exception {
        bank.provision(medium);
        phone = new TestPhone(medium);
        phone.ready();
    }

    private RequestToken untilKey() throws Exception {
        return phone.send(relay(bank.answer(forwarded(phone.send(phone.opening(bank.loginOffer()))))));
    }

    private LinkRequest relay(byte[] message) {
        return new LinkRequest.Relay(bank.sessionId(), message);
    }

    private byte[] forwarded(RequestToken token) {
        return ((LinkReply.Forward) phone.reply(token)).message();
    }

    private byte[] typed(RequestToken asked, String digits) throws Exception {
        phone.type(digits);
        return forwarded(asked);
    }

    private List<PhoneRecord> records() throws Exception {
        return ((LinkReply.Records) phone.call(new LinkRequest.ListRecords(0))).records();
    }

    private SlotInfo board() throws Exception {
        return ((LinkReply.Slots) phone.call(new LinkRequest.ListSlots()))
                .slots()
                .getFirst();
    }

    @Test
    void showsThatItIsALoginWhileItAsksForTheKey() throws Exception {
        untilKey();

        assertThat(phone.text())
                .isEqualTo("Harbour Bank\nLog in on the bank’s page\nType your payment key. Nothing will be paid."
                        + " Cancel if you did not start this yourself.\n10 tries left");
    }

    @Test
    void endsAsAllowedAndTheResultIsInTheFlashBeforeThePcHears() throws Exception {
        byte[] response = typed(untilKey(), RIGHT_KEY);
        LinkReply.Ended ended = (LinkReply.Ended) phone.call(relay(bank.answer(response)));

        assertThat(ended.outcome().result()).isEqualTo(SlotResult.ALLOWED);
        assertThat(ended.outcome().attemptsLeft()).isEqualTo(10);
        assertThat(phone.text()).isEqualTo("Harbour Bank\nLogin allowed\nHarbour Bank let you in.");
        List<PhoneRecord> stored = FlashStore.open(medium).results(0);
        assertThat(stored).extracting(PhoneRecord::result).containsExactly(SlotResult.ALLOWED);
        assertThat(records()).extracting(PhoneRecord::orderId).containsExactly("");
        assertThat(board().lastResult()).isEqualTo(SlotResult.ALLOWED);
        assertThat(board().attemptsLeft()).isEqualTo(10);
        assertThat(bank.settled).isEmpty();
    }

    @Test
    void sameResultAgainGetsTheSameEndAlsoAfterARestart() throws Exception {
        byte[] result = bank.answer(typed(untilKey(), RIGHT_KEY));
        LinkReply.Ended first = (LinkReply.Ended) phone.call(relay(result));

        phone.restart();
        phone.ready();
        LinkReply.Ended again = (LinkReply.Ended) phone.call(relay(result));

        assertThat(again.outcome().result()).isEqualTo(first.outcome().result());
        assertThat(records()).hasSize(1);
    }

    @Test
    void keysOfTheSessionAreGoneAfterTheEnd() throws Exception {
        byte[] result = bank.answer(typed(untilKey(), RIGHT_KEY));
        byte[] keys = phone.flash().session(bank.sessionId()).orElseThrow().chipState();
        assertThat(contains(medium.content(), keys)).isTrue();

        phone.call(relay(result));

        assertThat(contains(medium.content(), keys)).isFalse();
        assertThat(phone.flash().session(bank.sessionId()).orElseThrow().over()).isTrue();
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void wrongKeyIsToldWithTheTriesLeftAndStillSaysLogin() throws Exception {
        byte[] response = typed(untilKey(), WRONG_KEY);
        RequestToken again = phone.send(relay(bank.answer(response)));

        assertThat(phone.text()).contains("Log in on the bank’s page", "Wrong payment key, 9 tries left");
        phone.call(relay(bank.answer(typed(again, RIGHT_KEY))));
        assertThat(records()).extracting(PhoneRecord::result).containsExactly(SlotResult.FAILED, SlotResult.ALLOWED);
        assertThat(board().attemptsLeft()).isEqualTo(10);
    }

    @Test
    void tenthWrongKeyVoidsTheSlotAsInAPayment() throws Exception {
        RequestToken asked = untilKey();
        for (int i = 0; i < 10; i++) {
            asked = phone.send(relay(bank.answer(typed(asked, WRONG_KEY))));
        }

        assertThat(((LinkReply.Ended) phone.reply(asked)).outcome().result()).isEqualTo(SlotResult.VOID);
        assertThat(board().enabled()).isFalse();
    }

    @Test
    void cancelOnThePhoneEndsItAndSpendsNoTry() throws Exception {
        RequestToken asked = untilKey();

        phone.act(new UserAction.Cancel());

        assertThat(phone.reply(asked)).isEqualTo(new LinkReply.Refusal(StatusCode.CANCELLED, OptionalInt.empty()));
        assertThat(bank.attemptsLeft()).isEqualTo(10);
        assertThat(records()).isEmpty();
    }
}
