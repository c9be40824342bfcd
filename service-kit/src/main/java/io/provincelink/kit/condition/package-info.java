/** Which parts of an application are well and which are ill, for people. */
@NullMarked
package io.provincelink.kit.condition;

import org.jspecify.annotations.NullMarked;
