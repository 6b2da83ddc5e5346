<?php

namespace App\Console\Commands;

use App\Services\Sealmetrics;
use Illuminate\Console\Command;

class VintageReport extends Command
{
    protected $signature = 'wine:vintages {--from=-30 days} {--to=yesterday}';

    protected $description = 'Product page visits per vintage';

    public function handle(Sealmetrics $seal): int
    {
        $from = date('Y-m-d', strtotime($this->option('from')));
        $to = date('Y-m-d', strtotime($this->option('to')));

        $vintages = [];
        foreach ($seal->products($from, $to) as $row) {
            if (preg_match('/-(19|20)(\d{2})$/', $row['slug'], $m)) {
                $vintages[$m[1].$m[2]] = ($vintages[$m[1].$m[2]] ?? 0) + $row['visits'];
            }
        }
        krsort($vintages);
        $this->table(['Vintage', 'Visits'], array_map(null, array_keys($vintages), $vintages));

        return self::SUCCESS;
    }
}
