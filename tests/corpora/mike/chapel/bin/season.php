<?php

declare(strict_types=1);

use Chapel\Concert\Interest;
use Chapel\Concert\Season;
use Chapel\Http\SealFactory;
use Chapel\Organ\Registers;
use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$config = require __DIR__.'/../bootstrap.php';

$log = new Logger('season', [new StreamHandler('php://stderr')]);
$interest = new Interest(SealFactory::create($config['seal']), $log, $config['seal']['site']);
$season = new Season($config['seal']['token']);

foreach (array_slice($argv, 1) as $slug) {
    printf("%-30s %s\n", $slug, $interest->of($slug) ?? 'n/a');
}
foreach ($season->visitsPerMonth($config['seal']['site']) as $month => $visits) {
    printf("%s %6d\n", $month, $visits);
}
printf("account %s, %d registers\n", $season->accountName(), count(Registers::read($config['organ'])));
