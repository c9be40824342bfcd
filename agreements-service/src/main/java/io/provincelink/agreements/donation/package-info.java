/** Help in kind that one side gave the other. */
@NullMarked
package io.provincelink.agreements.donation;

import org.jspecify.annotations.NullMarked;
