package org.biograd.conform;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A program to be tested: answers {@code lif.run}, rightly or with a fault, and misbehaves in the way that its argument
 * names.
 *
 * <p>It reads no more JSON than it has to, and without a library, since it is started often and has to start quickly.
 */
public final class Peer {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    private final List<String> kept = new ArrayList<>();
    private final String manner;
    private final LifFault fault;
    private int count;

    private Peer(String manner, LifFault fault) {
        this.manner = manner;
        this.fault = fault;
    }

    /** The command that starts it. */
    static List<String> command(String manner, LifFault fault) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Peer.class.getName(),
                manner,
                fault.name());
    }

    /** Answers until its input ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Peer(arguments[0], LifFault.valueOf(arguments[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = in.readLine()) != null) {
            count++;
            answer(line);
            out.flush();
        }
        kept.forEach(out::println);
        out.flush();
    }

    /** What stands after a key, up to one of some characters. */
    private static String after(String line, String key, String ends) {
        int from = line.indexOf("\"" + key + "\":") + key.length() + 3;
        int to = from;
        while (ends.indexOf(line.charAt(to)) < 0) {
            to++;
        }
        return line.substring(from, to);
    }

    private static long number(String line, String key) {
        return Long.parseLong(after(line, key, ",}"));
    }

    private void answer(String line) throws IOException, InterruptedException {
        String id = after(line, "id", ",").replace("\"", "");
        String[] inputs = after(line, "a", "]").substring(1).split(",");
        long[] a = Arrays.stream(inputs).mapToLong(Long::parseLong).toArray();
        long[][] signals = fault.run(name -> number(line, name), a);
        String u = "\"u\":" + words(signals[0]);
        String v = "\"v\":" + words(signals[1]);
        String s = "\"s\":" + words(signals[2]);
        String whole = answer("\"" + id + "\"", u + "," + v + "," + s);
        if (id.equals("lif-7")) {
            seventh(whole, u, v, s, signals);
        } else {
            other(whole, line, a.length, u + "," + v);
        }
    }

    private static String words(long[] values) {
        return Arrays.toString(values).replace(" ", "");
    }

    private static String answer(String id, String out) {
        return "{\"id\":" + id + ",\"out\":{" + out + "}}";
    }

    private void seventh(String whole, String u, String v, String s, long[][] signals)
            throws IOException, InterruptedException {
        switch (manner) {
            case "dies" -> {
                System.err.println("cannot bear the seventh");
                System.exit(3);
            }
            case "endless" -> {
                byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
                while (!out.checkError()) {
                    out.write(block);
                }
            }
            case "floods" -> {
                for (int i = 0; i < 1000; i++) {
                    out.println("{\"id\":\"none\"}");
                }
                out.println(whole);
            }
            case "junk" -> out.println("now comes the seventh\n" + whole);
            case "unknown" -> out.println(whole.replace("lif-7", "lif-seven"));
            case "no-id" -> out.println(whole.replace("\"lif-7\"", "7"));
            case "twice" -> out.println(whole + "\n" + whole);
            case "error" -> out.println("{\"id\":\"lif-7\",\"error\":\"seven is too many\"}");
            case "no-out" -> out.println("{\"id\":\"lif-7\"}");
            case "no-signal" -> out.println(answer("\"lif-7\"", u + "," + v));
            case "short" ->
                out.println(answer(
                        "\"lif-7\"",
                        u + ",\"v\":" + words(Arrays.copyOf(signals[1], signals[1].length - 1)) + "," + s));
            default -> other(whole, "", 0, "");
        }
    }

    private void other(String whole, String line, int steps, String uv) throws InterruptedException {
        switch (manner) {
            case "dies-after-90" -> {
                if (count > 90) {
                    System.exit(5);
                }
                out.println(whole);
            }
            case "slow" -> {
                Thread.sleep(60);
                out.println(whole);
            }
            case "remembers" -> out.println(count == 50 ? answer("\"lif-49\"", uv + ",\"s\":[9]") : whole);
            case "in-any-order" -> {
                kept.add(whole);
                if (kept.size() == 10) {
                    Collections.reverse(kept);
                    kept.forEach(out::println);
                    kept.clear();
                }
            }
            case "extra" -> out.println(whole.replaceFirst("\\{", "{\"mood\":\"good\","));
            case "junk" -> out.println(whole + "\n");
            default -> out.println(whole);
        }
    }
}
