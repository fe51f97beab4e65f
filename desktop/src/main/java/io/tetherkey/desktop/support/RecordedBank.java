package io.tetherkey.desktop.support;

import io.tetherkey.desktop.support.TimelineEntry.Way;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.trust.BankEntry;

/** Calls a bank as the client behind it does, and notes name, size and time of each message. */
public record RecordedBank(BankClient calls, Timeline timeline) implements BankClient {

    private static final String INTERRUPTED = "interrupted";

    @Override
    public BankReply call(BankEntry bank, BankCall call) throws InterruptedException {
        Timeline.Asked asked = ask(call);
        BankReply reply;
        try {
            reply = calls.call(bank, call);
        } catch (InterruptedException e) {
            asked.answered("", 0, INTERRUPTED);
            throw e;
        }
        answer(asked, reply);
        return reply;
    }

    private Timeline.Asked ask(BankCall call) {
        return switch (call) {
            case BankCall.Begin begin -> ask("Begin", "", begin.signedOrder().length);
            case BankCall.Deliver it -> ask("Deliver", Timeline.prefix(it.sessionId()), it.message().length);
            case BankCall.BeginLogin login -> ask("BeginLogin", "", login.ticket().length);
            case BankCall.CompleteLogin it -> ask("CompleteLogin", Timeline.prefix(it.sessionId()), 0);
            case BankCall.BeginEnrolment ignored -> ask("BeginEnrolment", "", 0);
            case BankCall.DeliverEnrolment it ->
                ask("DeliverEnrolment", Timeline.prefix(it.sessionId()), it.message().length);
            case BankCall.AskStatus ignored -> ask("AskStatus", "", 0);
        };
    }

    private Timeline.Asked ask(String name, String session, int bytes) {
        return timeline.ask(Way.TO_BANK, name, session, bytes);
    }

    private static void answer(Timeline.Asked asked, BankReply reply) {
        switch (reply) {
            case BankReply.Offered it -> asked.answered("Offer", it.sessionId(), it.offer().length);
            case BankReply.Answered it -> asked.answered("Answer", it.message().length, TimelineEntry.OK);
            case BankReply.Completed ignored -> asked.answered("Completed", 0, TimelineEntry.OK);
            case BankReply.Told ignored -> asked.answered("Status", 0, TimelineEntry.OK);
            case BankReply.Refused it -> asked.answered("Problem", 0, it.fault().code());
            case BankReply.Unreachable it -> asked.answered("", 0, it.fault().code());
        }
    }
}
