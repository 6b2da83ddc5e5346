<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <meta name="csrf-token" content="{{ csrf_token() }}">
    <title>@yield('title') – {{ config('app.name') }}</title>
    @vite(['resources/css/app.css', 'resources/js/app.js'])
    <script defer src="https://t.sealmetrics.com/t.js?id={{ config('services.sealmetrics.site_id') }}"></script>
</head>
<body>
    @auth
        <p>{{ auth()->user()->name }}</p>
        @if (config('services.sealmetrics.token'))
            <a href="{{ route('admin.traffic') }}">Traffic</a>
        @endif
    @endauth
    @yield('content')
    @stack('scripts')
</body>
</html>
