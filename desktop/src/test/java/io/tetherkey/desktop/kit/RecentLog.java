package io.tetherkey.desktop.kit;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the last lines of the log, for the report of a test that fails; logback-test.xml puts it in place. */
public final class RecentLog extends AppenderBase<ILoggingEvent> {

    private static final int MOST = 200;
    private static final Deque<String> LINES = new ArrayDeque<>();

    @Override
    protected void append(ILoggingEvent event) {
        String line = "%s %-5s %s %s"
                .formatted(
                        LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault()),
                        event.getLevel(),
                        event.getLoggerName(),
                        event.getFormattedMessage());
        String cause =
                event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
        synchronized (LINES) {
            LINES.addLast(line + cause);
            if (LINES.size() > MOST) {
                LINES.removeFirst();
            }
        }
    }

    /** The last 200 lines, oldest first. */
    static List<String> lines() {
        synchronized (LINES) {
            return List.copyOf(LINES);
        }
    }
}
