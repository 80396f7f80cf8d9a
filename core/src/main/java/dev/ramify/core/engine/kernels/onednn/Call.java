package dev.ramify.core.engine.kernels.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/** A primitive with its arrays. Running it makes no objects. Not thread-safe. */
final class Call {

    private final String name;
    private final dnnl_primitive primitive;
    private final dnnl_stream stream;
    private final dnnl_exec_arg_t arguments;
    private final int count;
    private final Moving[] moving;

    // Native memory lives as long as the Java objects that stand for it.
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final Builder kept;

    private Call(Builder builder) {
        kept = builder;
        name = builder.step.name();
        primitive = builder.step.primitive().get();
        stream = builder.stream.get();
        count = builder.numbers.size();
        arguments = new dnnl_exec_arg_t(count);
        for (int i = 0; i < count; i++) {
            arguments.position(i).arg(builder.numbers.get(i)).memory(builder.memories.get(i).get());
        }
        arguments.position(0);
        moving = builder.moving.toArray(Moving[]::new);
    }

    /** Run on one of the pieces that the moving arrays are cut into. */
    void run(int piece) {
        for (Moving each : moving) {
            each.to(piece);
        }
        run();
    }

    void run() {
        int status = dnnl.dnnl_primitive_execute(primitive, stream, count, arguments);
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException(
                    "oneDNN failed in layer '%s' with status %d".formatted(name, status));
        }
    }

    /** Run calls one after another. */
    static void run(Call[] calls) {
        for (Call call : calls) {
            call.run();
        }
    }

    /** A pointer to an address. */
    private static final class Address extends Pointer {

        Address(long address) {
            super((Pointer) null);
            to(address);
        }

        final void to(long address) {
            this.address = address;
        }
    }

    /** An array that is another part of a larger one from piece to piece. */
    private static final class Moving {

        private final dnnl_memory memory;
        private final Address address;
        private final long first;
        private final long stride;
        private final int period;

        Moving(memory memory, long first, long stride, int period) {
            this.memory = memory.get();
            this.address = new Address(first);
            this.first = first;
            this.stride = stride * Float.BYTES;
            this.period = period;
        }

        void to(int piece) {
            address.to(first + piece % period * stride);
            dnnl.dnnl_memory_set_data_handle(memory, address);
        }
    }

    /** Gathers the arrays of a call. */
    static final class Builder {

        private final Step step;
        private final stream stream;
        private final List<Integer> numbers = new ArrayList<>();
        private final List<memory> memories = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();
        private final List<Moving> moving = new ArrayList<>();

        Builder(Step step, Place working) {
            this.step = step;
            this.stream = step.dnn().stream();
            if (step.working() > 0) {
                with(dnnl.DNNL_ARG_SCRATCHPAD, bytes(step.working()), working);
            }
        }

        /**
         * Give an array.
         *
         * @param number which argument of the primitive
         * @param desc how the array lies in memory
         */
        Builder with(int number, memory.desc desc, Place place) {
            numbers.add(number);
            memories.add(new memory(desc, step.dnn().engine(), new Address(place.address())));
            places.add(place);
            return this;
        }

        /** Give an array that is cut into pieces. */
        Builder moving(int number, Slices slices, Place first) {
            return moving(number, slices.desc(), first, slices.floats(), slices.count());
        }

        /** Give values of all channels, of which a piece takes those of its own channels. */
        Builder perPart(int number, Slices slices, memory.desc channel, Place first) {
            return moving(number, channel, first, slices.channels(), slices.parts());
        }

        /** Give values of channels, two for each channel of each piece. */
        Builder perPiece(int number, Slices slices, memory.desc channel, Place first) {
            return moving(number, channel, first, 2L * slices.channels(), slices.count());
        }

        private Builder moving(int number, memory.desc desc, Place first, long stride, int period) {
            with(number, desc, first);
            memory memory = memories.get(memories.size() - 1);
            moving.add(new Moving(memory, first.address(), stride, period));
            return this;
        }

        Call build() {
            return new Call(this);
        }

        private static memory.desc bytes(long floats) {
            return new memory.desc(
                    new long[] {floats * Float.BYTES}, memory.data_type.u8, memory.format_tag.a);
        }
    }
}
