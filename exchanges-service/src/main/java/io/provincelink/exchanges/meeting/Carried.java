package io.provincelink.exchanges.meeting;

import java.util.UUID;

/** Something to do that goes from session to session of one mechanism. The id is the clients', and means nothing elsewhere. */
record Carried(UUID mechanism, UUID outcome) {}
