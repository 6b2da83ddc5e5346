"""The seed's 401, 403 and 429, "implement proper error handling and retry logic", and access logging."""
