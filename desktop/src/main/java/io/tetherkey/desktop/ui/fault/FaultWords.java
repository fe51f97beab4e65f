package io.tetherkey.desktop.ui.fault;

import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Actor;
import io.tetherkey.protocol.message.Counting;
import io.tetherkey.protocol.message.Fault;

/**
 * What went wrong, in the present language, as the catalogue says it.
 *
 * @param who who must act, as a whole sentence; empty where that is the reader or nobody
 * @param tries whether a try was counted and how many are left; empty where no try is at stake
 */
public record FaultWords(String title, String cause, String remedy, String who, String tries, String code) {

    /** Where no try is at stake. */
    public static FaultWords of(Fault fault, Texts texts) {
        return words(fault, texts, "");
    }

    /**
     * At the end of a flow in which a try could have been counted.
     *
     * @param left how many are left in words; empty where that is not known
     */
    public static FaultWords ofFlow(Fault fault, Texts texts, String left) {
        String counted = fault.counting().sentence(texts.locale());
        if (left.isEmpty()) {
            return words(fault, texts, counted);
        }
        // An earlier try of the same flow may have been counted: how many are left says all.
        boolean now = fault.counting() == Counting.ALWAYS;
        return words(fault, texts, now ? texts.get("fault.tries", counted, left) : texts.get("fault.tries.left", left));
    }

    /** The same with other advice. */
    public FaultWords withRemedy(String other) {
        return new FaultWords(title, cause, other, who, tries, code);
    }

    /** The same below a heading that says the title already. */
    public FaultWords untitled() {
        return new FaultWords("", cause, remedy, who, tries, code);
    }

    /** All that matters in one breath, for who listens instead of looks. */
    public String aloud() {
        return cause + " " + remedy;
    }

    private static FaultWords words(Fault fault, Texts texts, String tries) {
        return new FaultWords(
                fault.title(texts.locale()),
                fault.sentence(texts.locale()),
                fault.remedy(texts.locale()),
                who(fault.actor(), texts),
                tries,
                fault.code());
    }

    private static String who(Actor actor, Texts texts) {
        return actor.isSomebodyElse() ? texts.get("fault.who", actor.label(texts.locale())) : "";
    }
}
