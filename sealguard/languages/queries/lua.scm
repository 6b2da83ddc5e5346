; Lua. README.md says what the captures mean.

(comment) @comment

; Expressions

(identifier) @identifier
(number) @const
((true) @const (#set! value "true"))
((false) @const (#set! value "false"))
((nil) @const (#set! value "null"))
(string) @string
(string content: (_) @string.content) @string
((string "[[") @string (#set! escapes "none"))

(dot_index_expression table: (_) @attribute.owner field: (_) @attribute.name) @attribute
(method_index_expression table: (_) @attribute.owner method: (_) @attribute.name) @attribute
(bracket_index_expression table: (_) @index.owner field: (_) @index.key) @index
(function_call name: (_) @call.function) @call
(function_call arguments: (arguments (_) @call.argument)) @call
((function_call
  name: (identifier) @_require
  arguments: (arguments . (string) @module.name)) @module
  (#eq? @_require "require"))
(table_constructor) @array
(table_constructor (field) @array.item) @array
(field value: (_) @group.value) @group
(field "[" name: (_) @entry.key value: (_) @entry.value) @entry
(field name: (identifier) @entry.name value: (_) @entry.value) @entry
(field "[" name: (identifier) @entry.key value: (_) @entry.value) @entry
(parenthesized_expression (_) @group.value) @group
(binary_expression left: (_) @operation.operand _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part ".." right: (_) @concat.part) @concat
(binary_expression left: (_) @choice.option "or" right: (_) @choice.option) @choice
(unary_expression _ @operation.operator operand: (_) @operation.operand) @operation
(function_definition parameters: (parameters name: (_) @lambda.parameter)) @lambda
(function_definition body: (_) @lambda.body) @lambda

; Statements

(expression_list . (_) @group.value) @group
(variable_list . (_) @group.value) @group
(assignment_statement (variable_list . (_) @assign.target @assign.existing) (expression_list . (_) @assign.value)) @assign
(variable_declaration (assignment_statement (variable_list . (_) @assign.target) (expression_list . (_) @assign.value)) @assign)
(variable_declaration (variable_list . name: (identifier) @declare.name)) @declare
(return_statement) @return
(return_statement (expression_list . (_) @return.value)) @return
(if_statement condition: (_) @if.test) @if
(if_statement consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if
(elseif_statement condition: (_) @if.test) @if
(elseif_statement consequence: (_) @if.then) @if
(for_statement body: (_) @loop.body) @loop
(for_statement clause: (for_generic_clause (variable_list (identifier) (identifier) @loop.target) (expression_list . (_) @loop.head))) @loop
(while_statement condition: (_) @loop.head body: (_) @loop.body) @loop
(repeat_statement body: (_) @loop.body condition: (_) @loop.head) @loop
(function_declaration name: (identifier) @function.name) @function
(function_declaration name: (dot_index_expression field: (_) @function.name)) @function
(function_declaration name: (method_index_expression method: (_) @function.name)) @function
(function_declaration name: (method_index_expression table: (identifier) @function.owner)) @function
(function_declaration name: (dot_index_expression table: (identifier) @function.owner)) @function
(function_declaration parameters: (parameters name: (_) @function.parameter)) @function
(function_declaration body: (_) @function.body) @function
