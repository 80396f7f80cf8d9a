package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.ActivationFunction;
import java.util.Arrays;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.jspecify.annotations.Nullable;

/** The native library: its engine, and what every primitive is made from. Thread-safe. */
final class Dnn {

    static final memory.data_type FLOAT = memory.data_type.f32;

    private final engine cpu;

    private Dnn(engine cpu) {
        this.cpu = cpu;
    }

    /**
     * Load the library.
     *
     * @throws LinkageError if there is none for this platform
     */
    static Dnn load() {
        return new Dnn(new engine(engine.kind.cpu, 0));
    }

    engine engine() {
        return cpu;
    }

    stream stream() {
        return new stream(cpu);
    }

    /** Return the version, and the instruction set that kernels may use. */
    String version() {
        dnnl_version_t version = dnnl.dnnl_version();
        return "%d.%d.%d, %s"
                .formatted(version.major(), version.minor(), version.patch(), instructions());
    }

    /** Return how many channels the fastest kernels take at a time. */
    int block() {
        return dnnl.dnnl_get_effective_cpu_isa() >= dnnl.dnnl_cpu_isa_avx512_core ? 16 : 8;
    }

    private static String instructions() {
        int isa = dnnl.dnnl_get_effective_cpu_isa();
        if (isa >= dnnl.dnnl_cpu_isa_avx512_core) {
            return "AVX-512";
        }
        return isa >= dnnl.dnnl_cpu_isa_avx2 ? "AVX2" : "SSE4.1";
    }

    /** Describe values whose layout the library may choose. */
    static memory.desc any(long... sizes) {
        return new memory.desc(sizes, FLOAT, memory.format_tag.any);
    }

    /** Describe row-major values. */
    static memory.desc plain(long... sizes) {
        return strided(sizes, rowMajor(sizes));
    }

    static memory.desc strided(long[] sizes, long[] strides) {
        return new memory.desc(sizes, FLOAT, strides);
    }

    static long[] rowMajor(long... sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= sizes[d];
        }
        return strides;
    }

    static long[] sizes(memory.desc desc) {
        long[] sizes = new long[desc.get_ndims()];
        desc.get_dims().get(sizes);
        return sizes;
    }

    static boolean same(memory.desc one, memory.desc other) {
        return Arrays.equals(sizes(one), sizes(other)) && one.equals(other);
    }

    /** Return the number of floats that values take. */
    static long floats(memory.desc desc) {
        return (desc.get_size() + Float.BYTES - 1) / Float.BYTES;
    }

    /** Attributes of a primitive that takes its working memory from its caller. */
    static primitive_attr attributes() {
        primitive_attr attributes = new primitive_attr();
        attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
        return attributes;
    }

    /** The same, with operations on the result before it is written. */
    static primitive_attr attributes(post_ops after) {
        primitive_attr attributes = attributes();
        attributes.set_post_ops(after);
        return attributes;
    }

    /** Return the argument that is the second operand of an operation on the result. */
    static int after(int operation) {
        return (operation + 1) * dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | dnnl.DNNL_ARG_SRC_1;
    }

    /** Attributes of a primitive whose result may go through an activation function. */
    static primitive_attr activated(@Nullable ActivationFunction function) {
        if (function == null) {
            return attributes();
        }
        post_ops after = new post_ops();
        Elementwise.of(function).append(after);
        return attributes(after);
    }
}
