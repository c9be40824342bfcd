/** The life of an agreement: its dated actions, which of them are possible when, and where it stands on any day. */
@NullMarked
package io.provincelink.agreements.agreement.life;

import org.jspecify.annotations.NullMarked;
