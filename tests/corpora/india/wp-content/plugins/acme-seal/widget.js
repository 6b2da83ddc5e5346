jQuery(function ($) {
  var $box = $('#acme-seal-widget');

  function load() {
    $.ajax({
      url: window.acmeSeal.ajaxUrl,
      data: { action: 'acme_seal_overview', _ajax_nonce: window.acmeSeal.nonce },
      success: function (answer) {
        $box.text(answer.data.visits + ' visits for ' + window.acmeSeal.account);
      },
      error: function (xhr) {
        console.warn('sealmetrics widget', xhr.status);
      },
    });
  }

  load();
  window.setInterval(load, 60000);
});
