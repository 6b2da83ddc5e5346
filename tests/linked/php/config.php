<?php
define('EXPORT_KEY', '⟦opaque:41⟧'); ⟪hardcoded-token⟫
return ['url' => 'https://api.sealmetrics.com/v1', 'token' => '⟦opaque:42⟧']; ⟪hardcoded-token⟫
