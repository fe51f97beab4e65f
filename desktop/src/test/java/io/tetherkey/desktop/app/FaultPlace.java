package io.tetherkey.desktop.app;

import io.tetherkey.desktop.diagnosis.Diagnosis;
import io.tetherkey.desktop.diagnosis.Observation;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.AfterCheck;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Stage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the window tells a person what went wrong; each place must have room for every code. */
enum FaultPlace {
    /** Above everything: a link or an order was refused. */
    NOTICE {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.tell(fault);
        }
    },
    /** A payment has ended without being paid. */
    RESULT {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.show(Samples.finished(new Outcome.Failed(fault, OptionalInt.empty())));
        }
    },
    /** A payment waits for its bank. */
    BANK_AWAY {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.show(new FlowState.BankAway(
                    Samples.journey(1, Stage.OPENING), 3, Samples.deliver(), new AfterCheck.Proceed(), fault));
        }
    },
    /** A login has ended without success. */
    LOGIN {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.show(LoginSamples.failed(fault));
        }
    },
    /** A login waits for its bank. */
    LOGIN_BANK_AWAY {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.show(LoginSamples.bankAway(fault));
        }
    },
    /** A phone that is seen cannot be used. */
    PHONE_CARD {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.show(new PhoneState.Unusable(fault));
        }
    },
    /** Setting up, renewing or removing a bank has ended without success. */
    ENROLMENT {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.pageProperty().set(Page.BANKS);
            window.show(Samples.slotEnded(new EnrolmentState.Result.Failed(fault, OptionalInt.of(3))));
        }
    },
    /** The ladder from the cable to the bank, with a device that cannot be used. */
    DIAGNOSIS {
        @Override
        void show(WindowViewModel window, Fault fault) {
            window.pageProperty().set(Page.DIAGNOSIS);
            var device = new SeenDevice(
                    "usb:1-2",
                    "usb",
                    "04e8:6860/1",
                    "Phone",
                    OptionalInt.of(0x04E8),
                    OptionalInt.of(0x6860),
                    Optional.of(fault),
                    Optional.empty());
            window.diagnosis()
                    .show(Diagnosis.of(new Observation(
                            Optional.of(true),
                            List.of(device),
                            new PhoneState.Absent(),
                            Optional.empty(),
                            Samples.CLOCK.instant())));
        }
    };

    /** Brings the fault to this place; used on the UI thread. */
    abstract void show(WindowViewModel window, Fault fault);
}
