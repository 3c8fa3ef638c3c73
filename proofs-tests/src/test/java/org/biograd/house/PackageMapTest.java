package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/**
 * The packages have an order, and what stands lower knows nothing of what stands higher: no arrow runs up, none runs
 * in a circle, and one look at a folder tells what is in it (spec/text/architecture.md).
 *
 * <p>An arrow is there where a class file names a class of another package, or a source imports one: the compiler
 * leaves no trace of a constant or of a link in a comment. The templates of pages have no package of ours.
 */
class PackageMapTest {

    private static final String OWN = "org.biograd.";

    /** The layers of {@code proofs-tests}, the lowest first. A package belongs to the layer that it is named after. */
    private static final List<String> LAYERS =
            List.of("io", "report", "data", "model", "train", "kit", "study", "conform", "cli");

    /** What lies below all of them: the other modules. */
    private static final Set<String> BELOW = Set.of("spec", "reference", "fixedpoint", "loihi");

    /** The tag of text in a constant pool. */
    private static final int UTF8 = 1;

    private static final int MOST_FILES = 20;

    /**
     * Packages that are larger: the integers have a class per group of clauses, their fast form one for nearly each of
     * these, the chip's engine one per kind of operand.
     */
    private static final Set<String> LARGER =
            Set.of("org.biograd.fixedpoint", "org.biograd.fixedpoint.fast", "org.biograd.loihi.learning");

    private static final Pattern NAME = Pattern.compile("(org/biograd/(?:[a-z0-9]+/)*)[A-Z]\\w*");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(org\\.biograd(?:\\.[a-z0-9]+)*)\\.[A-Z]", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    /** For each package those that it uses, each with a class that does. */
    private final Map<String, Map<String, String>> arrows = new TreeMap<>();

    /** How many source files each package has, its package-info apart. */
    private final Map<String, Integer> sizes = new TreeMap<>();

    PackageMapTest() throws IOException {
        for (ClassFiles.ClassFile file : ClassFiles.all()) {
            if (!file.test() && file.name().startsWith("org/") && !file.name().endsWith("module-info.class")) {
                readClass(file);
            }
        }
        Path root = SpecText.root();
        for (String module : List.of("spec", "reference", "fixedpoint", "loihi-model", "proofs-tests")) {
            try (Stream<Path> files = Files.walk(root.resolve(module + "/src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    readSource(file);
                }
            }
        }
    }

    private void readClass(ClassFiles.ClassFile file) {
        String from = packageOf(file.name());
        ClassReader reader = new ClassReader(file.bytes());
        // All names and descriptors stand in the constant pool, as text.
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == UTF8) {
                int length = reader.readUnsignedShort(offset);
                Matcher name = NAME.matcher(new String(file.bytes(), offset + 2, length, StandardCharsets.ISO_8859_1));
                while (name.find()) {
                    arrow(from, packageOf(name.group()), file.name());
                }
            }
        }
    }

    private void readSource(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher own = PACKAGE.matcher(text);
        if (!own.find()) {
            assertEquals("module-info.java", file.getFileName().toString(), "a source without a package");
            return;
        }
        if (!file.endsWith("package-info.java")) {
            sizes.merge(own.group(1), 1, Integer::sum);
        }
        Matcher imported = IMPORT.matcher(text);
        while (imported.find()) {
            arrow(own.group(1), imported.group(1), file.getFileName().toString());
        }
    }

    private static String packageOf(String path) {
        return path.substring(0, path.lastIndexOf('/')).replace('/', '.');
    }

    private void arrow(String from, String to, String witness) {
        if (!from.equals(to)) {
            arrows.computeIfAbsent(from, none -> new TreeMap<>()).putIfAbsent(to, witness);
        }
    }

    @Test
    void theMapIsThere() {
        assertTrue(sizes.size() > 30, "packages: " + sizes.keySet());
        assertTrue(
                arrows.get("org.biograd.cli").containsKey("org.biograd.study.verify"),
                "the command uses the studies: " + arrows.get("org.biograd.cli"));
    }

    @Test
    void everyPackageHasAPlace() {
        Set<String> without = new TreeSet<>();
        for (String name : sizes.keySet()) {
            String layer = layer(name);
            if (!LAYERS.contains(layer) && !BELOW.contains(layer)) {
                without.add(name);
            }
        }
        assertEquals(Set.of(), without, "packages that belong to no layer");
    }

    @Test
    void thePageOfTheArchitectureNamesThem() throws IOException {
        String page = Files.readString(SpecText.root().resolve("spec/text/architecture.md"));
        Set<String> unnamed = new TreeSet<>();
        for (String name : sizes.keySet()) {
            String[] parts = name.substring(OWN.length()).split("\\.");
            // What lies deeper has the place of the package that it is part of.
            String shown = parts.length == 1 ? parts[0] : parts[0] + "." + parts[1];
            if (!page.contains("`" + shown + "`")) {
                unnamed.add(shown);
            }
        }
        assertEquals(Set.of(), unnamed, "packages that spec/text/architecture.md does not name");
    }

    @Test
    void noArrowRunsUp() {
        List<String> up = new ArrayList<>();
        arrows.forEach((from, used) -> used.forEach((to, witness) -> {
            if (LAYERS.indexOf(layer(to)) > LAYERS.indexOf(layer(from))) {
                up.add(from + " uses " + to + " (" + witness + ")");
            }
        }));
        assertEquals(List.of(), up, "arrows that run up");
    }

    @Test
    void noArrowsRunInACircle() {
        Map<String, Set<String>> left = new TreeMap<>();
        arrows.forEach((from, used) -> left.put(from, new TreeSet<>(used.keySet())));
        // What uses nothing that is left is in no circle, nor is what nothing that is left uses.
        boolean taken = true;
        while (taken) {
            left.values().forEach(used -> used.retainAll(left.keySet()));
            Set<String> used = new TreeSet<>();
            left.values().forEach(used::addAll);
            taken = left.values().removeIf(Set::isEmpty) | left.keySet().retainAll(used);
        }
        assertEquals(Map.of(), left, "packages that use each other in a circle");
    }

    /** So speed cannot hide what is to be read, and could be deleted. */
    @Test
    void aPackageDoesNotKnowOfTheFastOneBesideIt() {
        Set<String> fast = new TreeSet<>(sizes.keySet());
        fast.removeIf(name -> !name.endsWith(".fast"));
        assertTrue(fast.contains("org.biograd.reference.real.fast"), "fast packages: " + fast);
        List<String> wrong = new ArrayList<>();
        for (String name : fast) {
            String plain = name.substring(0, name.lastIndexOf('.'));
            assertTrue(arrows.get(name).containsKey(plain), name + " does not use " + plain);
            String witness = arrows.get(plain).get(name);
            if (witness != null) {
                wrong.add(plain + " uses " + name + " (" + witness + ")");
            }
        }
        assertEquals(List.of(), wrong, "plain packages that know of fast ones");
    }

    @Test
    void noPackageIsTooLargeToBeTakenInAtOnce() {
        Map<String, Integer> large = new TreeMap<>(sizes);
        large.values().removeIf(size -> size <= MOST_FILES);
        large.keySet().removeAll(LARGER);
        assertEquals(Map.of(), large, "packages of more than " + MOST_FILES + " files");
    }

    private static String layer(String name) {
        return name.substring(OWN.length()).split("\\.")[0];
    }
}
