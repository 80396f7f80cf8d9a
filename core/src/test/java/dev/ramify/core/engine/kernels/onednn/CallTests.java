package dev.ramify.core.engine.kernels.onednn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.core.engine.kernels.Flat;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.junit.jupiter.api.Test;

class CallTests {

    @Test
    void aNativeFailureNamesTheLayer() {
        Dnn dnn = Dnn.load();
        memory.desc rows = Dnn.plain(2, 3);
        memory.desc columns = Dnn.strided(new long[] {2, 3}, new long[] {1, 2});
        Room room = new Room();
        Copy copy = Copy.of(dnn, "columns/b1/conv1", rows, columns, room);
        Call withoutTarget =
                copy.step()
                        .bind(Place.of(Flat.zeros(room.size())))
                        .with(dnnl.DNNL_ARG_FROM, rows, Place.of(Flat.zeros(6)))
                        .build();

        assertThatThrownBy(withoutTarget::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("columns/b1/conv1");
    }
}
