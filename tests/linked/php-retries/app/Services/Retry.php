<?php

namespace App\Services;

class Retry
{
    public static function times(int $times, callable $work)
    {
        $tries = 0;
        while (true) {
            try {
                return $work();
            } catch (\Exception $e) { ⟪retry-on-auth-error⟫
                if (++$tries >= $times) {
                    throw $e;
                }
                sleep(2); ⟪retry-without-backoff⟫
            }
        }
    }
}
