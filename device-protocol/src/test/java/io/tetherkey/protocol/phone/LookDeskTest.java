package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.screen.PastResult;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookDeskTest {
    private final TestBank bank = new TestBank();
    private final CuttableMedium medium = new CuttableMedium();
    private TestPhone phone;

    @BeforeEach
    void provision() throws Exception {
        bank.provision(medium);
        phone = new TestPhone(medium).ready();
    }

    @Test
    void historyIsEmptyAtFirst() throws Exception {
        phone.act(new UserAction.ShowRecords());

        assertThat(phone.text()).isEqualTo("History\nNothing yet. Payments and logins appear here.");
    }

    @Test
    void historyTellsAmountAndPayeeAndOutlivesAPowerCut() throws Exception {
        new PatientComputer(phone, bank, Decision.APPROVED).pay(order('a'), RIGHT_KEY);
        new PatientComputer(phone, bank, Decision.DECLINED).pay(order('b', "Moon\u202E Bakery"), "000000", RIGHT_KEY);
        phone.restart();
        phone.act(new UserAction.Unlock());
        phone.act(new UserAction.ShowRecords());

        assertThat(results())
                .extracting(PastResult::result)
                .containsExactly(SlotResult.DECLINED, SlotResult.FAILED, SlotResult.PAID);
        assertThat(results().getFirst().payment()).contains(order('b', "Moon\u202E Bakery"));
        assertThat(phone.text())
                .contains("Harbour Bank: Paid, 128.00 CNY to Lotus Tea House")
                .contains("Harbour Bank: Login failed\n")
                .contains("Declined, 128.00 CNY to Moon‹U+202E› Bakery")
                .doesNotContain("Login allowed");
    }

    @Test
    void loginWithoutAPaymentIsTold() throws Exception {
        phone.flash()
                .update()
                .add(new PhoneRecord(
                        phone.flash().nextResultNumber(),
                        "gone",
                        "",
                        SlotResult.ALLOWED,
                        TestBank.NOW,
                        new byte[0],
                        new byte[0]))
                .commit();

        phone.act(new UserAction.ShowRecords());

        assertThat(phone.text()).contains("gone: Login allowed");
    }

    @Test
    void paymentTakesThePlaceOfTheListAndLeadsHome() throws Exception {
        phone.act(new UserAction.ShowRecords());
        new PatientComputer(phone, bank, Decision.APPROVED).pay(order('a'), RIGHT_KEY);
        assertThat(phone.screen()).isInstanceOf(Screen.PaymentResult.class);

        phone.act(new UserAction.ShowComputers());
        assertThat(phone.screen()).isInstanceOf(Screen.PaymentResult.class);
        phone.act(new UserAction.Ok());

        assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
    }

    @Test
    void computerIsRevokedOnThePhoneOnceItIsMeant() throws Exception {
        phone.act(new UserAction.ShowComputers());
        ComputerInfo alice = computers().getFirst();
        phone.act(new UserAction.Revoke(alice.handle()));
        assertThat(phone.text()).startsWith("Remove this computer?\nAlice’s PC\n");

        phone.act(new UserAction.Decline());
        assertThat(computers()).hasSize(1);
        assertThat(phone.call(new LinkRequest.ListSlots())).isInstanceOf(LinkReply.Slots.class);

        phone.act(new UserAction.Revoke(alice.handle()));
        phone.act(new UserAction.Approve());

        assertThat(computers()).isEmpty();
        assertThat(phone.flash().computers()).isEmpty();
        assertThat(phone.call(new LinkRequest.ListSlots()))
                .isEqualTo(new LinkReply.Refusal(StatusCode.CONSENT_REQUIRED, OptionalInt.empty()));
    }

    @Test
    void listFollowsWhatAComputerRevokes() throws Exception {
        phone.act(new UserAction.ShowComputers());
        byte[] handle = computers().getFirst().handle();

        phone.call(new LinkRequest.RevokeComputer(handle));

        assertThat(computers()).isEmpty();
        phone.act(new UserAction.Revoke(handle));
        assertThat(phone.screen()).isInstanceOf(Screen.Computers.class);
        phone.act(new UserAction.Cancel());
        assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
    }

    @Test
    void lockedPhoneShowsNoList() throws Exception {
        phone.act(new UserAction.ShowRecords());
        phone.act(new UserAction.Lock());
        phone.act(new UserAction.ShowComputers());

        assertThat(phone.screen()).isInstanceOf(Screen.Locked.class);
    }

    private List<PastResult> results() {
        return ((Screen.Records) phone.screen()).results();
    }

    private List<ComputerInfo> computers() {
        return ((Screen.Computers) phone.screen()).computers();
    }
}
