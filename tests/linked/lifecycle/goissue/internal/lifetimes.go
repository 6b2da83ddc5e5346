package internal

var Lifetimes = map[string]int{
	"screen": 30,
	"batch":  400, ⟪unbounded-token-lifetime⟫
}
