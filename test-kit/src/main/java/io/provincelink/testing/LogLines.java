package io.provincelink.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the application under test says in its log while this is open, with the trace of each line and whole traces of failures. */
public final class LogLines implements AutoCloseable {

    private static final PatternFormatter FORMAT = new PatternFormatter("%p %c trace=%X{traceId} %s%e");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord said) {
            lines.add(FORMAT.format(ExtLogRecord.wrap(said)));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    };

    private LogLines() {
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
    }

    public static LogLines open() {
        return new LogLines();
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    /** The lines with this in them. */
    public List<String> with(String part) {
        return lines.stream().filter(line -> line.contains(part)).toList();
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
    }
}
