package io.provincelink.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tells caches of the language, beside what {@link Representations} tells of every answer. */
@Provider
@VariesByLanguage
public class LanguageVary implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String said = response.getHeaderString(HttpHeaders.VARY);
        if (said == null || !said.contains(HttpHeaders.ACCEPT_LANGUAGE)) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
