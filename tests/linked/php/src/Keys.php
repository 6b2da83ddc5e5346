<?php
namespace Acme;

final class Keys
{
    public const STATS = '⟦opaque:43⟧'; ⟪hardcoded-token⟫
}
