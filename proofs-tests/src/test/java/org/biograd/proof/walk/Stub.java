package org.biograd.proof.walk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An object of which a claim says what its methods return, whatever its code does: a source of draws that may return
 * any draw.
 *
 * @param type the internal name of the interface or class that it stands for
 * @param methods by their names
 */
public record Stub(String type, Map<String, Function<List<Object>, Object>> methods) {}
