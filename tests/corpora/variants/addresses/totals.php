<?php
use GuzzleHttp\Psr7\Uri;
const HOST = 'api.sealmetrics.com';
$one = (new Uri())->withScheme('http')->withHost(HOST)->withPath('/v1/totals'); ⟪insecure-endpoint⟫
$two = Uri::fromParts(['scheme' => 'http', 'host' => HOST]); ⟪insecure-endpoint⟫
$three = (new Uri('https://api.sealmetrics.com'))->withScheme('http'); ⟪insecure-endpoint⟫
$four = (new Uri())->withScheme('http')->withHost('rooms.lan');
