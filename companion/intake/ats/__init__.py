"""Application systems: which one an address belongs to (`address`), and one small reader a system for its pages."""
