"""Start a rule: `python scripts/new_rule.py T110 my-rule` writes the rule and its cases."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

RULE = '''"""{code} {name}."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView


@rule("{code}", "{name}", scope="document", since="{since}", severity="warning")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """One sentence: what the rule reports.

    ## Why it matters
    What a reader of the text loses.

    ## Use instead
    What to write.

    ## Source
    Who says so.
    """
    for text in view.texts:
        for match in text.matches():
            yield text.mark(match.span, f"{{match.text!r}} ...")
'''

CASES = """# {code} {name}

What fires, in a sentence.

```document en
The text.
```
```findings
1:1-4 warning {code} ...
```

The near miss, which stays silent.

```document en
The text.
```
```findings
```
"""


def main() -> int:
    """Write the two files; 1 when the code or a file is taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code", help="family letter and three digits: T110")
    parser.add_argument("name", help="kebab case: my-rule")
    args = parser.parse_args()
    if not re.fullmatch(r"[TNXAOGEB]\d{3}", args.code) or not re.fullmatch(
        r"[a-z0-9]+(-[a-z0-9]+)*", args.name
    ):
        parser.error("a code is like T110, a name like my-rule")
    stem = f"{args.code}_{args.name}".lower().replace("-", "_")
    rules = ROOT / "termkit" / "check" / "rules"
    if taken := next(rules.glob(f"{args.code.lower()}_*.py"), None):
        print(f"{args.code} is taken by {taken.name}", file=sys.stderr)
        return 1
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    since = version[1].rpartition(".")[0] if version else "0"
    values = {"code": args.code, "name": args.name, "since": since}
    for path, template in (
        (rules / f"{stem}.py", RULE),
        (ROOT / "tests" / "check" / "rules" / f"{stem}.md", CASES),
    ):
        path.write_text(template.format(**values), encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
