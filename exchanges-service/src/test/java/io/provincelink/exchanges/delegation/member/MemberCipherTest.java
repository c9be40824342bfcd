package io.provincelink.exchanges.delegation.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberCipherTest {

    private static final UUID DELEGATION = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final String TEXT = "{\"name\":\"Nguyễn Văn Thử 测试\"}";

    private final byte[] key = MemberCipher.newKey();
    private final String sealed = MemberCipher.seal(key, DELEGATION, PERSON, TEXT);

    @Test
    void what_was_sealed_opens_with_its_key() {
        assertThat(MemberCipher.open(key, DELEGATION, PERSON, sealed)).isEqualTo(TEXT);
    }

    @Test
    void it_opens_with_no_other_key_and_for_nobody_else() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MemberCipher.open(MemberCipher.newKey(), DELEGATION, PERSON, sealed));
        assertThatIllegalStateException()
                .isThrownBy(() -> MemberCipher.open(key, DELEGATION, UUID.randomUUID(), sealed));
        assertThatIllegalStateException().isThrownBy(() -> MemberCipher.open(key, UUID.randomUUID(), PERSON, sealed));
    }

    @Test
    void the_same_text_is_never_sealed_alike_and_its_length_says_little() {
        assertThat(MemberCipher.seal(key, DELEGATION, PERSON, TEXT)).isNotEqualTo(sealed);
        assertThat(MemberCipher.seal(key, DELEGATION, PERSON, "{\"name\":\"Y\"}"))
                .hasSameSizeAs(sealed);
    }
}
