; Rust. README.md says what the captures mean.

(line_comment) @comment
(block_comment) @comment

; Expressions

(identifier) @identifier
(type_identifier) @identifier
(self) @identifier
(integer_literal) @const
(float_literal) @const
(boolean_literal) @const
((unit_expression) @const (#set! value "null"))

(string_literal) @string
(string_literal (_) @string.content) @string
(char_literal) @string
((raw_string_literal) @string (#set! escapes "none"))
((raw_string_literal (string_content) @string.content) @string (#set! escapes "none"))

(field_expression value: (_) @attribute.owner field: (_) @attribute.name) @attribute
(scoped_identifier path: (_) @attribute.owner name: (_) @attribute.name) @attribute
(scoped_type_identifier path: (_) @attribute.owner name: (_) @attribute.name) @attribute
(generic_function function: (_) @group.value) @group
(generic_type type: (_) @group.value) @group
(index_expression . (_) @index.owner . (_) @index.key) @index
(index_expression . (_) @slice.owner . (range_expression)) @slice
(index_expression . (_) @slice.owner . (range_expression . (_) @slice.start . "..")) @slice
(index_expression . (_) @slice.owner . (range_expression ".." . (_) @slice.stop)) @slice

(call_expression function: (_) @call.function) @call
(call_expression arguments: (arguments (_) @call.argument)) @call
(macro_invocation macro: (_) @call.function) @call
(macro_invocation (token_tree (_) @call.argument)) @call
((call_expression function: (identifier) @_macro arguments: (arguments . (string_literal) @captured)) (#match? @_macro "_$"))
((call_expression function: (scoped_identifier name: (_) @_macro) arguments: (arguments . (string_literal) @captured))
  (#match? @_macro "_$"))
((call_expression function: (identifier) @_macro arguments: (arguments . (_) . (string_literal) @captured))
  (#match? @_macro "^(write|writeln|ensure|assert)_$"))
((call_expression function: (identifier) @_macro arguments: (arguments (string_literal) @captured .))
  (#match? @_macro "^(println|eprintln|info|debug|warn|error|trace|bail|anyhow|panic)_$"))
((call_expression function: (scoped_identifier name: (_) @_macro) arguments: (arguments (string_literal) @captured .))
  (#match? @_macro "_$"))
((call_expression
  function: (_) @_macro
  arguments: (arguments (assignment_expression left: (identifier) @argument.name right: (_) @argument.value) @argument))
  (#match? @_macro "_$"))

(struct_expression name: (_) @call.function) @call
((struct_expression name: (type_identifier) @call.function @call.own) @call (#eq? @call.function "Self"))
(struct_expression body: (field_initializer_list (field_initializer) @call.argument)) @call
(struct_expression body: (field_initializer_list (shorthand_field_initializer) @call.argument)) @call
(field_initializer field: (_) @argument.name value: (_) @argument.value) @argument
(shorthand_field_initializer (_) @argument.name @argument.value) @argument

(try_expression (_) @group.value) @group
(await_expression . (_) @group.value) @group
(reference_expression value: (_) @group.value) @group
(parenthesized_expression (_) @group.value) @group
(type_cast_expression value: (_) @group.value) @group
(unary_expression _ @operation.operator . (_) @operation.operand) @operation
(unary_expression "*" . (_) @group.value) @group
(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part operator: "+" right: (_) @concat.part) @concat
(array_expression) @seq
(array_expression (_) @seq.item) @seq
(tuple_expression (_) @seq.item) @seq
(tuple_pattern (_) @seq.item) @seq
(tuple_struct_pattern type: (_) . (_) @group.value .) @group
(mut_pattern (_) @group.value) @group
(reference_pattern (_) @group.value) @group

(closure_expression parameters: (closure_parameters (_) @lambda.parameter)) @lambda
(closure_expression body: (_) @lambda.body) @lambda
(block) @block
(async_block (block) @group.value) @group
(unsafe_block (block) @group.value) @group
(let_condition value: (_) @group.value) @group

; Statements

(const_item name: (_) @assign.target value: (_) @assign.value) @assign
(static_item name: (_) @assign.target value: (_) @assign.value) @assign
(let_declaration pattern: (_) @declare.name) @declare
(let_declaration pattern: (_) @assign.target value: (_) @assign.value) @assign
(let_condition pattern: (_) @assign.target value: (_) @assign.value) @assign
(assignment_expression left: (_) @assign.target @assign.existing right: (_) @assign.value) @assign
(compound_assignment_expr left: (_) @assign.target @assign.existing operator: _ @assign.operator right: (_) @assign.value) @assign
(return_expression) @return
(return_expression (_) @return.value) @return
(break_expression) @skip
(if_expression condition: (_) @if.test consequence: (_) @if.then) @if
(if_expression alternative: (else_clause (_) @if.else)) @if
(match_arm value: (_) @if.then) @if
(match_arm pattern: (_) @if.test) @if
(match_expression (match_block)) @try
(match_expression (match_block (match_arm) @try.handler)) @try
(while_expression condition: (_) @loop.head body: (_) @loop.body) @loop
(for_expression pattern: (_) @loop.target value: (_) @loop.head body: (_) @loop.body) @loop
(loop_expression body: (_) @loop.body) @loop

; Functions and types

(function_item name: (_) @function.name) @function
(function_item parameters: (parameters (parameter) @function.parameter)) @function
(function_item body: (_) @function.body) @function
(parameter pattern: (_) @parameter.name type: (_) @parameter.type) @parameter
(struct_item name: (_) @class.name) @class
(struct_item body: (field_declaration_list) @class.body) @class
(field_declaration name: (_) @declare.name type: (_) @declare.type) @declare
(impl_item type: (type_identifier) @class.name @class.more) @class
(impl_item type: (generic_type type: (type_identifier) @class.name @class.more)) @class
(impl_item body: (_) @class.body) @class
(mod_item name: (_) @class.name body: (_) @class.body) @class
(enum_item) @skip
(attribute_item) @skip
(visibility_modifier) @skip
(function_modifiers) @skip
(mutable_specifier) @skip
(type_arguments) @skip
(type_parameters) @skip
(type_item) @skip

(use_declaration argument: (scoped_identifier) @import.module) @import
((use_declaration argument: (scoped_identifier)) @import (#set! alias "last"))
(use_declaration argument: (use_as_clause path: (_) @import.module alias: (_) @import.whole)) @import
(scoped_use_list path: (_) @import.module) @import
(scoped_use_list list: (use_list (identifier) @import.binding)) @import
(scoped_use_list list: (use_list (scoped_identifier) @import.binding)) @import
(scoped_use_list list: (use_list (use_as_clause) @import.binding)) @import
(use_list (scoped_identifier name: (_) @binding.alias) @binding @binding.name)
(use_list (use_as_clause path: (_) @binding.name alias: (_) @binding.alias) @binding)
