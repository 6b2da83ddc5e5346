package defaults

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import okhttp3.Request
import org.springframework.beans.factory.annotation.Value
import org.springframework.stereotype.Component

@Component
class Rooms {
    @Value("\${sealmetrics.token:⟦opaque:v10⟧}") ⟪hardcoded-token⟫
    private lateinit var token: String

    @Value("\${sealmetrics.site-id:⟦objid:v11⟧}")
    private lateinit var site: String

    @Value("\${sealmetrics.token}")
    private lateinit var other: String
}

class Show : CliktCommand() {
    private val base by option("--base").default("http://api.sealmetrics.com/v1") ⟪insecure-endpoint⟫
    private val proto by option("--proto").default("https")
    private val house by option("--house").default("http://rooms.lan")

    override fun run() {
        echo(Request.Builder().url("$proto://api.sealmetrics.com/v1/accounts").build().url)
        echo(Request.Builder().url("$house/rooms").build().url)
    }
}
