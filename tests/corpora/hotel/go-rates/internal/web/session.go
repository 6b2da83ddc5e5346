package web

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

type Config struct {
	SealmetricsToken string
	SiteID           string
	Currency         string
}

type Handler struct {
	cfg   Config
	login func(c *gin.Context) (accessToken string, err error)
}

func (h *Handler) Routes(r *gin.RouterGroup) {
	r.GET("/bootstrap", h.bootstrap)
	r.POST("/session", h.session)
}

func (h *Handler) bootstrap(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{
		"currency":  h.cfg.Currency,
		"site_id":   h.cfg.SiteID,
		"sealToken": h.cfg.SealmetricsToken, ⟪token-sent-to-client⟫
	})
}

func (h *Handler) session(c *gin.Context) {
	sealmetricsAccessToken, err := h.login(c)
	if err != nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "login failed"})
		return
	}
	c.SetCookie("locale", "es", 86400, "/", "", true, false)
	c.SetCookie("sm_access_token", sealmetricsAccessToken, 900, "/", "", true, true)
	c.Status(http.StatusNoContent)
}
