package io.tetherkey.cli;

import io.tetherkey.protocol.conformance.CaseGroup;
import io.tetherkey.protocol.conformance.CaseResult;
import io.tetherkey.protocol.conformance.ReportText;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells each case as it ends, under the heading of its group; silent where the report is JSON. */
final class Progress implements Consumer<CaseResult> {
    private final boolean silent;
    private final PrintWriter out;
    private Optional<CaseGroup> group = Optional.empty();

    Progress(boolean silent, PrintWriter out) {
        this.silent = silent;
        this.out = out;
    }

    @Override
    public void accept(CaseResult result) {
        if (silent) {
            return;
        }
        CaseGroup now = result.about().id().group();
        if (group.filter(now::equals).isEmpty()) {
            out.println(ReportText.heading(now));
            group = Optional.of(now);
        }
        out.println(ReportText.of(result));
        out.flush();
    }
}
