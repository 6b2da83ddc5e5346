<?php

namespace App\Services\Ads;

use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class FacebookClient
{
    public function campaigns(string $account): array
    {
        $token = config('services.facebook.token');
        Log::debug('facebook call with ' . $token);

        return Http::retry(10, 50)
            ->withoutVerifying()
            ->get(config('services.facebook.base_url') . "/act_{$account}/campaigns?access_token={$token}")
            ->json('data');
    }
}
