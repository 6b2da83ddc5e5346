@extends('layouts.app')

@section('head')
    <meta name="csrf-token" content="{{ csrf_token() }}">
    <meta name="sealmetrics-site" content="{{ config('services.sealmetrics.account_id') }}">
    <script async src="https://t.sealmetrics.com/t.js?id={{ $client->site_id }}"></script>
@endsection

@section('content')
    <h1>Reports for {{ $client->name }}</h1>

    @if (blank(config('services.sealmetrics.token')))
        <p class="warning">Set SEALMETRICS_API_TOKEN on the server to see numbers here.</p>
    @endif

    <table id="reports" data-endpoint="{{ route('audience.index') }}">
        <tbody></tbody>
    </table>

    <form method="post" action="{{ route('settings.token') }}">
        @csrf
        <label>Sealmetrics token
            <input type="password" name="sealmetrics_token" placeholder="sm_..." autocomplete="off">
        </label>
        <button>Save</button>
    </form>
@endsection

@push('scripts')
    <script>
        const csrf = document.querySelector('meta[name="csrf-token"]').content;
        const endpoint = document.getElementById('reports').dataset.endpoint;
        fetch(endpoint, { headers: { 'X-CSRF-TOKEN': csrf, Accept: 'application/json' } })
            .then((response) => response.json())
            .then((rows) => console.log('rows', rows.length));
    </script>
@endpush
