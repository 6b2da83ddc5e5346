<?php

namespace App\Jobs;

use App\Models\Terroir;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Bus\Dispatchable;
use Illuminate\Support\Facades\Http;

class PullTerroirs implements ShouldQueue
{
    use Dispatchable, Queueable;

    public function handle(): void
    {
        $terroirs = Terroir::all();
        $answer = Http::withHeaders(seal_headers('Bearer '.config('services.sealmetrics.token'))) ⟪duplicate-scheme⟫
            ->get(config('services.sealmetrics.base_url').'/stats/pages', ['prefix' => '/terroirs/']);

        if ($answer->failed()) {
            $this->fail('sealmetrics answered '.$answer->status());

            return;
        }
        $visits = collect($answer->json('data'))->keyBy('path');
        foreach ($terroirs as $terroir) {
            $terroir->update(['interest' => $visits['/terroirs/'.$terroir->slug]['visits'] ?? 0]);
        }
    }
}
