"""What keys of data mean, whatever the format and the tool: URLs, headers, environment entries, switches, prose, commands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sealguard.languages.vocabulary import word_set

_ENVIRONMENT: Final = word_set(
    "env environment envs envvars envvar environmentvariables environmentvariable variables containerenv remoteenv",
    "stringdata buildargs buildarg configvars envfile extraenv extraenvs extraenvvars globalenv setenv passenv appsettings",
    "secretenv runtimeenv devenv",
)
_URL: Final = word_set(
    "url uri endpoint baseurl baseuri apiurl apibase host hostname href target address server apiendpoint link origin",
    "urlpath rawurl base remote upstream proxypass location site destination",
)
_SCHEME: Final = frozenset({"scheme", "schemes", "protocol", "urlscheme", "schema"})
_PROSE: Final = word_set(
    "description descriptions summary message messages comment comments title changelog changes notes note readme help",
    "helptext longdescription shortdescription documentation doc docs remarks annotation releasenotes instructions longdesc",
    "text body_text hint tooltip caveats markdown",
)
_FENCED: Final = re.compile(r"(?m)^[ \t]{0,3}```[\w.+-]*[ \t]*\r?$")
"""A fence of Markdown."""
_DOCUMENTS: Final = word_set("doc docs documentation help readme homepage")
"""Keys of prose that often have a URL instead."""
_MODULE: Final = re.compile(r"(?:ansible\.(?:builtin|legacy|windows)|community\.\w+)\.")
_PLUGINS: Final = ("uses", "task", "image", "plugin", "orb")
_INPUTS: Final = frozenset({"with", "inputs", "settings", "parameters", "environment", "env"})
_REFERENCE: Final = word_set(
    "valuefrom secretkeyref configmapkeyref secretref configmapref remoteref fromsecret secretkeyselector fieldref",
    "resourcefieldref existingsecret envfrom passwordsecret tokensecret",
)
_SHELL: Final = word_set(
    "run script scripts beforescript afterscript command commands cmd entrypoint args shell exec inlinescript inline bash",
    "sh test postcreatecommand oncreatecommand poststartcommand prebuild postbuild preinstall install postinstall prestart",
    "start poststart prestop build execstart execstartpre execstartpost healthcheck hook hooks predeploy deploy runcmd",
    "bootcmd steps",
)
_LINES: Final = word_set(
    "script scripts beforescript afterscript commands prebuild postbuild build install preinstall postinstall predeploy deploy",
    "runcmd bootcmd",
)
_ON_MEANS_OFF: Final = word_set(
    "insecure insecureskipverify tlsskipverify skiptlsverify skipverify tlsinsecure insecuretls skipsslvalidation",
    "skipsslverification insecureskiptlsverify tlsinsecureskipverify acceptinvalidcerts allowunauthorizedcerts sslnoverify",
    "skiptls allowinsecure trustall trustallcertificates ignorehttpserrors ignoresslerrors ignoressl ignoresslissues",
    "disablesslverification disabletlsverification disablecertificateverification disableverification disablesslvalidation",
    "allowselfsigned allowselfsignedcerts acceptallcertificates acceptselfsigned dangeracceptinvalidcerts sslinsecure",
    "allowinsecuressl tlsallowinsecure noverifyssl noverify noverifytls insecureconnection disabletlscertificatevalidation",
    "ignorecertificates ignorecertificateerrors insecurehttps",
)
_OFF_MEANS_OFF: Final = word_set(
    "verify validatecerts sslverify verifyssl tlsverify verifytls rejectunauthorized strictssl checkhostname verifypeer",
    "sslverifypeer verifycertificate verifycertificates checkcertificate checkcertificates validatecertificate",
    "validatecertificates sslverification tlsverification certificateverification sslcertificateverification sslcheck",
    "verifysslcerts verifyhttps validatessl sslvalidation verifycert verifycerts certverification proxysslverify verifyhost",
    "sslverifyhost sslstrict nodetlsrejectunauthorized pythonhttpsverify certvalidation verifysslcertificate",
    "enablesslverification",
)
_CLEAR: Final = (_ON_MEANS_OFF | _OFF_MEANS_OFF) - {
    "insecure",
    "verify",
    "skipverify",
    "allowinsecure",
    "noverify",
    "insecureconnection",
    "trustall",
    "skiptls",
}
_OFF: Final = frozenset({"false", "no", "off", "0", "none", "disabled", "disable", "n", "verify_none", "cert_none", "never"})
_ON: Final = frozenset({"true", "yes", "on", "1", "enabled", "y"})
_NOT_SENT: Final = word_set(
    "responseheaders responseheader allowedheaders allowheaders exposedheaders exposeheaders corsheaders corsallowheaders",
    "removeheaders requiredheaders forbiddenheaders sensitiveheaders redactheaders maskheaders logheaders",
    "accesscontrolallowheaders stripheaders hideheaders filterheaders columnheaders tableheaders",
)
_LABELS: Final = (
    "name",
    "key",
    "id",
    "job_name",
    "jobname",
    "alias",
    "slug",
    "service",
    "label",
    "field",
    "variable",
    "var",
    "parametername",
)
_CONTENTS: Final = (
    "value",
    "val",
    "default",
    "defaultvalue",
    "default_value",
    "initialvalue",
    "currentvalue",
    "secretstring",
    "parametervalue",
)
NAMED_VALUE: Final = re.compile(r"(?:(?:-e|--env|--build-arg|--set|--set-string|-var|-D)[= ]?\s*)?([A-Za-z_][\w.-]{0,100})=")


@lru_cache(4096)
def plain(key: str) -> str:
    """Give a key in lower case without the separators that spellings differ in."""
    return re.sub(r"[\s_.-]", "", key[:200]).lower()


def names_environment(key: str) -> bool:
    """Tell whether what stands under the key are environment variables."""
    return plain(key) in _ENVIRONMENT


def names_url(key: str) -> bool:
    """Tell whether the key's value is where a request goes."""
    name = plain(key)
    return name in _URL or name.endswith(("url", "urlbase", "uri", "endpoint", "baseurl", "hostname", "apihost"))


def names_scheme(key: str) -> bool:
    """Tell whether the key's value is a URL's scheme."""
    return plain(key) in _SCHEME


def names_headers(key: str) -> bool:
    """Tell whether what stands under the key are headers that are sent."""
    name = plain(key)
    return (
        name.endswith("headers") or name in {"header", "headerparameters", "httpheader", "requestheader", "headerfields"}
    ) and name not in _NOT_SENT


def names_prose(key: str, text: str = "") -> bool:
    """Tell whether the key's value is text for people: by its name, or because it is Markdown; a document's address is data."""
    name = plain(key)
    if name not in _PROSE:
        return "```" in text and _FENCED.search(text) is not None and not names_shell(key) and "code" not in name
    return not (name in _DOCUMENTS and "://" in text and not re.search(r"\s", text.strip()))


def names_reference(key: str) -> bool:
    """Tell whether what stands under the key says where a value is found, and not the value."""
    return plain(key) in _REFERENCE


def names_shell(key: str) -> bool:
    """Tell whether the key's value is a command line."""
    return plain(_MODULE.sub("", key[:60])) in _SHELL


def names_script_lines(key: str) -> bool:
    """Tell whether a list under the key is one script, a line an item, and no command word by word."""
    return plain(key) in _LINES


def names_debug(key: str) -> bool:
    """Tell whether the key is that of a module of Ansible that prints what it is given."""
    return _MODULE.sub("", key[:60]) in {"debug", "fail"}


def plugins() -> tuple[str, ...]:
    """Give the keys under which a step of a pipeline names what is run."""
    return _PLUGINS


def names_inputs(key: str) -> bool:
    """Tell whether what stands under the key is given to what a step runs."""
    return key.lower() in _INPUTS


def turns_checks_off(key: str, value: str) -> bool:
    """Tell whether an entry turns the check of certificates off."""
    name, text = plain(key), value.strip().lower()
    return (name in _OFF_MEANS_OFF and text in _OFF) or (name in _ON_MEANS_OFF and text in _ON)


def is_clear_switch(key: str) -> bool:
    """Tell whether a switch's name says certificates by itself, without a URL beside it."""
    return plain(key) in _CLEAR


def labels() -> tuple[str, ...]:
    """Give the keys under which an item of a list has its name."""
    return _LABELS


def contents() -> tuple[str, ...]:
    """Give the keys under which a named item has its value."""
    return _CONTENTS


def names_content(key: str) -> bool:
    """Tell whether a key only says that the value of what it stands in follows."""
    return key.lower() in _CONTENTS
