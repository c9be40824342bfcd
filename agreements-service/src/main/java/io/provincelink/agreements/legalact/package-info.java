/** Unilateral acts on which agreements and programmes rest: laws, decrees, decisions, resolutions, directives. */
@NullMarked
package io.provincelink.agreements.legalact;

import org.jspecify.annotations.NullMarked;
