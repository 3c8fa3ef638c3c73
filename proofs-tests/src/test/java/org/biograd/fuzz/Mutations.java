package org.biograd.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes of sound inputs that leave most of them sound, so that readers are reached behind their first check. */
public final class Mutations {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("\"[^\"\\n]{0,80}\"|[A-Za-z_][A-Za-z_.0-9]*");

    /** What stands where a number or a word stood. */
    static final List<String> VALUES = List.of(
            "0",
            "1",
            "-1",
            "2",
            "7",
            "62",
            "63",
            "64",
            "255",
            "256",
            "4096",
            "65535",
            "65536",
            "-128",
            "2147483647",
            "2147483648",
            "-2147483648",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "18446744073709551616",
            "999999999",
            "1e999",
            "1.5",
            "-0",
            "007",
            "0x1F",
            "NaN",
            "Infinity",
            "null",
            "true",
            "\"\"",
            "\"\u0000\"",
            "[]",
            "{}",
            "[null]",
            "[[[[[]]]]]",
            "",
            " ",
            "\"\\ud800\"",
            "\u0662\u0663",
            "9".repeat(400),
            "[".repeat(2000),
            "\"" + "x".repeat(3000) + "\"",
            "#",
            "=",
            ",",
            "\t");

    private static final List<String> NODES = List.of(
            "null",
            "0",
            "1",
            "-1",
            "-5",
            "7",
            "99",
            "2147483647",
            "2147483648",
            "-9223372036854775808",
            "1.5",
            "1e300",
            "true",
            "\"\"",
            "\"0x10\"",
            "\"loihi\"",
            "[]",
            "[null]",
            "[[]]",
            "[0,0,0,0,0]",
            "{}",
            "{\"x\":null}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Mutations() {}

    /** Lines of JSON, one of them with another value in one place or none there; else a text with changes. */
    public static byte[] json(String sound, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return text(sound, random);
        }
        boolean lines = sound.lines().findFirst().orElse("").endsWith("}");
        String[] all = lines ? sound.split("\n") : new String[] {sound};
        int which = random.nextInt(all.length);
        try {
            JsonNode root = JSON.readTree(all[which]);
            List<JsonNode> holders = new ArrayList<>();
            collect(root, holders);
            JsonNode holder = holders.get(random.nextInt(holders.size()));
            JsonNode value = JSON.readTree(NODES.get(random.nextInt(NODES.size())));
            if (holder instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(6) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, value);
                }
            } else if (holder instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), value);
            }
            all[which] = JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(sound, e);
        }
        return (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(below -> collect(below, holders));
        }
    }

    /** A text with up to four changes. */
    public static byte[] text(String sound, SplittableRandom random) {
        String text = sound;
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            text = change(text, random);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(8) == 0 ? bytes(bytes, random) : bytes;
    }

    private static String change(String text, SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2:
                return replace(text, NUMBER, VALUES.get(random.nextInt(VALUES.size())), random);
            case 3:
                return replace(text, WORD, VALUES.get(random.nextInt(VALUES.size())), random);
            case 4:
                return lines(text, random);
            case 5: {
                // A number or word by another one of the same text.
                List<String> words = (random.nextBoolean() ? NUMBER : WORD)
                        .matcher(text)
                        .results()
                        .limit(200)
                        .map(MatchResult::group)
                        .toList();
                return words.isEmpty()
                        ? text
                        : replace(
                                text,
                                random.nextBoolean() ? NUMBER : WORD,
                                words.get(random.nextInt(words.size())),
                                random);
            }
            case 6: {
                int at = random.nextInt(text.length() + 1);
                return text.substring(0, at) + VALUES.get(random.nextInt(VALUES.size())) + text.substring(at);
            }
            default: {
                int from = random.nextInt(text.length() + 1);
                int to = from + random.nextInt(Math.min(40, text.length() - from) + 1);
                return text.substring(0, from) + text.substring(to);
            }
        }
    }

    private static String replace(String text, Pattern of, String by, SplittableRandom random) {
        List<MatchResult> found = of.matcher(text).results().limit(2000).toList();
        if (found.isEmpty()) {
            return text + by;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + by + text.substring(one.end());
    }

    private static String lines(String text, SplittableRandom random) {
        String[] lines = text.split("\n", -1);
        int a = random.nextInt(lines.length);
        int b = random.nextInt(lines.length);
        switch (random.nextInt(4)) {
            case 0:
                lines[a] = lines[a] + "\n" + lines[b];
                break;
            case 1:
                String kept = lines[a];
                lines[a] = lines[b];
                lines[b] = kept;
                break;
            case 2:
                return text.replace("\n", "\r\n");
            default:
                lines[a] = "";
                break;
        }
        return String.join("\n", lines);
    }

    /** Bytes with one to four changes. */
    public static byte[] bytes(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0:
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                    break;
                case 1:
                    bytes[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
                    break;
                case 2:
                    bytes = Arrays.copyOf(bytes, at);
                    break;
                case 3:
                    bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(300));
                    break;
                case 4:
                    System.arraycopy(bytes, 0, bytes, at, Math.min(at, bytes.length - at));
                    break;
                default:
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) random.nextInt(256));
                    break;
            }
        }
        return bytes;
    }
}
