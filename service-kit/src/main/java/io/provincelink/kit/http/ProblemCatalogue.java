package io.provincelink.kit.http;

import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Lists all types of problems that the application knows in {@code x-problems} of its contract, out of the enums themselves. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemCatalogue implements OASFilter {

    private static final DotName PROBLEM_TYPE = DotName.createSimple(ProblemType.class);

    private final IndexView index;

    public ProblemCatalogue(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List<Map<String, Object>> told = index.getKnownClasses().stream()
                .filter(type -> type.isEnum() && type.interfaceNames().contains(PROBLEM_TYPE))
                .flatMap(ProblemCatalogue::types)
                // the index of an application knows the classes of its libraries twice
                .distinct()
                .sorted(Comparator.comparing(ProblemType::status).thenComparing(ProblemType::code))
                .map(ProblemCatalogue::told)
                .toList();
        api.addExtension("x-problems", told);
    }

    private static Stream<ProblemType> types(ClassInfo known) {
        try {
            Class<?> type = Class.forName(
                    known.name().toString(), true, Thread.currentThread().getContextClassLoader());
            return Arrays.stream(type.getEnumConstants()).map(ProblemType.class::cast);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> told(ProblemType type) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", type.uri());
        told.put("status", type.status());
        told.put("title", Problem.title(type, Locale.ENGLISH));
        return told;
    }
}
