@extends('layouts.app')

@section('title', __('reports.title', ['hotel' => $hotel->name]))

@push('head')
    <meta name="csrf-token" content="{{ csrf_token() }}">
    <script src="https://t.sealmetrics.com/t.js?id={{ config('services.sealmetrics.site_id') }}" defer></script>
@endpush

@section('content')
    <h1>{{ $hotel->name }}</h1>

    <div
        id="channel-report"
        data-hotel="{{ $hotel->id }}"
        data-site="{{ config('services.sealmetrics.site_id') }}"
        data-access="{{ config('services.sealmetrics.token') }}" ⟪token-sent-to-client⟫
        data-locale="{{ app()->getLocale() }}"
    ></div>

    @forelse ($channels as $channel)
        <x-report-row :channel="$channel" />
    @empty
        <p>{{ __('reports.none') }}</p>
    @endforelse
@endsection
