package io.tetherkey.protocol.phone.network;

import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankClient;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.OrderStatus;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Carries one payment between the bank and the phone's own engine (PROTOCOL.md, "Paths"). It keeps nothing itself: what
 * must last is in the flash and at the bank, so a payment that was broken off anywhere is taken up by paying the same
 * order again. Blocking; one thread uses it for one payment.
 */
public final class WirelessPayment {
    /** A phone may lose its power, and a session its time, this often in one payment. */
    private static final int MOST_ROUNDS = 8;

    private final PhoneLine phone;
    private final BankClient banks;
    private final LoginSource logins;
    private final PaymentSteps steps;
    private final VerifiedOrder order;
    private final BankEntry bank;
    private boolean bankMayKnow;

    public WirelessPayment(
            PhoneLine phone,
            BankClient banks,
            LoginSource logins,
            PaymentSteps steps,
            VerifiedOrder order,
            BankEntry bank) {
        this.phone = phone;
        this.banks = banks;
        this.logins = logins;
        this.steps = steps;
        this.order = order;
        this.bank = bank;
    }

    /**
     * Pays the order, or goes on with what is begun of it.
     *
     * @throws IOException if the phone's storage fails or nobody gives a login
     */
    public Ending pay() throws IOException, InterruptedException {
        boolean resume = true;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            try {
                Optional<Ending> ending = round(resume);
                if (ending.isPresent()) {
                    return ending.get();
                }
                resume = false;
            } catch (LineLostException e) {
                steps.reached("phone-lost", "going on");
                resume = true;
            }
        }
        return stopped(Fault.SESSION_EXPIRED, OptionalInt.empty());
    }

    /** @return empty if the session is over and the order open, so that a new session may be tried */
    private Optional<Ending> round(boolean resume) throws IOException, InterruptedException {
        Optional<SessionOutcome> before = paidBefore();
        if (before.isPresent()) {
            return Optional.of(new Ending.Proven(before.get()));
        }
        LinkReply first = resume ? phone.resume(bank.bankId(), order.orderHash()) : refusal(StatusCode.UNKNOWN_SESSION);
        if (!first.equals(refusal(StatusCode.UNKNOWN_SESSION))) {
            steps.reached("session", "resumed");
            bankMayKnow = true;
            return carry(first, true);
        }
        return switch (banks.call(bank, new BankCall.Begin(order.signedOrder()))) {
            case BankReply.Offered offered -> {
                steps.reached("session", "new");
                yield carry(open(offered), false);
            }
            case BankReply.Refused refused ->
                Optional.of(
                        refused.fault() == Fault.ORDER_CLOSED || refused.fault() == Fault.ORDER_EXPIRED
                                ? closed(refused.fault())
                                : stopped(refused.fault(), refused.attemptsLeft()));
            case BankReply.Unreachable away -> Optional.of(new Ending.Stopped(away.fault(), OptionalInt.empty()));
            case BankReply.Answered other -> Optional.of(stopped(Fault.MESSAGE_MALFORMED, OptionalInt.empty()));
            case BankReply.Told other -> Optional.of(stopped(Fault.MESSAGE_MALFORMED, OptionalInt.empty()));
            case BankReply.Completed other -> Optional.of(stopped(Fault.MESSAGE_MALFORMED, OptionalInt.empty()));
        };
    }

    private LinkReply open(BankReply.Offered offered) throws IOException, InterruptedException {
        if (!(phone.call(new LinkRequest.GetPhoneInfo()) instanceof LinkReply.PhoneInfo info)) {
            return refusal(StatusCode.OTHER);
        }
        try {
            var credentials = logins.login(info.credentialKey(), offered.offer());
            return phone.call(new LinkRequest.OpenSession(bank.bankId(), offered.offer(), bank.origin(), credentials));
        } catch (SealException e) {
            return refusal(StatusCode.TOO_LARGE);
        }
    }

    /** Carries message after message until the session has ended on one side. */
    private Optional<Ending> carry(LinkReply first, boolean resumed) throws IOException, InterruptedException {
        LinkReply reply = first;
        while (reply instanceof LinkReply.Forward forward) {
            BankReply answer = banks.call(bank, new BankCall.Deliver(forward.carried()));
            bankMayKnow = true;
            if (answer instanceof BankReply.Answered(byte[] next)) {
                reply = phone.call(new LinkRequest.Relay(forward.sessionId(), next));
            } else {
                return unanswered(answer, resumed);
            }
        }
        return switch (reply) {
            case LinkReply.Ended ended -> Optional.of(ended(ended.outcome()));
            case LinkReply.Refusal refused -> Optional.of(stopped(Fault.of(refused.status()), refused.attemptsLeft()));
            default -> Optional.of(stopped(Fault.PHONE_BROKE_PROTOCOL, OptionalInt.empty()));
        };
    }

    /** A session that was resumed may be over at the bank for a reason of its own; the order may still be open. */
    private Optional<Ending> unanswered(BankReply answer, boolean resumed) throws InterruptedException {
        if (answer instanceof BankReply.Refused refused) {
            boolean sessionIsOver =
                    resumed || refused.fault() == Fault.SESSION_EXPIRED || refused.fault() == Fault.SESSION_UNKNOWN;
            Ending ending = stopped(refused.fault(), refused.attemptsLeft());
            return sessionIsOver && ending instanceof Ending.Stopped ? Optional.empty() : Optional.of(ending);
        }
        Fault fault = answer instanceof BankReply.Unreachable away ? away.fault() : Fault.MESSAGE_MALFORMED;
        return Optional.of(new Ending.Stopped(fault, OptionalInt.empty()));
    }

    /** Why a payment failed is not in the receipt; the bank tells it. */
    private Ending ended(SessionOutcome outcome) throws InterruptedException {
        return outcome.result() == SlotResult.PAYMENT_FAILED
                ? stopped(Fault.PAYMENT_FAILED, OptionalInt.empty())
                : new Ending.Proven(outcome);
    }

    /** Where the bank may hold the user's consent, its word comes before any other ending. */
    private Ending stopped(Fault fault, OptionalInt attemptsLeft) throws InterruptedException {
        Ending otherwise = new Ending.Stopped(fault, attemptsLeft);
        return bankMayKnow ? asTold(otherwise) : otherwise;
    }

    private Ending closed(Fault fault) throws InterruptedException {
        return asTold(new Ending.Stopped(fault, OptionalInt.empty()));
    }

    private Ending asTold(Ending otherwise) throws InterruptedException {
        BankReply reply = banks.call(bank, new BankCall.AskStatus(order.order().orderId()));
        return switch (reply) {
            case BankReply.Told told
            when told.status() == OrderStatus.PAID || told.status() == OrderStatus.DECLINED -> new Ending.Told(told);
            case BankReply.Told told
            when told.status() == OrderStatus.FAILED -> new Ending.Stopped(told.reason(), OptionalInt.empty());
            case BankReply.Told open -> otherwise;
            case BankReply.Refused unknown -> otherwise;
            case BankReply.Unreachable away -> new Ending.Stopped(away.fault(), OptionalInt.empty());
            case BankReply.Offered other -> otherwise;
            case BankReply.Answered other -> otherwise;
            case BankReply.Completed other -> otherwise;
        };
    }

    private Optional<SessionOutcome> paidBefore() throws IOException, InterruptedException {
        long last = 0;
        List<PhoneRecord> page = records(last);
        while (!page.isEmpty()) {
            for (PhoneRecord record : page) {
                if (record.result() == SlotResult.PAID
                        && record.bankId().equals(bank.bankId())
                        && record.orderId().equals(order.order().orderId())) {
                    return Optional.of(new SessionOutcome(SlotResult.PAID, 0, record.receipt(), record.evidence()));
                }
                last = record.number();
            }
            page = records(last);
        }
        return Optional.empty();
    }

    private List<PhoneRecord> records(long since) throws IOException, InterruptedException {
        return phone.call(new LinkRequest.ListRecords(since)) instanceof LinkReply.Records(List<PhoneRecord> records)
                ? records
                : List.of();
    }

    private static LinkReply refusal(StatusCode status) {
        return new LinkReply.Refusal(status, OptionalInt.empty());
    }
}
