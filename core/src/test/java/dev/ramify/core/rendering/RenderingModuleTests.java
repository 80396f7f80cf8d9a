package dev.ramify.core.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.ramify.core.rendering.report.ReportRenderer;
import org.junit.jupiter.api.Test;

class RenderingModuleTests {

    @Test
    void bothRenderersAreBound() {
        Injector injector = Guice.createInjector(new RenderingModule());
        assertThat(injector.getInstance(FigureRenderer.class)).isNotNull();
        assertThat(injector.getInstance(ReportRenderer.class)).isNotNull();
    }
}
