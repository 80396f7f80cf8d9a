package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Tells the kinds of merges apart; all must be dealt with, or the code does not compile.
 *
 * @param <R> what is made of a merge
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface MergeVisitor<R> {

    /** Visit a concatenation. */
    R concat(Merge.Concat merge);

    /** Visit a sum. */
    R sum(Merge.Sum merge);

    /** Visit a product. */
    R product(Merge.Product merge);

    /** Visit gated branches. */
    R gated(Merge.Gated merge);
}
