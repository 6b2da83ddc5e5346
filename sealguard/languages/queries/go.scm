; Go. README.md says what the captures mean.

(comment) @comment

; Expressions

(identifier) @identifier
(field_identifier) @identifier
(type_identifier) @identifier
(package_identifier) @identifier
(qualified_type package: (_) @attribute.owner name: (_) @attribute.name) @attribute
(int_literal) @const
(float_literal) @const
((true) @const (#set! value "true"))
((false) @const (#set! value "false"))
((nil) @const (#set! value "null"))

(interpreted_string_literal) @string
(interpreted_string_literal (_) @string.content) @string
(rune_literal) @string
((raw_string_literal) @string (#set! escapes "none"))
((raw_string_literal (raw_string_literal_content) @string.content) @string (#set! escapes "none"))

(selector_expression operand: (_) @attribute.owner field: (_) @attribute.name) @attribute
(index_expression operand: (_) @index.owner index: (_) @index.key) @index
(slice_expression operand: (_) @slice.owner) @slice
(slice_expression start: (_) @slice.start) @slice
(slice_expression end: (_) @slice.stop) @slice

(call_expression function: (_) @call.function) @call
(call_expression arguments: (argument_list (_) @call.argument)) @call
(type_conversion_expression operand: (_) @group.value) @group
(type_assertion_expression operand: (_) @group.value) @group
(parenthesized_expression (_) @group.value) @group
(variadic_argument (_) @spread.value) @spread

(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part operator: "+" right: (_) @concat.part) @concat
(unary_expression operator: _ @operation.operator operand: (_) @operation.operand) @operation
(unary_expression operator: ["&" "*" "<-"] operand: (_) @group.value) @group

; Maps, lists and structs: `map[K]V{...}` is a map, `[]T{...}` a list, `T{...}` a call of T

(literal_element (_) @group.value) @group
(literal_value) @array
(literal_value (keyed_element) @array.item) @array
(literal_value (literal_element) @array.item) @array
(keyed_element key: (_) @entry.key value: (_) @entry.value) @entry

(composite_literal type: [(map_type) (slice_type) (array_type) (implicit_length_array_type)] body: (_) @group.value) @group
(composite_literal type: [(type_identifier) (qualified_type)] @call.function) @call
(composite_literal type: (generic_type . (_) @call.function)) @call
(composite_literal
  type: [(type_identifier) (qualified_type) (generic_type)]
  body: (literal_value (literal_element) @call.argument)) @call
(composite_literal
  type: [(type_identifier) (qualified_type) (generic_type)]
  body: (literal_value (keyed_element) @call.argument)) @call
(composite_literal
  type: [(type_identifier) (generic_type)]
  body: (literal_value (keyed_element key: (literal_element (identifier) @entry.name) value: (_) @entry.value) @entry))
(composite_literal
  type: (qualified_type)
  body: (literal_value (keyed_element key: (literal_element (identifier) @entry.name) value: (_) @entry.value) @entry))
(composite_literal
  type: (slice_type)
  body: (literal_value (literal_element (literal_value
    (keyed_element key: (literal_element (identifier) @entry.name) value: (_) @entry.value) @entry))))

; Assignments

(expression_list (_) @seq.item) @seq
(expression_list . (_) @group.value .) @group

(const_spec name: (identifier) @assign.target value: (_) @assign.value) @assign
(var_spec name: (identifier) @assign.target value: (_) @assign.value) @assign
(const_spec name: (identifier) "," name: (identifier)) @skip
(var_spec name: (identifier) "," name: (identifier)) @skip
(var_spec name: (_) @declare.name !value) @declare
((var_spec name: (_) @assign.target type: (type_identifier) @assign.value @_type !value) @assign
  (#not-match? @_type "^(string|bool|int[0-9]*|uint[0-9]*|float[0-9]+|byte|rune|error|any|uintptr|complex[0-9]+)$"))
(short_var_declaration left: (_) @assign.target right: (_) @assign.value) @assign
(assignment_statement left: (_) @assign.target @assign.existing operator: _ @assign.operator right: (_) @assign.value) @assign

; Functions and types

(function_declaration name: (_) @function.name) @function
(function_declaration parameters: (parameter_list (parameter_declaration name: (_) @function.parameter))) @function
(function_declaration parameters: (parameter_list (variadic_parameter_declaration) @function.parameter)) @function
(function_declaration body: (_) @function.body) @function
(method_declaration name: (_) @function.name) @function
(method_declaration receiver: (parameter_list (parameter_declaration type: [
  (type_identifier) @function.owner
  (pointer_type (type_identifier) @function.owner)
  (generic_type . (_) @function.owner)
  (pointer_type (generic_type . (_) @function.owner))
]))) @function
(method_declaration receiver: (parameter_list (parameter_declaration name: (_) @function.receiver))) @function
(method_declaration parameters: (parameter_list (parameter_declaration name: (_) @function.parameter))) @function
(method_declaration parameters: (parameter_list (variadic_parameter_declaration) @function.parameter)) @function
(method_declaration body: (_) @function.body) @function
(func_literal parameters: (parameter_list (parameter_declaration name: (_) @lambda.parameter))) @lambda
(func_literal parameters: (parameter_list (variadic_parameter_declaration) @lambda.parameter)) @lambda
(func_literal body: (_) @lambda.body) @lambda
(parameter_declaration name: (identifier) @parameter @parameter.name type: (_) @parameter.type)
((variadic_parameter_declaration name: (_) @parameter.name) @parameter (#set! of "list"))

(type_spec name: (_) @class.name type: (struct_type (_) @class.body)) @class
(type_spec name: (_) @class.name type: (struct_type (field_declaration_list (field_declaration !name type: (_) @class.base)))) @class
(field_declaration name: (_) @declare.name) @declare
(field_declaration tag: (_) @declare.tag) @declare
(field_declaration !name) @skip
(type_spec name: (_) type: [
  (type_identifier) (qualified_type) (interface_type) (function_type) (map_type) (slice_type) (pointer_type) (channel_type)
]) @skip
(type_alias) @skip
(type_arguments) @skip
(type_parameter_list) @skip
(package_clause) @skip

; Statements

(return_statement) @return
(return_statement (_) @return.value) @return
(if_statement condition: (_) @if.test consequence: (_) @if.then) @if
(if_statement initializer: (_) @if.before) @if
(if_statement alternative: (_) @if.else) @if
(expression_case value: (_) @if.test) @if
(expression_case (statement_list) @if.then) @if
(default_case (statement_list) @if.then) @if
(type_case (statement_list) @if.then) @if
(communication_case (statement_list) @if.then) @if
(expression_switch_statement (expression_case) @switch.branch) @switch
(expression_switch_statement (default_case) @switch.branch) @switch
(expression_switch_statement initializer: (_) @switch.before) @switch
(expression_switch_statement value: (_) @switch.head) @switch
(expression_switch_statement !value) @switch @switch.true
(select_statement (communication_case) @switch.branch) @switch
(select_statement (default_case) @switch.branch) @switch
(communication_case communication: (_) @if.then) @if
(break_statement) @jump
(continue_statement) @jump @jump.continue
(for_statement body: (_) @loop.body) @loop
(for_statement (for_clause condition: (_) @loop.head)) @loop
(for_statement (for_clause initializer: (_) @loop.before)) @loop
(for_statement (range_clause left: (_) @loop.target right: (_) @loop.head)) @loop
(label_name) @skip

; Imports: the last part of the path is the package's name, unless it is given another

((import_spec path: (interpreted_string_literal (_) @import.module)) @import (#set! alias "last"))
(import_spec name: (package_identifier) @import.whole) @import
