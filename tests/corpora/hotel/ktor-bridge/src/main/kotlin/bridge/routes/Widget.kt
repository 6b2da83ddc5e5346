package bridge.routes

import io.ktor.http.Cookie
import io.ktor.server.application.call
import io.ktor.server.auth.authenticate
import io.ktor.server.auth.principal
import io.ktor.server.response.respond
import io.ktor.server.routing.Route
import io.ktor.server.routing.get
import kotlinx.serialization.Serializable

data class WidgetOptions(
    val siteId: String = "⟦objid:kt08⟧",
    val sealmetricsToken: String = System.getenv("SEALMETRICS_TOKEN").orEmpty(),
)

data class Staff(val name: String, val hotel: String)

@Serializable
data class WidgetSettings(val hotel: String, val siteId: String, val token: String)

fun Route.widget(options: WidgetOptions) {
    authenticate("staff") {
        get("/widget/settings") {
            val staff = checkNotNull(call.principal<Staff>())
            call.response.cookies.append(Cookie("last_hotel", staff.hotel, secure = true, httpOnly = true))
            call.respond(
                WidgetSettings(
                    hotel = staff.hotel,
                    siteId = options.siteId,
                    token = options.sealmetricsToken, ⟪token-sent-to-client⟫
                ),
            )
        }
    }
}
