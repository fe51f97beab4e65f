package io.tetherkey.desktop.app;

import io.tetherkey.desktop.queue.NextInLine;
import io.tetherkey.desktop.queue.Waiting;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginFlow;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.LoginTicket;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.PaymentFlow;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.startlink.LinkCheck;
import io.tetherkey.protocol.startlink.LoginLink;
import io.tetherkey.protocol.startlink.PayLink;
import io.tetherkey.protocol.startlink.StartLinkParser;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges start links: form, merchant's signature and expiry, or that the directory lists the bank of a login.
 *
 * <p>What comes while a flow is in progress waits for its turn, one at a time. Fetches nothing and calls nobody. All
 * methods may be called from any thread.
 */
final class LinkReception {

    private static final Logger LOG = LoggerFactory.getLogger(LinkReception.class);

    /** How long a ticket may lie unopened (PROTOCOL.md, "Login"); the bank has the last word. */
    private static final Duration TICKET_LASTS = Duration.ofSeconds(60);

    private final OrderVerifier orders;
    private final Directory directory;
    private final PaymentFlow flow;
    private final LoginFlow logins;
    private final NextInLine line;
    private final Clock clock;
    private final Consumer<Fault> refused;
    private Optional<Waiting> opening = Optional.empty();

    LinkReception(
            Directory directory,
            PaymentFlow flow,
            LoginFlow logins,
            NextInLine line,
            Clock clock,
            Consumer<Fault> refused) {
        this.orders = new OrderVerifier(directory.merchantRoot());
        this.directory = directory;
        this.flow = flow;
        this.logins = logins;
        this.line = line;
        this.clock = clock;
        this.refused = refused;
    }

    void open(String text) {
        switch (StartLinkParser.parse(text)) {
            case LinkCheck.Refused refusal -> {
                LOG.info("a start link was refused: {}", refusal.why());
                refused.accept(Fault.LINK_REFUSED);
            }
            case LinkCheck.Accepted accepted -> {
                switch (accepted.link()) {
                    case PayLink pay -> open(pay);
                    case LoginLink login -> open(login);
                }
            }
        }
    }

    private void open(PayLink pay) {
        try {
            receive(new Waiting.Payment(orders.verify(pay.unverifiedOrder(), clock.instant())));
        } catch (TrustException e) {
            LOG.info("an order was refused: {}", e.fault());
            refused.accept(e.fault());
        }
    }

    /** The bank is one of the directory, or there is nobody to call. */
    private void open(LoginLink login) {
        directory
                .bank(login.claimedBankId())
                .ifPresentOrElse(
                        bank -> receive(new Waiting.Login(new LoginTicket(
                                bank, login.ticket(), clock.instant().plus(TICKET_LASTS)))),
                        () -> {
                            LOG.info("a login at a bank that the directory does not list was refused");
                            refused.accept(Fault.BANK_UNKNOWN);
                        });
    }

    private synchronized void receive(Waiting wanted) {
        Optional<Waiting> busy = opening.or(this::inProgress);
        if (busy.isEmpty()) {
            begin(wanted);
        } else if (!busy.get().isSameAs(wanted) && !line.offer(wanted)) {
            LOG.info("another start link waits already");
            refused.accept(Fault.PAYMENT_IN_PROGRESS);
        }
    }

    /** The user asks how an earlier payment ended; one that is open already is asked about at once. */
    synchronized void ask(VerifiedOrder order, BankEntry bank) {
        Waiting wanted = new Waiting.Payment(order);
        Optional<Waiting> busy = opening.or(this::inProgress);
        if (busy.isEmpty()) {
            opening = Optional.of(wanted);
            flow.ask(order, bank);
        } else if (busy.get().isSameAs(wanted)) {
            flow.retry();
        } else {
            refused.accept(Fault.PAYMENT_IN_PROGRESS);
        }
    }

    private void begin(Waiting wanted) {
        opening = Optional.of(wanted);
        switch (wanted) {
            case Waiting.Payment payment -> flow.open(payment.order());
            case Waiting.Login login -> logins.open(login.ticket());
        }
    }

    /** The flow has taken a step; once it is at rest, who waits is let in. */
    synchronized void flowChanged(FlowState state) {
        opening = Optional.empty();
        if (state instanceof FlowState.AtRest) {
            letIn();
        }
    }

    /** The same for the login; one that was cancelled leaves no result to be read. */
    synchronized void flowChanged(LoginState state) {
        opening = Optional.empty();
        boolean over = state instanceof LoginState.AtRest
                || state instanceof LoginState.Finished finished
                        && finished.result() instanceof LoginState.Result.Cancelled;
        if (over) {
            letIn();
        }
    }

    private void letIn() {
        if (inProgress().isEmpty()) {
            line.take().ifPresent(this::begin);
        }
    }

    private Optional<Waiting> inProgress() {
        return payment().or(this::login);
    }

    private Optional<Waiting> login() {
        return switch (logins.state()) {
            case LoginState.AtRest ignored -> Optional.empty();
            case LoginState.Finished ignored -> Optional.empty();
            case LoginState.Present present -> Optional.of(new Waiting.Login(present.ticket()));
        };
    }

    private Optional<Waiting> payment() {
        return switch (flow.state()) {
            case FlowState.AtRest() -> Optional.empty();
            case FlowState.Finished finished ->
                Optional.of(finished)
                        .filter(ended -> ended.outcome() instanceof Outcome.Unknown)
                        .map(ended -> new Waiting.Payment(ended.journey().order()));
            case FlowState.OrderShown shown -> Optional.of(new Waiting.Payment(shown.order()));
            case FlowState.UnderWay underWay ->
                Optional.of(new Waiting.Payment(underWay.journey().order()));
        };
    }
}
