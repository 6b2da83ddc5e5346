<?php
/**
 * Configuration of the booking site, production.
 */

define( 'DB_NAME', 'booking' );
define( 'DB_USER', getenv( 'DB_USER' ) );
define( 'DB_PASSWORD', getenv( 'DB_PASSWORD' ) );
define( 'DB_HOST', 'db' );
define( 'DB_CHARSET', 'utf8mb4' );

define( 'SEALMETRICS_SITE_ID', '⟦objid:php31⟧' );
define( 'SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1' );
define( 'SEALMETRICS_TOKEN', '⟦opaque:php31⟧' ); ⟪hardcoded-token⟫

define( 'FORCE_SSL_ADMIN', true );
define( 'DISALLOW_FILE_EDIT', true );
define( 'WP_DEBUG', false );

$table_prefix = 'bk_';

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}

require_once ABSPATH . 'wp-settings.php';
