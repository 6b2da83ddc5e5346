"""Daily footfall and conversion figures for the shop dashboards."""
