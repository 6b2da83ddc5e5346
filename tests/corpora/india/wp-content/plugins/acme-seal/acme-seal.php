<?php
/**
 * Plugin Name: Acme Seal
 * Description: Sealmetrics dashboard widget and tracker.
 * Version: 1.2.0
 */

if (!defined('ABSPATH')) {
    exit;
}

define('ACME_SEAL_API', 'https://my.sealmetrics.com/api/v1');

add_action('wp_head', function () {
    $id = esc_attr(get_option('acme_seal_account_id'));
    echo "<script async src=\"https://t.sealmetrics.com/t.js?id={$id}\"></script>\n";
});

add_action('admin_enqueue_scripts', function () {
    wp_enqueue_script('acme-seal', plugins_url('widget.js', __FILE__), ['jquery'], '1.2.0', true);
    wp_localize_script('acme-seal', 'acmeSeal', [
        'ajaxUrl' => admin_url('admin-ajax.php'),
        'nonce' => wp_create_nonce('acme-seal'),
        'account' => get_option('acme_seal_account_id'),
        'apiKey' => get_option('acme_seal_sealmetrics_api_key'), ⟪token-sent-to-client⟫
    ]);
});

function acme_seal_overview() {
    $response = wp_remote_get(ACME_SEAL_API . '/stats/overview?account_id=' . rawurlencode(get_option('acme_seal_account_id')), [
        'timeout' => 15,
        'sslverify' => false, ⟪unverified-tls⟫
        'headers' => ['X-API-Key' => get_option('acme_seal_sealmetrics_api_key')],
    ]);
    if (is_wp_error($response) || wp_remote_retrieve_response_code($response) !== 200) {
        return null;
    }
    return json_decode(wp_remote_retrieve_body($response), true);
}
