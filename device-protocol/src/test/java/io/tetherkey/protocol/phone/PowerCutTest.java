package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.flash.CuttableMedium.Cut;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.KeyRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The power is cut at every write that a whole story makes to the flash: before it, in it at five lengths, after it, and
 * once more while the phone starts again. Whatever is cut, the story ends as it would have ended.
 */
class PowerCutTest {
    private static final String WRONG_KEY = "000000";
    private static final byte[] NEW_COMPUTER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    /** Ways to cut one write. */
    private static final int CUTS = 9;

    private static final List<String> VIOLATIONS = new ArrayList<>();

    private static int faultPoints;

    /** A phone with a slot, its bank, and power that will go. */
    private static final class Stage {
        final TestBank bank = new TestBank();
        final CuttableMedium medium = new CuttableMedium();
        final TestPhone phone;
        final byte[] chipKey;

        Stage() throws Exception {
            bank.provision(medium);
            chipKey = FlashStore.open(medium)
                    .key(TestBank.SLOT_ID)
                    .map(KeyRecord::slotSecret)
                    .orElseThrow();
            phone = new TestPhone(medium);
        }

        List<SlotResult> results() throws Exception {
            return phone.flash().results(0).stream().map(PhoneRecord::result).toList();
        }
    }

    private interface Story {
        /** @return how often the phone was started again */
        int play(Stage stage, String at) throws Exception;
    }

    private static void arm(CuttableMedium medium, int write, int way) {
        switch (way) {
            case 0 -> medium.cutAt(write, Cut.BEFORE);
            case 1 -> medium.cutAt(write, Cut.AFTER);
            case 2 -> medium.cutWithItsRecovery(write, Cut.TORN);
            case 3 -> medium.cutWithItsRecovery(write, Cut.AFTER);
            default -> medium.tearAtQuarter(write, way - 4);
        }
    }

    /** @return the fault points, of which each had a cut */
    private static int atEveryWrite(Story story) throws Exception {
        int points = 0;
        for (int way = 0; way < CUTS; way++) {
            boolean cut = true;
            for (int write = 1; cut; write++) {
                Stage stage = new Stage();
                arm(stage.medium, write, way);
                String at = "way " + way + ", write " + write;
                try {
                    cut = story.play(stage, at) > 0;
                } catch (AssertionError violation) {
                    VIOLATIONS.add(at + ": " + violation.getMessage());
                }
                points += cut ? 1 : 0;
            }
        }
        faultPoints += points;
        assertThat(VIOLATIONS).isEmpty();
        return points;
    }

    @AfterAll
    static void tell() {
        System.out.println("power cuts: " + faultPoints + " fault points, " + VIOLATIONS.size() + " violations");
    }

    @Test
    void paymentWithAWrongKeyIsPaidOnce() throws Exception {
        int points = atEveryWrite((stage, at) -> {
            var computer = new PatientComputer(stage.phone, stage.bank, Decision.APPROVED);
            LinkReply.Ended ended = computer.pay(order('a'), WRONG_KEY, RIGHT_KEY);
            assertThat(ended.outcome().result()).as(at).isEqualTo(SlotResult.PAID);
            assertThat(stage.bank.settled).as(at).hasSize(1);
            assertThat(stage.bank.settled.getFirst().counter()).as(at).isEqualTo(1);
            assertThat(stage.results()).as(at).containsExactly(SlotResult.FAILED, SlotResult.ALLOWED, SlotResult.PAID);
            assertThat(computer.attemptsSeen()).as(at).containsExactly(10, 9, 10);
            return computer.restarts();
        });
        assertThat(points).isGreaterThanOrEqualTo(17 * CUTS);
    }

    @Test
    void declinedPaymentIsDeclinedOnce() throws Exception {
        int points = atEveryWrite((stage, at) -> {
            var computer = new PatientComputer(stage.phone, stage.bank, Decision.DECLINED);
            LinkReply.Ended ended = computer.pay(order('a'), RIGHT_KEY);
            assertThat(ended.outcome().result()).as(at).isEqualTo(SlotResult.DECLINED);
            assertThat(stage.bank.settled).as(at).hasSize(1);
            assertThat(stage.bank.settled.getFirst().decision()).as(at).isEqualTo(Decision.DECLINED);
            assertThat(stage.results()).as(at).containsExactly(SlotResult.ALLOWED, SlotResult.DECLINED);
            assertThat(computer.attemptsSeen()).as(at).containsExactly(10);
            return computer.restarts();
        });
        assertThat(points).isGreaterThanOrEqualTo(13 * CUTS);
    }

    @Test
    void loginWithAWrongKeyIsRecordedOnce() throws Exception {
        int points = atEveryWrite((stage, at) -> {
            var computer = new PatientComputer(stage.phone, stage.bank, Decision.APPROVED);
            LinkReply.Ended ended = computer.logIn(WRONG_KEY, RIGHT_KEY);
            assertThat(ended.outcome().result()).as(at).isEqualTo(SlotResult.ALLOWED);
            assertThat(stage.bank.settled).as(at).isEmpty();
            assertThat(stage.results()).as(at).containsExactly(SlotResult.FAILED, SlotResult.ALLOWED);
            assertThat(computer.attemptsSeen()).as(at).containsExactly(10, 9, 10);
            return computer.restarts();
        });
        assertThat(points).isGreaterThanOrEqualTo(12 * CUTS);
    }

    @Test
    void tenthWrongKeyErasesTheSlotAndThereIsNoEleventh() throws Exception {
        int points = atEveryWrite((stage, at) -> {
            var computer = new PatientComputer(stage.phone, stage.bank, Decision.APPROVED);
            LinkReply.Ended ended = computer.pay(order('a'), WRONG_KEY);
            assertThat(ended.outcome().result()).as(at).isEqualTo(SlotResult.VOID);
            assertThat(stage.bank.attemptsLeft()).as(at).isZero();
            assertThat(computer.attemptsSeen())
                    .as(at)
                    .containsExactlyElementsOf(
                            IntStream.iterate(10, n -> n - 1).limit(11).boxed().toList());
            assertThat(stage.phone.flash().key(TestBank.SLOT_ID)).as(at).isEmpty();
            assertThat(contains(stage.medium.content(), stage.chipKey)).as(at).isFalse();
            List<SlotResult> results = new ArrayList<>(stage.results());
            assertThat(results.removeLast()).as(at).isEqualTo(SlotResult.VOID);
            assertThat(results).as(at).hasSize(9).containsOnly(SlotResult.FAILED);
            return computer.restarts();
        });
        assertThat(points).isGreaterThanOrEqualTo(45 * CUTS);
    }

    @Test
    void computerIsTrustedOnceAndOnlyWhenTheUserSaidSo() throws Exception {
        int points = atEveryWrite((stage, at) -> {
            var computer = new PatientComputer(stage.phone, stage.bank, Decision.APPROVED);
            assertThat(computer.trust(NEW_COMPUTER)).as(at).isEqualTo(new LinkReply.Done());
            assertThat(FlashStore.open(stage.medium).computers()).as(at).hasSize(2);
            return computer.restarts();
        });
        assertThat(points).isGreaterThanOrEqualTo(2 * CUTS);
    }

    private static boolean contains(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1)
                .contains(new String(Arrays.copyOf(part, part.length), StandardCharsets.ISO_8859_1));
    }
}
