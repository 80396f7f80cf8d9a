package dev.ramify.api.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTests {

    private final Subject subject = Subject.branch("left").and(Subject.FAMILY, "colour");

    @Test
    void printsItsPartsInOrder() {
        assertThat(subject).hasToString("branch=left family=colour");
        assertThat(Subject.layer()).hasToString("layer");
    }

    @Test
    void findsAPartByItsKind() {
        assertThat(subject.part(Subject.BRANCH)).contains("left");
        assertThat(subject.part(Subject.PROPERTY)).isEmpty();
    }
}
