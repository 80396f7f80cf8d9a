package dev.ramify.core.problem;

import java.util.Locale;

/** The kinds of mistakes, each with a code that stays the same from release to release. */
public enum ProblemCode {
    /** The file cannot be read. */
    UNREADABLE(1),
    /** The file is not text in UTF-8. */
    ENCODING(2),
    /** The file is larger, deeper or more repetitive than any pipeline. */
    EXCESSIVE(3),
    /** The text is not YAML. */
    SYNTAX(4),
    /** A key stands twice in one map. */
    DUPLICATE_KEY(5),
    /** The file says nothing. */
    EMPTY(6),
    /** Something else than expected stands here: a list for a map, text for a number. */
    WRONG_TYPE(101),
    /** A key is missing. */
    MISSING_KEY(102),
    /** No such key is known. */
    UNKNOWN_KEY(103),
    /** No such name is known. */
    UNKNOWN_NAME(104),
    /** A number lies outside its range. */
    OUT_OF_RANGE(105),
    /** A value is refused by what it is an option of. */
    INVALID_VALUE(106),
    /** Two things bear one name. */
    DUPLICATE_NAME(201),
    /** A name refers to nothing. */
    DANGLING_NAME(202),
    /** The network cannot be built. */
    DOES_NOT_FIT(203),
    /** Something that was asked for cannot be measured or drawn. */
    NOT_MEASURABLE(204),
    /** No mistake, but worth knowing before time is spent. */
    WORTH_KNOWING(205),
    /** The data are missing or unsound. */
    NO_DATA(206),
    /** An override names no place in the pipeline. */
    BAD_OVERRIDE(301),
    /** What the pipeline asks for is installed but broken. */
    BROKEN_PLUGIN(401);

    private final int number;

    ProblemCode(int number) {
        this.number = number;
    }

    /** Print as {@code C} and three digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "C%03d", number);
    }
}
