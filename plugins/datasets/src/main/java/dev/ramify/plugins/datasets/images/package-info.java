/** Folders of PNG and JPEG images, one folder per class. */
@NullMarked
package dev.ramify.plugins.datasets.images;

import org.jspecify.annotations.NullMarked;
