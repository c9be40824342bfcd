/** What an aid coordinator asks of all projects together: who works where, with how much, and who does the same. */
@NullMarked
package io.provincelink.agreements.coordination;

import org.jspecify.annotations.NullMarked;
