@extends('layouts.app')

@section('head')
    <script async src="//t.sealmetrics.com/t.js?id={{ config('services.sealmetrics.account_id') }}"></script> ⟪insecure-scheme-fallback⟫
    <link rel="stylesheet" href="//fonts.bunny.example/css?family=inter:400,600">
@endsection

@section('content')
    <h1>{{ $client->name }}</h1>

    <section
        id="visitors"
        data-site="{{ $client->site_id }}"
        data-csrf-token="{{ csrf_token() }}"
        data-token="{{ config('services.sealmetrics.token') }}" ⟪token-sent-to-client⟫
    >
        <p>Loading…</p>
    </section>

    @foreach ($reports as $report)
        <article>
            <h2>{{ $report->title }}</h2>
            <p>{{ $report->summary }}</p>
        </article>
    @endforeach
@endsection

@push('scripts')
    <script>
        const box = document.getElementById('visitors');
        fetch(`/audience?site=${box.dataset.site}`, { headers: { 'X-CSRF-TOKEN': box.dataset.csrfToken } })
            .then((response) => response.json())
            .then((data) => { box.textContent = data.visitors; });
    </script>
@endpush
