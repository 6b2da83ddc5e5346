"""What a program looks like once its language is left behind: a dozen forms of expression and a handful of statements.

A programming language's front end lowers its own syntax tree to these; `flow` follows values through them. They keep
what the rules can ask about and drop the rest into `Opaque`, whose children are still walked. Spans count in code
points of the outer document, so code embedded in another file needs no second mapping.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Value
    from sealguard.model import Span


BLOCK: Final = "&block"
"""The name under which a call is given the function that is written behind it."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """Anything that stands somewhere in the text."""

    span: Span


# Expressions ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Expression(Node):
    """A node that has a value."""


@dataclass(frozen=True, slots=True, eq=False)
class Str(Expression):
    """A string literal. `span` is the whole literal, quotes and prefix included."""

    text: str
    """Its value, escapes resolved."""
    content: Span
    """Where the value is spelled: inside the quotes."""
    verbatim: bool = True
    """Whether `content` spells `text` letter for letter, so that a part of the text can be pointed at."""
    binary: bool = False
    """Whether it is bytes rather than text."""


@dataclass(frozen=True, slots=True, eq=False)
class Known(Expression):
    """Text of a data file, with the placeholders that something else fills in: what it can be."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Const(Expression):
    """A number, a truth value or nothing at all (`None`, `null`, `nil`)."""

    value: int | float | bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Name(Expression):
    """A name that is looked up in scope."""

    id: str
    called: bool = False
    """Whether it is spelled as a function's name is, in a language whose functions and variables do not share names."""


@dataclass(frozen=True, slots=True, eq=False)
class Attribute(Expression):
    """`owner.name`, `owner->name`, `Owner::name`."""

    owner: Expression
    name: str
    at: Span | None = None
    """Where the name is spelled, if that is known: a chain's methods stand on lines of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Index(Expression):
    """`owner[key]`."""

    owner: Expression
    key: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Slice(Expression):
    """`owner[start:stop:step]`: a part of a string or a list."""

    owner: Expression
    bounds: tuple[Expression | None, Expression | None, Expression | None]


@dataclass(frozen=True, slots=True, eq=False)
class Join(Expression):
    """Pieces that become one string: concatenation, interpolation, adjacent literals."""

    parts: tuple[Expression, ...]
    filled: bool = False
    """Whether it is a template whose parts that are no literals are turned into text first."""


@dataclass(frozen=True, slots=True, eq=False)
class Format(Expression):
    """A template that is filled: `template % args`, `template.format(...)`, `sprintf(template, ...)`."""

    style: str
    """`percent`, `brace` or `dollar`."""
    template: Expression
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Argument:
    """What a call is given: positional, named, or spread (`*x`, `**x`, `...x`)."""

    value: Expression
    name: str | None = None
    spread: str = ""
    """Empty, `list` or `map`."""


@dataclass(frozen=True, slots=True, eq=False)
class Call(Expression):
    """A call, also of a constructor."""

    function: Expression
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry of a `Map`; without a key, the value is a map that is spread into this one."""

    key: Expression | None
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Map(Expression):
    """A dictionary, hash, or object literal."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Seq(Expression):
    """A list, tuple, set or array literal."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Each(Expression):
    """A comprehension or a mapping over a list: `element` once for every `target` of `head`."""

    element: Expression
    target: Expression
    head: Expression
    merged: bool = False
    """Whether the elements are maps of one entry that together make one map."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice(Expression):
    """One of several: `a if c else b`, `a or b`, `c ? a : b`, `a ?? b`."""

    options: tuple[Expression, ...]
    test: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Operation(Expression):
    """An operator that is none of the above: comparisons, `not`, arithmetic."""

    operator: str
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Assigned(Expression):
    """An assignment that is an expression: `(x := value)`."""

    target: Expression
    value: Expression
    declares: bool = True
    """As in `Assign`."""


@dataclass(frozen=True, slots=True, eq=False)
class Lambda(Expression):
    """A function without a name."""

    parameters: tuple[Parameter, ...]
    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Opaque(Expression):
    """Whatever cannot be followed; what is inside is still looked at."""

    children: tuple[Expression, ...] = ()


# Statements ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Statement(Node):
    """A node that does something."""


@dataclass(frozen=True, slots=True, eq=False)
class Assign(Statement):
    """`target = value`; `operator` is `=`, or what augments (`+=`, `|=`)."""

    target: Expression
    """In a `Map` on the left each entry's value is a target, or an `Assigned` of a target and its default."""
    value: Expression
    operator: str = "="
    declares: bool = True
    """Whether a name is made here anew, and not one that can be seen from here given another value."""
    type: str = ""
    """As of a `Parameter`."""


@dataclass(frozen=True, slots=True, eq=False)
class Declare(Statement):
    """A name that is declared and given no value: a field without default."""

    name: str
    tag: str = ""
    """What is written behind it that says what data calls it: Go's `yaml:"api_key"`."""
    type: str = ""
    """As of a `Parameter`."""


@dataclass(frozen=True, slots=True, eq=False)
class Evaluate(Statement):
    """An expression for its effect; `shown` where a notebook or a prompt prints what it gives."""

    value: Expression
    shown: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Export(Evaluate):
    """What a module gives to others under a name: `export default value`, `export { value as name }`."""

    name: str = "default"


@dataclass(frozen=True, slots=True, eq=False)
class Return(Statement):
    """`return value`; also `yield`."""

    value: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class Raise(Statement):
    """`raise value`, `throw value`."""

    value: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class Assert(Statement):
    """A test whose failure is an error."""

    test: Expression


@dataclass(frozen=True, slots=True, eq=False)
class If(Statement):
    """A branch; `elif` is an `If` in `otherwise`."""

    test: Expression
    body: tuple[Statement, ...]
    otherwise: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Loop(Statement):
    """`for target in head`, `while head`, `do ... while head`."""

    head: Expression | None
    body: tuple[Statement, ...]
    target: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Switch(Statement):
    """Branches, each an `If` whose test is what `head` has to be, or is left out: one of them is taken."""

    head: Expression
    branches: tuple[Statement, ...]
    falls: bool = False
    """Whether a branch that does not end with a jump goes on with the next one."""


@dataclass(frozen=True, slots=True, eq=False)
class Jump(Statement):
    """`break`, `continue` or `retry`: it leaves a loop or a switch, begins the loop again, or the guarded block around (Ruby)."""

    kind: str = "break"


@dataclass(frozen=True, slots=True, eq=False)
class Handler:
    """One `except`/`catch`: the types it names, what it binds, what it does."""

    types: tuple[Expression, ...]
    name: str | None
    body: tuple[Statement, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Try(Statement):
    """A guarded block."""

    body: tuple[Statement, ...]
    handlers: tuple[Handler, ...]
    final: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class With(Statement):
    """A block with a resource: `with head as target`, `using (var target = head)`."""

    head: Expression
    target: Expression | None
    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """A parameter of a function; `spread` as in `Argument`."""

    name: str
    span: Span
    default: Expression | None = None
    spread: str = ""
    type: str = ""
    """The name of its type, where it is declared: `Customer` of `customer: Customer | None`."""
    decorators: tuple[Expression, ...] = ()
    """As of a `Function`: `@Query("token") token`."""


@dataclass(frozen=True, slots=True, eq=False)
class Function(Statement):
    """A named function or method; decorators are expressions that stand before it."""

    name: str
    parameters: tuple[Parameter, ...]
    body: tuple[Statement, ...]
    decorators: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Class(Statement):
    """A class, struct, object or module that holds members; decorators are expressions that stand before it."""

    name: str
    bases: tuple[Expression, ...]
    body: tuple[Statement, ...]
    decorators: tuple[Expression, ...] = ()


EXPORT: Final = "export "
"""Begins the name under which a module gives something to others, where that is not the name that it has inside."""
ALL: Final = "*"
"""As the name of an import: everything that the module has."""


@dataclass(frozen=True, slots=True, eq=False)
class Import(Statement):
    """`from module import name as alias`; without `name`, the module itself is bound to `alias`."""

    module: str
    name: str | None
    alias: str
    path: str = ""
    """All of a dotted module of which only the first name is bound: `import a.b.c`."""


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """One file, or one embedded piece of one."""

    body: tuple[Statement, ...]
    name: str = ""
    """The package or namespace that all of it is in, if it says so."""


def blocks(statement: Statement) -> Iterator[tuple[Statement, ...]]:
    """Give the lists of statements inside a statement, in order."""
    match statement:
        case If():
            yield from (statement.body, statement.otherwise)
        case Loop() | With() | Function() | Class():
            yield statement.body
        case Switch():
            yield statement.branches
        case Try():
            yield statement.body
            yield from (handler.body for handler in statement.handlers)
            yield statement.final


def children(node: Expression) -> Iterator[Expression]:
    """Give the expressions directly inside an expression; a lambda's body is statements, and is not among them."""
    match node:
        case Attribute():
            yield node.owner
        case Index():
            yield from (node.owner, node.key)
        case Slice():
            yield node.owner
            yield from (bound for bound in node.bounds if bound is not None)
        case Join():
            yield from node.parts
        case Format():
            yield node.template
            yield from (argument.value for argument in node.arguments)
        case Call():
            yield node.function
            yield from (argument.value for argument in node.arguments)
        case Map():
            for entry in node.entries:
                if entry.key is not None:
                    yield entry.key
                yield entry.value
        case Seq():
            yield from node.items
        case Each():
            yield from (node.element, node.head)
        case Choice():
            yield from node.options
            if node.test is not None:
                yield node.test
        case Operation():
            yield from node.operands
        case Assigned():
            yield node.value
        case Opaque():
            yield from node.children


def walk(node: Expression) -> Iterator[Expression]:
    """Give an expression and every one in it."""
    pending = [node]
    while pending:
        each = pending.pop()
        yield each
        pending.extend(children(each))


def entries(node: Expression | None) -> Iterator[tuple[str, Expression]]:
    """Give the entries of a map whose keys are spelled out; none of anything else."""
    for entry in node.entries if isinstance(node, Map) else ():
        if isinstance(entry.key, Str):
            yield entry.key.text, entry.value


def entry(node: Expression | None, name: str) -> Expression | None:
    """Give what a map has under a key that is spelled out; `None` where it has none, or it is no map."""
    return next((value for key, value in entries(node) if key == name), None)


def expressions(statement: Statement) -> Iterator[Expression]:
    """Give the expressions that stand directly in a statement, targets of assignments left out."""
    match statement:
        case Assign() | Evaluate():
            yield statement.value
        case Return() | Raise():
            if statement.value is not None:
                yield statement.value
        case Assert() | If():
            yield statement.test
        case Loop():
            if statement.head is not None:
                yield statement.head
        case With() | Switch():
            yield statement.head
        case Function():
            yield from statement.decorators
            yield from (parameter.default for parameter in statement.parameters if parameter.default is not None)
        case Class():
            yield from statement.bases


def imports(statements: tuple[Statement, ...]) -> Iterator[Import]:
    """Give every import among statements, in order, wherever it stands."""
    waiting = [*reversed(statements)]
    while waiting:
        statement = waiting.pop()
        if isinstance(statement, Import):
            yield statement
        waiting += (each for block in reversed([*blocks(statement)]) for each in reversed(block))
