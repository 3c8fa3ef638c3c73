package org.biograd.house;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.biograd.spec.Clause;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The {@code @Clause} marks of some class files: which top-level classes bear the mark of which clause, in which form.
 */
final class ClauseMarks {

    private static final String MARK = "Lorg/biograd/spec/Clause;";

    private final Map<String, Map<Clause.Form, Set<String>>> classes = new TreeMap<>();

    private ClauseMarks() {}

    static ClauseMarks of(List<ClassFiles.ClassFile> files) {
        ClauseMarks marks = new ClauseMarks();
        for (ClassFiles.ClassFile file : files) {
            marks.read(file);
        }
        return marks;
    }

    /** The ids that are marked anywhere. */
    Set<String> ids() {
        return classes.keySet();
    }

    /** The top-level classes, as paths like {@code org/biograd/spec/Shape}, that bear the mark of a clause. */
    Set<String> classes(String id) {
        Set<String> all = new TreeSet<>();
        for (Clause.Form form : Clause.Form.values()) {
            all.addAll(classes(id, form));
        }
        return all;
    }

    /** Those that bear it in a form. */
    Set<String> classes(String id, Clause.Form form) {
        return classes.getOrDefault(id, Map.of()).getOrDefault(form, Set.of());
    }

    private void read(ClassFiles.ClassFile file) {
        String name = file.name().substring(0, file.name().length() - ".class".length());
        int nested = name.indexOf('$');
        String topLevel = nested < 0 ? name : name.substring(0, nested);
        new ClassReader(file.bytes())
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                                return mark(topLevel, descriptor);
                            }

                            @Override
                            public FieldVisitor visitField(
                                    int access, String field, String descriptor, String signature, Object value) {
                                return new FieldVisitor(Opcodes.ASM9) {
                                    @Override
                                    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                                        return mark(topLevel, annotation);
                                    }
                                };
                            }

                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                                        return mark(topLevel, annotation);
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private AnnotationVisitor mark(String topLevel, String descriptor) {
        return descriptor.equals(MARK) ? new Mark(topLevel) : null;
    }

    /** Reads one mark. */
    private final class Mark extends AnnotationVisitor {

        private final String topLevel;
        private final List<String> ids = new ArrayList<>();
        private Clause.Form form = Clause.Form.PLAIN;

        Mark(String topLevel) {
            super(Opcodes.ASM9);
            this.topLevel = topLevel;
        }

        @Override
        public AnnotationVisitor visitArray(String element) {
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String name, Object value) {
                    ids.add((String) value);
                }
            };
        }

        @Override
        public void visitEnum(String element, String descriptor, String value) {
            form = Clause.Form.valueOf(value);
        }

        @Override
        public void visitEnd() {
            for (String id : ids) {
                classes.computeIfAbsent(id, key -> new EnumMap<>(Clause.Form.class))
                        .computeIfAbsent(form, key -> new TreeSet<>())
                        .add(topLevel);
            }
        }
    }
}
