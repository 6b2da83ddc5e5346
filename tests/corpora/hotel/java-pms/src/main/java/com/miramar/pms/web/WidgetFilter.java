package com.miramar.pms.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

@Component
class WidgetFilter extends OncePerRequestFilter {

    private static final String WIDGET_PATH = "/widget/";

    private final String sealmetricsToken;
    private final String siteId;

    WidgetFilter(@Value("${sealmetrics.token}") String sealmetricsToken, @Value("${sealmetrics.site-id}") String siteId) {
        this.sealmetricsToken = sealmetricsToken;
        this.siteId = siteId;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(WIDGET_PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Site-Id", siteId);
        response.setHeader("X-Stats-Token", sealmetricsToken); ⟪token-sent-to-client⟫
        chain.doFilter(request, response);
    }
}
