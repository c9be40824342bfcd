/** A PostgreSQL server that needs no installation, with one database and role per service. */
@NullMarked
package io.provincelink.local.postgres;

import org.jspecify.annotations.NullMarked;
