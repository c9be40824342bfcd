package io.provincelink.exchanges.adoption;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.util.UUID;

/** All adoptions, of all practices. */
@Singleton
public class Adoptions extends Records<Adoption> {

    public Adoptions(RecordStore store) {
        super(Adoption.class, "adoptions", store);
    }

    @Override
    protected Object snapshot(Adoption adoption) {
        return AdoptionView.of(adoption);
    }

    @Override
    public String address(Adoption adoption) {
        return "/api/v1/practices/" + adoption.practice() + "/adoptions/" + adoption.id();
    }

    /**
     * That it is one of this practice, under which it has its address.
     *
     * @throws ProblemException 404 when it is not, or the caller may not see it
     */
    String requireOf(Caller caller, UUID practice, UUID adoption) {
        boolean found = query(
                                caller,
                                "select count(*) from Adoption r where r.id = :id and r.practice = :practice and "
                                        + IN_SCOPE,
                                Long.class)
                        .setParameter("id", adoption)
                        .setParameter("practice", practice)
                        .getSingleResult()
                > 0;
        if (!found) {
            throw ProblemException.notFound();
        }
        return adoption.toString();
    }
}
