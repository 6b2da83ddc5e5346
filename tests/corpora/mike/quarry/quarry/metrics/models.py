from django.db import models


class Daily(models.Model):
    day = models.DateField()
    product = models.SlugField()
    visits = models.PositiveIntegerField(default=0)

    class Meta:
        unique_together = [("day", "product")]
        ordering = ["-day", "product"]

    def __str__(self) -> str:
        return f"{self.product} {self.day}: {self.visits}"
