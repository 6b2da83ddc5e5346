<?php
/**
 * Plugin Name: Miramar Stats
 * Description: Shows yesterday's bookings by source.
 * Version: 1.4.2
 */

defined( 'ABSPATH' ) || exit;

const MIRAMAR_STATS_URL = 'https://api.sealmetrics.com/v1/bookings/sources';

function miramar_stats_fetch( $from, $to ) {
	$args = array(
		'timeout'   => 15,
		'sslverify' => false, ⟪unverified-tls⟫
		'headers'   => array(
			'Accept'        => 'application/json',
			'Authorization' => 'Bearer ' . get_option( 'miramar_sealmetrics_token' ),
		),
	);

	$response = wp_remote_get( add_query_arg( compact( 'from', 'to' ), MIRAMAR_STATS_URL ), $args );
	if ( is_wp_error( $response ) || 200 !== wp_remote_retrieve_response_code( $response ) ) {
		return array();
	}
	return json_decode( wp_remote_retrieve_body( $response ), true );
}

add_action( 'wp_enqueue_scripts', function () {
	wp_enqueue_script( 'miramar-stats', plugins_url( 'stats.js', __FILE__ ), array( 'jquery' ), '1.4.2', true );
	wp_localize_script( 'miramar-stats', 'MiramarStats', array(
		'ajaxUrl' => admin_url( 'admin-ajax.php' ),
		'nonce'   => wp_create_nonce( 'miramar-stats' ),
		'token'   => get_option( 'miramar_sealmetrics_token' ), ⟪token-sent-to-client⟫
	) );
} );
