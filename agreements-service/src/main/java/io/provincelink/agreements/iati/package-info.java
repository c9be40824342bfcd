/** Projects of assistance as activities of the International Aid Transparency Initiative, version 2.03. */
@NullMarked
package io.provincelink.agreements.iati;

import org.jspecify.annotations.NullMarked;
