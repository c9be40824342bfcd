package io.provincelink.agreements.iati;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Field;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class IatiSectorsTest {

    private static BigDecimal sum(List<IatiSectors.Sector> sectors, String vocabulary) {
        return sectors.stream()
                .filter(sector -> sector.vocabulary().equals(vocabulary))
                .map(IatiSectors.Sector::percentage)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void the_percentages_of_a_vocabulary_add_up_to_the_whole() {
        var sectors = IatiSectors.of(List.of(Field.HEALTH, Field.EDUCATION, Field.TOURISM));

        assertThat(sum(sectors, IatiSectors.DAC)).isEqualByComparingTo("100");
        assertThat(sum(sectors, IatiSectors.OWN)).isEqualByComparingTo("100");
        assertThat(sectors).hasSize(6);
    }

    @Test
    void two_fields_of_one_dac_sector_are_one_sector() {
        var sectors = IatiSectors.of(List.of(Field.HOUSING, Field.LABOUR, Field.HEALTH));

        assertThat(sectors.stream().map(IatiSectors.Sector::code))
                .containsExactly("160", "120", "HOUSING", "LABOUR", "HEALTH");
        assertThat(sectors.get(0).percentage()).isEqualByComparingTo("66.67");
        assertThat(sectors.get(1).percentage()).isEqualByComparingTo("33.33");
    }

    @Test
    void a_field_that_is_no_dac_sector_leaves_that_vocabulary_out() {
        var sectors = IatiSectors.of(List.of(Field.FRIENDSHIP, Field.HEALTH));

        assertThat(sectors).allMatch(sector -> sector.vocabulary().equals(IatiSectors.OWN));
        assertThat(IatiSectors.of(List.of())).isEmpty();
    }
}
