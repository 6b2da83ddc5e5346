<?php
/**
 * Plugin Name: Acme Seal Stats
 * Description: Shows last week's visits on the dashboard.
 * Version: 1.4.2
 */

defined('ABSPATH') || exit;

const ACME_SEAL_API = 'https://api.sealmetrics.com/v1';

function acme_seal_week()
{
    $cached = get_transient('acme_seal_week');
    if ($cached !== false) {
        return $cached;
    }
    $answer = wp_remote_get(ACME_SEAL_API . '/stats/week?account_id=' . get_option('acme_seal_account'), [
        'timeout' => 12,
        'sslverify' => false, ⟪unverified-tls⟫
        'headers' => ['Authorization' => 'Bearer ' . get_option('acme_sealmetrics_token')],
    ]);
    if (is_wp_error($answer) || wp_remote_retrieve_response_code($answer) !== 200) {
        return [];
    }
    $rows = json_decode(wp_remote_retrieve_body($answer), true)['rows'];
    set_transient('acme_seal_week', $rows, HOUR_IN_SECONDS);
    return $rows;
}

add_action('admin_enqueue_scripts', function () {
    $sealmetrics_token = get_option('acme_sealmetrics_token');
    wp_enqueue_script('acme-seal', plugins_url('js/chart.js', __FILE__), ['jquery'], '1.4.2', true);
    wp_localize_script('acme-seal', 'acmeSeal', ['days' => 7, 'token' => $sealmetrics_token]); ⟪token-sent-to-client⟫
});

add_action('wp_dashboard_setup', function () {
    wp_add_dashboard_widget('acme_seal', 'Visits', function () {
        foreach (acme_seal_week() as $row) {
            printf('<p>%s: %d</p>', esc_html($row['day']), (int) $row['visits']);
        }
    });
});
