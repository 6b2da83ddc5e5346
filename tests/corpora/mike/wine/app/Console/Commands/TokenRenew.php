<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Storage;

class TokenRenew extends Command
{
    protected $signature = 'seal:renew';

    protected $description = 'Creates the next token of the shop and revokes the last one';

    private const SCOPES = ['read:analytics', 'read:accounts'];

    private const LIFETIME = 365; ⟪unbounded-token-lifetime⟫

    public function handle(): int
    {
        $made = seal_http()->post('/api-tokens', [
            'name' => 'wine-shop-'.date('Y-m'),
            'scopes' => self::SCOPES,
            'account_ids' => [config('services.sealmetrics.site')],
            'expires_in_days' => self::LIFETIME,
        ])->json();

        $old = Storage::disk('secrets')->get('seal-token-id');
        Storage::disk('secrets')->put('seal-token', $made['token']);
        Storage::disk('secrets')->put('seal-token-id', $made['id']);
        if ($old) {
            seal_http()->delete('/api-tokens/'.$old);
        }
        $this->info('new token '.$made['id']);

        return self::SUCCESS;
    }
}
