package org.biograd.conform.shrink;

import java.util.Optional;

/**
 * The first task of a training that a program does wrongly.
 *
 * @param words which, and what is wrong with it
 * @param clause the clause to look at, where no case shows it; else empty
 * @param shown a case of that task alone that fails too, where there is one, made small
 */
public record FirstTask(String words, String clause, Optional<Failure> shown) {}
