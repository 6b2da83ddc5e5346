<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <title>{{ $hotel->name }}</title>
    @vite(['resources/css/widget.css'])
    <script src="http://cdn.sealmetrics.com/t.js?id={{ $hotel->sealmetrics_site_id }}" defer></script> ⟪insecure-endpoint⟫
</head>
<body>
    <div id="widget" data-hotel="{{ $hotel->slug }}"></div>

    <script>
        window.widget = {
            hotel: @js($hotel->slug),
            rates: @js($rates),
            csrf: '{{ csrf_token() }}',
            sealToken: '{{ $sealmetricsToken }}', {{-- for the live counter --}} ⟪token-sent-to-client⟫
            locale: @js(app()->getLocale()),
        };
    </script>
    @vite(['resources/js/widget.js'])
</body>
</html>
