@extends('layouts.admin')

@section('content')
  <h1>{{ __('Traffic') }}</h1>

  <div class="grid">
    @foreach ($sites as $site)
      <article>
        <h2>{{ $site->name }}</h2>
        <p>{{ number_format($site->visits) }} {{ __('visits') }}</p>
      </article>
    @endforeach
  </div>

  <div id="seal-chart" data-site="{{ config('services.sealmetrics.site_id') }}"></div>
  <input type="hidden" id="seal-token" value="{{ config('services.sealmetrics.token') }}"> ⟪token-sent-to-client⟫
  <input type="hidden" name="_token" value="{{ csrf_token() }}">
@endsection

@push('scripts')
  <script src="{{ mix('js/admin-chart.js') }}"></script>
@endpush
