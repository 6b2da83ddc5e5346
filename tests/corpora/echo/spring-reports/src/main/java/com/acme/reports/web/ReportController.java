package com.acme.reports.web;

import com.acme.reports.SealTemplateClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
public class ReportController {
    private final SealTemplateClient seal;

    @Value("${sealmetrics.api.token}")
    private String sealmetricsToken;

    @Value("${sealmetrics.site-id:acme-corp}")
    private String siteId;

    public ReportController(SealTemplateClient seal) {
        this.seal = seal;
    }

    @GetMapping("/reports/{kind}")
    public String report(@PathVariable String kind, @RequestParam(defaultValue = "28") int days, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("siteId", siteId);
        model.addAttribute("rows", seal.channels(siteId, days));
        model.addAttribute("token", sealmetricsToken); ⟪token-sent-to-client⟫
        return "reports/" + kind;
    }
}
