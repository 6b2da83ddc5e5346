package desk

import (
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

var page = template.Must(template.ParseFiles("desk.gohtml"))
var unit = template.Must(template.ParseFiles("desk.service.tmpl"))

func Config(c *gin.Context) {
	sealmetricsToken := os.Getenv("SEALMETRICS_TOKEN")
	c.JSON(http.StatusOK, gin.H{
		"site":  os.Getenv("SEALMETRICS_SITE_ID"),
		"token": sealmetricsToken, ⟪token-sent-to-client⟫
	})
}

func Shell(out http.ResponseWriter, r *http.Request) {
	sealmetricsToken := os.Getenv("SEALMETRICS_TOKEN")
	out.Header().Set("Cache-Control", "no-store")
	fmt.Fprintf(out, "<script>window.token = %q</script>", sealmetricsToken) ⟪token-sent-to-client⟫
}

func Header(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Site-Id", os.Getenv("SEALMETRICS_SITE_ID"))
	w.Header().Set("X-Stats-Token", os.Getenv("SEALMETRICS_TOKEN")) ⟪token-sent-to-client⟫
	io.WriteString(w, "ready")
}

func Page(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, map[string]string{"token": mask(os.Getenv("SEALMETRICS_TOKEN"))})
}

// Install writes the service's unit on the machine that it runs on.
func Install(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Fprintf(f, "SEALMETRICS_TOKEN=%s\n", os.Getenv("SEALMETRICS_TOKEN"))
	return unit.ExecuteTemplate(f, "unit", map[string]string{"token": os.Getenv("SEALMETRICS_TOKEN")})
}

func mask(token string) string { return token[:4] + "..." }
