/** Who does what where: programmes, projects, practices, talks and visits of a service in one list, composed with the others' in the gateway. */
@NullMarked
package io.provincelink.record.activity;

import org.jspecify.annotations.NullMarked;
