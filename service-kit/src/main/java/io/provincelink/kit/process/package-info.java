/** The life of the process itself. */
@NullMarked
package io.provincelink.kit.process;

import org.jspecify.annotations.NullMarked;
