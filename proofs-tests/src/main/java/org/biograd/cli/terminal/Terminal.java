package org.biograd.cli.terminal;

import java.io.Console;
import java.io.PrintStream;

/**
 * What is known of the terminal behind standard error.
 *
 * @param err standard error
 * @param interactive whether it is a terminal that can move its cursor
 * @param columns its width, 20 or more
 */
public record Terminal(PrintStream err, boolean interactive, int columns) {

    private static final int DEFAULT_COLUMNS = 80;

    /** The terminal of this process. */
    public static Terminal ofProcess() {
        String told = System.getProperty("biograd.terminal");
        boolean attached = told == null ? consoleIsTerminal() : Boolean.parseBoolean(told);
        String term = System.getenv("TERM");
        boolean capable = System.getProperty("os.name").startsWith("Windows") || term != null && !term.equals("dumb");
        return new Terminal(System.err, attached && capable, columns(System.getenv("COLUMNS")));
    }

    // From JDK 22 on there may be a console where there is no terminal; it then answers isTerminal, which JDK 17 does
    // not know.
    private static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int columns(String text) {
        boolean sound = text != null && text.matches("[0-9]{2,4}");
        return sound ? Math.max(20, Integer.parseInt(text)) : DEFAULT_COLUMNS;
    }
}
