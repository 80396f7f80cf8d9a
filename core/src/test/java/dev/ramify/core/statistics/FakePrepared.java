package dev.ramify.core.statistics;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A prepared metric that is made of functions. */
record FakePrepared(
        List<Subject> subjects,
        Function<Assignment, double[]> scoring,
        @Nullable Function<Assignment, double[]> exact,
        @Nullable Double bound,
        IntPredicate participants,
        List<Description> descriptions)
        implements PreparedMetric {

    static FakePrepared layer(Function<Assignment, Double> scoring) {
        return new FakePrepared(
                List.of(Subject.layer()),
                assignment -> new double[] {scoring.apply(assignment)},
                null,
                null,
                unit -> true,
                List.of());
    }

    static FakePrepared of(List<Subject> subjects, Function<Assignment, double[]> scoring) {
        return new FakePrepared(subjects, scoring, null, null, unit -> true, List.of());
    }

    FakePrepared withExact(Function<Assignment, double[]> p) {
        return new FakePrepared(subjects, scoring, p, bound, participants, descriptions);
    }

    FakePrepared withCeiling(double ceiling) {
        return new FakePrepared(subjects, scoring, exact, ceiling, participants, descriptions);
    }

    FakePrepared among(IntPredicate units) {
        return new FakePrepared(subjects, scoring, exact, bound, units, descriptions);
    }

    FakePrepared describing(List<Description> more) {
        return new FakePrepared(subjects, scoring, exact, bound, participants, more);
    }

    @Override
    public double[] score(Assignment assignment) {
        return scoring.apply(assignment);
    }

    @Override
    public Optional<double[]> exactP(Assignment assignment) {
        return Optional.ofNullable(exact).map(function -> function.apply(assignment));
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return IntStream.range(0, subjects.size())
                .mapToDouble(s -> bound == null ? Double.NaN : bound)
                .toArray();
    }

    @Override
    public boolean takesPart(int unit) {
        return participants.test(unit);
    }

    @Override
    public String reason(int subject) {
        return "no value for " + subjects.get(subject);
    }
}
