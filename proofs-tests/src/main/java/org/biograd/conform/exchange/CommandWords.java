package org.biograd.conform.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a POSIX shell does, and does nothing else that a shell does.
 *
 * <p>Blanks separate words. Between single quotes everything stands for itself; between double quotes all but a
 * backslash before {@code "}, {@code \}, {@code $} or a backquote; elsewhere a backslash takes the meaning from the
 * character that follows.
 */
public final class CommandWords {

    private static final String OPERATORS = "|&;<>()";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean open;
    private int at;

    private CommandWords(String text) {
        this.text = text;
    }

    /**
     * The words of a command.
     *
     * @throws IllegalArgumentException where there is none, where a quote is not closed, or where it asks for a shell
     */
    public static List<String> split(String command) {
        return new CommandWords(command).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (Character.isWhitespace(c)) {
                end();
                continue;
            }
            if (OPERATORS.indexOf(c) >= 0) {
                throw new IllegalArgumentException("'" + c
                        + "' is for a shell, and none is used; quote it, or give the whole to one: sh -c '...'");
            }
            open = true;
            switch (c) {
                case '\'' -> quoted('\'', "");
                case '"' -> quoted('"', "\"\\$`");
                case '\\' -> word.append(next("a backslash ends the command; a character is needed after it"));
                default -> word.append(c);
            }
        }
        end();
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new IllegalArgumentException("the command is empty; a program and its arguments are needed");
        }
        return List.copyOf(words);
    }

    private void quoted(char quote, String escapable) {
        while (true) {
            char c = next("a " + quote + " is not closed");
            if (c == quote) {
                return;
            }
            boolean escapes = c == '\\' && at < text.length() && escapable.indexOf(text.charAt(at)) >= 0;
            word.append(escapes ? text.charAt(at++) : c);
        }
    }

    private char next(String problem) {
        if (at == text.length()) {
            throw new IllegalArgumentException(problem);
        }
        return text.charAt(at++);
    }

    private void end() {
        if (open) {
            words.add(word.toString());
            word.setLength(0);
            open = false;
        }
    }
}
