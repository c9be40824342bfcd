package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.words.Text;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.figure.Grain;
import io.provincelink.trade.figure.HsNumber;
import io.provincelink.trade.sdmx.structure.Code;
import io.provincelink.trade.sdmx.structure.CodeNames;
import io.provincelink.trade.sdmx.structure.CodeSet;
import io.provincelink.trade.statistic.Place;
import jakarta.inject.Singleton;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The codes that are in use, with their names. Everybody reads all of them; of gates those that he may see. */
@Singleton
public class SdmxCodes implements ScopedRepository, CodeNames {

    private static final String TRADERS = "select code from trader order by code";

    private static final String GATES = """
            select g.code, (select string_agg(s -> 'name' ->> 'vi', ' – ') from jsonb_array_elements(g.sides) s),
                   (select string_agg(s -> 'name' ->> 'zh', ' – ') from jsonb_array_elements(g.sides) s),
                   (select string_agg(s -> 'name' ->> 'en', ' – ') from jsonb_array_elements(g.sides) s)
              from gate g where g.readers && cast(:scope as varchar[])
             order by g.code
            """;

    // No index begins with the goods: this goes through all figures, once after each change of records that somebody
    // asks about.
    private static final String GOODS = "select distinct hs from trade_figure order by hs";

    private static final String CHAPTERS = "select distinct chapter from trade_sum where grain = :grain order by 1";

    private static final String CURRENCIES = "select distinct currency from trade_sum where grain = :grain order by 1";

    private final RecordStore store;
    private volatile @Nullable Goods goods;

    public SdmxCodes(RecordStore store) {
        this.store = store;
    }

    /** @param version of the records, see the change log */
    private record Goods(long version, List<Code> codes) {}

    @Override
    public List<Code> codes(Caller caller, CodeSet set) {
        return switch (set) {
            case REGION ->
                query(TRADERS, String.class).map(code -> unit(caller, code)).toList();
            case GATE -> gates(caller);
            case HS -> goods();
            case CHAPTER ->
                Stream.concat(
                                Stream.of(new Code(CodeSet.TOTAL, new Text("Tất cả", "全部", "All chapters"))),
                                sums(CHAPTERS, Short.class).map(chapter -> chapter(KeyCodes.chapter(chapter))))
                        .toList();
            case CURRENCY ->
                sums(CURRENCIES, String.class).map(SdmxCodes::currency).toList();
            default -> set.codes();
        };
    }

    private static Code unit(Caller caller, String code) {
        Text name = caller.regions()
                .latest(code, caller.today())
                .or(() -> caller.regions().history(code).stream().findFirst())
                .map(Region::name)
                .orElse(Text.en(code));
        return new Code(KeyCodes.unit(code), name);
    }

    private List<Code> gates(Caller caller) {
        Stream<Code> known = session()
                .createNativeQuery(GATES, Object[].class)
                .setParameter("scope", caller.scope().toArray(String[]::new))
                .getResultStream()
                .map(row -> new Code((String) row[0], named(row)));
        return Stream.concat(
                        Stream.of(
                                new Code(CodeSet.TOTAL, new Text("Tất cả cửa khẩu", "全部口岸", "All gates")),
                                new Code(
                                        CodeSet.NOT_ALLOCATED,
                                        new Text("Không phân theo cửa khẩu", "未按口岸细分", "Not broken down by gate"))),
                        known)
                .toList();
    }

    private static Text named(Object[] row) {
        return row[1] == null && row[2] == null && row[3] == null
                ? Text.en((String) row[0])
                : new Text((String) row[1], (String) row[2], (String) row[3]);
    }

    private List<Code> goods() {
        long version =
                query("select seq from change_head", Long.class).findFirst().orElse(0L);
        Goods known = goods;
        if (known == null || known.version != version) {
            known = new Goods(
                    version,
                    query(GOODS, Integer.class)
                            .map(HsNumber::code)
                            .map(code -> code.length() == 2 ? chapter(code) : new Code(code, Text.en("HS " + code)))
                            .toList());
            goods = known;
        }
        return known.codes;
    }

    private static Code chapter(String code) {
        return new Code(code, new Text("Chương " + code, "第" + code + "章", "Chapter " + code));
    }

    private static Code currency(String code) {
        Currency currency = Currency.getInstance(code);
        return new Code(
                code,
                new Text(
                        currency.getDisplayName(Locale.forLanguageTag("vi")),
                        currency.getDisplayName(Locale.CHINESE),
                        currency.getDisplayName(Locale.ENGLISH)));
    }

    private <T> Stream<T> sums(String sql, Class<T> type) {
        return session()
                .createNativeQuery(sql, type)
                .setParameter("grain", Place.of(Grain.YEAR_CHAPTER))
                .getResultList()
                .stream();
    }

    private <T> Stream<T> query(String sql, Class<T> type) {
        return session().createNativeQuery(sql, type).getResultList().stream();
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
