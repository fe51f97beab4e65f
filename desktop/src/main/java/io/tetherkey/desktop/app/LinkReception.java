package io.tetherkey.desktop.app;

import io.tetherkey.desktop.queue.NextInLine;
import io.tetherkey.desktop.queue.Waiting;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.PaymentFlow;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.startlink.LinkCheck;
import io.tetherkey.protocol.startlink.PayLink;
import io.tetherkey.protocol.startlink.StartLinkParser;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges start links: form, merchant's signature and expiry. What comes while a flow is in progress waits for its turn, one
 * at a time. Fetches nothing and calls nobody. All methods may be called from any thread.
 */
final class LinkReception {

    private static final Logger LOG = LoggerFactory.getLogger(LinkReception.class);

    private final OrderVerifier orders;
    private final PaymentFlow flow;
    private final NextInLine line;
    private final Clock clock;
    private final Consumer<Fault> refused;
    private Optional<Waiting> opening = Optional.empty();

    LinkReception(OrderVerifier orders, PaymentFlow flow, NextInLine line, Clock clock, Consumer<Fault> refused) {
        this.orders = orders;
        this.flow = flow;
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
            case LinkCheck.Accepted accepted ->
                open(
                        switch (accepted.link()) {
                            case PayLink pay -> pay;
                        });
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

    private synchronized void receive(Waiting wanted) {
        Optional<Waiting> busy = opening.or(this::inProgress);
        if (busy.isEmpty()) {
            begin(wanted);
        } else if (!busy.get().isSameAs(wanted) && !line.offer(wanted)) {
            LOG.info("another start link waits already");
            refused.accept(Fault.PAYMENT_IN_PROGRESS);
        }
    }

    private void begin(Waiting wanted) {
        opening = Optional.of(wanted);
        switch (wanted) {
            case Waiting.Payment payment -> flow.open(payment.order());
        }
    }

    /** The flow has taken a step; once it is at rest, who waits is let in. */
    synchronized void flowChanged(FlowState state) {
        opening = Optional.empty();
        if (state instanceof FlowState.AtRest) {
            line.take().ifPresent(this::begin);
        }
    }

    private Optional<Waiting> inProgress() {
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
