package io.tetherkey.desktop.app;

import io.tetherkey.desktop.diagnosis.Check;
import io.tetherkey.desktop.diagnosis.DeviceSurvey;
import io.tetherkey.desktop.diagnosis.Diagnosis;
import io.tetherkey.desktop.diagnosis.Observation;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.phone.PhoneDesk;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.protocol.host.UsbInventory;
import io.tetherkey.protocol.message.Fault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the diagnosis of the running app. It opens no device: the app's own watch does that, and tells what came of it.
 */
final class PhoneDiagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneDiagnosis.class);

    private final Roads roads;
    private final PhoneDesk phones;
    private final UsbInventory inventory;
    private final Clock clock;
    private volatile Optional<Fault> bank = Optional.empty();

    PhoneDiagnosis(Roads roads, PhoneDesk phones, UsbInventory inventory, Clock clock) {
        this.roads = roads;
        this.phones = phones;
        this.inventory = inventory;
        this.clock = clock;
    }

    /** Looks on a thread of its own, and hands over the rungs there. */
    void look(Consumer<List<Check>> found) {
        Thread.ofVirtual().name("diagnosis").start(() -> found.accept(look()));
    }

    private List<Check> look() {
        return look(devices());
    }

    /** The rungs, with what was seen already. */
    List<Check> look(List<SeenDevice> devices) {
        return Diagnosis.of(new Observation(inventory.anyUsb(), devices, phones.state(), bank, clock.instant()));
    }

    /** Whatever may be a phone; blocking. */
    List<SeenDevice> devices() {
        try {
            return new DeviceSurvey(roads.discovery(), inventory, phones::trouble, phones::trouble).look(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("The diagnosis was interrupted", e);
            return List.of();
        }
    }

    /** Keeps in mind how the bank answered last. */
    void bankAsked(FlowState state) {
        if (state instanceof FlowState.BankAway away) {
            bank = Optional.of(away.why());
        } else if (state instanceof FlowState.AtPhone || state instanceof FlowState.Finished) {
            bank = Optional.empty();
        }
    }
}
