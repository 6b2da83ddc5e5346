; Elixir. README.md says what the captures mean.

(comment) @comment

; Expressions

(identifier) @identifier
(alias) @identifier
(integer) @const
(float) @const
((boolean) @const)
((nil) @const (#set! value "null"))
((atom) @string (#set! quote "1 0"))
((quoted_atom (quoted_content) @string.content) @string)
((charlist (quoted_content) @string.content) @string)
(string) @template
(string (quoted_content) @fragment @template.part)
(string (escape_sequence) @escape @template.part)
(string (interpolation) @template.part) @template
(string (quoted_content) @template.part) @template
(string (escape_sequence) @template.part) @template
((string "\"\"\"") @template (#set! block "true"))
(interpolation (_) @group.value) @group
(sigil) @template
(sigil (quoted_content) @fragment @template.part)
(sigil (interpolation) @template.part) @template
(sigil (quoted_content) @template.part) @template

(dot left: (_) @attribute.owner right: (_) @attribute.name) @attribute
(access_call target: (_) @index.owner key: (_) @index.key) @index
(call target: (_) @call.function) @call
(call (arguments (_) @call.argument)) @call
(call (arguments (keywords (pair) @call.argument))) @call
(call (do_block) @call.argument) @call
(arguments (keywords) @skip)
(unary_operator "@" operand: (identifier) @group.value) @group
(unary_operator "!" @operation.operator operand: (_) @operation.operand) @operation
(block (_) @group.value .) @group
(list) @array
(list (_) @array.item) @array
(list (keywords)) @map
(list (keywords (pair) @map.entry)) @map
(tuple (_) @seq.item) @seq
(tuple . (atom) . (_) @seq.item) @seq
(map) @map
(map (map_content (binary_operator) @map.entry)) @map
(map (map_content (keywords (pair) @map.entry))) @map
(pair key: (keyword) @entry.name value: (_) @entry.value) @entry
(pair key: (quoted_keyword (quoted_content) @entry.name) value: (_) @entry.value) @entry
(binary_operator left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_operator left: (_) @concat.part operator: "<>" right: (_) @concat.part) @concat
(binary_operator left: (_) @concat.part operator: "++" right: (_) @concat.part) @concat
(binary_operator left: (_) @choice.option operator: "||" right: (_) @choice.option) @choice
(binary_operator left: (_) @pipe.part operator: "|>" right: (_) @pipe.part) @pipe
(binary_operator left: (_) @assign.target operator: ["=" "<-"] right: (_) @assign.value) @assign
(binary_operator left: (_) @default.target operator: "\\\\" right: (_) @default.value) @default
(anonymous_function (stab_clause right: (_) @lambda.body)) @lambda
(anonymous_function (stab_clause left: (arguments (_) @lambda.parameter))) @lambda
(do_block (stab_clause right: (_) @block))
(do_block) @block

; Statements: what other languages have words for is called like a function

((call target: (identifier) @_word (arguments . (_) @if.test) (do_block (_) @if.then)) @if (#any-of? @_word "if" "unless"))
((call target: (identifier) @_word (do_block (else_block (_) @if.else))) @if (#any-of? @_word "if" "unless"))
((call target: (identifier) @_word (arguments . (_) @if.test (keywords (pair key: (keyword) @_do value: (_) @if.then)))) @if
  (#any-of? @_word "if" "unless") (#match? @_do "^do:"))
((call target: (identifier) @_word (arguments (keywords (pair key: (keyword) @_else value: (_) @if.else)))) @if
  (#any-of? @_word "if" "unless") (#match? @_else "^else:"))
((call target: (identifier) @_word (do_block)) @case (#any-of? @_word "case" "cond"))
((call target: (identifier) @_word (arguments (_) @case.head)) @case (#any-of? @_word "case" "cond"))
((call target: (identifier) @_word (do_block (stab_clause) @case.branch)) @case (#any-of? @_word "case" "cond"))
(stab_clause right: (_) @if.then) @if
(stab_clause left: (_) @if.test) @if
((call target: (identifier) @_word (do_block (_) @try.body)) @try (#any-of? @_word "try"))

((call target: (identifier) @_word (arguments (alias) @class.name) (do_block (_) @class.body)) @class
  (#any-of? @_word "defmodule" "defimpl" "defprotocol"))
((call target: (identifier) @_word
  (arguments . [(identifier) @function.name
    (call target: (identifier) @function.name)
    (binary_operator left: (call target: (identifier) @function.name) operator: "when")])) @function
  (#any-of? @_word "def" "defp" "defmacro"))
((call target: (identifier) @_word (arguments . (call (arguments (_) @function.parameter)))) @function
  (#any-of? @_word "def" "defp" "defmacro"))
((call target: (identifier) @_word (arguments . (binary_operator left: (call (arguments (_) @function.parameter)) operator: "when"))) @function
  (#any-of? @_word "def" "defp" "defmacro"))
((call target: (identifier) @_word (do_block) @function.body) @function (#any-of? @_word "def" "defp" "defmacro"))
((call target: (identifier) @_word (arguments (keywords (pair key: (keyword) @_do value: (_) @function.body)))) @function
  (#any-of? @_word "def" "defp" "defmacro") (#match? @_do "^do:"))
(unary_operator "@" operand: (call target: (identifier) @assign.target (arguments . (_) @assign.value))) @assign
(unary_operator "@" operand: (call target: (identifier) @_word) @skip (#any-of? @_word "doc" "moduledoc" "spec" "type" "typedoc" "callback"))
((call target: (identifier) @_word (arguments (keywords (pair) @_pair))) @block (#any-of? @_word "defstruct"))
((call target: (identifier) @_word (arguments (keywords (pair key: (keyword) @assign.target value: (_) @assign.value) @assign)))
  (#any-of? @_word "defstruct"))
((call target: (identifier) @_word (arguments . (_) @throw.value)) @throw (#any-of? @_word "raise"))
((call target: (identifier) @_word (arguments . (alias) @import.module)) @import (#any-of? @_word "alias"))
((call target: (identifier) @_word (arguments (keywords (pair value: (alias) @import.whole)))) @import (#any-of? @_word "alias"))
((call target: (identifier) @_word) @skip (#any-of? @_word "require" "import" "use"))

; What stands in a map is no operation

(map_content (binary_operator left: (_) @entry.key "=>" right: (_) @entry.value) @entry)
