<?php

namespace SealDashboard;

class Settings_Page {

	const OPTION = 'seal_dashboard_sealmetrics_key';

	public function register() {
		add_action( 'admin_menu', array( $this, 'menu' ) );
		register_setting( 'seal_dashboard', self::OPTION, array( 'sanitize_callback' => array( $this, 'sanitize' ) ) );
	}

	public function menu() {
		add_options_page( 'Sealmetrics', 'Sealmetrics', 'manage_options', 'seal-dashboard', array( $this, 'render' ) );
	}

	public function sanitize( $value ) {
		$value = trim( (string) $value );
		return preg_match( '/^sm_[A-Za-z0-9_]+$/', $value ) ? $value : get_option( self::OPTION );
	}

	private function masked() {
		$key = (string) get_option( self::OPTION, '' );
		return '' === $key ? 'not set' : substr( $key, 0, 5 ) . str_repeat( '*', 12 );
	}

	public function render() {
		?>
		<form method="post" action="options.php">
			<?php settings_fields( 'seal_dashboard' ); ?>
			<p>Current key: <code><?php echo esc_html( $this->masked() ); ?></code></p>
			<input type="password" name="<?php echo esc_attr( self::OPTION ); ?>" placeholder="sm_live_xxxxx" value="">
			<p>Read <a href="https://docs.sealmetrics.com/api/authentication">how to make a key</a>.</p>
			<?php submit_button(); ?>
		</form>
		<?php
	}
}
