"""The publications that define the measures."""

from __future__ import annotations

from typing import NamedTuple


class Publication(NamedTuple):
    """A publication that defines a measure, or says how to read it."""

    author: str
    year: int
    title: str
    published_in: str

    @property
    def citation(self) -> str:
        """The publication as a list of references has it.

        Examples
        --------
        >>> print(SEIDMAN_1983.citation)
        Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5.
        """
        return f"{self.author} ({self.year}). {self.title}. {self.published_in}."


BARRAT_2004 = Publication(
    "Barrat, A., Barthelemy, M., Pastor-Satorras, R. and Vespignani, A.",
    2004,
    "The architecture of complex weighted networks",
    "PNAS 101",
)
BONACICH_1972 = Publication(
    "Bonacich, P.",
    1972,
    "Factoring and weighting approaches to status scores and clique identification",
    "Journal of Mathematical Sociology 2",
)
BREIGER_1974 = Publication(
    "Breiger, R. L.", 1974, "The duality of persons and groups", "Social Forces 53"
)
EVERETT_2014 = Publication(
    "Everett, M. G. and Borgatti, S. P.",
    2014,
    "Networks containing negative ties",
    "Social Networks 38",
)
FREEMAN_1977 = Publication(
    "Freeman, L. C.",
    1977,
    "A set of measures of centrality based on betweenness",
    "Sociometry 40",
)
FREEMAN_1978 = Publication(
    "Freeman, L. C.",
    1978,
    "Centrality in social networks: conceptual clarification",
    "Social Networks 1",
)
HOPCROFT_1973 = Publication(
    "Hopcroft, J. and Tarjan, R.",
    1973,
    "Efficient algorithms for graph manipulation",
    "Communications of the ACM 16",
)
MARCHIORI_2000 = Publication(
    "Marchiori, M. and Latora, V.", 2000, "Harmony in the small-world", "Physica A 285"
)
NEWMAN_2002 = Publication(
    "Newman, M. E. J., Watts, D. J. and Strogatz, S. H.",
    2002,
    "Random graph models of social networks",
    "PNAS 99",
)
NEWMAN_2003 = Publication(
    "Newman, M. E. J.", 2003, "Mixing patterns in networks", "Physical Review E 67"
)
PAGE_1999 = Publication(
    "Page, L., Brin, S., Motwani, R. and Winograd, T.",
    1999,
    "The PageRank citation ranking: bringing order to the web",
    "Stanford InfoLab",
)
SABIDUSSI_1966 = Publication(
    "Sabidussi, G.", 1966, "The centrality index of a graph", "Psychometrika 31"
)
SEIDMAN_1983 = Publication(
    "Seidman, S. B.", 1983, "Network structure and minimum degree", "Social Networks 5"
)
WASSERMAN_1994 = Publication(
    "Wasserman, S. and Faust, K.",
    1994,
    "Social Network Analysis: methods and applications",
    "Cambridge University Press",
)
WATTS_1998 = Publication(
    "Watts, D. J. and Strogatz, S. H.",
    1998,
    "Collective dynamics of 'small-world' networks",
    "Nature 393",
)
