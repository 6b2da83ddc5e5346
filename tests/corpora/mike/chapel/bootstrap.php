<?php

declare(strict_types=1);

require __DIR__.'/vendor/autoload.php';

Dotenv\Dotenv::createImmutable(__DIR__)->safeLoad();

$config = require __DIR__.'/config.php';

date_default_timezone_set($config['timezone']);

return $config;
