package eu.phare.seal

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse

class SealConfigTest {

    @Test
    fun `refuses plain http`() {
        assertFailsWith<IllegalArgumentException> {
            SealConfig.fromEnvironment(mapOf("SEALMETRICS_BASE_URL" to "http://api.sealmetrics.com/v1", "SEALMETRICS_API_TOKEN" to "t"))
        }
    }

    @Test
    fun `does not show the token`() {
        val config = SealConfig.fromEnvironment(mapOf("SEALMETRICS_API_TOKEN" to "xxxx"))
        assertEquals("xxxx", config.token())
        assertFalse("xxxx" in config.toString())
    }
}
