package eu.phare.warden;

import java.util.List;

final class Limits {
    static final int DAYS = 90;
    static final int LAMP_LIFETIME_DAYS = 3650;
    static final List<String> READERS = List.of("read:analytics");
    static final List<String> LAMP_ROLES = List.of("admin", "write:lamp");

    private Limits() {
    }
}
