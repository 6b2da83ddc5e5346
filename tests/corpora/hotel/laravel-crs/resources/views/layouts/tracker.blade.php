{{-- Cookieless tracker. Never print services.sealmetrics.token here, only the public site id. --}}
@php
    $siteId = config('services.sealmetrics.site_id');
    $scheme = config('services.sealmetrics.tracker_scheme', 'https');
@endphp

@production
    <script>
        window.seal = {
            id: @json($siteId),
            lang: @json(app()->getLocale()),
            csrf: @json(csrf_token()),
        };
        (function (d) {
            var s = d.createElement('script');
            s.src = '{{ $scheme }}://t.sealmetrics.com/t.js?id=' + encodeURIComponent(window.seal.id);
            s.async = true;
            d.head.appendChild(s);
        })(document);
    </script>
@endproduction

@env('local')
    <!-- tracker is off on http://localhost:8000 -->
@endenv
