/** Built-in datasets, offered by {@link dev.ramify.plugins.datasets.DatasetsPlugin}. */
@NullMarked
package dev.ramify.plugins.datasets;

import org.jspecify.annotations.NullMarked;
