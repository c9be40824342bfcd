/** What day it is: in Asia/Ho_Chi_Minh, from a clock that a test can set. */
@NullMarked
package io.provincelink.kit.time;

import org.jspecify.annotations.NullMarked;
