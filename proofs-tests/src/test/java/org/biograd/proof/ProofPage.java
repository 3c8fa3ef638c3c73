package org.biograd.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.biograd.house.SpecText;
import org.biograd.proof.prove.Case;
import org.biograd.proof.prove.Cases;
import org.biograd.proof.prove.Lemma;

/** The page of the proofs: {@code page.md} of the resources, and in it the tables of what was proven. */
final class ProofPage {

    private static final String FAST = "fixedpoint/src/main/java/org/biograd/fixedpoint/fast";
    private static final Pattern HELD = Pattern.compile("Held equal by[\\s*]*\\{@code[\\s*]*(\\w+)}");

    private static final String OPEN = """
            These claims no solver has decided in the time that a proof is given. They are stated, tried on thousands of
            random values against the code, and refute their planted fault; they are **not proven**.

            """;

    private ProofPage() {}

    static String text(Verdicts verdicts) {
        String page = resource("page.md");
        page = page.replace("@claims@\n", claims(verdicts));
        page = page.replace("@open@\n", open());
        page = page.replace("@fast@\n", fastForms());
        page = page.replace("@faults@\n", faults(verdicts));
        page = page.replace("@lemmas@\n", lemmas());
        return page;
    }

    private static String claims(Verdicts verdicts) {
        StringBuilder text = new StringBuilder();
        text.append("| clause | proven | for all | lemmas | took | also by | claim |\n|---|---|---|---|---|---|---|\n");
        for (Case c : Cases.all()) {
            if (c.proof().open()) {
                continue;
            }
            row(
                    text,
                    String.join(", ", c.proof().clauses()),
                    c.proof().says(),
                    c.proof().inputs(),
                    c.lemmas().stream()
                            .map(Lemma::name)
                            .map(String::toLowerCase)
                            .collect(Collectors.joining(", ")),
                    c.proof().slow() ? "longer" : "< 5 s",
                    verdicts.of(c.name()).second(),
                    "`" + c.name() + "`");
        }
        return text.toString();
    }

    private static String open() {
        if (Cases.all().stream().noneMatch(c -> c.proof().open())) {
            return "No claim is: a solver has decided each of them in the time that it is given.\n";
        }
        StringBuilder text = new StringBuilder(OPEN);
        text.append("| clause | claimed | for all | claim |\n|---|---|---|---|\n");
        for (Case c : Cases.all()) {
            if (c.proof().open()) {
                row(
                        text,
                        String.join(", ", c.proof().clauses()),
                        c.proof().says(),
                        c.proof().inputs(),
                        "`" + c.name() + "`");
            }
        }
        return text.toString();
    }

    /** Every fast class, the claims that call it and are proven, and the test that its comment names. */
    private static String fastForms() {
        Map<String, List<String>> claims = new TreeMap<>();
        for (Case c : Cases.all()) {
            for (String callee : c.callees()) {
                if (!c.proof().open()) {
                    claims.computeIfAbsent(callee, k -> new ArrayList<>()).add("`" + c.name() + "`");
                }
            }
        }
        StringBuilder text = new StringBuilder();
        text.append("| class | equal to the plain form in these claims | held equal by |\n|---|---|---|\n");
        try (Stream<Path> files = Files.list(SpecText.root().resolve(FAST))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Matcher test = HELD.matcher(Files.readString(file));
                if (test.find()) {
                    List<String> proven = claims.getOrDefault("org/biograd/fixedpoint/fast/" + name, List.of("-"));
                    row(text, "`" + name + "`", String.join(", ", proven), "`" + test.group(1) + "`");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String faults(Verdicts verdicts) {
        StringBuilder text = new StringBuilder();
        text.append("| claim | fault | in | refuted at |\n|---|---|---|---|\n");
        for (Case c : Cases.all()) {
            String file = c.planted().in();
            row(
                    text,
                    "`" + c.name() + "`",
                    c.planted().value(),
                    "`" + file.substring(file.lastIndexOf('/') + 1) + "`",
                    verdicts.of(c.name()).counterexample());
        }
        return text.toString();
    }

    private static String lemmas() {
        StringBuilder text = new StringBuilder();
        text.append("| lemma | of all integers |\n|---|---|\n");
        Arrays.stream(Lemma.values()).forEach(l -> row(text, l.name().toLowerCase(), l.sentence()));
        return text.toString();
    }

    private static void row(StringBuilder text, String... cells) {
        List<String> escaped =
                Arrays.stream(cells).map(cell -> cell.replace("|", "\\|")).toList();
        text.append("| ").append(String.join(" | ", escaped)).append(" |\n");
    }

    private static String resource(String name) {
        try (InputStream in = ProofPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
