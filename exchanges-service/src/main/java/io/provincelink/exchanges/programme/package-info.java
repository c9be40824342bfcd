/** What is known here of the programmes that agreements-service keeps: their periods, from its public feed. */
@NullMarked
package io.provincelink.exchanges.programme;

import org.jspecify.annotations.NullMarked;
