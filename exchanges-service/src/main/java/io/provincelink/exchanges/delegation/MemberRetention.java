package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.delegation.member.MemberErasure;
import io.provincelink.exchanges.delegation.member.MemberVault;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.time.Today;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Erases members whose time is over: once a day, first a minute after the start. In pieces; several instances at once
 * leave each other's alone, and what one did not finish the next round does.
 */
@Singleton
@Startup // a wrong retention is found out at once, and not by the first round
public class MemberRetention {

    private static final Logger LOG = Logger.getLogger(MemberRetention.class);
    private static final int AT_ONCE = 20;

    private final Delegations delegations;
    private final DelegationMembers members;
    private final MemberVault vault;
    private final Period retention;
    private final Today today;

    /** @throws IllegalArgumentException when members would be erased before the return: that could not be made good */
    MemberRetention(
            Delegations delegations,
            DelegationMembers members,
            MemberVault vault,
            DelegationSettings settings,
            Today today) {
        this.delegations = delegations;
        this.members = members;
        this.vault = vault;
        this.retention = settings.members().retention();
        if (retention.isNegative()) {
            throw new IllegalArgumentException(
                    "provincelink.delegations.members.retention must not be negative as " + retention + " is");
        }
        this.today = today;
    }

    // not at the start itself: nobody waits for it then
    @Scheduled(every = "24h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        quietly(() -> {
            eraseOld();
            vault.tidy(members.operator());
            vault.forgetSalts(members.operator());
        });
    }

    /**
     * Erases the members of all delegations that ended longer ago than members are kept.
     *
     * @return of how many delegations
     */
    public int eraseOld() {
        LocalDate before = today.get().minus(retention);
        Caller operator = members.operator();
        int all = 0;
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> eraseSome(operator, before));
            all += done;
        } while (done > 0);
        return all;
    }

    private int eraseSome(Caller operator, LocalDate before) {
        List<Delegation> old = delegations.readableOfBefore(operator, before, AT_ONCE);
        members.erase(operator, old, member -> true, MemberErasure.Reason.RETENTION);
        return old.size();
    }

    /** What could not be done is done in the next round; the service is needed meanwhile. */
    private static void quietly(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException later) {
            LOG.warnf("members whose time is over are left for the next round: %s", later);
        }
    }
}
