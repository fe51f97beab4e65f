package io.tetherkey.desktop.ui;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.PresentPhone;
import io.tetherkey.desktop.phone.SlotCall;
import io.tetherkey.desktop.phone.TrustedComputers;
import io.tetherkey.desktop.relay.AfterCheck;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Journey;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.SlotChange;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;

/** States and parties that tests of the flow and the window share. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final BankEntry HARBOUR = bank("harbour", "Harbour Bank", "港湾银行", 1, "#0b6e99");
    public static final BankEntry JADE = bank("jade", "Jade Bank", "翡翠银行", 2, "#1a7f4b");
    public static final BankEntry SUMMIT = bank("summit", "Summit Bank", "峰顶银行", 3, "#7a4fbf");
    public static final List<BankEntry> BANKS = List.of(HARBOUR, JADE, SUMMIT);
    public static final VerifiedOrder ORDER = order("00112233445566778899aabbccddeeff");
    public static final byte[] SESSION = new byte[16];
    public static final PhoneState.Ready READY = ready(10);

    public static final PhoneState RECONNECTING = new PhoneState.Reconnecting(READY);
    /** A phone as it comes out of its box. */
    public static final PhoneState NO_BANK = new PhoneState.Ready("TetherKey virtual phone", List.of());

    public static final TrustedComputers.Answer COMPUTERS = new TrustedComputers.Answer.Listed(List.of(
            new ComputerInfo(new byte[8], "alice-laptop", NOW, true),
            new ComputerInfo(new byte[8], "office\u202e-pc", NOW, false)));
    public static final List<PresentPhone> TWO_PHONES = List.of(
            new PresentPhone(1, "TetherKey virtual phone", PhoneAddress.Kind.USB, true),
            new PresentPhone(2, "TetherKey virtual phone", PhoneAddress.Kind.TCP, false));

    private Samples() {}

    private static BankEntry bank(String id, String en, String zh, int suite, String colour) {
        return new BankEntry(
                id, en, zh, URI.create("https://localhost:8443"), new byte[1], new byte[1], suite, "95500", colour);
    }

    public static VerifiedOrder order(String id) {
        return new VerifiedOrder(
                new Order(
                        id,
                        "lotus",
                        "Lotus Tea House 荷塘茶舍",
                        "6222 0200 1234 5678",
                        new Money(12_800, "CNY"),
                        "Spring tea, two tins 春茶两罐",
                        NOW,
                        NOW.plusSeconds(300),
                        List.of("harbour", "summit")),
                id.getBytes(StandardCharsets.US_ASCII),
                new byte[32]);
    }

    /** The phone with so many tries left at the first bank; without any it is void. */
    public static PhoneState.Ready ready(int attempts) {
        SlotResult last = attempts == 0 ? SlotResult.VOID : attempts < 10 ? SlotResult.FAILED : SlotResult.PAID;
        return new PhoneState.Ready(
                "TetherKey virtual phone",
                List.of(
                        slot(HARBOUR, attempts > 0, attempts, last),
                        slot(JADE, true, 2, SlotResult.FAILED),
                        slot(SUMMIT, false, 10, SlotResult.NONE)));
    }

    public static SlotInfo slot(BankEntry bank, boolean enabled, int attempts, SlotResult last) {
        return new SlotInfo(
                bank.bankId() + "-1",
                bank.bankId(),
                bank.nameEn(),
                bank.nameZh(),
                bank.suite(),
                enabled,
                Instant.parse("2028-12-31T00:00:00Z"),
                attempts,
                last);
    }

    public static Journey journey(int delivered, Stage stage) {
        return new Journey(ORDER, HARBOUR, NOW, delivered, stage);
    }

    public static PhoneCall relay() {
        return new PhoneCall.Relay(SESSION, new byte[256]);
    }

    public static BankCall deliver() {
        return new BankCall.Deliver(SESSION, new byte[256]);
    }

    public static FlowState atPhone(Stage stage, OptionalInt attempts) {
        return new FlowState.AtPhone(
                journey(2, stage), 5, relay(), new PhoneStatus(WaitReason.WAIT_USER, stage, 90, attempts));
    }

    public static FlowState bankAway() {
        return new FlowState.BankAway(
                journey(1, Stage.OPENING), 3, deliver(), new AfterCheck.Proceed(), Fault.BANK_UNREACHABLE);
    }

    public static FlowState phoneAway() {
        return new FlowState.PhoneAway(journey(2, Stage.CONFIRM_PAYMENT), 6, relay(), Fault.PHONE_LOST);
    }

    private static final SlotChange SET_UP = new SlotChange.SetUp(SUMMIT);

    public static EnrolmentState slotAtPhone(Stage stage) {
        return new EnrolmentState.AtPhone(
                SET_UP,
                2,
                SESSION,
                new SlotCall.Begin("summit", new byte[1]),
                new PhoneStatus(WaitReason.WAIT_USER, stage, 90, OptionalInt.empty()));
    }

    public static EnrolmentState slotBankAway() {
        return new EnrolmentState.BankAway(
                SET_UP, 1, SESSION, new BankCall.BeginEnrolment(EnrolmentPurpose.NEW), Fault.BANK_UNREACHABLE);
    }

    public static EnrolmentState slotEnded(EnrolmentState.Result result) {
        return new EnrolmentState.Finished(SET_UP, 5, result);
    }

    public static FlowState finished(Outcome outcome) {
        return new FlowState.Finished(journey(3, Stage.CONFIRM_PAYMENT), outcome);
    }
}
