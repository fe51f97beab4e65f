package io.tetherkey.desktop.relay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one flow: feeds events to its pure rules, has the effects carried out, tells each new state, and makes a call
 * again that waits for a bank.
 *
 * <p>The {@link OwnerThread} owns the state and calls effects and listener. All methods may be called from any thread and
 * return at once; only {@link #step} is for work that the owner was handed.
 *
 * @param <S> its states
 * @param <E> its events
 * @param <F> its effects
 */
final class FlowThread<S, E, F> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlowThread.class);

    /** What a flow is made of. */
    interface Rules<S, E, F> {

        /** The step that follows. */
        Step<S, F> next(S state, E event);

        /** Whether something stays open until a bank answers. */
        Recheck.Question question(S state);

        /** The event that makes the last call again. */
        E retry();
    }

    /** The next state and what is to be done, in order. */
    interface Step<S, F> {
        S state();

        List<F> effects();
    }

    private final String name;
    private final Rules<S, E, F> rules;
    private final Consumer<F> effects;
    private final Consumer<S> listener;
    private final Recheck recheck = new Recheck();
    private final OwnerThread owner;
    private volatile S state;

    /**
     * Starts the owner thread.
     *
     * @param name in the log and of the thread
     * @param effects carries one effect out; must not block
     * @param listener gets each new state
     * @param atEnd done last, on the owner thread
     */
    FlowThread(String name, S first, Rules<S, E, F> rules, Consumer<F> effects, Consumer<S> listener, Runnable atEnd) {
        this.name = name;
        this.rules = rules;
        this.effects = effects;
        this.listener = listener;
        this.state = first;
        this.owner = new OwnerThread(name + "-flow", atEnd);
    }

    /** The present state. */
    S state() {
        return state;
    }

    /** Has the owner take the step that {@code event} makes. */
    void post(E event) {
        owner.hand(() -> step(event));
    }

    /** Hands work to the owner. */
    void hand(Runnable work) {
        owner.hand(work);
    }

    /** Starts a call that may block and posts the event that it ends with. */
    void call(CallThreads.Call call) {
        owner.call(call);
    }

    /** Takes the step at once; on the owner thread only. */
    void step(E event) {
        Step<S, F> next = rules.next(state, event);
        boolean changed = !next.state().equals(state);
        state = next.state();
        next.effects().forEach(effects);
        if (changed) {
            LOG.info("{}: {}", name, state.getClass().getSimpleName());
            listener.accept(state);
            recheck.after(rules.question(state)).ifPresent(this::askAgainAfter);
        }
    }

    /** Whoever waits for a bank shall not have to press a button to find out that it is back. */
    private void askAgainAfter(Duration pause) {
        S open = state;
        owner.call(() -> {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            owner.hand(() -> {
                if (state.equals(open)) {
                    step(rules.retry());
                }
            });
        });
    }

    /** Stops all calls. */
    @Override
    public void close() {
        owner.close();
    }
}
