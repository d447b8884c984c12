"""The forms in which one sentence, or two, say that numbers belong together, as drafts of claims."""
