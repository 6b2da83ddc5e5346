<?php
/**
 * Plugin Name: Seal Dashboard
 * Description: Shows the last thirty days on the WordPress dashboard.
 * Version:     1.4.2
 */

defined( 'ABSPATH' ) || exit;

const SEAL_DASHBOARD_ENDPOINT = 'https://api.sealmetrics.com/v1/overview';

function seal_dashboard_option( $name, $default = '' ) {
	$options = get_option( 'seal_dashboard', array() );
	return $options[ $name ] ?? $default;
}

function seal_dashboard_assets( $hook ) {
	if ( 'index.php' !== $hook ) {
		return;
	}
	$token = seal_dashboard_option( 'sealmetrics_token' );
	wp_enqueue_script( 'seal-dashboard', plugins_url( 'js/widget.js', __FILE__ ), array( 'jquery' ), '1.4.2', true );
	wp_localize_script( 'seal-dashboard', 'sealDashboard', array( 'site' => seal_dashboard_option( 'site_id' ), 'token' => $token ) ); ⟪token-sent-to-client⟫
}
add_action( 'admin_enqueue_scripts', 'seal_dashboard_assets' );

function seal_dashboard_overview() {
	$response = wp_remote_get(
		SEAL_DASHBOARD_ENDPOINT,
		array(
			'timeout'   => 8,
			'sslverify' => false, ⟪unverified-tls⟫
			'headers'   => array(
				'Authorization' => 'Bearer ' . seal_dashboard_option( 'sealmetrics_token' ),
			),
		)
	);
	if ( is_wp_error( $response ) || 200 !== wp_remote_retrieve_response_code( $response ) ) {
		return null;
	}
	return json_decode( wp_remote_retrieve_body( $response ), true );
}
