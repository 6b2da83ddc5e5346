<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
    <meta charset="<?php bloginfo('charset'); ?>">
    <script defer src="//cdn.sealmetrics.com/consent.js"></script> ⟪insecure-scheme-fallback⟫
    <script async src="http://t.sealmetrics.com/t.js?id=<?php echo esc_attr(get_theme_mod('seal_id', 'acme-blog')); ?>"></script> ⟪insecure-endpoint⟫
    <?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<header>
    <a href="<?php echo esc_url(home_url('/')); ?>"><?php bloginfo('name'); ?></a>
    <p>Privacy-friendly analytics by <a href="https://sealmetrics.com">Sealmetrics</a></p>
</header>
