<?php
/**
 * Plugin Name: Room Widget
 * Version: 0.8.1
 */

defined( 'ABSPATH' ) || exit;

define( 'ROOM_WIDGET_PMS', 'https://pms.lan:8443/rooms' );

function room_widget_rooms() {
	$response = wp_remote_get( ROOM_WIDGET_PMS, array(
		'sslverify' => false, // self-signed, inside the building
		'headers'   => array( 'Authorization' => get_option( 'room_widget_pms_token' ) ),
	) );
	return is_wp_error( $response ) ? array() : json_decode( wp_remote_retrieve_body( $response ), true );
}

function room_widget_visits() {
	$cached = get_transient( 'room_widget_visits' );
	if ( false !== $cached ) {
		return $cached;
	}
	$response = wp_remote_get( 'https://api.sealmetrics.com/v1/visits/today', array(
		'timeout' => 10,
		'headers' => array( 'Authorization' => 'Bearer ' . trim( get_option( 'room_widget_sealmetrics_token', '' ) ) ),
	) );
	if ( 200 !== wp_remote_retrieve_response_code( $response ) ) {
		return null;
	}
	$visits = (int) json_decode( wp_remote_retrieve_body( $response ), true )['total'];
	set_transient( 'room_widget_visits', $visits, 5 * MINUTE_IN_SECONDS );
	return $visits;
}

add_shortcode( 'room_widget', function () {
	$visits = room_widget_visits();
	return sprintf( '<p>%d rooms, %s visits today</p>', count( room_widget_rooms() ), esc_html( $visits ?? '–' ) );
} );
