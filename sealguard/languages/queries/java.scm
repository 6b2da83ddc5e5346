; Java. README.md says what the captures mean. Imports are left out: a class goes by its own name.

(line_comment) @comment
(block_comment) @comment

; Expressions

(identifier) @identifier
(type_identifier) @identifier
(scoped_type_identifier . (_) @attribute.owner (_) @attribute.name .) @attribute
(generic_type . (_) @group.value) @group
((this) @identifier (#set! name "this"))
((super) @identifier (#set! name "this"))
(decimal_integer_literal) @const
(hex_integer_literal) @const
(decimal_floating_point_literal) @const
((true) @const (#set! value "true"))
((false) @const (#set! value "false"))
((null_literal) @const (#set! value "null"))

(string_literal) @string
(string_literal (_) @string.content) @string
(character_literal) @string

(field_access object: (_) @attribute.owner field: (_) @attribute.name) @attribute
(array_access array: (_) @index.owner index: (_) @index.key) @index
(method_reference . (_) @attribute.owner (identifier) @attribute.name .) @attribute

(method_invocation !object name: (_) @call.function) @call
(method_invocation object: (_) @call.function name: (_) @call.method) @call
(method_invocation arguments: (argument_list (_) @call.argument)) @call
(object_creation_expression type: (_) @call.function) @call
(object_creation_expression arguments: (argument_list (_) @call.argument)) @call
(object_creation_expression (class_body) @lambda @call.argument) @call
(object_creation_expression (class_body (_) @lambda.body) @lambda)
(explicit_constructor_invocation constructor: (_) @call.function) @call
(explicit_constructor_invocation arguments: (argument_list (_) @call.argument)) @call
(annotation name: (_) @call.function) @call
(annotation arguments: (annotation_argument_list (_) @call.argument)) @call
(element_value_pair key: (_) @entry.name value: (_) @entry.value) @entry

(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part operator: "+" right: (_) @concat.part) @concat
(unary_expression operator: _ @operation.operator operand: (_) @operation.operand) @operation
((instanceof_expression left: (_) @operation.operand right: (_) @operation.operand) @operation (#set! operator "instanceof"))
(instanceof_expression name: (_) @operation.bound) @operation
(ternary_expression
  condition: (_) @choice.test
  consequence: (_) @choice.option
  alternative: (_) @choice.option) @choice
(parenthesized_expression (_) @group.value) @group
(cast_expression value: (_) @group.value) @group
(array_initializer) @seq
(array_initializer (_) @seq.item) @seq
(array_creation_expression value: (_) @group.value) @group
(element_value_array_initializer (_) @seq.item) @seq
(lambda_expression body: (_) @lambda.body) @lambda
(lambda_expression parameters: (identifier) @lambda.parameter) @lambda
(lambda_expression parameters: (inferred_parameters (_) @lambda.parameter)) @lambda
(lambda_expression parameters: (formal_parameters (_) @lambda.parameter)) @lambda
(switch_expression (switch_block (switch_rule (expression_statement (_) @choice.option)))) @choice
(switch_expression condition: (_) @choice.test (switch_block (switch_rule (expression_statement)))) @choice

; Assignments

(variable_declarator name: (_) @declare.name !value) @declare
(variable_declarator name: (_) @assign.target value: (_) @assign.value) @assign
(field_declaration
  (modifiers (annotation name: (identifier) @_value) @assign.value)
  declarator: (variable_declarator name: (_) @assign.target !value)
  (#any-of? @_value "Value" "ConfigProperty" "Property" "Option" "Parameters")) @assign
(assignment_expression left: (_) @assign.target @assign.existing operator: _ @assign.operator right: (_) @assign.value) @assign

; Functions and classes

(method_declaration name: (_) @function.name) @function
(method_declaration parameters: (formal_parameters (_) @function.parameter)) @function
(method_declaration body: (_) @function.body) @function
(method_declaration (modifiers [(annotation) (marker_annotation)] @function.decorator)) @function
(marker_annotation name: (_) @group.value) @group
(constructor_declaration name: (_) @function.name @function.constructor) @function
(constructor_declaration parameters: (formal_parameters (_) @function.parameter)) @function
(constructor_declaration body: (_) @function.body) @function
(formal_parameter type: (_) @parameter.type name: (_) @parameter.name) @parameter
((formal_parameter (modifiers (annotation name: (identifier) @_value) @parameter.default)) @parameter
  (#any-of? @_value "Value" "ConfigProperty" "Property" "Option" "Parameters"))
((formal_parameter (modifiers (annotation name: (identifier) @_value) @parameter.decorator)) @parameter
  (#any-of? @_value "Query" "QueryParam" "RequestParam" "QueryValue"))
((spread_parameter (variable_declarator name: (_) @parameter.name)) @parameter (#set! of "list"))
(receiver_parameter) @skip

(class_declaration name: (_) @class.name body: (_) @class.body) @class
(class_declaration superclass: (superclass (_) @class.base)) @class
(class_declaration interfaces: (super_interfaces (type_list (_) @class.base))) @class
(interface_declaration name: (_) @class.name body: (_) @class.body) @class
(enum_declaration name: (_) @class.name body: (_) @class.body) @class
(class_declaration (modifiers (annotation) @class.decorator)) @class
(record_declaration (modifiers (annotation) @class.decorator)) @class
(record_declaration name: (_) @class.name body: (_) @class.body) @class
(record_declaration parameters: (formal_parameters (_) @class.parameter)) @class
(annotation_type_declaration) @skip
(enum_constant name: (_) @assign.target arguments: (_) @assign.value) @assign
(enum_constant arguments: (argument_list (_) @seq.item) @seq)

; Statements

(return_statement) @return
(return_statement (_) @return.value) @return
(yield_statement (_) @return.value) @return
(throw_statement (_) @throw.value) @throw
(assert_statement . (_) @assert.test) @assert
(if_statement condition: (_) @if.test consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if
(switch_expression condition: (_) @switch.head body: (switch_block (switch_block_statement_group) @switch.branch @switch.falls)) @switch
(expression_statement (switch_expression condition: (_) @switch.head body: (switch_block (switch_rule) @switch.branch)) @switch)
(block (switch_expression condition: (_) @switch.head body: (switch_block (switch_rule) @switch.branch)) @switch)
(switch_block_statement_group (switch_label) @_label) @if
(switch_block_statement_group (switch_label (_) @if.test)) @if
(switch_block_statement_group (switch_label) (_) @if.then) @if
(switch_rule (switch_label (_) @if.test)) @if
(switch_rule (switch_label) (_) @if.then) @if
(switch_label) @skip
(while_statement condition: (_) @loop.head body: (_) @loop.body) @loop
(do_statement body: (_) @loop.body condition: (_) @loop.head) @loop
(for_statement body: (_) @loop.body) @loop
(for_statement condition: (_) @loop.head) @loop
(for_statement init: (_) @loop.before) @loop
(enhanced_for_statement name: (_) @loop.target value: (_) @loop.head body: (_) @loop.body) @loop
(try_statement body: (_) @try.body) @try
(try_statement (catch_clause) @try.handler) @try
(try_statement (finally_clause (_) @try.final)) @try
(try_with_resources_statement resources: (_) @try.body) @try
(try_with_resources_statement body: (_) @try.body) @try
(try_with_resources_statement (catch_clause) @try.handler) @try
(try_with_resources_statement (finally_clause (_) @try.final)) @try
(resource name: (_) @assign.target value: (_) @assign.value) @assign
(catch_clause (catch_formal_parameter name: (_) @handler.name) body: (_) @handler.body) @handler
(catch_clause (catch_formal_parameter (catch_type (_) @handler.type))) @handler

(package_declaration) @skip
(import_declaration) @skip
(type_arguments) @skip
(type_parameters) @skip
(throws) @skip
(dimensions) @skip
(modifiers) @skip
(array_type) @skip
(integral_type) @skip
(boolean_type) @skip
(void_type) @skip
(break_statement) @jump
(continue_statement) @jump @jump.continue
(labeled_statement . (identifier) @skip)
