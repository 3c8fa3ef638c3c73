package org.biograd.house;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project's own class files, wherever the class path has them: in folders within a build of all modules, else in
 * jars.
 */
final class ClassFiles {

    /**
     * One class file.
     *
     * @param name its path below the root, for example {@code org/biograd/spec/Shape.class}
     * @param test whether it comes from where the tests are
     */
    record ClassFile(String name, boolean test, byte[] bytes) {}

    private static final String OWN = "org/biograd/";

    private ClassFiles() {}

    /** All class files of the project, and the module descriptors next to them. */
    static List<ClassFile> all() {
        Path tests = Path.of(location(ClassFiles.class));
        List<ClassFile> all = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            boolean test = path.equals(tests);
            try {
                if (Files.isDirectory(path)) {
                    all.addAll(inFolder(path, test));
                } else if (path.toString().endsWith(".jar") && Files.isRegularFile(path)) {
                    all.addAll(inJar(path, test));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(entry, e);
            }
        }
        return all;
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ClassFile> inFolder(Path folder, boolean test) throws IOException {
        if (!Files.isDirectory(folder.resolve(OWN))) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".class")).collect(Collectors.toList());
        }
        List<ClassFile> found = new ArrayList<>();
        for (Path file : files) {
            found.add(new ClassFile(
                    folder.relativize(file).toString().replace(File.separatorChar, '/'),
                    test,
                    Files.readAllBytes(file)));
        }
        return found;
    }

    private static List<ClassFile> inJar(Path file, boolean test) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .collect(Collectors.toList());
            if (entries.stream().noneMatch(entry -> entry.getName().startsWith(OWN))) {
                return List.of();
            }
            List<ClassFile> found = new ArrayList<>();
            for (JarEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    found.add(new ClassFile(entry.getName(), test, in.readAllBytes()));
                }
            }
            return found;
        }
    }
}
