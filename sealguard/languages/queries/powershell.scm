; PowerShell. README.md says what the captures mean.
;
; The grammar spells every level of precedence as a node of its own: those that hold one thing alone have its value.

(comment) @comment

(pipeline . (_) @group.value .) @group
(pipeline_chain . (_) @group.value .) @group
(logical_expression . (_) @group.value .) @group
(bitwise_expression . (_) @group.value .) @group
(comparison_expression . (_) @group.value .) @group
(additive_expression . (_) @group.value .) @group
(multiplicative_expression . (_) @group.value .) @group
(format_expression . (_) @group.value .) @group
(range_expression . (_) @group.value .) @group
(array_literal_expression . (_) @group.value .) @group
(unary_expression . (_) @group.value .) @group
(expression_with_unary_operator . (_) @group.value .) @group
(argument_expression . (_) @group.value .) @group
(logical_argument_expression . (_) @group.value .) @group
(bitwise_argument_expression . (_) @group.value .) @group
(comparison_argument_expression . (_) @group.value .) @group
(additive_argument_expression . (_) @group.value .) @group
(multiplicative_argument_expression . (_) @group.value .) @group
(format_argument_expression . (_) @group.value .) @group
(range_argument_expression . (_) @group.value .) @group
(string_literal . (_) @group.value .) @group
(integer_literal . (_) @group.value .) @group
(parenthesized_expression (_) @group.value) @group
(sub_expression (statement_list . (_) @group.value .)) @group
(type_literal (_) @group.value) @group
(left_assignment_expression (_) @group.value) @group
(key_expression (_) @group.value) @group
(while_condition (_) @group.value) @group
(for_condition (_) @group.value) @group
(for_initializer (_) @group.value) @group
(script_parameter_default (_) @group.value) @group
(command_name_expr (_) @group.value) @group
(member_name (_) @group.value) @group
(cast_expression (unary_expression) @group.value) @group

; Expressions

((variable) @identifier (#set! drive "global script local private using"))
((braced_variable) @identifier (#set! drive "global script local private using"))
(variable (braced_variable) @group.value) @group
((variable) @const (#match? @const "^[$]([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Uu][Ll][Ll])$"))
(type_spec) @identifier
(command_name) @identifier
(simple_name) @identifier
(decimal_integer_literal) @const
(hexadecimal_integer_literal) @const
(real_literal) @const

((generic_token) @string (#set! escapes "none"))
((verbatim_string_characters) @string (#set! escapes "double"))
((verbatim_here_string_characters) @string (#set! escapes "none"))
((verbatim_here_string_characters) @string (#set! quote "3"))
((expandable_string_literal) @template (#set! escapes "backtick"))
((expandable_string_literal) @template (#set! quote "1"))
(expandable_string_literal (variable) @template.part) @template
(expandable_string_literal (sub_expression) @template.part) @template
((expandable_here_string_literal) @template (#set! escapes "backtick"))
((expandable_here_string_literal) @template (#set! quote "3"))
(expandable_here_string_literal (variable) @template.part) @template
(expandable_here_string_literal (sub_expression) @template.part) @template

(member_access . (_) @attribute.owner (member_name (_) @attribute.name)) @attribute
(element_access . (_) @index.owner (_) @index.key .) @index
(array_literal_expression (_) @seq.item . (_) @seq.item) @seq
(array_expression) @seq
(array_expression (statement_list (_) @seq.item)) @seq
(hash_literal_expression) @map
(hash_literal_expression (hash_literal_body (hash_entry) @map.entry)) @map
(hash_entry (key_expression (_) @entry.key) (_) @entry.value) @entry
(hash_entry (key_expression (simple_name) @entry.name)) @entry

(additive_expression . (_) @concat.part (_) @concat.part .) @concat
(additive_argument_expression . (_) @concat.part (_) @concat.part .) @concat
(additive_expression . (_) @operation.operand "-" @operation.operator (_) @operation.operand .) @operation
(multiplicative_expression . (_) @operation.operand _ @operation.operator (_) @operation.operand .) @operation
(logical_expression . (_) @choice.option (_) @choice.option .) @choice
(logical_argument_expression . (_) @choice.option (_) @choice.option .) @choice
(logical_expression . (_) @operation.operand "-and" @operation.operator (_) @operation.operand .) @operation
(expression_with_unary_operator _ @operation.operator (unary_expression) @operation.operand) @operation
(comparison_expression . (_) @operation.operand (comparison_operator) @operation.operator (_) @operation.operand .) @operation
(comparison_argument_expression . (_) @operation.operand (comparison_operator) @operation.operator (_) @operation.operand .) @operation
((comparison_expression . (_) @call.function (comparison_operator) @call.method
    (additive_expression (multiplicative_expression (format_expression (range_expression (array_literal_expression (_) @call.argument))))) .) @call
  (#match? @call.method "^-([ci]?[Rr][Ee][Pp][Ll][Aa][Cc][Ee]|[Jj][Oo][Ii][Nn]|[ci]?[Ss][Pp][Ll][Ii][Tt])$"))
(format_expression . (_) @format.template (format_operator) (range_expression (array_literal_expression (_) @format.argument)) .) @format
((format_expression . (_) (format_operator) (_) .) @format (#set! style "brace"))
((cast_expression (type_literal (type_spec) @call.function) (unary_expression) @call.argument) @call
  (#match? @call.function "^[Cc][Hh][Aa][Rr]"))

(invokation_expression . (_) @call.function (member_name (_) @call.method)) @call
((invokation_expression . (type_literal) (member_name (_) @call.made)) @call (#match? @call.made "^[Nn][Ee][Ww]$"))
(invokation_expression (argument_list (argument_expression_list (_) @call.argument))) @call

; Commands, whose arguments are named by what is before them

(command_parameter) @flag
(command_argument_sep) @skip
((command command_name: (_) @call.function) @call (#not-match? @call.function "^[Nn][Ee][Ww]-[Oo]bject$"))
((command command_name: (_) @_new command_elements: (command_elements . (command_argument_sep) . (generic_token) @call.function @identifier))
  @call (#match? @_new "^[Nn][Ee][Ww]-[Oo]bject$"))
((command
  command_name: (_) @_new
  command_elements: (command_elements . (command_argument_sep) . (command_parameter) . (command_argument_sep) . (generic_token)
    @call.function @identifier)) @call
  (#match? @_new "^[Nn][Ee][Ww]-[Oo]bject$"))
(command command_elements: (command_elements (_) @call.argument)) @call
(command (command_invokation_operator) @skip)
((unary_expression (variable) @spread.value) @spread (#match? @spread.value "^@"))
((array_literal_expression (unary_expression (variable) @spread.value @spread.map)) @spread (#match? @spread.value "^@"))
((pipeline_chain . (_) @pipe.part (command) @pipe.part) @pipe (#set! name "InputObject"))
(script_block_expression (script_block) @lambda.body) @lambda
(script_block_expression (param_block (parameter_list (script_parameter) @lambda.parameter))) @lambda
(script_block_expression (script_block (param_block (parameter_list (script_parameter) @lambda.parameter)))) @lambda

; Statements

(assignment_expression
  (left_assignment_expression (_) @assign.target)
  (assignement_operator) @assign.operator
  value: (_) @assign.value) @assign
(if_statement condition: (_) @if.test (statement_block) @if.then) @if
(if_statement elseif_clauses: (elseif_clauses . (elseif_clause) @if.else)) @if
(elseif_clause condition: (_) @if.test (statement_block) @if.then) @if
(if_statement else_clause: (else_clause (statement_block) @if.else)) @if
(switch_clause (statement_block) @if.then) @if
(foreach_statement . (variable) @loop.target (_) @loop.head (statement_block) @loop.body) @loop
(while_statement condition: (_) @loop.head (statement_block) @loop.body) @loop
(for_statement for_initializer: (_) @loop.before) @loop
(for_statement for_condition: (_) @loop.head (statement_block) @loop.body) @loop
(try_statement . (statement_block) @try.body) @try
(try_statement (catch_clauses (catch_clause) @try.handler)) @try
(try_statement (finally_clause (statement_block) @try.final)) @try
(catch_clause (statement_block) @handler.body) @handler
(flow_control_statement "return") @return
(flow_control_statement "return" (_) @return.value) @return
(flow_control_statement "throw" (_) @throw.value) @throw

; Functions and classes

(attribute_list) @skip
(class_attribute) @skip
(class_method_definition . (type_literal) @skip)
(function_statement (function_name) @function.name (script_block) @function.body) @function
(function_statement (function_parameter_declaration (parameter_list (script_parameter) @function.parameter))) @function
(function_statement (script_block (param_block (parameter_list (script_parameter) @function.parameter)))) @function
(script_block (param_block) @skip)
(script_block_expression (param_block) @skip)
(script_parameter (variable) @parameter.name) @parameter
(script_parameter (script_parameter_default (_) @parameter.default)) @parameter
(program (param_block (parameter_list (script_parameter (variable) @declare.name) @declare)))
(program (param_block (parameter_list
  (script_parameter (variable) @assign.target (script_parameter_default (_) @assign.value)) @assign)))
(class_statement . (simple_name) @class.name) @class
(class_statement (class_property_definition) @class.body) @class
(class_statement (class_method_definition) @class.body) @class
(class_statement . (simple_name) . (simple_name) @class.base) @class
(class_property_definition (variable) @declare.name .) @declare
(class_property_definition (variable) @assign.target . (_) @assign.value) @assign
(class_method_definition (simple_name) @function.name (script_block) @function.body) @function
(class_method_definition (class_method_parameter_list (class_method_parameter) @function.parameter)) @function
(class_method_parameter (variable) @parameter.name) @parameter
((class_statement . (simple_name) @_class
  (class_method_definition . (simple_name) @_name @function.constructor) @function) (#eq? @_class @_name))
(enum_statement (simple_name) @class.name) @class
