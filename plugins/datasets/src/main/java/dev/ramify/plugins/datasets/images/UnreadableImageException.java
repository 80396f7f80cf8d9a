package dev.ramify.plugins.datasets.images;

/** Says why a file cannot be used as an image, and what to do. */
final class UnreadableImageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnreadableImageException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
