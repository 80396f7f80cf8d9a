package dev.ramify.core.rendering.report;

import jakarta.inject.Inject;

/**
 * Renders a report.
 *
 * <p>Equal reports give equal bytes. Thread-safe.
 */
public final class ReportRenderer {

    @Inject
    public ReportRenderer() {}

    /** Render one HTML file that opens from disk and asks nothing of the network. */
    public RenderedReport render(Report report) {
        return new RenderedReport(ReportPage.of(report));
    }
}
