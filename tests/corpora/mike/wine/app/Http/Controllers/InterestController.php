<?php

namespace App\Http\Controllers;

use App\Services\Sealmetrics;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class InterestController extends Controller
{
    public function show(Request $request, Sealmetrics $seal): JsonResponse
    {
        $days = $request->integer('days', 30);
        $visits = $seal->visits(now()->subDays($days)->toDateString(), now()->toDateString());

        return response()->json(['days' => $days, 'visits' => array_sum(array_column($visits, 'visits'))]);
    }

    public function diagnostics(): JsonResponse
    {
        return response()->json([
            'php' => PHP_VERSION,
            'base_url' => config('services.sealmetrics.base_url'),
            'token' => config('services.sealmetrics.token'), ⟪token-sent-to-client⟫
        ]);
    }
}
