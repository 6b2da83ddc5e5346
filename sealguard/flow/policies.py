"""Reads what tells a library to repeat requests: decorators, functions that run another one, options of clients."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Retry, Wait
from sealguard.flow import domain
from sealguard.flow.calls import named_at
from sealguard.flow.domain import Foreign, Local, Object
from sealguard.flow.held import ANSWER, FREE, NO_ANSWER, NOTHING, Course, End, Failed, Held, Kind, class_name
from sealguard.flow.scopes import Scope, Site, arguments_of, last_name
from sealguard.flow.written import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sealguard.facts import Request
    from sealguard.flow.carriers import Carriers
    from sealguard.flow.courses import Courses
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.failures import Policy
    from sealguard.flow.waits import Waits
    from sealguard.model import Span

_REFUSED: Final = (401, 403)
_LIMITED: Final = (429, 503, 500)
_ERROR: Final = 400
_GIVING_UP: Final = re.compile(r"(?i)abort|permanent|unrecoverable|fatal|bail|non_?retr|stop|giveup|give_up|terminal")
"""What failures are called that a library does not repeat."""
_RESPONSE: Final = re.compile(r"(?i)^(?:\w*res(?:p|ponse|ult)?|r|msg|message|outcome|answer|res\w*)$")
_FAILURE: Final = re.compile(r"(?i)^(?:\w*(?:err|error|exc|exception|reason|throwable|failure)|e|ex|t)$")
_STEADY: Final = re.compile(r"(?i)fixed|static|constant|none")
"""What waits are called that do not grow."""
_RUNNING: Final = ("call", "wraps", "execute")
"""Methods of a policy that was made before, which run what they are given."""
_CHAIN: Final = 12
_CALLERS: Final = 8
"""How many calls of the function around a policy are read."""
_SECOND: Final = 1
"""How long a fixed wait of a library is where nothing says how long."""


@dataclass(slots=True)
class _Given:
    """What a policy is told, role by role."""

    policy: Policy
    span: Span
    site: Site
    roles: dict[str, list[tuple[syntax.Expression, Site]]] = field(default_factory=dict)
    either: list[_Given] = field(default_factory=list)
    """Conditions of which one is enough, each as a policy of its own."""
    parameters: Mapping[str, tuple[syntax.Expression, Site]] = field(default_factory=dict)
    """What the function around it is given, where it draws on that."""
    elsewhere: list[tuple[syntax.Expression, Site]] = field(default_factory=list)
    """What stands for a map of options that is written somewhere else."""

    def add(self, role: str, node: syntax.Expression, site: Site) -> None:
        """Note what is given for a role."""
        self.roles.setdefault(role, []).append((node, site))

    def first(self, role: str) -> tuple[syntax.Expression, Site] | None:
        """Give the first of what is given for a role."""
        return next(iter(self.roles.get(role, ())), None)


def has_policies(evaluator: Evaluator) -> bool:
    """Tell whether a program, or a neighbour of it, may spell a policy."""
    failures, index = evaluator.library.failures, evaluator.index
    if any(name.rpartition(".")[2] in index.calls for name in failures.policies):
        return True
    if isinstance(program := index.module.node, syntax.Program):
        # What a whole module is goes by any name: `import retried from "p-retry"`.
        packages = {name for name in failures.policies if "*" not in name} | {name.rpartition(".")[0] for name in failures.policies}
        if any(each.name in {None, "default"} and each.module in packages for each in syntax.imports(program.body)):
            return True
    return any(last_name(each.target) in failures.policy_attributes for each, _ in index.statements if isinstance(each, syntax.Assign))


class Policies:
    """Finds the policies of one program."""

    def __init__(
        self,
        evaluator: Evaluator,
        courses: Courses,
        waits: Waits,
        parents: dict[int, syntax.Node],
        sent: Iterable[tuple[syntax.Call, Site, Request]],
        carriers: Carriers,
    ) -> None:
        """Prepare to read the program of `evaluator`; `parents` says what each expression stands in, `sent` which calls send requests."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.failures = evaluator.library.failures
        self.courses, self.waits, self._parents = courses, waits, parents
        self._sent, self._carriers = list(sent), carriers

    def all(self) -> Iterator[Retry]:
        """Give the retries that policies make."""
        for statement, site in self.index.statements:
            if isinstance(statement, syntax.Function):
                for decorator in statement.decorators:
                    call = decorator if isinstance(decorator, syntax.Call) else syntax.Call(decorator.span, decorator, ())
                    if (policy := self._policy(call, site)) is not None and (scope := self.index.by_node(statement)) is not None:
                        yield from self._made(self._read(policy, call, site), scope)
            if isinstance(statement, syntax.Loop) and isinstance(head := statement.head, syntax.Call):
                policy = self._policy(head, site)
                if policy is not None and policy.functions:
                    yield from self._made(self._read(policy, head, site), statement)
            if isinstance(statement, syntax.Assign):
                yield from self._of_attribute(statement, site)
            for expression in syntax.expressions(statement):
                if not isinstance(statement, syntax.Function):
                    yield from self._in(expression, site)

    def _of_attribute(self, statement: syntax.Assign, site: Site) -> Iterator[Retry]:
        """Take an attribute that is set, with what else is set on the same object: `client.CheckRetry = ...`, `client.Backoff = ...`."""
        target = statement.target
        policy = self.failures.policy_attributes.get(last_name(target))
        if policy is None or not isinstance(target, syntax.Attribute):
            return
        given = _Given(policy, statement.span, site)
        given.add(policy.positional[0], statement.value, site)
        owner = self.index.path(target.owner, site.scope)
        for other, where in self.index.statements:
            if isinstance(other, syntax.Assign) and isinstance(other.target, syntax.Attribute) and other is not statement:
                role = policy.keywords.get(other.target.name)
                if role and self.index.path(other.target.owner, where.scope) == owner:
                    given.add(role, other.value, where)
        if "elsewhere" in given.roles or not self._is_of(syntax.Call(target.span, target, ()), policy, site):
            return
        yield from self._made(given, None, target.owner)

    def _in(self, node: syntax.Expression, site: Site) -> Iterator[Retry]:
        for each in syntax.walk(node):
            if isinstance(each, syntax.Call) and (policy := self._policy(each, site)) is not None:
                for given in self._readings(policy, each, site):
                    if policy.functions:
                        for run in self._applied(each):
                            yield from self._made(given, run, each)
                    elif policy.runs:
                        methods = (bind.value for bind in site.scope.binds.get(policy.runs, ()))
                        for method in methods:
                            yield from self._made(given, method) if isinstance(method, Scope) else ()
                    else:
                        yield from self._made(given, self._function(given.first("run")) or self._executed(each), each)
            if isinstance(each, syntax.Map) and self.failures.policy_maps:
                yield from self._of_map(each, site)

    def _applied(self, node: syntax.Call) -> Iterator[Scope | syntax.Loop]:
        """Give the functions and blocks that are run under a policy which is made to be called: `retry(...)(fetch)`, `@policy`."""
        for function, site in self._given(node):
            scope = self._function((function, site))
            if scope is not None:
                yield scope
        for statement, site in (*self.index.statements, *self.index.around):
            match statement:
                case syntax.Function(decorators=decorators):
                    scope = self.index.by_node(statement)
                    if scope is not None and any(each is not node and self._is(each, node, site) for each in decorators):
                        yield scope
                case syntax.Loop(head=syntax.Name() | syntax.Attribute() as head) if self._is(head, node, site):
                    yield statement

    def _given(self, node: syntax.Call) -> Iterator[tuple[syntax.Expression, Site]]:
        """Give what is handed to a policy where it is called, at once or under a name."""
        around = self._parents.get(id(node))
        if isinstance(around, syntax.Call) and around.function is node and around.arguments:
            found = self.index.calls.get(last_name(around), ())
            yield from ((around.arguments[0].value, site) for call, site in found if call is around)
        bound = self.index.assigned.get(id(node))
        for name in (bound[1].rpartition(".")[2], *_RUNNING) if bound is not None else ():
            for call, site in self.index.calls.get(name, ()):
                method = name in _RUNNING and isinstance(call.function, syntax.Attribute)
                function = call.function.owner if method and isinstance(call.function, syntax.Attribute) else call.function
                if call.arguments and self._is(function, node, site):
                    yield call.arguments[0].value, site

    def _is(self, spelled: syntax.Expression, node: syntax.Call, site: Site) -> bool:
        """Tell whether an expression is a name of what a call made, or a call of the function that gives it back."""
        for _ in range(_CHAIN):
            if spelled is node:
                return True
            following = self._bound(spelled, site)
            if following is None and isinstance(spelled, syntax.Call):
                scope = self._function((spelled.function, site))
                value = scope.returns[0] if scope is not None and len(scope.returns) == 1 else None
                following = (value[0], Site(scope, value[1], value[0].span.end)) if scope is not None and value is not None else None
            if following is None:
                return False
            spelled, site = following
        return False

    def _executed(self, node: syntax.Call) -> Scope | None:
        """Give the function that is run under a policy which was made before."""
        around: syntax.Node | None = node
        paths: set[tuple[Scope, str] | None] = set()
        while self.failures.executing and isinstance(around, syntax.Expression):
            paths.add(self.index.assigned.get(id(around)))
            around = self._parents.get(id(around))
        paths.discard(None)
        for name in self.failures.executing if paths else ():
            for call, site in self.index.calls.get(name, ()):
                owner = call.function.owner if isinstance(call.function, syntax.Attribute) else None
                if owner is not None and self.index.path(owner, site.scope) in paths and call.arguments:
                    return self._function((call.arguments[0].value, site))
        return None

    def _of_map(self, node: syntax.Map, site: Site) -> Iterator[Retry]:
        for entry in node.entries:
            key = entry.key.text if isinstance(entry.key, syntax.Str) else ""
            policy = self.failures.policy_maps.get(key)
            if policy is None:
                continue
            given = _Given(policy, entry.key.span if entry.key is not None else node.span, site)
            self._take(given, "options", entry.value if isinstance(entry.value, syntax.Map) else node, site)
            if not policy.needs or policy.needs & given.roles.keys():
                yield from self._made(given, None, node)

    # What it is told ---------------------------------------------------------------------------------------------------

    def _policy(self, call: syntax.Call, site: Site) -> Policy | None:
        policies = self.failures.policies
        if not policies:
            return None
        name = last_name(call.function)
        qualified = self.evaluator.qualified(call.function, site) or ("" if isinstance(call.function, syntax.Attribute) else name)
        found = policies.get(qualified) or policies.get(f"*.{name}")
        if found is None:
            return None
        if found.owners and not self._is_of(call, found, site):
            return None
        if found.needs:
            readings = self._readings(found, call, site)
            return found if any(found.needs & given.roles.keys() for given in readings) else None
        return found

    def _is_of(self, call: syntax.Call, policy: Policy, site: Site) -> bool:
        """Tell whether a method is called on what a policy is one of."""
        if not policy.owners:
            return True
        names: list[str] = []
        node: syntax.Expression = call.function
        for _ in range(_CHAIN):
            if isinstance(node, syntax.Attribute):
                node = node.owner
                names.append(last_name(node))
            elif isinstance(node, syntax.Call):
                node = node.function
            else:
                break
        made = self.evaluator.things(node, site)
        names += [thing.type for thing in made if isinstance(thing, Object)] + [thing.name for thing in made if isinstance(thing, Foreign)]
        return any(owner == name or owner in name.split(".") for owner in policy.owners for name in names)

    def _readings(self, policy: Policy, call: syntax.Call, site: Site) -> list[_Given]:
        """Read a call once for each way in which the function around it is called, where it draws on what that is given."""
        function = site.scope.function
        used = {node.id for argument in call.arguments for node in syntax.walk(argument.value) if isinstance(node, syntax.Name)}
        ways: list[dict[str, tuple[syntax.Expression, Site]]] = []
        if function is None or used.isdisjoint(each.name for each in function.parameters):
            return list(self._elsewhere(self._read(policy, call, site)))
        for caller, place in self.evaluator.callers(function)[:_CALLERS]:
            ways.append({name: (value, place) for name, value in arguments_of(caller, function.parameters).items()})
        return [each for way in ways or [{}] for each in self._elsewhere(self._read(policy, call, site, way))]

    def _elsewhere(self, given: _Given) -> Iterator[_Given]:
        """Give a policy once for each map of options that it can be given, where these are written elsewhere."""
        maps = [each for node, where in given.elsewhere for each in self.evaluator.things(node, where) if isinstance(each, domain.Mapping)]
        if not maps:
            yield given
        for each in maps:
            one = replace(given, roles={role: list(held) for role, held in given.roles.items()})
            self._take(one, "options", written(each), given.site)
            yield one

    def _read(
        self, policy: Policy, call: syntax.Call, site: Site, parameters: Mapping[str, tuple[syntax.Expression, Site]] | None = None
    ) -> _Given:
        given = _Given(policy, named_at(call), site, parameters=parameters or {})
        positional = list(policy.positional)
        for argument in call.arguments:
            role = policy.keywords.get(argument.name, "") if argument.name is not None else positional.pop(0) if positional else ""
            role = "run" if argument.name == syntax.BLOCK and "run" in policy.positional else role
            if role or argument.name is None:
                self._take(given, role, argument.value, site)
        self._chain(given, call, site)
        for statement in site.scope.node.body if policy.beside else ():
            value = statement.value if isinstance(statement, syntax.Evaluate | syntax.Return) else None
            if isinstance(value, syntax.Call) and value is not call:
                self._link(given, value, site)
        return given

    def _take(self, given: _Given, role: str, node: syntax.Expression, site: Site) -> None:
        """Take an argument; a map, or a call whose arguments are named as a policy's are, is taken apart."""
        if isinstance(node, syntax.Name | syntax.Attribute) and role != "run":
            held = self._resolved(node, site, given)
            # A name for a list, a map or a number is as good as what it stands for; where that is written, it is told.
            if isinstance(held[0], syntax.Map | syntax.Seq | syntax.Const) or role in {"options", "filter"}:
                node, site = held
        match node:
            case syntax.Name() | syntax.Attribute() | syntax.Call(function=syntax.Attribute(name="freeze")) if role == "options":
                given.elsewhere.append((node, site))
            case syntax.Operation(operator="|" | "or", operands=operands) if role == "filter":
                self._either(given, operands, site)
            case syntax.Name() | syntax.Attribute() if role == "filter" and self.failures.filters.get(last_name(node)) == "all":
                pass  # everything, as where nothing is said
            case syntax.Call(arguments=arguments) if role == "filter" and self.failures.filters.get(last_name(node)) == "any":
                self._either(given, [argument.value for argument in arguments], site)
            case syntax.Map(entries=entries) if role in {"options", ""}:
                for entry in entries:
                    key = entry.key.text if isinstance(entry.key, syntax.Str) else ""
                    inner = given.policy.keywords.get(key, "")
                    if inner:
                        self._take(given, inner, entry.value, site)
            case syntax.Lambda() if role == "filter":
                given.add("when", node, site)
            case syntax.Call() if role in {"filter", "", "options"}:
                name = last_name(node.function)
                kind = self.failures.filters.get(name, "")
                for argument in node.arguments:
                    asks = kind == "errors" and isinstance(argument.value, syntax.Lambda)  # what is more is asked of the failure
                    inner = given.policy.keywords.get(argument.name or "", "when" if asks else kind if argument.name is None else "")
                    if inner:
                        self._take(given, inner, argument.value, site)
                if role == "filter" and not kind:
                    given.add("unknown", node, site)
            case _ if role:
                given.add("unknown" if role == "filter" else role, node, site)

    def _either(self, given: _Given, nodes: Iterable[syntax.Expression], site: Site) -> None:
        for node in nodes:
            one = _Given(given.policy, given.span, given.site, parameters=given.parameters)
            self._take(one, "filter", node, site)
            given.either.append(one)

    def _resolved(self, node: syntax.Expression, site: Site, given: _Given) -> tuple[syntax.Expression, Site]:
        """Give what a name, or an entry of a map that has one, stands for, as far as it can be followed."""
        for _ in range(_CHAIN):
            following = (
                given.parameters.get(node.id)
                if isinstance(node, syntax.Name) and site.scope.function is given.site.scope.function
                else None
            )
            following = following or self._bound(node, site)
            if following is None:
                break
            node, site = following
        return node, site

    def _chain(self, given: _Given, call: syntax.Call, site: Site) -> None:
        """Take what the calls around it in one chain say: `Retry.fixedDelay(3, pause).filter(predicate)`."""
        node: syntax.Expression = call
        for _ in range(_CHAIN):
            attribute = self._parents.get(id(node))
            outer = self._parents.get(id(attribute)) if isinstance(attribute, syntax.Attribute) and attribute.owner is node else None
            if not isinstance(outer, syntax.Call) or outer.function is not attribute:
                break
            self._link(given, outer, site)
            node = outer
        inner: syntax.Expression = call.function
        while isinstance(inner, syntax.Attribute | syntax.Call):
            if isinstance(inner, syntax.Call):
                self._link(given, inner, site)
            inner = inner.owner if isinstance(inner, syntax.Attribute) else inner.function

    def _link(self, given: _Given, call: syntax.Call, site: Site) -> None:
        role = self.failures.filters.get(last_name(call.function), "")
        if role and not call.arguments:
            given.add(role, call, site)
        for argument in call.arguments:
            if role:
                self._take(given, role, argument.value, site)
            elif argument.name and (inner := given.policy.keywords.get(argument.name)):
                self._take(given, inner, argument.value, site)

    def _bound(self, node: syntax.Expression, site: Site) -> tuple[syntax.Expression, Site] | None:
        """Give what a name or a path is bound to, here or in a neighbour, if that is one thing alone."""
        if not isinstance(node, syntax.Name | syntax.Attribute):
            return None
        sole = self.index.sole(node, site.scope)
        if sole is not None and not sole.element and isinstance(sole.value, syntax.Expression):
            return sole.value, sole.site
        if isinstance(node, syntax.Attribute) and (owner := self._bound(node.owner, site)) is not None:
            value = syntax.entry(owner[0], node.name)
            return (value, owner[1]) if value is not None else None
        return None

    def _function(self, given: tuple[syntax.Expression, Site] | None) -> Scope | None:
        if given is None:
            return None
        things = self.evaluator.things(given[0], given[1])
        return next((thing.scope for thing in things if isinstance(thing, Local) and thing.scope.kind == "function"), None)

    # What it makes of a status -----------------------------------------------------------------------------------------

    def _made(self, given: _Given, scope: Scope | syntax.Loop | None, node: syntax.Expression | None = None) -> Iterator[Retry]:
        """Give the retry that a policy makes of a function or of a loop's body, or of a client's requests where there is neither."""
        tries = given.first("tries")
        if ("run" in given.policy.positional and scope is None) or (tries is not None and self._number(*tries) == 0):
            return
        requests = self._of_function(scope) if scope is not None else self._of_chain(node) if node is not None else ()
        if scope is not None and not requests:
            return
        if not requests and node is not None:
            called = isinstance(node, syntax.Call | syntax.Map)
            requests = self._carriers.of_policy(node, given.site) if called else self._carriers.of_object(node, given.site)
        refused = next((where for status in _REFUSED if (where := self._repeats(given, scope, status)) is not None), None)
        limited = any(self._repeats(given, scope, status) is not None for status in (*_LIMITED, NO_ANSWER))
        if refused is None and not limited:
            return
        wait, seconds, waiting = self._wait(given)
        yield Retry(
            given.span,
            requests,
            policy=True,
            refused=refused,
            limited=limited,
            wait=wait,
            seconds=seconds,
            waiting=waiting,
            context=given.site.scope.context,
        )

    def _courses(self, run: Scope | syntax.Loop, status: int) -> list[Course]:
        return self.courses.of_function(run, status) if isinstance(run, Scope) else self.courses.of_block(run.body, status)

    def _of_function(self, scope: Scope | syntax.Loop) -> tuple[Request, ...]:
        courses = self._courses(scope, 200)
        return tuple(dict.fromkeys(request for course in courses for request in course.path.sent))

    def _of_chain(self, node: syntax.Expression) -> tuple[Request, ...]:
        """Give the request that the chain of calls around a policy sends, or the requests of the client that it is given to."""
        around: syntax.Node | None = node
        paths: set[tuple[Scope, str] | None] = set()
        for _ in range(2 * _CHAIN):
            found = next((request for call, _, request in self._sent if call is around or _begins_with(around, call)), None)
            if found is not None:
                return (found,)
            parent = self._parents.get(id(around)) if around is not None else None
            if isinstance(around, syntax.Call) and isinstance(parent, syntax.Assign | syntax.Assigned):
                paths.add(self.index.assigned.get(id(around)))
            if not isinstance(parent, syntax.Expression):
                break
            around = parent
        of_client = tuple(
            request
            for call, site, request in self._sent
            if isinstance(call.function, syntax.Attribute) and self.index.path(call.function.owner, site.scope) in paths
        )
        return tuple(dict.fromkeys(of_client))

    def _repeats(self, given: _Given, scope: Scope | syntax.Loop | None, status: int) -> Span | None:
        """Give what lets a status be repeated, or `None` where it is not, or that is not known."""
        if given.either:
            return next((where for each in given.either if (where := self._repeats(each, scope, status)) is not None), None)
        if (asked := given.first("result")) is not None and not given.roles.keys() & {"when", "errors"}:
            return self._by_result(asked, scope, status)
        by_result = bool(self.failures.executing) and "when" in given.roles
        if scope is not None and not by_result and not self._fails(scope, status):
            return None
        if "unknown" in given.roles:
            return None
        if "transient" in given.roles:
            said = [self._says(node, site, status) for node, site in given.roles.get("when", ())]
            where = next((where or given.span for truth, where in said if truth), None)
            return where or (given.span if self._by_default("5 network", status) else None)
        if self.failures.executing and scope is None and not given.roles.keys() & {"when", "statuses"} and status in _REFUSED:
            return None  # what it runs cannot be seen
        for role, right in (("when", True), ("unless", False)):
            for node, site in given.roles.get(role, ()):
                truth, where = self._says(node, site, status)
                if truth is not right:
                    return None
                if right:
                    return where or node.span
        listed = given.first("statuses")
        if listed is not None and (status != NO_ANSWER or self._function(listed) is not None):
            return self._in_list(*listed, status)
        failed = self._failure(scope, status)
        if given.roles.get("spared") and self._is_of_classes(given.roles["spared"], failed, status) is not False:
            return None
        if given.roles.get("errors"):
            return given.roles["errors"][0][0].span if self._is_of_classes(given.roles["errors"], failed, status) else None
        return given.span if self._by_default(given.policy.repeats, status) else None

    def _by_result(self, asked: tuple[syntax.Expression, Site], run: Scope | syntax.Loop | None, status: int) -> Span | None:
        """Give the same of a function that is asked about an answer which is given back whatever its status is."""
        courses = [each for each in self._courses(run, status) if each.path.sent and each.path.sure] if run is not None else []
        if status == NO_ANSWER or not courses or any(each.value.kind is not Kind.ANSWER for each in courses):
            return None
        truth, where = self._says(*asked, status, ANSWER)
        return (where or asked[0].span) if truth else None

    @staticmethod
    def _by_default(repeats: str, status: int) -> bool:
        if repeats == "all":
            return True
        return any(str(status).startswith(each) for each in repeats.split()) if status != NO_ANSWER else "network" in repeats.split()

    def _fails(self, scope: Scope | syntax.Loop, status: int) -> bool:
        """Tell whether a function is sure to fail where its requests are answered with a status."""
        courses = [each for each in self._courses(scope, status) if each.path.sent]
        return bool(courses) and all(self._failed(each) for each in courses if each.path.sure) and any(each.path.sure for each in courses)

    def _failed(self, course: Course) -> bool:
        value = course.value
        if value.kind is Kind.LIST and isinstance(value.value, tuple) and value.value:
            value = value.value[-1]
        if value.kind is Kind.PAIR and isinstance(value.value, tuple):
            value = value.value[-1]
        name = value.value.name if isinstance(value.value, Failed) else ""
        if _GIVING_UP.search(name):
            return False
        if course.end is End.FAILED:
            return True
        return self.failures.returned and course.end in {End.GIVEN, End.LAST} and value.kind is Kind.FAILURE

    def _says(self, node: syntax.Expression, site: Site, status: int, asked: Held | None = None) -> tuple[bool | None, Span | None]:
        """Run a function that is asked whether to repeat."""
        scope = self._function((node, site))
        if scope is None:
            return None, None
        failure = Held(Kind.FAILURE, Failed("network" if status == NO_ANSWER else "status"), told=True)
        names = {each.name: self._asked(each.name, failure, status) for each in scope.parameters}
        if asked is not None:
            names = {each.name: asked for each in scope.parameters[:1]}
        elif len(names) == 1:
            names = dict.fromkeys(names, failure if status == NO_ANSWER or not _RESPONSE.match(next(iter(names))) else ANSWER)
        courses = [each for each in self.courses.of_function(scope, status, names) if each.end in {End.GIVEN, End.LAST}]
        said = [self._said(each) for each in courses]
        if not said or any(truth is None for truth, _ in said):
            return None, None
        truths = {truth for truth, _ in said}
        return (said[0][0], next((where for _, where in said if where is not None), None)) if len(truths) == 1 else (None, None)

    def _said(self, course: Course) -> tuple[bool | None, Span | None]:
        held = course.value
        if held.kind is Kind.LIST and isinstance(held.value, tuple) and held.value:  # `return true, nil`
            held = held.value[0]
        if held.kind is Kind.FREE and held.where is not None and course.path.sure:
            return True, held.where  # while there are tries left
        if held.kind in {Kind.FREE, Kind.TOLD} or not course.path.sure:
            return None, None
        truth = bool(held.value) if held.kind in {Kind.TRUTH, Kind.NUMBER, Kind.TEXT} else held.kind is not Kind.NOTHING
        return truth, held.where or course.path.decided

    def _asked(self, name: str, failure: Held, status: int) -> Held:
        """Give what a parameter of such a function is, by its name."""
        answered = status != NO_ANSWER
        if _FAILURE.match(name):
            return failure if not answered else NOTHING
        return (ANSWER if answered else NOTHING) if _RESPONSE.match(name) else FREE

    def _in_list(self, node: syntax.Expression, site: Site, status: int) -> Span | None:
        """Give where a list holds a status, or a function that stands for one says so."""
        if self._function((node, site)) is not None:
            truth, said = self._says(node, site, status)
            return (said or node.span) if truth else None
        held = self.courses.constant(node, site)
        items = held.value if isinstance(held.value, tuple) else (held,)
        if held.kind is Kind.FREE:
            lists = [self.courses.constant(written(thing), site) for thing in self.evaluator.things(node, site)]
            items = tuple(one for each in lists for one in (each.value if isinstance(each.value, tuple) else (each,)))
        return next((each.where or node.span for each in items if isinstance(each, Held) and each.value == status), None)

    def _failure(self, run: Scope | syntax.Loop | None, status: int) -> Failed:
        """Give the failure that a status makes of what is run, where it is one alone; else the library's own."""
        raised = {
            each.value.value
            for each in (self._courses(run, status) if run is not None else ())
            if each.end is End.FAILED and each.path.sent and each.path.sure and isinstance(each.value.value, Failed)
        }
        return raised.pop() if len(raised) == 1 else Failed("network" if status == NO_ANSWER else "status")

    def _is_of_classes(self, given: list[tuple[syntax.Expression, Site]], failed: Failed, status: int) -> bool | None:
        """Tell whether a failure by a status is of one of these classes."""
        names: list[str] = []
        for node, site in given:
            bound = self._bound(node, site) if isinstance(node, syntax.Name) else None
            held = bound[0] if bound is not None and isinstance(bound[0], syntax.Seq) else node
            names += [class_name(each) for each in (held.items if isinstance(held, syntax.Seq) else (held,))]
        verdicts = [self.courses.is_a(name, failed, status) for name in names]
        return True if True in verdicts else None if None in verdicts else False

    # How it waits ------------------------------------------------------------------------------------------------------

    def _wait(self, given: _Given) -> tuple[Wait, float, Span | None]:
        policy = given.policy
        if any(isinstance(node, syntax.Seq) for node, _ in given.roles.get("times", ())):
            return Wait.GROWING, 0, None  # the waits one by one
        if (waiter := given.first("waiter")) is not None:
            return self._waiter(given, *waiter)
        grows = [node for node, _ in given.roles.get("grows", ())]
        # What says that it stays the same holds whatever else is added to it: `DelayBackoffType.Constant`, `"fixed"`.
        same = any(_STEADY.fullmatch(node.text if isinstance(node, syntax.Str) else last_name(node)) for node in grows)
        for node in grows:
            if not same and not (isinstance(node, syntax.Const) and not node.value):
                return Wait.GROWING, 0, node.span
        factor = given.first("factor")
        number = self._number(*factor) if factor is not None else None
        steady = same or (number is not None and number <= 1)
        if (fixed := given.first("wait")) is not None:
            wait, seconds = self.waits.of_value(*fixed, policy.unit)
            if wait is Wait.FIXED and seconds == 0:
                return Wait.NONE, 0, fixed[0].span
            if factor is not None and not steady:
                return Wait.GROWING, 0, fixed[0].span
            return wait, seconds, fixed[0].span
        if (base := given.first("base")) is not None:
            wait, seconds = self.waits.of_value(*base, policy.unit)
            cap, most = self.waits.of_value(*given.roles["cap"][0], policy.unit) if "cap" in given.roles else (Wait.UNKNOWN, 0)
            steady = steady or (wait is cap is Wait.FIXED and most <= seconds)
            if wait is Wait.FIXED and seconds == 0:
                return Wait.NONE, 0, base[0].span
            return (Wait.FIXED, seconds, base[0].span) if steady and wait is Wait.FIXED else (Wait.GROWING, 0, base[0].span)
        if steady and factor is not None and policy.wait is Wait.GROWING:
            return Wait.FIXED, policy.seconds, factor[0].span
        if factor is not None and not steady:
            return Wait.GROWING, 0, factor[0].span
        return policy.wait, policy.seconds, None

    def _number(self, node: syntax.Expression, site: Site) -> float | None:
        if isinstance(node, syntax.Const) and node.value is False:
            return 0
        wait, number = self.waits.of_value(node, site, 1)
        return number if wait is Wait.FIXED else None

    def _waiter(self, given: _Given, node: syntax.Expression, site: Site) -> tuple[Wait, float, Span | None]:
        policy = given.policy
        known = self.failures.waiters.get(node.text if isinstance(node, syntax.Str) else last_name(node))
        if known is not None:
            wait, argument = known
            if wait is Wait.FIXED and not isinstance(node, syntax.Call) and (told := given.first("wait")) is not None:
                how, seconds = self.waits.of_value(*told, policy.unit)
                return (Wait.NONE if how is Wait.FIXED and seconds == 0 else how), seconds, told[0].span
            if wait is not Wait.FIXED or not isinstance(node, syntax.Call):
                return wait, policy.seconds or _SECOND, node.span
            value = next((each.value for each in node.arguments if each.name in {None, argument}), None)
            if value is None:
                return wait, policy.seconds, node.span
            how, seconds = self.waits.of_value(value, site, policy.unit)
            return (Wait.NONE if how is Wait.FIXED and seconds == 0 else how), seconds, node.span
        scope = self._function((node, site))
        if scope is None:
            wait, seconds = self.waits.of_value(node, site, policy.unit)
            return (Wait.NONE if wait is Wait.FIXED and seconds == 0 else wait), seconds, node.span
        changing = frozenset(each.name for each in scope.parameters)
        said = [self.waits.of_value(value, Site(scope, block, value.span.end), policy.unit, changing) for value, block in scope.returns]
        if not said or any(wait is not Wait.FIXED for wait, _ in said):
            return (said[0][0] if said else Wait.UNKNOWN), 0, node.span
        longest = max(seconds for _, seconds in said)
        where = node.span if isinstance(node, syntax.Lambda) else scope.returns[0][0].span
        return (Wait.FIXED if longest else Wait.NONE), longest, where


def _begins_with(node: syntax.Node | None, call: syntax.Call) -> bool:
    """Tell whether a chain of calls begins with a call: `request.pipe(...)`."""
    while isinstance(node, syntax.Call) and isinstance(node.function, syntax.Attribute):
        node = node.function.owner
        if node is call:
            return True
    return False
