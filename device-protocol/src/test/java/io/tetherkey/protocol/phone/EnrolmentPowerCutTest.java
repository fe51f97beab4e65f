package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.flash.CuttableMedium.Cut;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The power is cut at every write of an enrolment, a renewal and a deletion: before it, in it, after it, and once more
 * while the phone starts again. There is never half a slot, never a slot without a key, and attempts never grow by it.
 */
class EnrolmentPowerCutTest {
    private static final List<Cut> CUTS = List.of(Cut.values());

    private static final class Stage {
        final TestBank bank = new TestBank();
        final TestEnrolments enrolments = new TestEnrolments(bank);
        final CuttableMedium medium = new CuttableMedium();
        final TestPhone phone;
        final PatientEnroller user;

        Stage(boolean provisioned) throws Exception {
            if (provisioned) {
                bank.provision(medium);
            }
            enrolments.pin(medium);
            phone = new TestPhone(medium);
            user = new PatientEnroller(phone, enrolments);
        }

        SlotRecord slot() throws Exception {
            return phone.flash().slots().getFirst();
        }

        void pays(String key) throws Exception {
            var computer = new PatientComputer(phone, bank, Decision.APPROVED);
            assertThat(computer.pay(order('e'), key).outcome().result()).isEqualTo(SlotResult.PAID);
        }
    }

    private interface Story {
        void play(Stage stage, String at) throws Exception;
    }

    private static void arm(CuttableMedium medium, int write, int way) {
        if (way < CUTS.size()) {
            medium.cutAt(write, CUTS.get(way));
        } else {
            medium.cutWithItsRecovery(write, CUTS.get(way - CUTS.size()));
        }
    }

    /** @return the fault points, of which each had a cut */
    private static int atEveryWrite(boolean provisioned, Story story) throws Exception {
        int points = 0;
        for (int way = 0; way < 2 * CUTS.size(); way++) {
            boolean cut = true;
            for (int write = 1; cut; write++) {
                Stage stage = new Stage(provisioned);
                arm(stage.medium, write, way);
                story.play(stage, "way " + way + ", write " + write);
                cut = stage.user.restarts() > 0;
                points += cut ? 1 : 0;
            }
        }
        return points;
    }

    @Test
    void enrolmentEndsWithOneWholeSlotThatPays() throws Exception {
        int points = atEveryWrite(false, (stage, at) -> {
            LinkReply.Enrolled enrolled = stage.user.enrol(EnrolmentPurpose.NEW);

            assertThat(enrolled.slot().enabled()).as(at).isTrue();
            assertThat(stage.enrolments.active).as(at).hasSize(1);
            assertThat(stage.phone.flash().slots()).as(at).hasSize(1);
            Slots.requireWhole(FlashStore.open(stage.medium));
            assertThat(stage.phone.flash().nextKey(stage.slot().slotId()))
                    .as(at)
                    .isEmpty();
            stage.pays(PatientEnroller.KEY);
        });
        assertThat(points).isGreaterThanOrEqualTo(8 * 2 * CUTS.size());
    }

    @Test
    void renewalEndsWithTheNewKeyAndTheOldPaymentKey() throws Exception {
        int points = atEveryWrite(true, (stage, at) -> {
            byte[] secret =
                    stage.phone.flash().key(TestBank.SLOT_ID).orElseThrow().slotSecret();
            byte[] old = stage.phone.flash().key(TestBank.SLOT_ID).orElseThrow().pkcs8();

            stage.user.enrol(EnrolmentPurpose.RENEWAL);

            assertThat(stage.enrolments.active).as(at).hasSize(1);
            var key = stage.phone.flash().key(TestBank.SLOT_ID).orElseThrow();
            assertThat(key.spki()).as(at).isEqualTo(stage.enrolments.active.getFirst());
            assertThat(key.slotSecret()).as(at).isEqualTo(secret);
            assertThat(stage.slot().attemptsLeft()).as(at).isEqualTo(10);
            assertThat(contains(stage.medium.content(), old)).as(at).isFalse();
            Slots.requireWhole(FlashStore.open(stage.medium));
            stage.pays(TestBank.RIGHT_KEY);
        });
        assertThat(points).isGreaterThanOrEqualTo(6 * 2 * CUTS.size());
    }

    @Test
    void deletionEndsWithoutTheSlotAndItsKeys() throws Exception {
        int points = atEveryWrite(true, (stage, at) -> {
            byte[] secret =
                    stage.phone.flash().key(TestBank.SLOT_ID).orElseThrow().slotSecret();

            assertThat(stage.user.delete(TestBank.SLOT_ID)).as(at).isEqualTo(new LinkReply.Done());

            assertThat(stage.phone.flash().slots()).as(at).isEmpty();
            assertThat(stage.phone.flash().key(TestBank.SLOT_ID)).as(at).isEmpty();
            assertThat(contains(stage.medium.content(), secret)).as(at).isFalse();
        });
        assertThat(points).isGreaterThanOrEqualTo(3 * 2 * CUTS.size());
    }

    private static boolean contains(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
