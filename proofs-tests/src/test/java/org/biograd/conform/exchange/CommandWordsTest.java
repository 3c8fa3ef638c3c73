package org.biograd.conform.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands are split as a POSIX shell splits them, and what needs a shell is refused. */
class CommandWordsTest {

    @Test
    void wordsAreThoseOfAShell() {
        assertEquals(List.of("a", "b", "c"), CommandWords.split("  a b\tc "));
        assertEquals(List.of("a b", "c\"d", ""), CommandWords.split("'a b' 'c\"d' ''"));
        assertEquals(List.of("a\"b\\n$c"), CommandWords.split("\"a\\\"b\\n\\$c\""));
        assertEquals(List.of("a b", "|"), CommandWords.split("a\\ b \\|"));
        assertEquals(List.of("ab cd"), CommandWords.split("a'b c'd"));
        assertEquals(List.of("sh", "-c", "a | b > c"), CommandWords.split("sh -c 'a | b > c'"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a 'b, not closed",
                "a \"b, not closed",
                "a | b, for a shell",
                "a > b, for a shell",
                "a\\, backslash",
                "``, empty",
                "`  `, empty",
                "'' a, empty"
            })
    void whatIsNoCommandIsRefused(String command, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> CommandWords.split(command))
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
