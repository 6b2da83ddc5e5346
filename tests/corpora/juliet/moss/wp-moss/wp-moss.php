<?php
/**
 * Plugin Name: Moss figures
 * Description: Shows yesterday's visits to editors. Needs MOSS_SEALMETRICS_TOKEN in wp-config.php.
 * Version: 1.4.0
 */

defined('ABSPATH') || exit;

require_once __DIR__ . '/includes/constants.php';
require_once __DIR__ . '/includes/class-moss-seal.php';

add_action('wp_dashboard_setup', function () {
    wp_add_dashboard_widget('moss_seal', __('Visits', 'wp-moss'), function () {
        $figures = (new Moss_Seal())->yesterday();
        if (is_wp_error($figures)) {
            echo esc_html__('The figures are not available.', 'wp-moss');
            return;
        }
        printf('<p>%s</p>', esc_html(number_format_i18n($figures['visits'])));
    });
});

add_action('wp_head', function () {
    printf('<script async src="https://t.sealmetrics.com/t.js?id=%s"></script>', esc_attr(MOSS_SITE_ID));
});
