package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The compiler keeps a module to what its descriptor requires; this keeps the descriptors to the direction of the
 * house.
 */
class DependencyDirectionTest {

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "org.biograd.spec", Set.of(),
            "org.biograd.fixedpoint", Set.of("org.biograd.spec"),
            "org.biograd.reference",
                    Set.of(
                            "org.biograd.spec",
                            "org.apache.commons.numbers.core",
                            "org.apache.commons.numbers.fraction"),
            "org.biograd.loihi", Set.of("org.biograd.spec", "org.biograd.fixedpoint"));

    @Test
    void modulesRequireWhatTheHouseAllows() {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (ClassFiles.ClassFile file : ClassFiles.all()) {
            if (file.name().equals("module-info.class")) {
                ModuleDescriptor module = ModuleDescriptor.read(ByteBuffer.wrap(file.bytes()));
                modules.put(
                        module.name(),
                        module.requires().stream()
                                .map(ModuleDescriptor.Requires::name)
                                .filter(name -> !name.equals("java.base"))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        assertTrue(modules.size() >= 3, "the modules of the house: " + modules.keySet());
        modules.forEach((name, required) -> {
            Set<String> allowed = ALLOWED.get(name);
            assertTrue(allowed != null, "module " + name + " has no place in the house");
            Set<String> tooMany = new TreeSet<>(required);
            tooMany.removeAll(allowed);
            assertEquals(Set.of(), tooMany, name + " requires what it must not");
        });
    }
}
