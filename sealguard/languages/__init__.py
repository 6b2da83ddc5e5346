"""Front ends: each turns a document of its language into facts, and knows nothing of rules."""
