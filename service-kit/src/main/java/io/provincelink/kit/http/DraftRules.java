package io.provincelink.kit.http;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the records that are there can tell of a draft, such as whether what it names exists. It is asked, in the caller's scope,
 * when the body is faulty anyway, so that one answer names everything that is wrong.
 */
public interface DraftRules<D extends Draft> {

    Class<D> drafts();

    /**
     * @param draft parts of it may be null that could not be read: that has been said
     * @param key the address under which it is handed in, where a partner's key is one; else it is to become a new record
     */
    List<Fault> faults(D draft, @Nullable ExternalId key);
}
