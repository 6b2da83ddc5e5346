; C#. README.md says what the captures mean. Imports are left out: a class goes by its own name.

(comment) @comment

; Expressions

(identifier) @identifier
(predefined_type) @identifier
"this" @identifier
("base" @identifier (#set! name "this"))
(generic_name . (_) @group.value) @group
(qualified_name qualifier: (_) @attribute.owner name: (_) @attribute.name) @attribute
(nullable_type . (_) @group.value) @group
(integer_literal) @const
(real_literal) @const
(boolean_literal) @const
((null_literal) @const (#set! value "null"))

(string_literal) @string
(string_literal [(string_literal_content) (escape_sequence)] @string.content) @string
((verbatim_string_literal) @string (#set! escapes "double"))
((raw_string_literal (raw_string_content) @string.content) @string (#set! escapes "none"))
(character_literal) @string
(interpolated_string_expression) @template
(interpolated_string_expression (string_content) @fragment @template.part) @template
(interpolated_string_expression (escape_sequence) @escape @template.part) @template
(interpolated_string_expression (interpolation (interpolation_brace) . (_) @template.part)) @template

(member_access_expression expression: _ @attribute.owner name: (_) @attribute.name) @attribute
(member_access_expression name: (generic_name (identifier) @attribute.name)) @attribute
(conditional_access_expression condition: (_) @attribute.owner (member_binding_expression name: (_) @attribute.name)) @attribute
(element_access_expression expression: (_) @index.owner subscript: (bracketed_argument_list . (argument (_) @index.key))) @index
(element_access_expression expression: (_) @slice.owner subscript: (bracketed_argument_list . (argument (range_expression)))) @slice

(invocation_expression function: (_) @call.function) @call
(invocation_expression arguments: (argument_list (_) @call.argument)) @call
(object_creation_expression type: (_) @call.function) @call
(object_creation_expression arguments: (argument_list (_) @call.argument)) @call
(object_creation_expression initializer: (initializer_expression (_) @call.argument)) @call
(implicit_object_creation_expression (argument_list (_) @call.argument)) @call
(implicit_object_creation_expression (initializer_expression (_) @call.argument)) @call
(variable_declaration type: (_) @call.function (variable_declarator (implicit_object_creation_expression) @call))
(property_declaration type: (_) @call.function value: (implicit_object_creation_expression) @call)
(object_creation_expression
  type: (generic_name (identifier) @_map)
  initializer: (_) @group.value
  (#match? @_map "Dictionary$")) @group
(constructor_initializer ["base" "this"] @call.function) @call
(constructor_initializer (argument_list (_) @call.argument)) @call
; What a section of the configuration is read into.
((invocation_expression
  function: (member_access_expression name: (generic_name (identifier) @_bound (type_argument_list (_) @call.argument)))) @call
  (#any-of? @_bound "Configure" "AddOptions" "AddOptionsWithValidateOnStart"))
((invocation_expression
  function: (member_access_expression name: (generic_name (identifier) @_bound (type_argument_list . (_) @call.argument)))
  arguments: (argument_list) @_none) @call
  (#eq? @_bound "Get") (#eq? @_none "()"))
(argument (_) @argument.value .) @argument
(argument name: (identifier) @argument.name) @argument

((is_pattern_expression expression: (_) @operation.operand pattern: (_) @operation.operand) @operation (#set! operator "is"))
(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part operator: "+" right: (_) @concat.part) @concat
(binary_expression left: (_) @choice.option operator: "??" right: (_) @choice.option) @choice
(prefix_unary_expression (_) @operation.operand) @operation
(prefix_unary_expression "!" @operation.operator) @operation
(postfix_unary_expression . (_) @group.value) @group
(conditional_expression
  condition: (_) @choice.test
  consequence: (_) @choice.option
  alternative: (_) @choice.option) @choice
(switch_expression (switch_expression_arm (_) @choice.option .)) @choice
(switch_expression . (_) @choice.test) @choice
(parenthesized_expression (_) @group.value) @group
(cast_expression value: (_) @group.value) @group
(as_expression left: (_) @group.value) @group
(await_expression (_) @group.value) @group
(checked_expression (_) @group.value) @group
(arrow_expression_clause (_) @group.value) @group
(lambda_expression body: (_) @lambda.body) @lambda
(lambda_expression parameters: (implicit_parameter) @lambda.parameter) @lambda
(lambda_expression parameters: (parameter_list (_) @lambda.parameter)) @lambda
(anonymous_method_expression (block) @lambda.body) @lambda
(anonymous_method_expression parameters: (parameter_list (_) @lambda.parameter)) @lambda

; Maps and lists: what is assigned in an initializer is an entry

(assignment_expression left: (_) @assign.target @assign.existing operator: _ @assign.operator right: (_) @assign.value) @assign
(initializer_expression) @array
(initializer_expression (_) @array.item) @array
(initializer_expression (assignment_expression left: (identifier) @entry.name right: (_) @entry.value) @entry)
(initializer_expression (assignment_expression
  left: (element_binding_expression (argument (_) @entry.key)) right: (_) @entry.value) @entry)
(initializer_expression (initializer_expression . (_) @entry.key . (_) @entry.value .) @entry)
(array_creation_expression (initializer_expression) @group.value) @group
(implicit_array_creation_expression (initializer_expression) @group.value) @group
(variable_declarator (initializer_expression (string_literal) @seq.item) @seq)
(array_creation_expression (initializer_expression (_) @seq.item) @seq)
(implicit_array_creation_expression (initializer_expression (_) @seq.item) @seq)
(collection_expression) @seq
(collection_expression (collection_element (expression_element (_) @seq.item))) @seq
(anonymous_object_creation_expression) @map
(anonymous_object_creation_expression (identifier) @map.key . "=" . (_) @map.value) @map
(anonymous_object_creation_expression (_) @map.bare) @map
(tuple_expression (argument (_) @seq.item)) @seq
(tuple_pattern (identifier) @seq.item) @seq

; Assignments

(variable_declarator . name: (_) @declare.name .) @declare
(variable_declarator name: (_) @assign.target . (_) @assign.value .) @assign
(property_declaration type: (_) @declare.type name: (_) @declare.name !value) @declare
(property_declaration name: (_) @assign.target value: (_) @assign.value) @assign
(property_declaration name: (_) @function.name @function.property value: (arrow_expression_clause) @function.body) @function
(property_declaration name: (_) @function.name @function.property
  accessors: (accessor_list (accessor_declaration name: "get" body: (_) @function.body))) @function

; Functions and classes

(method_declaration name: (_) @function.name) @function
(method_declaration parameters: (parameter_list (parameter) @function.parameter)) @function
(method_declaration body: (_) @function.body) @function
(method_declaration (attribute_list (attribute name: (_) @function.decorator))) @function
(local_function_statement name: (_) @function.name) @function
(local_function_statement parameters: (parameter_list (parameter) @function.parameter)) @function
(local_function_statement body: (_) @function.body) @function
(constructor_declaration name: (_) @function.name @function.constructor) @function
(constructor_declaration parameters: (parameter_list (parameter) @function.parameter)) @function
(constructor_declaration (constructor_initializer) @function.body) @function
(constructor_declaration body: (_) @function.body) @function
(parameter name: (_) @parameter.name) @parameter
(parameter type: (_) @parameter.type) @parameter
((parameter (attribute_list (attribute name: (identifier) @_value) @parameter.decorator)) @parameter
  (#any-of? @_value "Query" "AliasAs"))
((attribute name: (identifier) @call.function) @call (#any-of? @call.function "Query" "AliasAs"))
((attribute name: (identifier) @_value (attribute_argument_list (attribute_argument (_) @call.argument))) @call
  (#any-of? @_value "Query" "AliasAs"))
(parameter name: (_) . (_) @parameter.default .) @parameter

(class_declaration name: (_) @class.name) @class
(class_declaration body: (_) @class.body) @class
(class_declaration (parameter_list (parameter) @class.parameter)) @class
(class_declaration (base_list (identifier) @class.base)) @class
(class_declaration (base_list (generic_name) @class.base)) @class
(record_declaration name: (_) @class.name) @class
(record_declaration body: (_) @class.body) @class
(record_declaration (parameter_list (parameter) @class.parameter)) @class
(record_declaration (base_list (identifier) @class.base)) @class
(struct_declaration name: (_) @class.name body: (_) @class.body) @class
(interface_declaration name: (_) @class.name body: (_) @class.body) @class
(enum_declaration) @skip

; Statements

(return_statement) @return
(return_statement (_) @return.value) @return
(yield_statement (_) @return.value) @return
(throw_statement (_) @throw.value) @throw
(if_statement condition: (_) @if.test consequence: (_) @if.then) @if
(if_statement alternative: (_) @if.else) @if
(switch_statement value: (_) @switch.head) @switch
(switch_statement body: (switch_body (switch_section) @switch.branch @switch.falls)) @switch
(switch_section (constant_pattern (_) @if.test)) @if
(switch_section [
  (expression_statement) (block) (return_statement) (throw_statement) (if_statement) (local_declaration_statement)
  (break_statement) (continue_statement)
] @if.then) @if
(while_statement condition: (_) @loop.head body: (_) @loop.body) @loop
(do_statement body: (_) @loop.body condition: (_) @loop.head) @loop
(for_statement body: (_) @loop.body) @loop
(for_statement condition: (_) @loop.head) @loop
(for_statement initializer: (_) @loop.before) @loop
(foreach_statement left: (_) @loop.target right: (_) @loop.head body: (_) @loop.body) @loop
(try_statement body: (_) @try.body) @try
(try_statement (catch_clause) @try.handler) @try
(try_statement (finally_clause (_) @try.final)) @try
(catch_clause body: (_) @handler.body) @handler
(catch_clause (catch_declaration name: (_) @handler.name)) @handler
(catch_clause (catch_declaration type: (_) @handler.type)) @handler
(catch_clause (catch_filter_clause (_) @handler.test)) @handler

(using_directive) @skip
(extern_alias_directive) @skip
(attribute_list) @skip
(modifier) @skip
(type_argument_list) @skip
; `AddHttpClient<Reports>(...)` is given the class as an argument of its own name.
((generic_name (identifier) @entry.name (type_argument_list (_) @entry.value .) @entry)
  (#any-of? @entry.name "AddHttpClient" "AddHttpMessageHandler" "AddRefitClient"))
((invocation_expression
  function: (member_access_expression name: (generic_name (identifier) @_registering (type_argument_list) @call.argument))) @call
  (#any-of? @_registering "AddHttpClient" "AddHttpMessageHandler" "AddRefitClient"))
(type_parameter_list) @skip
(array_type) @skip
(implicit_type) @skip
(interpolation_format_clause) @skip
(break_statement) @jump
(continue_statement) @jump @jump.continue
(namespace_declaration name: (_) @skip)
(file_scoped_namespace_declaration name: (_) @skip)
