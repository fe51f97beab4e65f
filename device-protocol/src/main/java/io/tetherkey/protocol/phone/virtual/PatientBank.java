package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Duration;

/**
 * Calls a bank again for a while when it cannot be reached, since each call may be made again with the same bytes.
 *
 * @param tries how often in all
 * @param between the pause between two tries
 */
record PatientBank(BankClient bank, int tries, Duration between, ScriptRunner.Pause pause) implements BankClient {

    @Override
    public BankReply call(BankEntry entry, BankCall call) throws InterruptedException {
        BankReply reply = bank.call(entry, call);
        for (int tried = 1; tried < tries && isAway(reply); tried++) {
            pause.pause(between);
            reply = bank.call(entry, call);
        }
        return reply;
    }

    private static boolean isAway(BankReply reply) {
        return reply instanceof BankReply.Unreachable(Fault why) && why == Fault.BANK_UNREACHABLE;
    }
}
