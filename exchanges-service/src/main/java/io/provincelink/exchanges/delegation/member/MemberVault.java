package io.provincelink.exchanges.delegation.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Seals members, opens them again, and destroys what opens them. */
@Singleton
public class MemberVault {

    private static final Logger LOG = Logger.getLogger(MemberVault.class);
    private static final String MAC = "HmacSHA256";

    private final MemberKeys keys;
    private final DroppedKeys dropped;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;

    public MemberVault(
            MemberKeys keys, DroppedKeys dropped, TransactionSynchronizationRegistry transactions, ObjectMapper json) {
        this.keys = keys;
        this.dropped = dropped;
        this.transactions = transactions;
        this.json = json;
    }

    /** What is sealed of a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Known(@Nullable String name, @Nullable String position) {}

    /** A key for each, kept before the members are. Call within the transaction that keeps these. */
    public List<SealedMember> seal(Caller caller, UUID delegation, List<Member> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        Map<UUID, byte[]> made = new LinkedHashMap<>();
        List<SealedMember> sealed = new ArrayList<>();
        for (Member member : members) {
            UUID key = UUID.randomUUID();
            UUID person = RecordStore.idOr(member.person());
            made.put(key, MemberCipher.newKey());
            String text = write(new Known(member.name(), member.position()));
            sealed.add(new SealedMember(
                    person,
                    key,
                    MemberCipher.seal(Objects.requireNonNull(made.get(key)), delegation, person, text),
                    null));
        }
        keys.keep(caller, made);
        afterwards(status -> {
            if (status != Status.STATUS_COMMITTED) {
                keys.delete(caller, made.keySet());
            }
        });
        return sealed;
    }

    /** Each as far as it can be read: whose key is gone was erased. */
    public List<Member> open(Caller caller, UUID delegation, List<SealedMember> members) {
        List<UUID> wanted = ids(members);
        Map<UUID, byte[]> found = wanted.isEmpty() ? Map.of() : keys.of(caller, wanted);
        return members.stream()
                .map(member -> open(delegation, member, member.key() == null ? null : found.get(member.key())))
                .toList();
    }

    private Member open(UUID delegation, SealedMember member, byte @Nullable [] key) {
        if (key == null || member.sealed() == null) {
            return Member.erased(member.person());
        }
        Known known = read(MemberCipher.open(key, delegation, member.person(), member.sealed()));
        return new Member(member.person(), known.name(), known.position(), null);
    }

    /** At once, and for good: this comes before what they open is taken out of the records. */
    public void erase(Caller caller, Collection<SealedMember> members) {
        keys.delete(caller, ids(members));
    }

    /** As soon as the present transaction has committed; should that fail, by the next round. */
    public void drop(Caller caller, Collection<SealedMember> members) {
        List<UUID> gone = ids(members);
        if (!gone.isEmpty()) {
            dropped.note(caller, gone);
            afterwards(status -> {
                if (status == Status.STATUS_COMMITTED) {
                    keys.delete(caller, gone);
                    // the notes go with the next round: here is no transaction any more
                }
            });
        }
    }

    /** Deletes the keys that were to be deleted and may still be there. */
    public void tidy(Caller operator) {
        List<UUID> left = dropped.all(operator);
        if (!left.isEmpty()) {
            keys.delete(operator, left);
            dropped.done(operator, left);
        }
    }

    /** Deletes the salts of bodies that nobody can repeat any more. */
    public void forgetSalts(Caller operator) {
        keys.forgetSalts(operator);
    }

    /**
     * A digest of members that tells nothing to who guesses at them: made with a salt that lies with the keys and is deleted after two
     * days.
     *
     * @param request what names the request, so that the same one gets the same digest
     */
    public String digest(Caller caller, String request, List<Member> members) {
        UUID id = UUID.nameUUIDFromBytes(sha256(request));
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(keys.salt(caller, id), MAC));
            return HexFormat.of().formatHex(mac.doFinal(write(members).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void afterwards(IntConsumer deletion) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                try {
                    deletion.accept(status);
                } catch (RuntimeException notNow) {
                    LOG.warnf("keys are left that open nothing any more: %s", notNow.getMessage());
                }
            }
        });
    }

    private static List<UUID> ids(Collection<SealedMember> members) {
        return members.stream()
                .map(SealedMember::key)
                .filter(Objects::nonNull)
                .map(UUID.class::cast)
                .toList();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerializable) {
            // without the cause, which may quote what it could not write
            throw new IllegalStateException("a member cannot be written as JSON");
        }
    }

    private Known read(String text) {
        try {
            return json.readValue(text, Known.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a member cannot be read");
        }
    }
}
