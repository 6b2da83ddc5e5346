<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;
use Illuminate\Support\Str;

class AudienceController extends Controller
{
    public function index(Request $request): JsonResponse
    {
        $site = $request->validate(['site' => 'required|alpha_dash'])['site'];
        $token = config('services.sealmetrics.token');

        $response = Http::withToken($token)
            ->acceptJson()
            ->retry(3, fn (int $attempt) => 500 * 2 ** $attempt, fn ($e) => $e instanceof \Illuminate\Http\Client\ConnectionException)
            ->get('https://my.sealmetrics.com/api/v1/stats/overview', ['site_id' => $site]);

        if ($response->failed()) {
            Log::warning('Sealmetrics call failed', [
                'status' => $response->status(),
                'token' => Str::mask($token, '*', 3),
            ]);

            return response()->json(['message' => 'Statistics are unavailable.'], 502);
        }

        return response()->json($response->json());
    }

    public function settings(): JsonResponse
    {
        return response()->json([
            'provider' => 'sealmetrics',
            'connected' => filled(config('services.sealmetrics.token')),
            'account_id' => config('services.sealmetrics.account_id'),
        ]);
    }
}
