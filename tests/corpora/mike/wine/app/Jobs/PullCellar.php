<?php

namespace App\Jobs;

use App\Models\Bottle;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Bus\Dispatchable;
use Illuminate\Support\Facades\Http;

class PullCellar implements ShouldQueue
{
    use Dispatchable, Queueable;

    /** The cellar's sensors sit behind a self-signed certificate in the basement. */
    public function handle(): void
    {
        $bottles = Http::withOptions(['verify' => config('services.cellar.verify')])
            ->retry(10, 0)
            ->get(config('services.cellar.url').'/bottles')
            ->json();

        foreach ($bottles as $bottle) {
            Bottle::updateOrCreate(['rfid' => $bottle['rfid']], ['temperature' => $bottle['t']]);
        }
    }
}
