package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.trust.BankEntry;

/** What the user wants to do to a bank's slot on the phone. */
public sealed interface SlotChange {
    /** The bank whose slot it is. */
    BankEntry bank();

    /** The same change with the bank at another address. */
    SlotChange at(BankEntry moved);

    /** A first certificate, or a fresh one in the place of a void or expired one. */
    record SetUp(BankEntry bank) implements SlotChange {
        @Override
        public SlotChange at(BankEntry moved) {
            return new SetUp(moved);
        }
    }

    /** A new key and certificate; payment key and tries stay. */
    record Renew(BankEntry bank) implements SlotChange {
        @Override
        public SlotChange at(BankEntry moved) {
            return new Renew(moved);
        }
    }

    /** The slot's keys are erased; its records stay. */
    record Remove(BankEntry bank, String slotId) implements SlotChange {
        @Override
        public SlotChange at(BankEntry moved) {
            return new Remove(moved, slotId);
        }
    }
}
