; Ruby. README.md says what the captures mean.

(comment) @comment
[(uninterpreted) (alias) (undef) (block_parameter) (heredoc_body) (heredoc_end) (exception_variable)] @skip

; Expressions

[(identifier) (constant) (global_variable) (self)] @identifier
[(instance_variable) (class_variable)] @attribute @attribute.name
[(integer) (float) (true) (false) (nil)] @const

(string) @template
(string (_) @template.part) @template
(bare_string (_) @template.part) @template
(delimited_symbol (_) @template.part) @template
[(string_content) (heredoc_content)] @fragment
(escape_sequence) @escape
(interpolation (_) @group.value) @group
((simple_symbol) @string (#set! quote "1 0"))
(bare_symbol (_) @string.content) @string
(bare_symbol) @string
((character) @string (#set! quote "1 0"))
(chained_string (_) @concat.part) @concat
((heredoc_beginning) @heredoc (#set! body "heredoc_body"))
((subshell . _ @identifier @call.function) @call (#set! name "`"))
(regex (string_content) @regex.content) @regex
(regex) @regex

(scope_resolution scope: (_) @attribute.owner name: (_) @attribute.name) @attribute
(scope_resolution !scope name: (_) @group.value) @group
(element_reference object: (_) @index.owner . (_) @index.key) @index
(element_reference object: (_) @slice.owner . (_) @slice.start . (_) @slice.stop) @slice
(element_reference object: (_) @slice.owner . (range)) @slice
(element_reference (range begin: (_) @slice.start)) @slice
(element_reference (range end: (_) @slice.stop)) @slice

(call receiver: (_) @call.function method: (_) @call.method) @call
(call !receiver method: (_) @call.function) @call
(call receiver: (_) @call.function !method) @call
((call !receiver method: (identifier) @identifier) (#set! called "true"))
((call !receiver method: (constant) @identifier) (#set! called "true"))
(call arguments: (argument_list (_) @call.argument)) @call
(call block: (_) @call.block) @call
((call receiver: (_) method: (identifier) @_new @call.made) @call (#eq? @_new "new"))
((call !receiver method: (identifier) @_new @call.own) @call (#eq? @_new "new"))
((call !receiver method: (identifier) @_visibility arguments: (argument_list (method))) @sequence
  (#any-of? @_visibility "private" "public" "protected" "module_function" "private_class_method" "memoize" "helper_method"))
((call !receiver method: (identifier) @_lambda block: (_) @group.value) @group (#any-of? @_lambda "lambda" "proc"))
(block_argument (_) @group.value) @group
(splat_argument (_) @spread.value) @spread
((hash_splat_argument (_) @spread.value) @spread (#set! of "map"))

(binary left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary left: (_) @concat.part operator: "+" right: (_) @concat.part) @concat
(binary left: (_) @choice.option operator: ["||" "or"] right: (_) @choice.option) @choice
(binary left: (_) @format.template operator: "%" right: (_) @format.argument) @format
(binary left: (_) @assign.target operator: "<<" right: (_) @assign.value @assign.added) @assign
(unary operator: _ @operation.operator operand: (_) @operation.operand) @operation
(unary operator: "+" operand: (_) @group.value) @group
(conditional condition: (_) @choice.test consequence: (_) @choice.option alternative: (_) @choice.option) @choice
(rescue_modifier body: (_) @choice.option handler: (_) @choice.option) @choice
(parenthesized_statements . (_) @group.value .) @group

; Hashes and arrays

(hash) @map
(hash (_) @map.entry) @map
(pair key: (_) @entry.key value: (_) @entry.value) @entry
(pair key: (hash_key_symbol) @entry.name value: (_) @entry.value) @entry
(pair key: (hash_key_symbol) !value) @shorthand
(array) @seq
(array (_) @seq.item) @seq
(string_array) @seq
(string_array (_) @seq.item) @seq
(symbol_array (_) @seq.item) @seq
(left_assignment_list (_) @seq.item) @seq
(right_assignment_list (_) @seq.item) @seq
(destructured_left_assignment (_) @seq.item) @seq
(rest_assignment (_) @spread.value) @spread

; Assignments

(assignment left: (_) @assign.target right: (_) @assign.value) @assign
(operator_assignment left: (_) @assign.target operator: _ @assign.operator right: (_) @assign.value) @assign
(assignment left: (call receiver: (_) @attribute.owner method: (_) @attribute.name) @attribute)
(operator_assignment left: (call receiver: (_) @attribute.owner method: (_) @attribute.name) @attribute)

; Methods and classes

(method name: (_) @function.name) @function
(method parameters: (method_parameters (_) @function.parameter)) @function
(method body: (_) @function.body) @function
(singleton_method name: (_) @function.name) @function
(singleton_method parameters: (method_parameters (_) @function.parameter)) @function
(singleton_method body: (_) @function.body) @function
(lambda parameters: (lambda_parameters (_) @lambda.parameter)) @lambda
(lambda body: (_ body: (_) @lambda.body)) @lambda
(do_block parameters: (block_parameters (_) @lambda.parameter)) @lambda
(do_block body: (_) @lambda.body) @lambda
(do_block) @lambda
(block parameters: (block_parameters (_) @lambda.parameter)) @lambda
(block body: (_) @lambda.body) @lambda
(block) @lambda
(optional_parameter name: (_) @parameter.name value: (_) @parameter.default) @parameter
(keyword_parameter name: (_) @parameter.name) @parameter
(keyword_parameter value: (_) @parameter.default) @parameter
(splat_parameter name: (_) @spread.value) @spread
((hash_splat_parameter name: (_) @spread.value) @spread (#set! of "map"))

(class name: (constant) @class.name @class.more) @class
(class name: (scope_resolution name: (_) @class.name @class.more)) @class
(class superclass: (superclass (_) @class.base)) @class
(class body: (_) @class.body) @class
((class body: (body_statement (call !receiver method: (identifier) @_mixin arguments: (argument_list (_) @class.base)))) @class
  (#any-of? @_mixin "include" "extend" "prepend"))
(module name: (constant) @class.name @class.more) @class
(module name: (scope_resolution name: (_) @class.name @class.more)) @class
(module body: (_) @class.body) @class
((module body: (body_statement (call !receiver method: (identifier) @_mixin arguments: (argument_list (_) @class.base)))) @class
  (#any-of? @_mixin "include" "extend" "prepend"))

; Statements

(return) @return
(return (argument_list (_) @return.value)) @return
(if condition: (_) @if.test) @if
(if consequence: (_) @if.then) @if
(if alternative: (_) @if.else) @if
(elsif condition: (_) @if.test) @if
(elsif consequence: (_) @if.then) @if
(elsif alternative: (_) @if.else) @if
(unless condition: (_) @if.test @if.unless) @if
(unless consequence: (_) @if.then) @if
(unless alternative: (_) @if.else) @if
(if_modifier body: (_) @if.then condition: (_) @if.test) @if
(unless_modifier body: (_) @if.then condition: (_) @if.test @if.unless) @if
(case) @case
(case value: (_) @case.head) @case
(case (when) @case.branch) @case
(case (else) @case.else) @case
(case_match value: (_) @case.head) @case
(case_match clauses: (_) @case.branch) @case
(case_match else: (_) @case.else) @case
(when pattern: (_) @if.test) @if
(when body: (_) @if.then) @if
(in_clause body: (_) @if.then) @if
(while condition: (_) @loop.head body: (_) @loop.body) @loop
(until condition: (_) @loop.head @loop.until body: (_) @loop.body) @loop
(while_modifier body: (_) @loop.body condition: (_) @loop.head) @loop
(until_modifier body: (_) @loop.body condition: (_) @loop.head @loop.until) @loop
(for pattern: (_) @loop.target value: (in (_) @loop.head) body: (_) @loop.body) @loop
(break) @jump
(next) @jump @jump.continue
(redo) @jump @jump.continue
(retry) @jump @jump.retry
(begin (_) @try.body) @try
(begin (rescue) @try.handler) @try
(begin (ensure (_) @try.final)) @try
; No pattern asks for each statement beside a handler: in a class with a thousand members that takes minutes.
(body_statement (rescue) @try.handler) @try
(body_statement (rescue) (ensure (_) @try.final)) @try
(rescue) @handler
(rescue body: (_) @handler.body) @handler
(rescue exceptions: (exceptions (_) @handler.type)) @handler
(rescue variable: (exception_variable (identifier) @handler.name)) @handler

; `yield` calls the block that the method around is given
(yield "yield" @identifier)
(yield "yield" @call.function) @call
(yield (argument_list (_) @call.argument)) @call
