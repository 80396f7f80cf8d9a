package dev.ramify.core.rendering;

import com.google.inject.AbstractModule;
import dev.ramify.core.rendering.report.ReportRenderer;

/** Binds the renderers of figures and reports. */
public final class RenderingModule extends AbstractModule {

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bind(FigureRenderer.class);
        bind(ReportRenderer.class);
    }
}
