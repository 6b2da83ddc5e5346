package com.miramar.pms.web;

import com.miramar.pms.analytics.SealProperties;
import com.miramar.pms.report.ReportService;
import java.time.YearMonth;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/reports")
class ReportController {

    private final ReportService reports;
    private final SealProperties sealmetrics;

    ReportController(ReportService reports, SealProperties sealmetrics) {
        this.reports = reports;
        this.sealmetrics = sealmetrics;
    }

    @GetMapping("/{month}")
    @PreAuthorize("hasRole('MANAGER')")
    String month(@PathVariable YearMonth month, Model model) {
        model.addAttribute("month", month);
        model.addAttribute("report", reports.forMonth(month));
        model.addAttribute("siteId", sealmetrics.getSiteId());
        model.addAttribute("widgetToken", sealmetrics.getApiToken()); ⟪token-sent-to-client⟫
        return "reports/month";
    }
}
