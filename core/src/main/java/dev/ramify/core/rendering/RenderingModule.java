package dev.ramify.core.rendering;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import dev.ramify.core.rendering.report.ReportRenderer;

/** Binds the renderers of figures and reports. */
public final class RenderingModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(FigureRenderer.class).in(Scopes.SINGLETON);
        bind(ReportRenderer.class).in(Scopes.SINGLETON);
    }
}
