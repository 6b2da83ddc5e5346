<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;
use Illuminate\View\View;

class StatsController extends Controller
{
    public function show(Request $request): View
    {
        return view('stats.show', [
            'siteId' => config('services.sealmetrics.site_id'),
            'csrf' => csrf_token(),
        ]);
    }

    public function data(Request $request): JsonResponse
    {
        $days = $request->integer('days', 7);
        $token = config('services.sealmetrics.token');
        Log::info('stats asked for', ['days' => $days, 'token' => substr($token, 0, 4) . '...']);

        $answer = Http::withToken($token)
            ->acceptJson()
            ->get('https://my.sealmetrics.com/api/v1/stats/daily', [
                'site_id' => config('services.sealmetrics.site_id'),
                'days' => $days,
            ]);
        if ($answer->failed()) {
            return response()->json(['error' => 'upstream', 'status' => $answer->status()], 502);
        }
        return response()->json($answer->json('rows'));
    }
}
