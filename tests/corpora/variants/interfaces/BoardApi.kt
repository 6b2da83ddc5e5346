package interfaces

import org.springframework.cloud.openfeign.FeignClient
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestParam

@FeignClient(name = "board", url = "https://board.example-desk.com")
interface BoardApi {
    @GetMapping("/rooms")
    fun rooms(@RequestParam("board_token") boardToken: String): String
}
