; HCL, as Terraform and its kin write it. README.md says what the captures mean.
;
; Blocks are what their kind makes of them: `locals` and `variable` are classes whose fields are seen as `local.x` and `var.x` (the entry
; respells their heads so); `resource "type" "name" { ... }` is `name = type(...)`, whose attributes and inner blocks are named arguments.
; What stands behind an expression (`.name`, `[key]`) is its sibling, a suffix.

(comment) @comment

; Expressions

(expression . (_) @group.value) @group
(literal_value (_) @group.value) @group
(collection_value (_) @group.value) @group
(template_expr (quoted_template) @group.value) @group
(template_interpolation (expression) @group.value) @group
(operation (_) @group.value) @group
(variable_expr) @identifier
(numeric_lit) @const
((bool_lit "true") @const (#set! value "true"))
((bool_lit "false") @const (#set! value "false"))
((null_lit) @const (#set! value "null"))
(string_lit) @string
((quoted_template) @template (#set! quote "1"))
(quoted_template (template_interpolation) @template.part) @template

(get_attr (identifier) @suffix.name) @suffix
(index (new_index (expression) @suffix.key)) @suffix
(splat) @suffix
(function_call (identifier) @identifier @call.function) @call
(function_call (function_arguments (expression) @call.argument)) @call
(object) @map
(object (object_elem) @map.entry) @map
(object_elem key: (_) @entry.key val: (_) @entry.value) @entry
(object_elem key: (expression . (variable_expr) @entry.name .) val: (_) @entry.value) @entry
(tuple) @seq
(tuple (expression) @seq.item) @seq
(conditional . (_) @choice.test . (_) @choice.option . (_) @choice.option) @choice
(unary_operation _ @operation.operator (_) @operation.operand) @operation
(binary_operation . (_) @operation.operand (_) @operation.operand) @operation
(binary_operation ["==" "!=" "<" ">" "<=" ">=" "&&" "||" "+" "-" "*" "/" "%"] @operation.operator) @operation

; Blocks: inner ones and attributes are entries of a map, or named arguments

(attribute (identifier) @entry.name (expression) @entry.value) @entry
(block (identifier) @identifier)
(block (identifier) @entry.name (body) @entry.value) @entry
(block (string_lit) @entry.name . (block_start) (body) @entry.value) @entry
(body) @map
(body (attribute) @map.entry) @map
(body (block) @map.entry) @map

; Statements

(config_file (body) @block)
(config_file (body (attribute (identifier) @assign.target (expression) @assign.value) @assign))
(config_file (body (block (identifier) @assign.target . (block_start) (body) @assign.value) @assign))
(config_file (body (block (string_lit (template_literal) @assign.target) . (block_start) (body) @assign.value) @assign))
((config_file (body (block . (identifier) @_kind . (string_lit) @identifier @call.function (body) @call)))
  (#not-eq? @_kind "var"))
(config_file (body (block . (identifier) . (string_lit) (body (attribute) @call.argument) @call)))
(config_file (body (block . (identifier) . (string_lit) (body (block) @call.argument) @call)))

((config_file (body (block . (identifier) @class.name @class.more @_kind (body) @class.body) @class))
  (#eq? @_kind "local"))
((config_file (body (block . (identifier) @_kind (body) @block)))
  (#eq? @_kind "local"))
((config_file (body (block . (identifier) @_kind (body (attribute (identifier) @assign.target (expression) @assign.value) @assign))))
  (#eq? @_kind "local"))

((block_start) @identifier (#set! name "variable"))
((config_file (body (block . (identifier) @class.name @class.more @_kind (string_lit) @class.body) @class))
  (#eq? @_kind "var"))
((config_file (body (block . (identifier) @_kind . (string_lit (template_literal) @assign.target) @assign (body) @assign.value)))
  (#eq? @_kind "var"))
((config_file (body (block . (identifier) @_kind (string_lit) (block_start) @call.function (body) @call)))
  (#eq? @_kind "var"))
