package org.biograd.house;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds every trace of floating point in a class file: types, constants, instructions and calls. */
final class FloatingPoint {

    /** Every instruction on floats or doubles, whose name says so: FADD, I2D, DRETURN. */
    private static final Map<Integer, String> INSTRUCTIONS = instructions();

    private final List<String> found = new ArrayList<>();
    private final String className;

    private FloatingPoint(String className) {
        this.className = className;
    }

    /** What is found, one line each, as {@code class.member: what}; in the order of the class file. */
    static List<String> in(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        FloatingPoint finder = new FloatingPoint(reader.getClassName());
        reader.accept(finder.new OfClass(), ClassReader.EXPAND_FRAMES);
        return finder.found;
    }

    private static Map<Integer, String> instructions() {
        String conversion = "[ILFD]2[FD]|[FD]2[IL]";
        String typed = "[FD](CONST_.|LOAD|STORE|ALOAD|ASTORE|ADD|SUB|MUL|DIV|REM|NEG|CMP[LG]|RETURN)";
        Map<Integer, String> names = new HashMap<>();
        for (Field field : Opcodes.class.getFields()) {
            if (field.getName().matches(conversion + "|" + typed)) {
                try {
                    names.put(field.getInt(null), field.getName());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return names;
    }

    private void report(String member, String what) {
        found.add(className + "." + member + ": " + what);
    }

    private static boolean floats(Type type) {
        switch (type.getSort()) {
            case Type.FLOAT:
            case Type.DOUBLE:
                return true;
            case Type.ARRAY:
                return floats(type.getElementType());
            case Type.OBJECT:
                return floatingClass(type.getInternalName());
            case Type.METHOD:
                for (Type argument : type.getArgumentTypes()) {
                    if (floats(argument)) {
                        return true;
                    }
                }
                return floats(type.getReturnType());
            default:
                return false;
        }
    }

    /** Classes that hold floating-point values, or whose functions compute with them. */
    private static boolean floatingClass(String name) {
        return name.equals("java/lang/Float")
                || name.equals("java/lang/Double")
                || name.startsWith("java/util/function/Double")
                || name.equals("java/util/stream/DoubleStream")
                || name.equals("java/lang/StrictMath");
    }

    private final class OfClass extends ClassVisitor {

        OfClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            if (floats(Type.getType(descriptor)) || value instanceof Float || value instanceof Double) {
                report(name, "field of type " + descriptor);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            if (floats(Type.getMethodType(descriptor))) {
                report(name + descriptor, "signature");
            }
            return new OfMethod(name + descriptor);
        }
    }

    private final class OfMethod extends MethodVisitor {

        private final String member;

        OfMethod(String member) {
            super(Opcodes.ASM9);
            this.member = member;
        }

        private void check(String what, Type type) {
            if (floats(type)) {
                report(member, what + " " + type.getDescriptor());
            }
        }

        private void opcode(int opcode) {
            String name = INSTRUCTIONS.get(opcode);
            if (name != null) {
                report(member, name);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            opcode(opcode);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            opcode(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY && (operand == Opcodes.T_FLOAT || operand == Opcodes.T_DOUBLE)) {
                report(member, "new array");
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            check("type", Type.getObjectType(type));
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            check("new array", Type.getType(descriptor));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            check("access to", Type.getType(descriptor));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
            if (floats(Type.getMethodType(descriptor)) || floatingClass(owner)) {
                report(member, "call of " + owner + "." + name + descriptor);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            check("dynamic call", Type.getMethodType(descriptor));
            for (Object argument : arguments) {
                visitLdcInsn(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Float || value instanceof Double) {
                report(member, "constant " + value);
            } else if (value instanceof Type) {
                check("constant", (Type) value);
            } else if (value instanceof Handle) {
                Handle handle = (Handle) value;
                visitMethodInsn(0, handle.getOwner(), handle.getName(), methodDescriptor(handle), false);
            } else if (value instanceof ConstantDynamic) {
                check("constant", Type.getType(((ConstantDynamic) value).getDescriptor()));
            }
        }

        private String methodDescriptor(Handle handle) {
            return handle.getDesc().startsWith("(") ? handle.getDesc() : "()" + handle.getDesc();
        }

        @Override
        public void visitLocalVariable(
                String name, String descriptor, String signature, Label start, Label end, int index) {
            if (!name.equals("this")) {
                check("local " + name, Type.getType(descriptor));
            }
        }

        @Override
        public void visitFrame(int kind, int locals, Object[] local, int stacked, Object[] stack) {
            for (Object[] types : new Object[][] {local, stack}) {
                for (Object type : types) {
                    if (Opcodes.FLOAT.equals(type) || Opcodes.DOUBLE.equals(type)) {
                        report(member, "a float on the stack or in a local");
                    }
                }
            }
        }
    }
}
