"""Names across languages: parts, forms, and whether two written forms are one name."""

from termkit.model.name import NameComparison as NameComparison
from termkit.model.name import Verdict as Verdict
from termkit.names.compare import compare_names as compare_names
