package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;

/**
 * A primitive of a design: it lacks its arrays alone.
 *
 * @param dnn the library
 * @param name of the operation, for messages
 * @param primitive the code, which several threads may run
 * @param implementation name of what was chosen
 * @param working number of floats of working memory
 * @param workingAt where these lie in the scratch array
 */
record Step(
        Dnn dnn,
        String name,
        primitive primitive,
        String implementation,
        long working,
        long workingAt) {

    static Step of(OneDnnDesign design, primitive_desc_base description) {
        return of(design.dnn(), design.name(), description, design.scratchRoom());
    }

    static Step of(Dnn dnn, String name, primitive_desc_base description, Room scratch) {
        long working = Dnn.floats(description.scratchpad_desc());
        return new Step(
                dnn,
                name,
                new primitive(description.get()),
                implementation(description),
                working,
                scratch.take(working));
    }

    /** Return the name of the implementation that was chosen. */
    static String implementation(primitive_desc_base description) {
        return description.impl_info_str().getString();
    }

    /** Tell whether an implementation is one that is there for completeness, not for speed. */
    static boolean isSlow(primitive_desc_base description) {
        String name = implementation(description);
        return name.contains("ref") || name.contains("gemm");
    }

    /** Tell whether an implementation is the plain loops that the others are tested against. */
    static boolean isReference(primitive_desc_base description) {
        return isReference(implementation(description));
    }

    /** Tell whether the primitive is one of these. */
    boolean isReference() {
        return isReference(implementation);
    }

    private static boolean isReference(String implementation) {
        return implementation.startsWith("ref");
    }

    /** Begin a call with this step's working memory. */
    Call.Builder bind(Bindings bindings) {
        return bind(new Place(bindings.scratch(), workingAt));
    }

    /** Begin a call. */
    Call.Builder bind(Place workingMemory) {
        return new Call.Builder(this, workingMemory);
    }
}
