package io.tetherkey.protocol.phone;

/**
 * Whether something outside the phone may press its keys at this moment (PROTOCOL.md, "Input from outside"). While it may,
 * no question is shown, and what is not shown is not answered.
 */
enum OutsideInput {
    NONE,
    ATTACHED;

    /** Whether the question, if it is one, must not be shown. */
    boolean hides(Foreground shown) {
        return this == ATTACHED
                && switch (shown) {
                    case Foreground.Prompt ignored -> true;
                    case Foreground.TrustAsked ignored -> true;
                    case Foreground.RevocationAsked ignored -> true;
                    case Foreground.Idle ignored -> false;
                    case Foreground.RecordsShown ignored -> false;
                    case Foreground.ComputersShown ignored -> false;
                    case Foreground.Waiting ignored -> false;
                    case Foreground.Notice ignored -> false;
                };
    }

    /** Whether the person may do this now on the phone itself: a question that is not shown can only be given up. */
    boolean lets(UserAction action, Foreground shown) {
        return !hides(shown)
                || switch (action) {
                    case UserAction.Cancel ignored -> true;
                    case UserAction.Lock ignored -> true;
                    case UserAction.Unlock ignored -> true;
                    case UserAction.DigitsTyped ignored -> false;
                    case UserAction.EndReached ignored -> false;
                    case UserAction.Approve ignored -> false;
                    case UserAction.Decline ignored -> false;
                    case UserAction.Ok ignored -> false;
                    case UserAction.Look ignored -> false;
                };
    }
}
