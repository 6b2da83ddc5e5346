; Kotlin. README.md says what the captures mean. Imports are left out: a class goes by its own name.

(line_comment) @comment
(block_comment) @comment

; Expressions

(identifier) @identifier
(this_expression) @identifier
((super_expression) @identifier (#set! name "this"))
(user_type . (identifier) @group.value) @group
(number_literal) @const
((identifier) @const (#any-of? @const "true" "false" "null"))

((string_literal) @template (#set! bare "1"))
((string_literal (string_content) @fragment @template.part) @template (#set! bare "1"))
((string_literal (escape_sequence) @escape @template.part) @template (#set! bare "1"))
((string_literal (interpolation (_) @template.part)) @template (#set! bare "1"))
(multiline_string_literal) @template
(multiline_string_literal (string_content) @fragment @template.part) @template
(multiline_string_literal (interpolation (_) @template.part)) @template
(character_literal) @string

(navigation_expression . (_) @attribute.owner (identifier) @attribute.name .) @attribute
(index_expression . (_) @index.owner . (_) @index.key) @index
(callable_reference (_) @attribute.owner (identifier) @attribute.name .) @attribute

(call_expression . (_) @call.function) @call
(call_expression (value_arguments (value_argument) @call.argument)) @call
(call_expression (annotated_lambda (lambda_literal) @call.argument)) @call
; `f(x) { ... }` is one call, whose last argument is the block
(call_expression . (call_expression . (_) @call.function) (annotated_lambda)) @call
(call_expression . (call_expression (value_arguments (value_argument) @call.argument)) (annotated_lambda)) @call
(value_argument (_) @argument.value .) @argument
(value_argument (identifier) @argument.name . "=" . (_) @argument.value) @argument
(constructor_invocation . (user_type (identifier) @call.function)) @call
(constructor_invocation (value_arguments (value_argument) @call.argument)) @call
(object_literal (delegation_specifiers (delegation_specifier (user_type (identifier) @call.function)))) @call
(object_literal (delegation_specifiers (delegation_specifier (constructor_invocation (user_type (identifier) @call.function))))) @call
(object_literal (class_body) @lambda @call.argument) @call
(object_literal (class_body (_) @lambda.body) @lambda)

(infix_expression (_) @operation.operand) @operation
(infix_expression . (_) @seq.item . (identifier) @_to . (_) @seq.item (#eq? @_to "to")) @seq
(in_expression left: (_) @operation.operand ["in" "!in"] @operation.operator right: (_) @operation.operand) @operation
(is_expression left: (_) @operation.operand ["is" "!is"] @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part operator: "+" right: (_) @concat.part) @concat
(binary_expression left: (_) @choice.option operator: "?:" right: (_) @choice.option) @choice
; `arrayOf<T>(x)` and `f<T> { ... }` are read as comparisons
(binary_expression left: (binary_expression left: (identifier) @call.function operator: "<") operator: ">"
  right: (parenthesized_expression (_) @call.argument)) @call
(binary_expression left: (binary_expression left: (identifier) @call.function operator: "<") operator: ">"
  right: (lambda_literal) @call.argument) @call
(unary_expression operator: _ @operation.operator argument: (_) @operation.operand) @operation
(unary_expression argument: (_) @group.value operator: "!!") @group
(as_expression left: (_) @group.value) @group
(parenthesized_expression (_) @group.value) @group
((lambda_literal) @lambda (#set! implicit "it"))
((lambda_literal (lambda_parameters (_) @lambda.parameter)) @lambda (#set! implicit "it"))
((lambda_literal [
  (identifier) (string_literal) (multiline_string_literal) (call_expression) (navigation_expression) (assignment) (property_declaration)
  (if_expression) (when_expression) (binary_expression) (return_expression) (throw_expression) (try_expression) (for_statement)
  (number_literal) (as_expression) (index_expression) (infix_expression) (unary_expression) (parenthesized_expression)
] @lambda.body) @lambda (#set! implicit "it"))
(anonymous_function (function_value_parameters (parameter) @lambda.parameter)) @lambda
(anonymous_function (function_body) @lambda.body) @lambda
(collection_literal (_) @seq.item) @seq

; Assignments

(property_declaration (variable_declaration . (identifier) @declare.name) .) @declare
(property_declaration (variable_declaration . (identifier) @assign.target) "=" . _ @assign.value) @assign
((property_declaration
  (modifiers (annotation (constructor_invocation (user_type (identifier) @_value)) @assign.value))
  (variable_declaration . (identifier) @assign.target) .) @assign
  (#any-of? @_value "Value" "ConfigProperty" "Property" "Option" "Parameters"))
(property_declaration (multi_variable_declaration) @assign.target "=" . (_) @assign.value) @assign
(property_declaration (variable_declaration . (identifier) @assign.target) (property_delegate (_) @assign.value)) @assign
(property_declaration (variable_declaration . (identifier) @function.name)
  (getter (function_body) @function.body) @function.property) @function
(variable_declaration . (identifier) @group.value) @group
(multi_variable_declaration (variable_declaration . (identifier) @seq.item)) @seq
(assignment left: (_) @assign.target @assign.existing operator: _ @assign.operator right: _ @assign.value) @assign

; Functions and classes

(function_declaration name: (_) @function.name) @function
(function_declaration (function_value_parameters (parameter) @function.parameter)) @function
(function_declaration (function_body) @function.body) @function
(function_declaration (modifiers (annotation (user_type (identifier) @function.decorator)))) @function
(function_declaration (modifiers (annotation (constructor_invocation) @function.decorator))) @function
(function_body "=" . (_) @group.value) @group
(secondary_constructor (function_value_parameters (parameter) @function.parameter)) @function
(secondary_constructor (block) @function.body @function.constructor) @function
(parameter . (identifier) @parameter.name) @parameter
(parameter (user_type) @parameter.type) @parameter
(function_value_parameters (parameter) @parameter . "=" . _ @parameter.default)
((function_value_parameters
  (parameter_modifiers (annotation (constructor_invocation (user_type (identifier) @_value)) @parameter.decorator)) . (parameter) @parameter)
  (#any-of? @_value "Query" "QueryParam" "RequestParam" "QueryValue"))
(class_parameter (identifier) @parameter.name) @parameter
(class_parameter (user_type) @parameter.type) @parameter
(class_parameter "=" . _ @parameter.default) @parameter
((class_parameter (modifiers (annotation (constructor_invocation (user_type (identifier) @_value)) @parameter.default))) @parameter
  (#any-of? @_value "Value" "ConfigProperty" "Property" "Option" "Parameters"))

(class_declaration name: (_) @class.name) @class
(class_declaration (modifiers (annotation (constructor_invocation) @class.decorator))) @class
(class_declaration (primary_constructor (class_parameters (class_parameter) @class.parameter))) @class
(class_declaration [(class_body) (enum_class_body)] @class.body) @class
(class_declaration (delegation_specifiers (delegation_specifier (user_type (identifier) @class.base)))) @class
(class_declaration (delegation_specifiers (delegation_specifier
  (constructor_invocation (user_type (identifier) @class.base)) @class.delegate))) @class
(object_declaration name: (_) @class.name) @class
(object_declaration (class_body) @class.body) @class
(enum_entry . (identifier) @assign.target (value_arguments) @assign.value) @assign
(enum_entry (value_arguments (value_argument (_) @seq.item .)) @seq)

; Statements

(return_expression) @return
(return_expression (_) @return.value) @return
(return_expression label: (_)) @return
(throw_expression (_) @throw.value) @throw
(if_expression condition: (_) @if.test . (_) @if.then) @if
(if_expression "else" . (_) @if.else .) @if
(when_expression (when_entry) @switch.branch) @switch
(when_expression (when_subject (_) @switch.head .)) @switch
(when_entry condition: (_) @if.test) @if
(when_entry (_) @if.then .) @if
(property_declaration (when_expression (when_entry (_) @choice.option .)) @choice)
(assignment right: (when_expression (when_entry (_) @choice.option .)) @choice)
(return_expression (when_expression (when_entry (_) @choice.option .)) @choice)
(function_body (when_expression (when_entry (_) @choice.option .)) @choice)
(property_declaration (if_expression condition: (_) @choice.test . (_) @choice.option "else" . (_) @choice.option .) @choice)
(return_expression (if_expression condition: (_) @choice.test . (_) @choice.option "else" . (_) @choice.option .) @choice)
(function_body (if_expression condition: (_) @choice.test . (_) @choice.option "else" . (_) @choice.option .) @choice)
(value_argument (if_expression condition: (_) @choice.test . (_) @choice.option "else" . (_) @choice.option .) @choice)
(do_while_statement (block) @loop.body condition: (_) @loop.head) @loop
((identifier) @jump (#eq? @jump "break"))
((identifier) @jump @jump.continue (#eq? @jump.continue "continue"))
(while_statement condition: (_) @loop.head) @loop
(while_statement (block) @loop.body) @loop
(for_statement . (_) @loop.target . (_) @loop.head . (_) @loop.body) @loop
(try_expression (block) @try.body) @try
(try_expression (catch_block) @try.handler) @try
(try_expression (finally_block (block) @try.final)) @try
(catch_block . (identifier) @handler.name (block) @handler.body .) @handler
(catch_block (user_type (identifier) @handler.type .)) @handler

(package_header) @skip
(import) @skip
(modifiers) @skip
(type_arguments) @skip
(type_parameters) @skip
(function_type) @skip
(nullable_type) @skip
(file_annotation) @skip
