(function (window, document) {
  'use strict';

  var BASE = document.location.protocol === 'https:' ? 'https://' : 'http://'; ⟪insecure-scheme-fallback⟫
  var SRC = BASE + 't.sealmetrics.com/t.js?id=acme-popup';

  function load() {
    var s = document.createElement('script');
    s.async = true;
    s.src = SRC;
    document.head.appendChild(s);
  }

  function show() {
    var box = document.createElement('div');
    box.className = 'acme-popup';
    box.textContent = 'Subscribe and save 10%';
    document.body.appendChild(box);
    window.sealmetrics && window.sealmetrics('event', { name: 'popup_shown' });
  }

  load();
  window.setTimeout(show, 8000);
})(window, document);
