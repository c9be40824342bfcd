/** Records that name others of their kind: what they lead to, and that no way leads back. */
@NullMarked
package io.provincelink.agreements.link;

import org.jspecify.annotations.NullMarked;
