package org.biograd.proof.prove;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.biograd.proof.term.Evaluator;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Classes;

/** Runs the calls of a scene on the real classes, with values for its variables, and compares with the walker. */
final class Replay {

    private Replay() {}

    /** What differs; null where walker and code agree in results, arrays and fields. */
    static String difference(Scene scene, Evaluator values) {
        Classes classes = scene.walker().classes();
        try {
            for (Call call : scene.calls()) {
                String difference = difference(call, classes, values);
                if (difference != null) {
                    return call.owner() + "." + call.method() + ": " + difference;
                }
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the calls cannot be replayed", e);
        }
    }

    private static String difference(Call call, Classes classes, Evaluator values) throws ReflectiveOperationException {
        JavaValues java = new JavaValues(classes, values);
        Class<?> owner = classes.type(call.owner());
        List<Object> before = call.before();
        Executable method = JavaValues.method(owner, call.method(), before.size());
        boolean constructs = method instanceof Constructor<?>;
        int first = Modifier.isStatic(method.getModifiers()) ? 0 : 1;
        Object receiver = first == 0 || constructs ? null : java.of(before.get(0), owner);
        Object[] arguments = new Object[before.size() - first];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = java.of(before.get(first + i), method.getParameterTypes()[i]);
        }
        boolean fails = call.failures().stream().anyMatch(values::holds);
        Object result = null;
        try {
            if (method instanceof Constructor<?> constructor) {
                receiver = constructor.newInstance(arguments);
            } else {
                result = ((Method) method).invoke(receiver, arguments);
            }
        } catch (InvocationTargetException e) {
            return fails ? null : "throws " + e.getCause() + ", the walker does not";
        }
        if (fails) {
            return "throws nothing, the walker has an exception";
        }
        if (call.result() != null) {
            String difference = java.difference("the result", result, call.result());
            if (difference != null) {
                return difference;
            }
        }
        for (int i = 0; i < before.size(); i++) {
            Object actual = i < first ? receiver : arguments[i - first];
            // A constructor sets what it sets: what a claim says of other fields stands for an older object.
            if (!(before.get(i) instanceof Term) && !constructs) {
                String difference =
                        java.difference("argument " + i, actual, call.after().get(i));
                if (difference != null) {
                    return difference;
                }
            }
        }
        return null;
    }
}
