"""What others reach on forms of the same kinds, printed beside ours: measured elsewhere with the same method, on
kept-aside full pages, on fragments and on applications. `PUBLISHED`: what the market leader says it fills right."""

WEB = {
    "recall": {"firefox": 0.930, "chromium": 0.914, "duckduckgo": 0.866, "job filler": 0.801},
    "precision": {"firefox": 0.952, "chromium": 0.965, "duckduckgo": 0.948, "job filler": 0.836},
    "f1": {"firefox": 0.941, "chromium": 0.939, "duckduckgo": 0.905, "job filler": 0.818},
    "whole page right": {"firefox": 0.619, "chromium": 0.527, "duckduckgo": 0.352, "job filler": 0.249},
    "recall without autocomplete": {"firefox": 0.909, "chromium": 0.872, "duckduckgo": 0.823, "job filler": 0.786},
}
FRAGMENTS = {
    "recall": {"duckduckgo (in sample)": 0.971, "chromium": 0.919, "firefox": 0.907, "job filler": 0.867},
    "precision": {"duckduckgo (in sample)": 0.923, "chromium": 0.946, "firefox": 0.845, "job filler": 0.767},
    "f1": {"duckduckgo (in sample)": 0.946, "chromium": 0.932, "firefox": 0.875, "job filler": 0.814},
    "whole page right": {"duckduckgo (in sample)": 0.943, "chromium": 0.781, "firefox": 0.851, "job filler": 0.706},
}
APPLICATIONS = {
    "standard fields right": {"firefox": 0.955, "chromium": 0.938, "job filler": 0.919, "duckduckgo": 0.895},
    "pages with all of them right": {"firefox": 0.863, "chromium": 0.810, "job filler": 0.762, "duckduckgo": 0.700},
    "question text": {"chromium": 0.911, "accessible name": 0.856},
    "required": {"attributes": 0.667},
    "controls given a meaning": {"firefox": 0.210, "chromium": 0.206},
}
TIMES = {
    "scan ms, median": {"duckduckgo": 31.6, "job filler": 5.6, "accessible name": 2.9},
    "scan ms, p95": {"duckduckgo": 60.0, "job filler": 20.0, "accessible name": 13.0},
}
PUBLISHED = {"greenhouse": 0.90, "lever": 0.85, "workday": 0.70, "icims": 0.50, "taleo": 0.40}
