; Dart. README.md says what the captures mean.
;
; The grammar does not wrap `a.b(c)`: its parts stand side by side wherever an expression can stand, and what is behind the first is a suffix.

(comment) @comment
(documentation_comment) @comment

; Expressions

(identifier) @identifier
(identifier_dollar_escaped) @identifier
(type_identifier) @identifier
(this) @identifier
(decimal_integer_literal) @const
(hex_integer_literal) @const
(decimal_floating_point_literal) @const
((true) @const (#set! value "true"))
((false) @const (#set! value "false"))
((null_literal) @const (#set! value "null"))

(string_literal) @quoted
(string_literal (template_substitution) @quoted.part) @quoted
(template_substitution . (_) @group.value) @group

(selector) @suffix
(selector (unconditional_assignable_selector . (identifier) @suffix.name)) @suffix
(selector (conditional_assignable_selector (identifier) @suffix.name)) @suffix
(selector (unconditional_assignable_selector (index_selector . (_) @suffix.key))) @suffix
(selector (conditional_assignable_selector (index_selector . (_) @suffix.key))) @suffix
(selector (argument_part) @suffix.call) @suffix
(selector (argument_part (arguments (argument) @suffix.argument))) @suffix
(selector (argument_part (arguments (named_argument) @suffix.argument))) @suffix
(assignable_expression (unconditional_assignable_selector . (identifier) @suffix.name) @suffix)
(assignable_expression (conditional_assignable_selector (identifier) @suffix.name) @suffix)
(assignable_expression (unconditional_assignable_selector (index_selector . (_) @suffix.key)) @suffix)
(cascade_section) @suffix
(cascade_section (cascade_selector) @suffix.cascade) @suffix
(cascade_selector (identifier) @suffix.name) @suffix
(cascade_selector (index_selector . (_) @suffix.key)) @suffix
(cascade_section (unconditional_assignable_selector . (identifier) @suffix.name) @suffix)
(cascade_section (unconditional_assignable_selector (index_selector . (_) @suffix.key)) @suffix)
(cascade_section (argument_part) @suffix.call @suffix)
(cascade_section (argument_part (arguments (_) @suffix.argument)) @suffix)
(assignable_expression . (_) @group.value) @group
(argument . (_) @group.value) @group
(named_argument (label (identifier) @argument.name) . (_) @argument.value) @argument
(const_object_expression (type_identifier) @call.function . (arguments)) @call
(const_object_expression (type_identifier) @call.function . (identifier) @call.method) @call
(const_object_expression (arguments (_) @call.argument)) @call
(new_expression (type_identifier) @call.function) @call
(new_expression (type_identifier) @call.function . (identifier) @call.method) @call
(new_expression (arguments (_) @call.argument)) @call

(parenthesized_expression . (_) @group.value) @group
(unary_expression . (_) @group.value .) @group
(unary_expression (prefix_operator) @operation.operator (_) @operation.operand) @operation
(await_expression . (_) @group.value) @group
(type_cast_expression . (_) @group.value) @group
(throw_expression . (_) @throw.value) @throw
(additive_expression (_) @concat.part) @concat
(additive_operator) @skip
(equality_expression . (_) @operation.operand (equality_operator) @operation.operator . (_) @operation.operand) @operation
(if_null_expression first: (_) @choice.option) @choice
(if_null_expression second: (_) @choice.option) @choice
(conditional_expression . (_) @choice.test) @choice
(conditional_expression consequence: (_) @choice.option) @choice
(conditional_expression alternative: (_) @choice.option) @choice

(set_or_map_literal) @map
(set_or_map_literal (pair) @map.entry) @map
(set_or_map_literal (spread_element) @map.entry) @map
(set_or_map_literal (if_element (pair) @map.entry)) @map
(pair key: (_) @entry.key) @entry
(pair value: (_) @entry.value) @entry
(spread_element . (_) @spread.value) @spread
(list_literal) @seq
(list_literal (_) @seq.item) @seq
(const_builtin) @skip
(final_builtin) @skip
(inferred_type) @skip
(type_arguments) @skip
(function_expression parameters: (formal_parameter_list (formal_parameter) @lambda.parameter)) @lambda
(function_expression body: (function_expression_body . (_) @lambda.body)) @lambda

; Statements

(expression_statement . (_) @group.value) @group
(static_final_declaration . (identifier) @assign.target . (_) @assign.value) @assign
(initialized_identifier . (identifier) @declare.name .) @declare
(initialized_identifier . (identifier) @assign.target . (_) @assign.value) @assign
(initialized_variable_definition name: (_) @declare.name !value) @declare
(initialized_variable_definition name: (_) @assign.target value: (_) @assign.value) @assign
(assignment_expression left: (_) @assign.target @assign.existing right: (_) @assign.value) @assign
(assignment_expression "+=" @assign.operator) @assign
(return_statement) @return
(return_statement . (_) @return.value) @return
(if_statement . (_) @if.test consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if
(switch_statement_case (expression_statement) @if.then) @if
(switch_statement_default (expression_statement) @if.then) @if
(for_statement (for_loop_parts name: (_) @loop.target value: (_) @loop.head) body: (_) @loop.body) @loop
(for_statement body: (_) @loop.body) @loop
(while_statement body: (_) @loop.body) @loop
(try_statement body: (_) @try.body) @try
(try_statement (catch_clause) . (block) @try.handler) @try
(try_statement (finally_clause (block) @try.final)) @try
(catch_clause) @skip

; Functions and classes: a signature, and behind it the body

(function_body) @skip
(initializers) @skip
(program (function_signature name: (_) @function.name) @function . (function_body . (_) @function.body))
(program (getter_signature name: (_) @function.name @function.property) @function . (function_body . (_) @function.body))
(function_signature (formal_parameter_list (formal_parameter) @function.parameter)) @function
(function_signature (formal_parameter_list (optional_formal_parameters (formal_parameter) @function.parameter))) @function
(class_body (method_signature (function_signature name: (_) @function.name)) @function . (function_body . (_) @function.body))
(class_body (method_signature (getter_signature name: (_) @function.name @function.property)) @function . (function_body . (_) @function.body))
(class_body (method_signature (factory_constructor_signature . (identifier) . (identifier) @function.name)) @function . (function_body . (_) @function.body))
(method_signature (function_signature (formal_parameter_list (formal_parameter) @function.parameter))) @function
(method_signature (function_signature (formal_parameter_list (optional_formal_parameters (formal_parameter) @function.parameter)))) @function
(local_function_declaration (lambda_expression (function_signature name: (_) @function.name) (function_body . (_) @function.body))) @function
(local_function_declaration (lambda_expression (function_signature (formal_parameter_list (formal_parameter) @function.parameter)))) @function
(formal_parameter name: (_) @parameter.name) @parameter
(formal_parameter . (identifier) @parameter.name .) @parameter
((formal_parameter (constructor_param (this) . (identifier) @parameter.name @parameter.field)) @parameter)
(optional_formal_parameters (formal_parameter) @parameter . "=" . (_) @parameter.default)
(declaration (constructor_signature name: (_) @function.constructor) @function)
(class_body (method_signature (constructor_signature name: (_) @function.constructor)) @function . (function_body . (_) @function.body))
(method_signature (constructor_signature name: (_) @function.name)) @function
(method_signature (constructor_signature parameters: (formal_parameter_list (formal_parameter) @function.parameter))) @function
(method_signature (constructor_signature parameters: (formal_parameter_list (optional_formal_parameters (formal_parameter) @function.parameter)))) @function
(method_signature (constructor_signature) (initializers (initializer_list_entry) @function.body)) @function
(constructor_signature name: (_) @function.name) @function
(constructor_signature parameters: (formal_parameter_list (formal_parameter) @function.parameter)) @function
(constructor_signature parameters: (formal_parameter_list (optional_formal_parameters (formal_parameter) @function.parameter))) @function
(declaration (constructor_signature) @function (initializers (initializer_list_entry) @function.body))
(declaration (constant_constructor_signature . (const_builtin) . (identifier) @function.name @function.constructor) @function)
(constant_constructor_signature (formal_parameter_list (formal_parameter) @function.parameter)) @function
(constant_constructor_signature (formal_parameter_list (optional_formal_parameters (formal_parameter) @function.parameter))) @function
(field_initializer . (identifier) @assign.target @assign.existing . (_) @assign.value) @assign
(class_definition name: (_) @class.name body: (_) @class.body) @class
(class_definition superclass: (superclass (type_identifier) @class.base)) @class
(enum_declaration name: (_) @class.name) @class
(enum_body (enum_constant name: (_) @assign.target (argument_part (arguments . (argument) @assign.value))) @assign)
(enum_declaration body: (_) @class.body) @class
(mixin_declaration) @class
(extension_declaration name: (_) @class.name body: (_) @class.body) @class

(import_specification (configurable_uri (uri) @import.module) (identifier) @import.whole) @import
