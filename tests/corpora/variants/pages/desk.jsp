<%@ page contentType="text/html;charset=UTF-8" %>
<div data-site="${site}" data-rows="${rows}"></div>
<div data-token="${sealmetricsToken}"></div> ⟪token-sent-to-client⟫
<div data-has="${not empty sealmetricsToken}"></div>
