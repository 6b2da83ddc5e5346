<?php

namespace App;

use Illuminate\Support\Facades\Config;
use Illuminate\Support\Facades\Http;

class Board
{
    public function day(): array
    {
        return Http::withToken(config('stats.reporting.token'))->get(config('stats.reporting.url') . '/stats/daily')->throw()->json();
    }

    public function spare(): array
    {
        return Http::withToken(Config::get('stats.reporting.spare'))->get(config('stats.reporting.url') . '/stats/spare')->throw()->json();
    }

    public function raw(): array
    {
        $headers = ['Authorization' => Config::get('stats.reporting.token')]; ⟪missing-bearer-scheme⟫
        return Http::withHeaders($headers)->get(config('stats.reporting.url') . '/stats/raw')->throw()->json();
    }

    public function mail(): array
    {
        return Http::withToken(config('stats.mail.token'))->get(config('stats.mail.url') . '/stats')->throw()->json();
    }
}
