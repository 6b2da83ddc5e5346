<?php

defined('ABSPATH') || exit;

class Moss_Seal
{
    public function yesterday()
    {
        return $this->get('/stats/yesterday');
    }

    private function get(string $path)
    {
        $response = wp_remote_get(MOSS_SEAL_ROOT . $path, [
            'timeout' => 10,
            'headers' => ['Authorization' => 'Bearer ' . $this->token()],
        ]);
        if (is_wp_error($response)) {
            return $response;
        }
        $status = wp_remote_retrieve_response_code($response);
        if ($status !== 200) {
            error_log("moss: $path answered $status");
            return new WP_Error('moss_seal', "HTTP $status");
        }

        return json_decode(wp_remote_retrieve_body($response), true);
    }

    private function token(): string
    {
        return trim(defined('MOSS_SEALMETRICS_TOKEN') ? MOSS_SEALMETRICS_TOKEN : get_option(MOSS_TOKEN_OPTION, ''));
    }
}
