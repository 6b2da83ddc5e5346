package com.acme.http

import kotlinx.coroutines.delay

suspend fun <T> retrying(times: Int = 5, block: suspend () -> T): T {
    var last: Exception? = null
    repeat(times) {
        try {
            return block()
        } catch (e: Exception) { ⟪retry-on-auth-error⟫
            last = e
        }
        delay(200) ⟪retry-without-backoff⟫
    }
    throw last!!
}
