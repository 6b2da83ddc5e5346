@extends('layouts.admin')

@section('title', 'Traffic')

@section('content')
    <h1>{{ __('Traffic') }}</h1>
    <div id="traffic" data-site="{{ config('services.sealmetrics.site_id') }}"></div>
@endsection

@push('scripts')
<script>
    window.acme = {
        locale: @json(app()->getLocale()),
        csrf: '{{ csrf_token() }}',
        sealToken: '{{ config('services.sealmetrics.token') }}', ⟪token-sent-to-client⟫
    };

    const site = document.getElementById('traffic').dataset.site;
    fetch(`https://api.sealmetrics.com/v1/sites/${site}/daily`, { ⟪authorized-call-from-client⟫
        headers: { Authorization: `Bearer ${window.acme.sealToken}` },
    })
        .then((r) => r.json())
        .then((body) => window.drawTraffic(body.rows));
</script>
@endpush
