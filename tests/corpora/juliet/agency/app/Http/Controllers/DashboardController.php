<?php

namespace App\Http\Controllers;

use App\Services\Sealmetrics\Client;
use Illuminate\Http\JsonResponse;
use Illuminate\Support\Facades\Http;
use Illuminate\View\View;

class DashboardController extends Controller
{
    public function __construct(private readonly Client $client)
    {
    }

    public function index(): View
    {
        return view('dashboard', [
            'visits' => $this->client->get('/stats/today'),
            'account' => config('services.sealmetrics.account'),
            'apiToken' => config('services.sealmetrics.token'), ⟪token-sent-to-client⟫
        ]);
    }

    public function embed(): View
    {
        return view('embed', ['account' => config('services.sealmetrics.account')]);
    }

    public function sources(): JsonResponse
    {
        return response()->json($this->client->get('/stats/sources'));
    }

    public function compare(string $a, string $b): JsonResponse
    {
        $url = config('services.sealmetrics.base_url') . '/stats/compare?a=' . $a . '&b=' . $b;
        $token = config('services.sealmetrics.token');
        $body = Http::get($url . '&api_key=' . $token)->throw()->json(); ⟪token-in-url⟫

        return response()->json($body);
    }
}
