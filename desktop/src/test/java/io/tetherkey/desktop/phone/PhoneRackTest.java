package io.tetherkey.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.phone.PluggedPhone.Acquaintance;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PhoneRackTest {

    private static final PhoneAddress LEFT = PhoneAddress.tcp("127.0.0.1", 7_337);
    private static final PhoneAddress RIGHT = PhoneAddress.tcp("127.0.0.1", 7_338);
    private static final PhoneAddress THIRD = PhoneAddress.tcp("127.0.0.1", 7_339);
    private static final TransportException PULLED = new TransportException(TransportFault.UNPLUGGED, "Pulled.");

    private final ConcurrentLinkedQueue<Runnable> timers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<List<PresentPhone>> told = new AtomicReference<>(List.of());
    private volatile PhoneState deskSaid = new PhoneState.Absent();
    private final Computer computer = new Computer(new byte[16], "PC");
    private final PhoneDesk desk =
            new PhoneDesk(computer, RandomSource.secure(), (wait, task) -> timers.add(task), this::deskTold);
    private final PhoneRack rack = new PhoneRack(desk, computer, (wait, task) -> timers.add(task), told::set);

    private void deskTold(PhoneState state) {
        if (state instanceof PhoneState.Ready ready) {
            rack.known(ready);
        }
        deskSaid = state;
    }

    private static PluggedPhone phone(String model, String slotId) {
        return phone(model, slotId, Acquaintance.INTRODUCED);
    }

    private static PluggedPhone phone(String model, String slotId, Acquaintance acquaintance) {
        SlotInfo slot = Samples.slot(Samples.HARBOUR, true, 10, SlotResult.NONE);
        return new PluggedPhone(
                model,
                List.of(new SlotInfo(
                        slotId,
                        slot.bankId(),
                        slot.nameEn(),
                        slot.nameZh(),
                        slot.suite(),
                        slot.enabled(),
                        slot.validUntil(),
                        slot.attemptsLeft(),
                        slot.lastResult())),
                new CountDownLatch(0),
                acquaintance);
    }

    private static void until(Callable<Boolean> state) {
        await().atMost(Duration.ofSeconds(60)).until(state);
    }

    /** The desk's listener, which makes the phone known to the rack, is called after the state has changed. */
    private void untilUsed(String model) {
        until(() -> deskSaid instanceof PhoneState.Ready ready && ready.model().equals(model));
        assertThat(desk.state()).isEqualTo(deskSaid);
    }

    private List<PresentPhone> told() {
        return Objects.requireNonNull(told.get());
    }

    @Test
    void firstIsUsedAndTheSecondIsOnlyListed() {
        rack.plugged(phone("Left", "aa"), LEFT);
        untilUsed("Left");
        rack.plugged(phone("Right", "bb"), RIGHT);
        until(() -> told().size() == 2
                && told().stream().noneMatch(one -> one.model().isEmpty()));
        assertThat(told())
                .extracting(PresentPhone::number, PresentPhone::model, PresentPhone::used)
                .containsExactly(tuple(1, "Left", true), tuple(2, "Right", false));
        assertThat(desk.state())
                .extracting(state -> ((PhoneState.Ready) state).model())
                .isEqualTo("Left");
    }

    @Test
    void userChoosesAnotherOneAndNothingOfTheFirstIsLeft() {
        rack.plugged(phone("Left", "aa"), LEFT);
        rack.plugged(phone("Right", "bb"), RIGHT);
        untilUsed("Left");
        rack.choose(2);
        assertThat(desk.state().known().map(PhoneState.Ready::model)).isNotEqualTo(Optional.of("Left"));
        untilUsed("Right");
        assertThat(told())
                .filteredOn(PresentPhone::used)
                .extracting(PresentPhone::number)
                .containsExactly(2);
    }

    @Test
    void paymentUnderWayKeepsItsPhone() {
        rack.plugged(phone("Left", "aa"), LEFT);
        rack.plugged(phone("Right", "bb"), RIGHT);
        untilUsed("Left");
        rack.bind(PhoneUse.BOUND);
        rack.choose(2);
        assertThat(told())
                .filteredOn(PresentPhone::used)
                .extracting(PresentPhone::number)
                .containsExactly(1);

        rack.unplugged(LEFT, PULLED);
        rack.plugged(phone("Third", "cc"), THIRD);
        until(() -> told().stream().anyMatch(one -> one.model().equals("Third")));
        timers.forEach(Runnable::run);
        assertThat(told()).noneMatch(PresentPhone::used);
        assertThat(desk.state()).isInstanceOf(PhoneState.Absent.class);

        rack.plugged(phone("Left", "aa"), LEFT);
        untilUsed("Left");
    }

    @Test
    void lostPhoneIsKnownAgainInAnotherSocketByItsSlots() {
        rack.plugged(phone("Left", "aa"), LEFT);
        rack.plugged(phone("Right", "bb"), RIGHT);
        untilUsed("Left");
        rack.bind(PhoneUse.BOUND);
        rack.unplugged(LEFT, PULLED);
        rack.plugged(phone("Left", "aa", Acquaintance.KNOWN), THIRD);
        untilUsed("Left");
        until(() -> told().stream()
                .filter(PresentPhone::used)
                .map(PresentPhone::number)
                .toList()
                .equals(List.of(3)));
    }

    @Test
    void phoneThatHasToAskItsUserIsNotTheLostOne() {
        rack.plugged(phone("Left", "aa"), LEFT);
        untilUsed("Left");
        rack.bind(PhoneUse.BOUND);
        rack.unplugged(LEFT, PULLED);
        PluggedPhone stranger = phone("Left", "aa", Acquaintance.STRANGER);
        rack.plugged(stranger, THIRD);
        until(() -> stranger.questions.get() == 1);
        until(stranger::wasCancelled);
        assertThat(told()).noneMatch(PresentPhone::used);
    }

    @Test
    void phoneOfAnotherModelIsNotAskedWhetherItIsTheLostOne() {
        rack.plugged(phone("Left", "aa"), LEFT);
        untilUsed("Left");
        rack.bind(PhoneUse.BOUND);
        rack.unplugged(LEFT, PULLED);
        PluggedPhone other = phone("Other", "aa", Acquaintance.STRANGER);
        rack.plugged(other, THIRD);
        until(() -> told().stream().anyMatch(one -> one.model().equals("Other")));
        rack.plugged(phone("Left", "aa", Acquaintance.KNOWN), LEFT);
        untilUsed("Left");
        assertThat(other.questions).hasValue(0);
    }

    @Test
    void phoneWithoutSlotsIsFollowedToAnotherSocketIfItIsTheOnlyOne() {
        rack.plugged(new PluggedPhone("Fresh", List.of(), new CountDownLatch(0)), LEFT);
        untilUsed("Fresh");
        rack.bind(PhoneUse.BOUND);
        rack.unplugged(LEFT, PULLED);
        rack.plugged(new PluggedPhone("Fresh again", List.of(), new CountDownLatch(0)), RIGHT);
        untilUsed("Fresh again");
    }

    @Test
    void onlyPhoneIsUsedAtRestOnceTheOtherIsGoneForLongerThanAMoment() {
        rack.plugged(phone("Left", "aa"), LEFT);
        rack.plugged(phone("Right", "bb"), RIGHT);
        untilUsed("Left");
        rack.bind(PhoneUse.BOUND);
        rack.unplugged(LEFT, PULLED);
        assertThat(told()).noneMatch(PresentPhone::used);
        rack.bind(PhoneUse.FREE);
        untilUsed("Right");
    }

    @Test
    void phoneThatIsAskedForShowsItself() {
        PluggedPhone right = phone("Right", "bb");
        rack.plugged(phone("Left", "aa"), LEFT);
        rack.plugged(right, RIGHT);
        rack.wink(2, why -> {});
        until(() -> right.winks.get() == 1);
    }
}
