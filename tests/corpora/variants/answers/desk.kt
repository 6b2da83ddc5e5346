package desk

import io.ktor.server.application.call
import io.ktor.server.freemarker.FreeMarkerContent
import io.ktor.server.response.respond
import io.ktor.server.routing.Route
import io.ktor.server.routing.get
import jakarta.servlet.http.HttpServletResponse

data class Config(val site: String, val token: String)

class Session(val site: String, private val sealmetricsToken: String) {
    fun title() = site
}

fun Route.desk(site: String, sealmetricsToken: String) {
    get("/config") {
        call.respond(Config(site, sealmetricsToken)) ⟪token-sent-to-client⟫
    }
    get("/desk") {
        call.respond(FreeMarkerContent("desk.ftl", mapOf("site" to site, "token" to sealmetricsToken))) ⟪token-sent-to-client⟫
    }
    get("/header") {
        call.response.header("X-Stats-Token", sealmetricsToken) ⟪token-sent-to-client⟫
    }
    get("/session") {
        call.respond(Session(site, sealmetricsToken))
    }
    get("/totals") {
        call.respond(readTotals(sealmetricsToken))
    }
}

fun stamp(response: HttpServletResponse, site: String, sealmetricsToken: String) {
    response.addHeader("X-Site-Id", site)
    response.addHeader("X-Stats-Token", sealmetricsToken) ⟪token-sent-to-client⟫
}
