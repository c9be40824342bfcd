/** The words that all services share: texts in three languages, figures with their qualifier, periods, sources, bodies. */
@NullMarked
package io.provincelink.kit.words;

import org.jspecify.annotations.NullMarked;
