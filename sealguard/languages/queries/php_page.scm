; The markup around PHP, where a file holds both.

[(text) (php_tag) (php_end_tag) (text_interpolation)] @skip
