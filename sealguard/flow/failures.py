"""What a front end knows of how its language's libraries tell that a request failed, wait, and repeat, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sealguard.facts import Wait

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Policy:
    """A call, or a decorator, by which a library is told to repeat what fails.

    Roles of what it is given: `run`, the function that it repeats; `statuses`, `errors`, the statuses or classes that are repeated;
    `spared`, the classes that are not; `when`, `unless`, a function that says so of a failure, `result` of what is given back;
    `filter`, a call that does; `wait`, a fixed wait;
    `base`, the first of waits that grow; `factor`, by which they do; `grows`, whether they do; `waiter`, what says how long to wait;
    `tries`, how often; `options`, a map of these; `unknown`, what cannot be followed.
    """

    positional: tuple[str, ...] = ()
    keywords: Mapping[str, str] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    """Roles of which one has to be given: else it is no such call."""
    repeats: str = "all"
    """What is repeated where nothing says so: `all`, or the first digits of statuses, with spaces between them."""
    wait: Wait = Wait.NONE
    """How it waits where nothing says so."""
    seconds: float = 0
    unit: float = 1
    """How many seconds one of what it is given is."""
    functions: bool = False
    """Whether it repeats functions and blocks alone, and says nothing of a client."""
    runs: str = ""
    """The method that it repeats of the class in whose body it stands: `perform`."""
    beside: bool = False
    """Whether what is called beside it in the same block says more of it: `install(HttpRequestRetry) { ... }`."""
    owners: frozenset[str] = frozenset()
    """Of a method: what its object is called, or the library that made it; anything where there is none."""


@dataclass(frozen=True)
class Failures:
    """One language's table. Libraries are named as far as their calls' qualified names begin alike: `requests`, `httpx.Client`."""

    quiet: frozenset[str] = frozenset()
    """Libraries whose calls give the answer whatever its status is."""
    raising: frozenset[str] = frozenset()
    """Libraries whose calls raise where the status is an error's."""
    loud: frozenset[str] = frozenset()
    """Methods of quiet clients that raise all the same: `GetStringAsync`."""
    quiet_methods: frozenset[str] = frozenset()
    """Methods that are called so in quiet libraries alone, whatever is known of the client: `SendAsync`."""
    raised_by: frozenset[str] = frozenset()
    """Methods after which a client raises: `Http::throw()->get(...)`."""
    switches: Mapping[str, bool] = field(default_factory=dict)
    """Options of calls and clients, with the truth by which they raise: `throwHttpErrors`."""
    accepting: frozenset[str] = frozenset()
    """Options by which a function says which statuses are no failures, or nothing that all are: `validateStatus`."""
    watching: frozenset[str] = frozenset()
    """Names by which a client's answers are looked at where its calls do not show it: `event_hooks`."""
    plain: frozenset[str] = frozenset()
    """What those may be given that looks at nothing: `http.Transport`, by its last name."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """Attributes and methods of an answer or a failure, and what they tell.

    `status`, `ok`, `failed`; the first digits of the statuses they are true for (`5`, `429`); `raises`: they raise where the status
    is an error's; `answer`: the answer itself.
    """
    judging: Mapping[str, str] = field(default_factory=dict)
    """Functions that say of a failure whether it is worth another try, with what they say yes to, as `Policy.repeats` spells it."""
    besides: frozenset[str] = frozenset()
    """Attributes of a failure that tell of the request and not of its answer."""
    bodies: frozenset[str] = frozenset()
    """Functions that take something else than the status from an answer which they are given."""
    sending: frozenset[str] = frozenset()
    """Methods that send what a call has only prepared: `execute` of OkHttp's `newCall`."""
    running: frozenset[str] = frozenset()
    """Functions that send the request of a handle on which options are set, and give the body alone: `curl_exec`."""
    informing: frozenset[str] = frozenset()
    """Functions that tell the status of such a handle's answer: `curl_getinfo`."""
    errors: Mapping[str, str] = field(default_factory=dict)
    """Classes of failures by their last name: `all` whatever fails, `http` whatever fails of a request, `status` an error's status, and
    `network` no answer."""
    raisers: Mapping[str, str] = field(default_factory=dict)
    """Calls that raise, with the class of what they raise where they are given none: Ruby's `raise`."""
    proceeding: frozenset[str] = frozenset()
    """Methods by which an interceptor sends on what it was given, and gets the answer whatever its status is: `chain.proceed`."""
    intercepting: Mapping[str, int] = field(default_factory=dict)
    """What a client's answers go through, as code spells its end, and which of the functions it is given gets failures:
    `interceptors.response.use`."""
    failing: frozenset[str] = frozenset()
    """Calls that make a failure, of those whose names do not say so."""
    rerunning: frozenset[str] = frozenset()
    """Methods by which a task, called by its own name or as its first parameter, asks to be run again: `self.retry(countdown=60)`."""
    waits: Mapping[str, float] = field(default_factory=dict)
    """Calls that wait, and how many seconds one of what they are given is."""
    unit: float = 1
    """The same for functions of which nothing is known but that they are called for waiting: `sleep`, `delay`."""
    exits: frozenset[str] = frozenset()
    """Calls that end the program or the test."""
    policies: Mapping[str, Policy] = field(default_factory=dict)
    """What tells a library to repeat, by its qualified name, or by `*.` and its last name."""
    policy_maps: Mapping[str, Policy] = field(default_factory=dict)
    """The same for a map of options that stands under this key: `retry: { limit: 3 }`."""
    policy_attributes: Mapping[str, Policy] = field(default_factory=dict)
    """The same for attributes that are set: `client.CheckRetry = func ...`; what is set is the first of the positional arguments."""
    attaching: frozenset[str] = frozenset()
    """Methods by which something is put into a client that sees its requests, or repeats them: `addInterceptor`, `AddPolicyHandler`."""
    registering: frozenset[str] = frozenset()
    """Functions that say where the client of a class or a name goes: `AddHttpClient<Reports>(client => ...)`."""
    executing: frozenset[str] = frozenset()
    """Methods of a policy that run the function which they are given under it: `policy.ExecuteAsync(fetch)`."""
    waiters: Mapping[str, tuple[Wait, str]] = field(default_factory=dict)
    """What says how long to wait, by its last name, with the argument that is the seconds of a fixed wait: `wait_fixed(2)`."""
    filters: Mapping[str, str] = field(default_factory=dict)
    """Calls that say what is repeated, by their last name, with the role of what they are given."""
    handing: frozenset[str] = frozenset()
    """Methods that hand what they are called on to the function they are given: `then`."""
    catching: frozenset[str] = frozenset()
    """Methods that hand a failure to it: `catch`."""
    passing: frozenset[str] = frozenset()
    """Methods and attributes that give what they are called on, later or in part: `result` of a future."""
    calling: frozenset[str] = frozenset()
    """Libraries that give the answer to a function which they are given, and nowhere else."""
    returned: bool = False
    """Whether a failure is returned beside the value, and not raised: `response, err := ...`."""
