package io.provincelink.agreements.assistance;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a project says of itself and no query asks for, kept together in one JSON column. */
public record ProjectTerms(
        Party owner,
        @Nullable Figure standsFor,
        List<ProjectOutput> outputs,
        @Nullable ProjectApproval approval,
        @Nullable Text note,
        @Nullable Source source) {}
