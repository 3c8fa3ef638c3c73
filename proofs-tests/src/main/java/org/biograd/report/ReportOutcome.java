package org.biograd.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a report.
 *
 * @param page where its page is
 * @param plotsMissing why the page has no plots, where it has none
 */
public record ReportOutcome(Path page, Optional<String> plotsMissing) {}
