package io.tetherkey.cli;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.CaseGroup;
import io.tetherkey.protocol.conformance.CaseId;
import io.tetherkey.protocol.conformance.CaseResult;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.ConformanceRun;
import io.tetherkey.protocol.conformance.ConformanceScript;
import io.tetherkey.protocol.conformance.ConformanceSuite;
import io.tetherkey.protocol.conformance.ReportJson;
import io.tetherkey.protocol.conformance.ReportText;
import io.tetherkey.protocol.conformance.Selection;
import io.tetherkey.protocol.conformance.bank.BankKeys;
import io.tetherkey.protocol.conformance.bank.EnrolmentPapers;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.StandardTransports;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the numbered cases against any phone (PROTOCOL.md, "Conformance"). Exit code 0 only if every one holds. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Tests a phone against the protocol. Use a phone made for tests: one slot is made void.")
public final class ConformanceCommand implements Callable<Integer> {
    private static final long LONGEST_PATIENCE = 3_600;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--phone",
            paramLabel = "ADDRESS",
            description = "Where the phone is, such as tcp://127.0.0.1:7337.")
    private @Nullable String phone;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Profile folder with keys of banks that the phone accepts, in DIR/bank/*.pem.")
    private @Nullable Path profile;

    @Option(names = "--group", split = ",", paramLabel = "GROUP", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<CaseGroup> groups = EnumSet.noneOf(CaseGroup.class);

    @Option(names = "--case", split = ",", paramLabel = "ID", description = "Only these, such as LINK-P-01.")
    private List<String> cases = List.of();

    @Option(names = "--slow", description = "Also the cases that wait for a time-out of one or two minutes.")
    private boolean slow;

    @Option(names = "--keep-slots", description = "Without the cases that make a slot void or delete it.")
    private boolean keepSlots;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a person may take at the phone. Default: ${DEFAULT-VALUE}.")
    private long patience;

    @Option(names = "--json", description = "The report as JSON; what the person has to do goes to stderr.")
    private boolean json;

    @Option(names = "--list", description = "List the cases and end.")
    private boolean list;

    @Option(names = "--print-script", description = "Print the script for a virtual phone without hands, and end.")
    private boolean printScript;

    @Override
    public Integer call() throws CommandFailure {
        if (printScript) {
            out().print(ConformanceScript.text());
        } else if (list) {
            selected().forEach(each -> out().println(each.id() + "  " + each.requirement()));
        } else {
            run();
        }
        out().flush();
        return 0;
    }

    private void run() throws CommandFailure {
        List<ConformanceCase> selected = selected();
        PhoneAddress address = address();
        Clock clock = Clock.systemUTC();
        var setting = new PhoneUnderTest.Setting(
                new PrintedOperator(json ? spec.commandLine().getErr() : out()),
                banks(clock),
                papers(),
                clock,
                RandomSource.secure(),
                patience());
        StandardTransports transports = new StandardTransports();
        try (PhoneUnderTest underTest = new PhoneUnderTest(() -> transports.open(address), setting)) {
            String model = model(underTest);
            List<CaseResult> results = new ConformanceRun(underTest).run(selected, new Progress(json, out()));
            out().println(json ? ReportJson.of(address.toString(), model, results) : ReportText.summary(results));
            out().flush();
            judge(results);
        }
    }

    private static void judge(List<CaseResult> results) throws CommandFailure {
        long failed = results.stream()
                .filter(each -> each.outcome() instanceof CaseResult.Outcome.Fail)
                .count();
        if (failed > 0) {
            throw new CommandFailure(
                    Fault.PHONE_BROKE_PROTOCOL, failed + " of " + results.size() + " cases do not hold.");
        }
        if (!ReportText.holds(results)) {
            long missing = results.stream().filter(each -> !each.passed()).count();
            throw new CommandFailure(
                    Fault.OPTION_INVALID, missing + " of " + results.size() + " cases could not be run.");
        }
    }

    /** Fails before the first case where nothing can be tested; a phone that answers wrongly is for the cases. */
    private static String model(PhoneUnderTest underTest) throws CommandFailure {
        try {
            return underTest.line(Duration.ofSeconds(1)).greeting().model();
        } catch (CaseFailure e) {
            return "";
        } catch (TransportException e) {
            throw new CommandFailure(Fault.NO_PHONE, "No phone can be reached at this address.", e);
        }
    }

    private List<ConformanceCase> selected() throws CommandFailure {
        Set<CaseId> ids = new HashSet<>();
        for (String text : cases) {
            Optional<CaseId> id = CaseId.parse(text);
            if (id.isEmpty()
                    || ConformanceSuite.cases().stream()
                            .noneMatch(each -> each.id().equals(id.get()))) {
                throw new CommandFailure(Fault.OPTION_INVALID, "There is no case " + text + "; --list names them.");
            }
            ids.add(id.get());
        }
        return new Selection(groups, ids, slow || list, !keepSlots).of(ConformanceSuite.cases());
    }

    private PhoneAddress address() throws CommandFailure {
        return Optional.ofNullable(phone)
                .flatMap(PhoneAddress::parse)
                .orElseThrow(() -> new CommandFailure(
                        Fault.PHONE_ADDRESS_INVALID, "--phone takes an address such as tcp://127.0.0.1:7337."));
    }

    private BankKeys banks(Clock clock) throws CommandFailure {
        if (profile == null) {
            return BankKeys.none();
        }
        try {
            return BankKeys.read(profile, clock.instant());
        } catch (IOException e) {
            throw new CommandFailure(
                    Fault.PROFILE_UNUSABLE, "The profile " + profile + " holds no readable keys of banks.", e);
        }
    }

    private EnrolmentPapers papers() throws CommandFailure {
        if (profile == null) {
            return EnrolmentPapers.none();
        }
        try {
            return EnrolmentPapers.read(profile);
        } catch (IOException e) {
            throw new CommandFailure(
                    Fault.PROFILE_UNUSABLE, "The profile " + profile + " holds no readable papers of banks.", e);
        }
    }

    private Duration patience() throws CommandFailure {
        if (patience < 1 || patience > LONGEST_PATIENCE) {
            throw new CommandFailure(Fault.OPTION_INVALID, "--patience takes seconds from 1 to 3600.");
        }
        return Duration.ofSeconds(patience);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
