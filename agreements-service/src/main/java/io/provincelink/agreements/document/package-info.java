/** The documents of agreements: taken in, examined, kept in versions, given out whole or in part, and their text by articles. */
@NullMarked
package io.provincelink.agreements.document;

import org.jspecify.annotations.NullMarked;
