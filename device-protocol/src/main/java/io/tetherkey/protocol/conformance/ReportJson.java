package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.CaseResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run as JSON, schema 1 (PROTOCOL.md, "Report"). Later schemas may add members and never change these. */
public final class ReportJson {
    private ReportJson() {}

    /**
     * The whole report, one line.
     *
     * @param phone the address that was tested
     * @param model the phone's own word, or empty
     */
    public static String of(String phone, String model, List<CaseResult> results) {
        long passed = results.stream().filter(CaseResult::passed).count();
        long failed = results.stream()
                .filter(each -> each.outcome() instanceof Outcome.Fail)
                .count();
        List<String> cases = new ArrayList<>();
        for (CaseResult result : results) {
            cases.add(of(result));
        }
        return object(
                member("schema", "1"),
                member("phone", text(phone)),
                member("model", text(model)),
                member("conforms", String.valueOf(ReportText.holds(results))),
                member("passed", String.valueOf(passed)),
                member("failed", String.valueOf(failed)),
                member("notRun", String.valueOf(results.size() - passed - failed)),
                member("cases", "[" + String.join(",", cases) + "]"));
    }

    private static String of(CaseResult result) {
        List<String> members = new ArrayList<>();
        ConformanceCase about = result.about();
        members.add(member("id", text(about.id().toString())));
        members.add(member("section", text(about.section())));
        members.add(member("requirement", text(about.requirement())));
        switch (result.outcome()) {
            case Outcome.Pass() -> members.add(member("outcome", text("pass")));
            case Outcome.Fail(String expected, String seen) -> {
                members.add(member("outcome", text("fail")));
                members.add(member("expected", text(expected)));
                members.add(member("seen", text(seen)));
            }
            case Outcome.NotRun(String reason) -> {
                members.add(member("outcome", text("notRun")));
                members.add(member("reason", text(reason)));
            }
        }
        members.add(member("millis", String.valueOf(result.took().toMillis())));
        return object(members.toArray(String[]::new));
    }

    private static String object(String... members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String member(String name, String value) {
        return "\"" + name + "\":" + value;
    }

    /** A JSON string (RFC 8259 section 7); everything but printable ASCII is escaped. */
    static String text(String plain) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }
}
