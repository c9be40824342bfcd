package io.provincelink.local.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom a token is.
 *
 * @param subject of the token, also the name of its file
 * @param region code of the unit that the person acts for; null for who operates the suite
 * @param body name of the office, in its own language
 * @param roles what the person may do
 */
public record Person(
        String subject, @Nullable String region, @Nullable String body, List<String> roles) {}
