; PHP. README.md says what the captures mean.

(comment) @comment
(attribute_list) @skip
[(class_interface_clause) (visibility_modifier) (named_label_statement) (goto_statement)] @skip
(declare_statement (declare_directive) @skip)

; Expressions

(name) @identifier
(variable_name) @identifier
(dynamic_variable_name (name) @group.value) @group
((relative_scope) @identifier (#set! own "true"))
(qualified_name) @module @module.name
[(integer) (float) (boolean) (null)] @const

((string) @string (#set! escapes "few"))
((string (_) @string.content) @string (#set! escapes "few"))
(encapsed_string) @template
(encapsed_string (_) @template.part) @template
(heredoc value: (heredoc_body (_) @template.part)) @template
((shell_command_expression . "`" @identifier @call.function) @call (#set! name "shell_exec"))
(encapsed_string (string_content) @fragment)
(encapsed_string (escape_sequence) @escape)
(heredoc_body (string_content) @fragment)
(heredoc_body (escape_sequence) @escape)
((nowdoc value: (nowdoc_body (nowdoc_string) @string.content)) @string (#set! escapes "none"))

(member_access_expression object: (_) @attribute.owner name: (_) @attribute.name) @attribute
(nullsafe_member_access_expression object: (_) @attribute.owner name: (_) @attribute.name) @attribute
(scoped_property_access_expression scope: (_) @attribute.owner name: (_) @attribute.name) @attribute
(class_constant_access_expression . (_) @attribute.owner . (_) @attribute.name) @attribute
(subscript_expression . (_) @index.owner) @index
(subscript_expression . (_) @index.owner . (_) @index.key) @index

(function_call_expression function: (_) @call.function) @call
(function_call_expression arguments: (arguments (_) @call.argument)) @call
((function_call_expression function: (name) @identifier) (#set! called "true"))
(object_creation_expression . [(name) (qualified_name) (variable_name) (parenthesized_expression) (relative_scope)] @call.function) @call
(object_creation_expression (arguments (_) @call.argument)) @call
(object_creation_expression . (anonymous_class) @group.value) @group
((object_creation_expression . [(name) (relative_scope)] @_own @call.own) @call (#any-of? @_own "self" "static"))
(member_call_expression object: (_) @call.function name: (_) @call.method) @call
(member_call_expression arguments: (arguments (_) @call.argument)) @call
(nullsafe_member_call_expression object: (_) @call.function name: (_) @call.method) @call
(nullsafe_member_call_expression arguments: (arguments (_) @call.argument)) @call
(scoped_call_expression scope: (_) @call.function name: (_) @call.method) @call
(scoped_call_expression arguments: (arguments (_) @call.argument)) @call
((scoped_call_expression scope: (relative_scope) @_base name: (name) @_made @call.base) @call
  (#eq? @_base "parent") (#eq? @_made "__construct"))
(argument !name (_) @argument.value) @argument
(argument name: (_) @argument.name . (_) @argument.value) @argument
(argument (variadic_unpacking (_) @spread.value)) @spread
(echo_statement "echo" @identifier @call.function (_) @call.argument) @call
(print_intrinsic "print" @identifier @call.function (_) @call.argument) @call
(exit_statement . _ @identifier @call.function) @call
(exit_statement (_) @call.argument) @call

(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
((binary_expression left: (_) @operation.operand operator: "+" right: (_) @operation.operand) @operation (#set! operator "merge"))
(binary_expression left: (_) @concat.part operator: "." right: (_) @concat.part) @concat
(binary_expression left: (_) @choice.option operator: "??" right: (_) @choice.option) @choice
(conditional_expression condition: (_) @choice.option !body alternative: (_) @choice.option) @choice
(conditional_expression condition: (_) @choice.test body: (_) @choice.option alternative: (_) @choice.option) @choice
(match_expression
  condition: (_) @choice.test
  body: (match_block (_ return_expression: (_) @choice.option))) @choice
(unary_op_expression operator: _ @operation.operator argument: (_) @operation.operand) @operation
(sequence_expression (_) @concat.part) @concat
(parenthesized_expression (_) @group.value) @group
(cast_expression value: (_) @group.value) @group
(error_suppression_expression (_) @group.value) @group
(clone_expression (_) @group.value) @group
(by_ref (_) @group.value) @group

; Arrays, also on the left of an assignment

(array_creation_expression) @array
(array_creation_expression (array_element_initializer) @array.item) @array
(array_element_initializer . (_) @group.value .) @group
(array_element_initializer . (_) @entry.key . (_) @entry.value .) @entry
((array_element_initializer (variadic_unpacking (_) @spread.value)) @spread (#set! of "map"))
(list_literal (_) @seq.item) @seq
(list_literal [(string) (encapsed_string)] @entry @entry.name @map.entry . (_) @entry.value) @map

; Assignments

(assignment_expression left: (_) @assign.target right: (_) @assign.value) @assign
(reference_assignment_expression left: (_) @assign.target right: (_) @assign.value) @assign
(augmented_assignment_expression left: (_) @assign.target operator: _ @assign.operator right: (_) @assign.value) @assign
(const_element . (_) @assign.target . (_) @assign.value) @assign
(property_element name: (_) @declare.name !default_value) @declare
(property_element name: (_) @assign.target default_value: (_) @assign.value) @assign
(static_variable_declaration name: (_) @assign.target value: (_) @assign.value) @assign
(enum_case name: (_) @assign.target value: (_) @assign.value) @assign
((function_call_expression
  function: (name) @_define
  arguments: (arguments
    . (argument [(string (string_content) @identifier @assign.target) (encapsed_string (string_content) @identifier @assign.target)])
    . (argument (_) @assign.value))) @assign
  (#eq? @_define "define"))

; Functions and classes

(function_definition name: (_) @function.name body: (_) @function.body) @function
(function_definition parameters: (formal_parameters (_) @function.parameter)) @function
(method_declaration name: (_) @function.name) @function
(method_declaration body: (_) @function.body) @function
(method_declaration parameters: (formal_parameters (_) @function.parameter)) @function
(anonymous_function body: (_) @lambda.body) @lambda
(anonymous_function parameters: (formal_parameters (_) @lambda.parameter)) @lambda
(arrow_function body: (_) @lambda.body) @lambda
(arrow_function parameters: (formal_parameters (_) @lambda.parameter)) @lambda
(simple_parameter name: (_) @parameter.name) @parameter
(simple_parameter default_value: (_) @parameter.default) @parameter
(simple_parameter type: (_) @parameter.type) @parameter
(property_promotion_parameter name: (_) @parameter.name @parameter.field) @parameter
(property_promotion_parameter default_value: (_) @parameter.default) @parameter
(property_promotion_parameter type: (_) @parameter.type) @parameter
(variadic_parameter name: (_) @spread.value) @spread

(class_declaration name: (_) @class.name body: (_) @class.body) @class
(class_declaration (base_clause (_) @class.base)) @class
(class_declaration body: (declaration_list (use_declaration (_) @class.base))) @class
(interface_declaration name: (_) @class.name body: (_) @class.body) @class
(trait_declaration name: (_) @class.name body: (_) @class.body) @class
(enum_declaration name: (_) @class.name body: (_) @class.body) @class
(anonymous_class body: (_) @class.body) @class
(anonymous_class (base_clause (_) @class.base)) @class
(use_declaration) @skip

; Statements

(return_statement) @return
(return_statement (_) @return.value) @return
(yield_expression (_) @return.value) @return
(throw_expression (_) @throw.value) @throw
(if_statement condition: (_) @if.test body: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if
(else_if_clause condition: (_) @if.test body: (_) @if.then) @if
(switch_statement condition: (_) @switch.head) @switch
(switch_statement body: (switch_block (_) @switch.branch @switch.falls)) @switch
(case_statement value: (_) @if.test) @if
(case_statement value: (_) (_) @if.then) @if
(default_statement (_) @if.then) @if
(break_statement) @jump
(continue_statement) @jump @jump.continue
(foreach_statement . (_) @loop.head . (_) @loop.target body: (_) @loop.body) @loop
(foreach_statement . (_) @loop.head . (pair (_) . (_) @loop.target) body: (_) @loop.body) @loop
(for_statement initialize: (_) @loop.before) @loop
(for_statement condition: (_) @loop.head body: (_) @loop.body) @loop
(while_statement condition: (_) @loop.head body: (_) @loop.body) @loop
(do_statement body: (_) @loop.body condition: (_) @loop.head) @loop
(try_statement body: (_) @try.body) @try
(try_statement (catch_clause) @try.handler) @try
(try_statement (finally_clause body: (_) @try.final)) @try
(catch_clause body: (_) @handler.body) @handler
(catch_clause name: (_) @handler.name) @handler
(catch_clause type: (type_list (_) @handler.type)) @handler
(type_list (named_type (_) @group.value) @group)
(type_list (named_type (qualified_name (name) @identifier) @group) )

(namespace_definition name: (_) @package.name !body) @package
((namespace_use_clause . (_) @import.module) @import (#set! alias "last"))
(namespace_use_clause . (_) @import.module alias: (_) @import.whole) @import
(namespace_use_declaration (namespace_name) @import.module body: (namespace_use_group (namespace_use_clause) @import.binding)) @import
(namespace_use_group (namespace_use_clause . (_) @binding.name) @binding)
(namespace_use_group (namespace_use_clause . (_) alias: (_) @binding.alias) @binding)

; Files that are taken in, for what they declare or give back

(require_expression (string (string_content) @module.name)) @module
(require_expression (binary_expression right: (string (string_content) @module.name))) @module
(require_expression (parenthesized_expression (string (string_content) @module.name))) @module
(require_expression (parenthesized_expression (binary_expression right: (string (string_content) @module.name)))) @module
(require_once_expression (string (string_content) @module.name)) @module
(require_once_expression (binary_expression right: (string (string_content) @module.name))) @module
(require_once_expression (parenthesized_expression (string (string_content) @module.name))) @module
(require_once_expression (parenthesized_expression (binary_expression right: (string (string_content) @module.name)))) @module
(include_expression (string (string_content) @module.name)) @module
(include_expression (binary_expression right: (string (string_content) @module.name))) @module
(include_expression (parenthesized_expression (string (string_content) @module.name))) @module
(include_expression (parenthesized_expression (binary_expression right: (string (string_content) @module.name)))) @module
(include_once_expression (string (string_content) @module.name)) @module
(include_once_expression (binary_expression right: (string (string_content) @module.name))) @module
(include_once_expression (parenthesized_expression (string (string_content) @module.name))) @module
(include_once_expression (parenthesized_expression (binary_expression right: (string (string_content) @module.name)))) @module
