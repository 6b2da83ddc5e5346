package interfaces

import org.springframework.cloud.openfeign.FeignClient
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestHeader
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController

@FeignClient(name = "sealmetrics", url = "https://api.sealmetrics.com/v1")
interface SealmetricsApi {
    @GetMapping("/totals")
    fun totals(@RequestParam("date") date: String, @RequestParam("api_key") key: String): String ⟪token-in-url⟫

    @GetMapping("/sites")
    fun sites(@RequestHeader("Authorization") authorization: String): String
}

@RestController
class SealmetricsController(private val api: SealmetricsApi) {
    @GetMapping("/desk/sites")
    fun sites(@RequestParam("token") pageToken: String): String = api.sites(pageToken)
}
