; Swift. README.md says what the captures mean.

(comment) @comment
(multiline_comment) @comment

; Expressions

(simple_identifier) @identifier
(self_expression) @identifier
(super_expression) @identifier
(user_type) @identifier
(type_identifier) @identifier
(integer_literal) @const
(real_literal) @const
(boolean_literal) @const
((nil_literal) @const (#set! value "null"))

(line_string_literal) @template
(line_string_literal (line_str_text) @fragment @template.part)
(line_string_literal (str_escaped_char) @escape @template.part)
(line_string_literal (interpolated_expression) @template.part) @template
((multi_line_string_literal) @template (#set! block "true"))
(multi_line_string_literal (multi_line_str_text) @fragment @template.part)
(multi_line_string_literal (str_escaped_char) @escape @template.part)
(multi_line_string_literal (interpolated_expression) @template.part) @template
(line_string_literal (_) @template.part) @template
(multi_line_string_literal (_) @template.part) @template
((raw_string_literal) @string (#set! escapes "none"))
((raw_string_literal) @string (#set! quote "2"))
(interpolated_expression value: (_) @group.value) @group

(navigation_expression target: (_) @attribute.owner suffix: (navigation_suffix suffix: (_) @attribute.name)) @attribute
(prefix_expression "." target: (_) @group.value) @group
(prefix_expression operation: (bang) @operation.operator target: (_) @operation.operand) @operation
(postfix_expression target: (_) @group.value) @group
(try_expression expr: (_) @group.value) @group
(await_expression expr: (_) @group.value) @group
(tuple_expression value: (_) @group.value) @group
(as_expression expr: (_) @group.value) @group

(call_expression . (_) @call.function) @call
(call_expression (call_suffix (value_arguments (value_argument) @call.argument))) @call
(call_expression (call_suffix (lambda_literal) @call.argument)) @call
(call_expression . (_) @index.owner (call_suffix (value_arguments "[" (value_argument value: (_) @index.key)))) @index
(value_argument value: (_) @argument.value) @argument
(value_argument name: (value_argument_label (_) @argument.name)) @argument
(dictionary_literal) @map
(dictionary_literal key: (_) @map.key value: (_) @map.value) @map
(array_literal) @seq
(array_literal element: (_) @seq.item) @seq

(additive_expression lhs: (_) @concat.part rhs: (_) @concat.part) @concat
(nil_coalescing_expression value: (_) @choice.option) @choice
(nil_coalescing_expression if_nil: (_) @choice.option) @choice
(ternary_expression condition: (_) @choice.test if_true: (_) @choice.option if_false: (_) @choice.option) @choice
(equality_expression lhs: (_) @operation.operand op: _ @operation.operator rhs: (_) @operation.operand) @operation
(lambda_literal) @lambda
(lambda_literal (statements) @lambda.body) @lambda
(lambda_literal type: (lambda_function_type (lambda_function_type_parameters (lambda_parameter name: (_) @lambda.parameter)))) @lambda
(type_annotation) @skip
(modifiers) @skip
(value_binding_pattern) @skip
(directive) @skip
(throws) @skip

; Statements

(pattern . (simple_identifier) @group.value .) @group
(pattern "(" . (pattern) @seq.item) @seq
(property_declaration name: (_) @declare.name) @declare
(property_declaration name: (_) @assign.target value: (_) @assign.value) @assign
(property_declaration name: (_) @function.name computed_value: (computed_property (statements) @function.body @function.property)) @function
(property_declaration name: (_) @function.name computed_value: (computed_property (computed_getter (statements) @function.body @function.property))) @function
(assignment target: (directly_assignable_expression (_) @assign.target @assign.existing) result: (_) @assign.value) @assign
(assignment operator: "+=" @assign.operator) @assign
(control_transfer_statement "return") @return
(control_transfer_statement "return" result: (_) @return.value) @return
(control_transfer_statement (throw_keyword) . (_) @throw.value) @throw
(if_statement condition: (_) @if.test) @if
(if_statement (statements) @if.then) @if
(if_statement (else) . (_) @if.else) @if
(if_statement bound_identifier: (_) @if.target . (_) @if.held) @if
(guard_statement) @if
(guard_statement bound_identifier: (_) @if.target . (_) @if.held) @if
(guard_statement condition: (_) @if.test (statements) @if.then) @if
(switch_entry (statements) @if.then) @if
(for_statement item: (_) @loop.target collection: (_) @loop.head (statements) @loop.body) @loop
(while_statement condition: (_) @loop.head (statements) @loop.body) @loop
(do_statement (statements) @try.body) @try
(do_statement (catch_block) @try.handler) @try
(catch_block (statements) @handler.body) @handler

; Functions and types

(function_declaration name: (simple_identifier) @function.name) @function
(function_declaration (parameter) @function.parameter) @function
(function_declaration body: (_) @function.body) @function
(function_declaration (parameter) @parameter . default_value: (_) @parameter.default)
(init_declaration "init" @function.constructor) @function
(init_declaration (parameter) @function.parameter) @function
(init_declaration body: (_) @function.body) @function
(init_declaration (parameter) @parameter . default_value: (_) @parameter.default)
(parameter name: (simple_identifier) @parameter.name) @parameter
(class_declaration name: (_) @class.name) @class
(class_declaration body: (_) @class.body) @class
(class_declaration "extension" @class.more) @class
(class_declaration (inheritance_specifier inherits_from: (_) @class.base)) @class
(enum_entry name: (_) @assign.target raw_value: (_) @assign.value) @assign
(protocol_declaration) @skip
(typealias_declaration) @skip
