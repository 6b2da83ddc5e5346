; Scala. README.md says what the captures mean.

(comment) @comment
(block_comment) @comment

; Expressions

(identifier) @identifier
(type_identifier) @identifier
(operator_identifier) @identifier
(stable_identifier . (_) @attribute.owner (_) @attribute.name .) @attribute
(integer_literal) @const
(floating_point_literal) @const
(boolean_literal) @const
((null_literal) @const (#set! value "null"))
((unit) @const (#set! value "null"))
(string) @string
(character_literal) @string

(interpolated_string_expression (interpolated_string) @group.value) @group
((interpolated_string "\"") @template (#set! quote "1"))
((interpolated_string "\"\"\"") @template (#set! quote "3"))
(interpolated_string (interpolation) @template.part) @template
(interpolation (_) @group.value) @group

(field_expression value: (_) @attribute.owner field: (_) @attribute.name) @attribute
((field_expression value: (_) @call.function field: (_) @call.method) @call
  (#any-of? @call.method "trim" "strip" "stripTrailing" "mkString" "stripMargin" "reverse" "toString" "toLowerCase" "toUpperCase" "getBytes" "value"))
(call_expression function: (_) @call.function) @call
(call_expression function: (field_expression value: (_) @call.function field: (_) @call.method)) @call
(call_expression arguments: (arguments (_) @call.argument)) @call
(call_expression arguments: (block) @call.argument) @call
(generic_function function: (_) @group.value) @group
(instance_expression . (_) @call.function) @call
(instance_expression arguments: (arguments (_) @call.argument)) @call

(parenthesized_expression (_) @group.value) @group
(postfix_expression . (_) @group.value) @group
(prefix_expression _ @operation.operator (_) @operation.operand) @operation
(infix_expression left: (_) @operation.operand operator: (_) @operation.operator right: (_) @operation.operand) @operation
((infix_expression left: (_) @concat.part operator: (_) @_operator right: (_) @concat.part) @concat (#eq? @_operator "+"))
((infix_expression left: (_) @map.key operator: (_) @_operator right: (_) @map.value) @map (#eq? @_operator "->"))
((infix_expression left: (_) @choice.option operator: (_) @_operator right: (_) @choice.option) @choice (#any-of? @_operator "getOrElse" "orElse"))
((infix_expression left: (_) @call.function operator: (_) @call.method right: (_) @call.argument) @call
  (#any-of? @call.method "++" "in" "should"))
((infix_expression left: (_) @assign.target @assign.existing operator: (_) @assign.operator right: (_) @assign.value) @assign
  (#eq? @assign.operator "+="))
(tuple_expression (_) @seq.item) @seq
(lambda_expression parameters: (bindings (binding name: (_) @lambda.parameter))) @lambda
(lambda_expression parameters: (identifier) @lambda.parameter) @lambda
(lambda_expression (_) @lambda.body .) @lambda
(block) @block
(case_block) @block
(match_expression body: (case_block)) @case
(match_expression value: (_) @case.head) @case
(match_expression body: (case_block (case_clause) @case.branch)) @case
(case_clause pattern: (_) @if.test) @if
(case_clause body: (_) @if.then) @if

; Statements

(val_definition pattern: (_) @assign.target value: (_) @assign.value) @assign
(var_definition pattern: (_) @assign.target value: (_) @assign.value) @assign
(val_declaration name: (_) @declare.name) @declare
(assignment_expression left: (_) @assign.target @assign.existing right: (_) @assign.value) @assign
(return_expression) @return
(return_expression (_) @return.value) @return
(throw_expression (_) @throw.value) @throw
(if_expression condition: (_) @if.test consequence: (_) @if.then) @if
(if_expression alternative: (_) @if.else) @if
(for_expression body: (_) @loop.body) @loop
(for_expression enumerators: (enumerators . (enumerator . (_) @loop.target (_) @loop.head .))) @loop
(while_expression condition: (_) @loop.head body: (_) @loop.body) @loop
(try_expression body: (_) @try.body) @try
(try_expression (catch_clause (case_block (case_clause) @try.handler))) @try
(try_expression (finally_clause (_) @try.final)) @try

; Functions and classes

(function_definition name: (_) @function.name) @function
(function_definition parameters: (parameters (parameter) @function.parameter)) @function
(function_definition body: (_) @function.body) @function
(function_definition name: (_) . body: (_) @function.property) @function
(function_definition name: (_) . return_type: (_) @function.property) @function
(parameter name: (_) @parameter.name) @parameter
(parameter type: (_) @parameter.type) @parameter
(parameter default_value: (_) @parameter.default) @parameter
(class_parameter name: (_) @parameter.name) @parameter
(class_parameter type: (_) @parameter.type) @parameter
(class_parameter default_value: (_) @parameter.default) @parameter
(class_definition name: (_) @class.name) @class
(class_definition class_parameters: (class_parameters (class_parameter) @class.parameter)) @class
(class_definition extend: (extends_clause type: (_) @class.base)) @class
(class_definition body: (_) @class.body) @class
(object_definition name: (_) @class.name @class.more) @class
(object_definition extend: (extends_clause type: (_) @class.base)) @class
(object_definition body: (_) @class.body) @class
(trait_definition name: (_) @class.name) @class
(trait_definition body: (_) @class.body) @class
(modifiers) @skip
(annotation) @skip
(package_clause name: (_) @skip)
(type_arguments) @skip
(type_definition) @skip

(import_declaration path: (_) @import.module) @import
((import_declaration) @import (#set! alias "last"))
(import_declaration (namespace_selectors (identifier) @import.binding)) @import
(import_declaration (namespace_selectors (arrow_renamed_identifier) @import.binding)) @import
(arrow_renamed_identifier name: (_) @binding.name alias: (_) @binding.alias) @binding

; What is named in a call is no assignment

(arguments (assignment_expression left: (identifier) @argument.name right: (_) @argument.value) @argument)
