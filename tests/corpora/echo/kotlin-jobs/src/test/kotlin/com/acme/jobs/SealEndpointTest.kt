package com.acme.jobs

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import okhttp3.mockwebserver.MockResponse
import okhttp3.mockwebserver.MockWebServer

class SealEndpointTest {
    @Test
    fun `plain http is refused`() {
        for (base in listOf("http://api.sealmetrics.com/v1", "http://app.sealmetrics.com/api")) {
            assertFailsWith<IllegalArgumentException> { StrictEndpoint(base) }
        }
    }

    @Test
    fun `https is kept`() {
        assertEquals("https://api.sealmetrics.com/v1/goals", StrictEndpoint("https://api.sealmetrics.com/v1").url("goals").toString())
    }

    @Test
    fun `the token goes into the header`() {
        MockWebServer().use { server ->
            server.enqueue(MockResponse().setBody("[]"))
            StrictClient(server.url("/v1").toString(), "xxxxxxxx").goals("acme-corp")
            assertEquals("Bearer xxxxxxxx", server.takeRequest().getHeader("Authorization"))
        }
    }
}
