from claimcheck.app.api import check as check
from claimcheck.app.api import check_text as check_text
from claimcheck.app.api import render as render
from claimcheck.app.api import verify as verify
from claimcheck.app.api import verify_text as verify_text
from claimcheck.findings import Finding as Finding
from claimcheck.findings import Severity as Severity
from claimcheck.findings import Span as Span
from claimcheck.quantity.interval import Interval as Interval
from claimcheck.verdicts import Conflict as Conflict
from claimcheck.verdicts import Repair as Repair
from claimcheck.verdicts import Report as Report
from claimcheck.verdicts import Result as Result
from claimcheck.verdicts import Verdict as Verdict

__version__: str
