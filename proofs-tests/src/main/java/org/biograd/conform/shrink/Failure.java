package org.biograd.conform.shrink;

import org.biograd.conform.judge.Finding;

/**
 * The first case of an operation that failed, and what it could be reduced to.
 *
 * @param first the case as it was drawn
 * @param smallest the smallest that still fails; the same where none smaller was found
 * @param tried how many cases were asked on the way
 * @param again whether the case failed when it was asked again by itself, in a new process
 */
public record Failure(Finding first, Finding smallest, long tried, boolean again) {}
