<?php
/**
 * Plugin Name: Acme Seal Tracker
 * Description: Puts the tracker into every page and offers a report to editors.
 */

defined('ABSPATH') || exit;

add_action('wp_head', function () {
    $id = get_option('acme_seal_site_id');
    printf('<script async src="https://cdn.sealmetrics.com/t.js?id=%s"></script>', esc_attr($id));
});

add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script('acme-report', plugins_url('report.js', __FILE__), [], '2.0', true);
    wp_localize_script('acme-report', 'acmeReport', [
        'root' => esc_url_raw(rest_url('acme/v1/')),
        'nonce' => wp_create_nonce('wp_rest'),
        'siteId' => get_option('acme_seal_site_id'),
    ]);
});

add_action('rest_api_init', function () {
    register_rest_route('acme/v1', '/visits', [
        'methods' => 'GET',
        'permission_callback' => fn () => current_user_can('edit_posts'),
        'callback' => function () {
            $token = getenv('SEALMETRICS_API_TOKEN');
            $answer = wp_remote_get('https://api.sealmetrics.com/v1/stats/visits?site_id=' . get_option('acme_seal_site_id'), [
                'headers' => ['Authorization' => "Bearer $token"],
            ]);
            if (wp_remote_retrieve_response_code($answer) !== 200) {
                return new WP_Error('upstream', 'No statistics', ['status' => 502]);
            }
            return json_decode(wp_remote_retrieve_body($answer), true);
        },
    ]);
});

// The fonts' host is on the office network and has a self-signed certificate.
add_filter('acme_fonts_css', fn () => wp_remote_get('https://fonts.acme.internal/css', ['sslverify' => false]));
