; What JavaScript and TypeScript share. README.md says what the captures mean.

(comment) @comment

; Expressions

(identifier) @identifier
(this) @identifier
(super) @identifier
(meta_property) @identifier
(undefined) @const
(number) @const
((true) @const (#set! value "true"))
((false) @const (#set! value "false"))
((null) @const (#set! value "null"))
(regex pattern: (_) @regex.content) @regex

(string) @string
(string (_) @string.content) @string
(template_string) @template
(template_string (string_fragment) @fragment @template.part) @template
(template_string (escape_sequence) @escape @template.part) @template
(template_string (template_substitution (_) @template.part)) @template

(member_expression object: (_) @attribute.owner property: (_) @attribute.name) @attribute
(subscript_expression object: (_) @index.owner index: (_) @index.key) @index

(call_expression function: (_) @call.function) @call
(call_expression arguments: (arguments (_) @call.argument)) @call
(call_expression arguments: (template_string) @call.argument) @call
(new_expression constructor: (_) @call.function) @call
(new_expression arguments: (arguments (_) @call.argument)) @call
((call_expression
  function: [(identifier) (import)] @_require
  arguments: (arguments . (string) @module.name)) @module
  (#any-of? @_require "require" "import"))

(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part operator: "+" right: (_) @concat.part) @concat
(binary_expression left: (_) @choice.option operator: ["||" "??"] right: (_) @choice.option) @choice
(unary_expression operator: _ @operation.operator argument: (_) @operation.operand) @operation
(ternary_expression
  condition: (_) @choice.test
  consequence: (_) @choice.option
  alternative: (_) @choice.option) @choice
(sequence_expression (_) @sequence.item) @sequence
(parenthesized_expression (_) @group.value) @group
(await_expression (_) @group.value) @group

; Maps and lists, also on the left of an assignment

(object) @map
(object (_) @map.entry) @map
(object_pattern) @map
(object_pattern (_) @map.entry) @map
(pair key: (_) @entry.key value: (_) @entry.value) @entry
(pair_pattern key: (_) @entry.key value: (_) @entry.value) @entry
(pair key: [(property_identifier) (private_property_identifier)] @entry.name) @entry
(pair_pattern key: [(property_identifier) (private_property_identifier)] @entry.name) @entry
(computed_property_name (_) @group.value) @group
(shorthand_property_identifier) @shorthand
(shorthand_property_identifier_pattern) @shorthand
(object_assignment_pattern left: (_) @default.target right: (_) @default.value) @default
(assignment_pattern left: (_) @default.target right: (_) @default.value) @default
(array) @seq
(array (_) @seq.item) @seq
(array_pattern (_) @seq.item) @seq
(spread_element (_) @spread.value) @spread
(rest_pattern (_) @spread.value) @spread

; Assignments

(variable_declarator name: (_) @declare.name !value) @declare
(variable_declarator name: (_) @assign.target value: (_) @assign.value) @assign
(assignment_expression left: (_) @assign.target @assign.existing right: (_) @assign.value) @assign
(augmented_assignment_expression
  left: (_) @assign.target @assign.existing operator: _ @assign.operator right: (_) @assign.value) @assign

; Functions and classes

(arrow_function body: (_) @lambda.body) @lambda
(arrow_function parameter: (_) @lambda.parameter) @lambda
(arrow_function parameters: (formal_parameters (_) @lambda.parameter)) @lambda
(function_expression body: (_) @lambda.body) @lambda
(function_expression parameters: (formal_parameters (_) @lambda.parameter)) @lambda
(generator_function body: (_) @lambda.body) @lambda
(generator_function parameters: (formal_parameters (_) @lambda.parameter)) @lambda
(function_declaration name: (_) @function.name body: (_) @function.body) @function
(function_declaration parameters: (formal_parameters (_) @function.parameter)) @function
(generator_function_declaration name: (_) @function.name body: (_) @function.body) @function
(generator_function_declaration parameters: (formal_parameters (_) @function.parameter)) @function
(method_definition name: (_) @function.name body: (_) @function.body) @function
(method_definition parameters: (formal_parameters (_) @function.parameter)) @function
(method_definition "get" @function.property) @function
((method_definition name: (property_identifier) @_name @function.constructor) @function (#eq? @_name "constructor"))

(class_declaration name: (_) @class.name) @class
(class_declaration body: (_) @class.body) @class
(class name: (_) @class.name) @class
(class body: (_) @class.body) @class

; Statements

(return_statement) @return
(return_statement (_) @return.value) @return
(yield_expression (_) @return.value) @return
(throw_statement (_) @throw.value) @throw
(break_statement) @jump
(continue_statement) @jump @jump.continue
(if_statement condition: (_) @if.test consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if
(switch_statement value: (_) @switch.head) @switch
(switch_statement body: (switch_body (_) @switch.branch @switch.falls)) @switch
(switch_case value: (_) @if.test) @if
(switch_case body: (_) @if.then) @if
(switch_default) @if
(switch_default body: (_) @if.then) @if
(for_in_statement left: (_) @loop.target right: (_) @loop.head body: (_) @loop.body) @loop
(for_statement condition: (_) @loop.head body: (_) @loop.body) @loop
(for_statement initializer: (_) @loop.before) @loop
(while_statement condition: (_) @loop.head body: (_) @loop.body) @loop
(do_statement body: (_) @loop.body condition: (_) @loop.head) @loop
(try_statement body: (_) @try.body) @try
(try_statement handler: (_) @try.handler) @try
(try_statement finalizer: (_) @try.final) @try
(catch_clause body: (_) @handler.body) @handler
(catch_clause parameter: (identifier) @handler.name) @handler
(labeled_statement label: (_) @skip)

(import_statement source: (_) @import.module) @import
(import_statement (import_clause (identifier) @import.whole)) @import
(import_statement (import_clause (namespace_import (identifier) @import.whole))) @import
(import_statement (import_clause (named_imports (import_specifier) @import.binding))) @import
(import_specifier name: (_) @binding.name) @binding
(import_specifier alias: (_) @binding.alias) @binding
(export_statement declaration: (_) @export.statement) @export
(export_statement decorator: (_) @export.statement) @export
(export_statement value: (_) @export.value) @export
(export_statement source: (_) @export.module) @export
(export_statement "default" @export.default) @export
(export_statement "*" @export.all) @export
(export_statement (namespace_export (identifier) @export.whole)) @export
(export_statement (export_clause (export_specifier) @export.binding)) @export
(export_specifier name: (_) @binding.name) @binding
(export_specifier alias: (_) @binding.alias) @binding
