<?php

namespace App\Http\Controllers;

use App\Services\SealmetricsClient;
use Illuminate\Http\JsonResponse;
use Illuminate\View\View;

class StatsController extends Controller
{
    public function __construct(private readonly SealmetricsClient $seal)
    {
    }

    public function index(): View
    {
        return view('stats.index', [
            'bookings' => $this->seal->bookings(now()->subWeek()->toDateString(), now()->toDateString()),
            'site' => config('services.sealmetrics.site'),
            'apiKey' => config('services.sealmetrics.key'), ⟪token-sent-to-client⟫
        ]);
    }

    public function sources(string $day): JsonResponse
    {
        return response()->json($this->seal->sources($day));
    }
}
