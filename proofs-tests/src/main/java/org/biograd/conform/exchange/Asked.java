package org.biograd.conform.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A case on its way.
 *
 * @param group the operation, or whatever else gives up together
 * @param number its place among the cases of its group, from 0
 * @param id what its answer is known by
 * @param line what is sent, with the end of the line
 * @param expected the right answer
 * @param weight how many bytes it holds in memory, about
 */
public record Asked(String group, long number, String id, byte[] line, ObjectNode expected, long weight) {}
