"""What a front end knows of its language's library, as data: what well-known functions do to the values they are given."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sealguard.flow.failures import Failures

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from sealguard import syntax


class Effect(enum.Enum):
    """What a call does, for all languages alike. *Subject*: a method's object, else the first argument."""

    SAME = enum.auto()
    """The subject, as text."""
    VEILED = enum.auto()
    """The subject in something that shows a mask wherever it is written."""
    ENCODE = enum.auto()
    """The subject as bytes."""
    TEXT = enum.auto()
    """The subject as text, as interpolation makes it: bytes with their quotes and prefix."""
    TEXT_MADE = enum.auto()
    """Text made of what the argument's name says it is: `String(format: "...", x)`, `String(contentsOfFile: path)`."""
    TRIM = enum.auto()
    """The subject without white space at its ends."""
    TRIM_START = enum.auto()
    """The subject without white space, or the characters of the argument, at its start."""
    TRIM_END = enum.auto()
    """The same at its end."""
    LETTERS = enum.auto()
    """The characters of the subject, as a list."""
    CUT_LENGTH = enum.auto()
    """The part of the subject from the first argument, as long as the second."""
    REPLACE_PAIRS = enum.auto()
    """The subject with each key of the argument replaced by what is under it."""
    PRINTF_LIST = enum.auto()
    """The subject, a template with `%s`, filled with the items of the argument."""
    CLOSED = enum.auto()
    """The items of the subject, with the argument between them or nothing: `JOINED` puts commas there."""
    MERGED = enum.auto()
    """The subject, a map, with the arguments over it."""
    PUT = enum.auto()
    """The subject, a map, with the second argument under the first."""
    SOME = enum.auto()
    """The first items of the subject, as many as the argument says; without one, its first."""
    DIG = enum.auto()
    """What a store holds under the arguments, one inside the other."""
    PACK = enum.auto()
    """Text made of a list, or of the arguments behind the template, by a template: `["736d5f"].pack("H*")`, `pack("H*", "736d5f")`."""
    UNPACK = enum.auto()
    """The subject taken apart by the template that the argument is."""
    URL_PART = enum.auto()
    """The part of the subject, a URL, that the method is named for: `host`, `path`, `request_uri`."""
    LINES = enum.auto()
    """The lines of a file, with their line ends where there is no argument but its name."""
    LOWER = enum.auto()
    UPPER = enum.auto()
    SPLIT = enum.auto()
    """The pieces of the subject between the argument."""
    CUT = enum.auto()
    """The part of the subject from the first argument to before the second."""
    FIRST = enum.auto()
    """The first argument of a method, as text: `UTF8.GetBytes(text)`."""
    TAKEN = enum.auto()
    """A few letters of the subject, from either end."""
    CONCAT = enum.auto()
    """The subject with all arguments behind it."""
    REPLACE = enum.auto()
    """The subject with the first argument replaced by the second."""
    PREFIX_CUT = enum.auto()
    """The subject without the prefix that the argument names."""
    JOIN = enum.auto()
    """The subject between the items of the argument."""
    JOINED = enum.auto()
    """The items of the subject with the argument between them."""
    URL_BASE = enum.auto()
    """The subject as a URL, resolved against the argument."""
    URL_JOIN = enum.auto()
    """The second argument resolved against the first, as a URL or path."""
    URL_PARTS = enum.auto()
    """A URL made from a list of scheme, host, path..."""
    URL_NAMED = enum.auto()
    """A URL made from arguments named for its parts."""
    URL_UNDER = enum.auto()
    """The subject with the argument as another part of its path; where neither is said to be one, with the argument behind it."""
    URL_HOST = enum.auto()
    """A URL made of a host and a path by a function that is called as its scheme: `Uri.https(host, path)`."""
    URI = enum.auto()
    """The second argument resolved against the subject; the subject alone where there is none."""
    QUERY = enum.auto()
    """The subject, a map, spelled as a query."""
    FORMAT = enum.auto()
    """The subject, a template with braces, filled."""
    PRINTF = enum.auto()
    """The subject, a template with `%s`, filled."""
    FORMAT_MAP = enum.auto()
    """The same from a map."""
    SUBSTITUTE = enum.auto()
    """The subject, a template with `$name`, filled."""
    ENVIRONMENT = enum.auto()
    """The environment variable that the first argument names, or the second argument."""
    SETTING = enum.auto()
    """The same for an application's settings or a secret store."""
    DEFAULT = enum.auto()
    """A declared field, option or parameter: what it is given elsewhere, or the first argument or the one named `default`."""
    OPTION = enum.auto()
    """A declared option of the command line: what it is given, or the second argument."""
    PLACEHOLDER = enum.auto()
    """A setting that a text names: `${sealmetrics.token:default}`."""
    CHOICE = enum.auto()
    """The subject, or an argument where that is nothing."""
    SPACED = enum.auto()
    """All arguments with a space between them: scheme and token."""
    STORE = enum.auto()
    """Something that a secret store or a prompt gives."""
    FILE = enum.auto()
    """What a file, standard input or a command's output holds, as it is."""
    CONTENT = enum.auto()
    """The same, line by line, unless a switch `Raw` asks for it whole."""
    READ = enum.auto()
    """`FILE` of a handle or standard input; of anything else, an answer's body say, nothing is known."""
    EMPTY_MAP = enum.auto()
    OPEN = enum.auto()
    """A handle whose reading is `FILE`."""
    BASE64 = enum.auto()
    UNBASE64 = enum.auto()
    HEX = enum.auto()
    UNHEX = enum.auto()
    PERCENT = enum.auto()
    UNPERCENT = enum.auto()
    DECODE = enum.auto()
    """Decoded by the codec that the second argument names: `base64`, `hex`, `rot13`."""
    ENCODED = enum.auto()
    """Encoded by the codec that the argument names; as text where there is none."""
    QUOTE = enum.auto()
    """The subject as source code spells it, quotes and all (`repr`, `json.dumps`)."""
    ROT13 = enum.auto()
    TURN = enum.auto()
    """The subject backwards, a text or a list."""
    REVERSE = enum.auto()
    """The characters of the subject backwards, as a list."""
    CHARACTER = enum.auto()
    """The character of a code point, or of a list of them."""
    DIGEST = enum.auto()
    """Something that tells nothing of the subject: a hash, a length, a truth value."""
    PARTIAL = enum.auto()
    """A function with some of its arguments bound."""
    MAP = enum.auto()
    """A map made of keyword arguments, pairs or another map."""
    PAIRS = enum.auto()
    """A map made of arguments in turn, key and value; or of pairs."""
    ITEMS = enum.auto()
    """A list of the arguments."""
    CALLED = enum.auto()
    """What the first argument, a function, gives."""
    APPLIED_TO = enum.auto()
    """What the argument, a function, gives for the subject: `token.let { "Bearer $it" }`."""
    CONFIGURED = enum.auto()
    """The subject with what the argument, a block whose calls are calls of the subject's methods, adds to it."""
    BUILT = enum.auto()
    """The texts that the calls in the argument, a block, add one behind the other."""
    FROM_KEYS = enum.auto()
    """A map in which every item of the first argument has the value of the second."""
    COPY = enum.auto()
    """The subject, copied, whatever it is."""
    GET = enum.auto()
    """What a map holds under the first argument, or the second argument."""
    LIST = enum.auto()
    ZIP = enum.auto()
    """The items of several lists, side by side."""
    PART = enum.auto()
    """A part of the subject, split at the argument; at white space, the subject trimmed."""
    EACH = enum.auto()
    """The argument, a function, applied to each item of the subject."""
    APPLY = enum.auto()
    """The first argument, a function, applied to each item of the second."""
    COMPACT = enum.auto()
    """A map of the variables that the arguments name."""
    NAME = enum.auto()
    """Nothing but a value with the call's name."""
    HEADER = enum.auto()
    """A header of its own: a name and a value, or a token that an argument is called `bearerToken` for."""
    BASIC_HEADER = enum.auto()
    """The value of a header that says so: `Credentials.basic(user, password)`."""
    BASIC = enum.auto()
    """HTTP basic authentication with a user and a password."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Which argument of a call is what.

    Roles: `method`, `url`, `base`, `host`, `scheme`, `headers`, `query`, `data`, `json`, `cookies`, `auth`, `context`; `verify` is the
    switch of certificate checks, `tls` what can hold that switch; `options` is a map whose keys are looked up in the library's `keywords`.
    """

    positional: tuple[str, ...] = ("url",)
    method: str = ""
    """The method that the call stands for, where no argument says it."""
    scheme: str = ""
    """The scheme that the call stands for, where its URL is a host alone."""
    complete: bool = True
    """Whether all that is sent can be seen in the call."""
    hooked: bool = True
    """Whether the library's `hooks` can put headers on it."""
    late: bool = False
    """Whether headers are put on the object after this call: `xhr.open(...)`, then `xhr.setRequestHeader(...)`."""
    usual: str = ""
    """The method of a call whose arguments can say another one, where they say none."""


@dataclass(frozen=True, slots=True)
class Giving:
    """A call by which a server's code gives something to the client that asked."""

    how: str
    """As what, as a phrase for a message: `a JSON body`."""
    skip: int = 0
    """How many leading positional arguments are no content: the request, a template's name."""
    most: int = 1
    """How many positional arguments behind those are content."""
    pair: bool = False
    """Whether it takes a name and a value."""
    guard: str = ""
    """The option, in lower case, that keeps a cookie from scripts."""
    owners: frozenset[str] = frozenset()
    """Of a method: what its object is called, in lower case; anything where there is none."""
    options: frozenset[str] = frozenset()
    """Named arguments that are no content."""
    headed: bool = False
    """Whether options behind the content can hold `headers`, which the client gets too."""
    into: frozenset[str] = frozenset()
    """Of a call that writes to its first argument: what that, or its type, is called, in lower case."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A map in a build's configuration whose entries are written into what browsers get."""

    files: re.Pattern[str]
    """What the file's path has to match."""
    path: tuple[str, ...]
    """The last keys under which the map stands."""
    how: str
    """What hands it over, as a phrase for a message."""


def receives(name: str) -> Callable[[syntax.Function], bool]:
    """Give what tells whether a function belongs to an object, for front ends that put it first, as a parameter of this name."""
    return lambda function: bool(function.parameters) and function.parameters[0].name == name


@dataclass(frozen=True)
class Library:
    """One language's table. Qualified names are dotted, as imported; method names stand for the method of anything."""

    calls: Mapping[str, Effect] = field(default_factory=dict)
    methods: Mapping[str, Effect] = field(default_factory=dict)
    items: Mapping[str, Effect] = field(default_factory=dict)
    """Maps whose items come from elsewhere: `os.environ`."""
    members: Mapping[str, Effect] = field(default_factory=dict)
    """Objects whose attributes come from elsewhere: `process.env`."""
    requests: Mapping[str, Signature] = field(default_factory=dict)
    """Functions that send a request."""
    clients: Mapping[str, Signature] = field(default_factory=dict)
    """What makes a client, with what its positional arguments are."""
    verbs: Mapping[str, Signature] = field(default_factory=dict)
    """Methods of a client that send a request; `()` where the client itself is called."""
    keywords: Mapping[str, str] = field(default_factory=dict)
    """Names of keyword arguments, and the role each has in a request."""
    outputs: Mapping[str, int] = field(default_factory=dict)
    """Functions that write where others read, with how many leading arguments are no content."""
    output_methods: frozenset[str] = frozenset()
    """Methods of a logger that do."""
    loggers: frozenset[str] = frozenset()
    """What a logger's name ends in, lower case."""
    signings: Mapping[str, int] = field(default_factory=dict)
    """Functions that compute a MAC, with the position of the key."""
    tests: frozenset[str] = frozenset()
    """Methods and functions that only compare or take apart the strings they are given."""
    refusals: frozenset[str] = frozenset()
    """What opens a block that is expected to fail: `pytest.raises`."""
    expectations: frozenset[str] = frozenset()
    """Calls after which the rest of the function is expected to fail: `expectException`."""
    returning: frozenset[str] = frozenset()
    """Of `outputs`, those that give the text back instead, if they are told so by a second argument."""
    subjects: Mapping[str, int] = field(default_factory=dict)
    """The position of the subject, of `calls` of which it is not the first argument."""
    builders: frozenset[str] = frozenset()
    """Of `clients`, those whose own functions begin a chain of calls."""
    handles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What makes a handle on which options are set one by one, with the functions that set one, or a map of them."""
    optioned: bool = False
    """Whether calls are given a map of options where other languages name arguments."""
    bare: bool = False
    """Whether functions are called by their names alone, and members of the object without naming it (Ruby)."""
    passing: frozenset[str] = frozenset()
    """Calls that give what they make, or are called on, to the function behind them: `Net::HTTP.start(...) { |http| ... }`."""
    dialects: Mapping[str, Mapping[str, Signature]] = field(default_factory=dict)
    """Of `clients`, those whose verbs take other arguments than `verbs` say."""
    unverified: Mapping[str, str] = field(default_factory=dict)
    """Calls and constants that stand for a certificate that is not checked, with the attribute they are set on (or none)."""
    attributes: bool = False
    """Whether an object's attributes and a map's items are one: `headers.Accept = ...` puts something into a map."""
    implicit: bool = False
    """Whether a method sees the members of its class by their names alone."""
    records: bool = True
    """Whether a class without a constructor is given its fields when it is made."""
    cases: frozenset[str] = frozenset()
    """Functions that make a test of its title and a function: `it("refuses ...", () => ...)`."""
    constants: Mapping[str, str] = field(default_factory=dict)
    """Constants of libraries that spell headers and methods, by their last two names: `HttpHeaders.AUTHORIZATION`."""
    environments: frozenset[str] = frozenset()
    """Base classes whose fields a library fills from the environment: `BaseSettings`."""
    holders: tuple[tuple[str, ...], ...] = ()
    """Objects on which one file sets what others read, by their names: `Rails.configuration`."""
    sections: frozenset[str] = frozenset()
    """What says which section of the configuration a class is filled from: its decorators, or its constants."""
    wrappers: frozenset[str] = frozenset()
    """Generic types whose objects only hold one of another type: `IOptions<SealOptions>`."""
    unwrapping: frozenset[str] = frozenset()
    """Attributes and methods of these that give what they hold."""
    typed: bool = False
    """Whether names are declared with a type, so that what is set on one of a class of this file is set on the class's objects."""
    results: bool = False
    """Whether a call can give several results, of which the first is the value: `request, err := http.NewRequest(...)`."""
    built: bool = False
    """Whether a request is built before it is sent, and so stands where it is built."""
    inner: Mapping[str, str] = field(default_factory=dict)
    """What is set further inside of a client and stands for an attribute of its own: axios' `defaults.headers.common`."""
    openers: frozenset[str] = frozenset()
    """Methods of a URL that make what sends a request to it, which `clients` knows by the same name: `openConnection`."""
    authorizing: Mapping[str, str] = field(default_factory=dict)
    """Methods of a map of headers that set `Authorization` to this scheme and what they are given: `headers.setBearerAuth(token)`."""
    checking: frozenset[str] = frozenset()
    """Functions that are asked about a certificate, and that refuse it by raising: empty ones accept all."""
    sessions: frozenset[str] = frozenset()
    """Types of parameters that tell functions that are asked about a certificate and answer with a truth value."""
    accessors: bool = False
    """Whether a field can be read by calling it: `credentials.token()`."""
    appending: frozenset[str] = frozenset()
    """Methods that add text to the text that they are called on: `append`."""
    blocks: Mapping[str, str] = field(default_factory=dict)
    """Functions that stand in the block behind a call and add to what it sends, with the role of what they add, as in `chained`; those
    with none take a block of their own."""
    scoping: frozenset[str] = frozenset()
    """Methods whose block's calls are calls of the object's methods: `connection.apply { setRequestProperty(...) }`."""
    unchained: frozenset[str] = frozenset()
    """Clients whose methods do not give them back, whatever `chained` says."""
    filling: Mapping[str, str] = field(default_factory=dict)
    """Methods that put into their first argument what another method gives for the rest: `flag.StringVar(&token, ...)`."""
    streams: frozenset[str] = frozenset()
    """Of `outputs`, those whose first argument says where they write."""
    declared: Mapping[str, str] = field(default_factory=dict)
    """Decorators of functions without a body that make a call of them, with its method: Retrofit's `@GET`."""
    query_decorators: frozenset[str] = frozenset()
    """Decorators of their parameters that put one into the query: `@Query("token") token`."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Methods that change a URL, or give a changed one, with the part: `scheme`, `host`, `port`, `path`, `query`, `parameter`.

    `named`: the arguments' names say it; none: it stays what it is. What is no URL they leave alone.
    """
    url_fields: Mapping[str, str] = field(default_factory=dict)
    """Attributes that change such a part when they are set: `url.protocol = "http:"`."""
    query: str = ""
    """The attribute of a URL that is its query, as a map."""
    labels: frozenset[str] = frozenset()
    """Arguments that name the header which a method sets to its first argument: `setValue(token, forHTTPHeaderField: "Authorization")`."""
    accepting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Calls that accept a certificate, unless the function around them calls one of these to check it."""
    fluent: bool = False
    """Whether a request is built by a chain of calls that begins with a verb, of whatever client: `client.get(url).header(...).send()`.

    `requests` and `clients` know what such a chain makes as `*.get`.
    """
    standing: frozenset[str] = frozenset()
    """Clients that need not be made: `basicRequest`."""
    sends: frozenset[str] = frozenset()
    """Methods that end such a chain: only then all that is sent can be seen."""
    hooks: frozenset[str] = frozenset()
    """Names behind which a client is given headers that its calls do not show: `interceptors`."""
    interceptors: frozenset[str] = frozenset()
    """Names behind which one client is: others' calls show all that they send."""
    switches: Mapping[str, str] = field(default_factory=dict)
    """Environment variables that turn the check of certificates off, with the value that does."""
    chained: Mapping[str, str] = field(default_factory=dict)
    """Methods that add to a request or client and give it back, with the role of what they add, or none.

    Besides those of a `Signature`: `header`, a name and a value; `parameter`, the same of the query; `bearer`, a token;
    `hidden`, what cannot be seen.
    """
    storages: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Calls that keep something in a browser or on a device, with the positions of name (-1: none) and value."""
    stores: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    """Functions that give an object whose `value` a browser keeps."""
    """Objects that keep what is set on them there: `localStorage`, `document.cookie`."""
    givings: Mapping[str, Giving] = field(default_factory=dict)
    """Calls that answer the client, by the whole name or its last two parts."""
    giving_methods: Mapping[str, Giving] = field(default_factory=dict)
    """Methods of an answer that do."""
    filled: Mapping[str, str] = field(default_factory=dict)
    """What is given to the client by being set: `ctx.body`, the items of `response.headers`; with the phrase for it."""
    handlers: frozenset[str] = frozenset()
    """Functions that make a request's handler of the function they are given."""
    routers: frozenset[str] = frozenset()
    """Methods that do, given a path first."""
    procedures: Mapping[str, str] = field(default_factory=dict)
    """Methods that do, by a pattern for the names of what they are called on: `procedure.input(...).query(...)`."""
    routes: frozenset[str] = frozenset()
    """Decorators that do, by their last name."""
    context_decorators: frozenset[str] = frozenset()
    """Decorators of functions that return a template's context."""
    answering: Mapping[str, str] = field(default_factory=dict)
    """Functions, by name, whose result a framework gives to the client, with the phrase for it."""
    servers: Mapping[str, str] = field(default_factory=dict)
    """Functions, by name, that run on the server wherever they stand, if path or text of the file match the pattern."""
    definers: Mapping[str, str] = field(default_factory=dict)
    """Calls that hand the entries of a map over to what is delivered, with the phrase for it."""
    handovers: tuple[Handed, ...] = ()
    setting_up: frozenset[str] = frozenset()
    """Calls that are given a class, and a function that sets up the client which that class will be given."""
    injected: Mapping[str, str] = field(default_factory=dict)
    """Types of parameters that a framework gives, with what makes such a client: it is set up where it is given."""
    writers: Mapping[str, str] = field(default_factory=dict)
    """What makes something that writes into its argument, with the method that does: `json.NewEncoder(&buffer).Encode(value)`."""
    buffers: frozenset[str] = frozenset()
    """What makes such an argument that nobody else reads."""
    resources: bool = False
    """Whether a call with named arguments is a thing that is made (Terraform's blocks)."""
    elements: bool = False
    """Whether calls with named arguments are elements of markup."""
    receiver: Callable[[syntax.Function], bool] = lambda _function: False
    """Whether a method's first parameter is the object."""
    failures: Failures = field(default_factory=Failures)
    """How failures are told, waited after and repeated."""

    @cached_property
    def spellings(self) -> dict[str, str]:
        """How the table spells names, by their folded form: for languages in which upper and lower case are the same."""
        named = (self.calls, self.methods, self.requests, self.clients, self.verbs, self.outputs, self.members, self.items)
        dotted = (*(name for each in named for name in each), *self.keywords, *self.loggers, *self.tests, *self.output_methods)
        return {word.casefold(): word for name in dotted for word in name.split(".")}

    @cached_property
    def setters(self) -> frozenset[str]:
        """The functions that set options on handles."""
        return frozenset().union(*self.handles.values())

    @cached_property
    def exposing(self) -> frozenset[str]:
        """The last names of all calls that keep something in a browser, answer a client or hand something over."""
        named = (*self.storages, *self.givings, *self.definers)
        own = self.handlers | self.routers | self.procedures.keys()
        return frozenset(name.rpartition(".")[2] for name in named) | self.giving_methods.keys() | own
