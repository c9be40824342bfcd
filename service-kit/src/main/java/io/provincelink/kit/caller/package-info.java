/** Who is calling: region, body and roles out of the token, and for whom that caller may act. */
@NullMarked
package io.provincelink.kit.caller;

import org.jspecify.annotations.NullMarked;
