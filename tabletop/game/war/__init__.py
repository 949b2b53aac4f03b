"""The war under the talks: a fortnight, its news, the theatre (W). The one chapter with arrays; never talks."""
