/** The suite's own processes: how a JVM child is started cheaply, waited for, ended and never left behind. */
@NullMarked
package io.provincelink.local.process;

import org.jspecify.annotations.NullMarked;
