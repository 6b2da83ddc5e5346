; Perl. README.md says what the captures mean.

(comment) @comment
(pod) @comment

; Expressions

(scalar (varname) @group.value) @group
(scalar (block) @group.value) @group
(array (varname) @group.value) @group
(hash (varname) @group.value) @group
(container_variable (varname) @group.value) @group
(varname) @identifier
(bareword) @identifier
(function) @identifier
(number) @const
((undef_expression) @const (#set! value "null"))
(block) @block

((string_literal) @string (#set! escapes "few"))
(string_literal content: (_) @string.content) @string
((autoquoted_bareword) @string (#set! escapes "none"))
(interpolated_string_literal) @string
(interpolated_string_literal content: (string_content) @group.value) @group
((string_content) @template (#set! quote "0"))
(string_content (scalar) @template.part) @template
(string_content (array) @template.part) @template
(string_content (hash_element_expression) @template.part) @template
(string_content (array_element_expression) @template.part) @template

(hash_element_expression hash: (_) @index.owner key: (_) @index.key) @index
(hash_element_expression . (scalar) @index.owner key: (_) @index.key) @index
(hash_element_expression . (hash_element_expression) @index.owner key: (_) @index.key) @index
(hash_element_expression . (method_call_expression) @index.owner key: (_) @index.key) @index
(method_call_expression invocant: (_) @call.function method: (_) @call.method) @call
(method_call_expression arguments: (_) @call.argument) @call
(method_call_expression arguments: (list_expression (_) @call.argument)) @call
(function_call_expression function: (_) @call.function) @call
(function_call_expression arguments: (_) @call.argument) @call
(function_call_expression arguments: (list_expression (_) @call.argument)) @call
(ambiguous_function_call_expression function: (_) @call.function) @call
(ambiguous_function_call_expression arguments: (_) @call.argument) @call
(ambiguous_function_call_expression arguments: (list_expression (_) @call.argument)) @call
(func1op_call_expression . _ @call.function) @call
(func1op_call_expression (_) @call.argument) @call
((method_call_expression method: (_) @_method arguments: (list_expression (autoquoted_bareword) @flag . "=>"))
  (#not-match? @flag "^(GET|POST|PUT|PATCH|DELETE|HEAD)$") (#not-match? @_method "header$"))
((method_call_expression method: (_) @_method arguments: (list_expression (string_literal) @flag . "=>"))
  (#not-match? @_method "header$"))
(function_call_expression arguments: (list_expression (autoquoted_bareword) @flag . "=>"))

(anonymous_hash_expression) @map
(anonymous_hash_expression (list_expression (_) @map.key . "=>" . (_) @map.value)) @map
(anonymous_hash_expression (list_expression (hash) @map.entry @spread)) @map
(parenthesized_expression (list_expression (_) @map.key . "=>" . (_) @map.value)) @map
(parenthesized_expression (list_expression (hash) @map.entry @spread . ","))
(anonymous_array_expression) @seq
(anonymous_array_expression (_) @group.value) @group
(list_expression (_) @seq.item) @seq
(anonymous_array_expression (list_expression (_) @map.key . "=>" . (_) @map.value)) @map
(parenthesized_expression . (_) @group.value .) @group
(parenthesized_expression (list_expression (_) @map.key . "=>" . (_) @map.value)) @map
(refgen_expression (_) @group.value) @group
(binary_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(equality_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(binary_expression left: (_) @concat.part operator: "." right: (_) @concat.part) @concat
(binary_expression left: (_) @choice.option operator: ["||" "//"] right: (_) @choice.option) @choice
(lowprec_logical_expression left: (_) @operation.operand operator: _ @operation.operator right: (_) @operation.operand) @operation
(conditional_expression condition: (_) @choice.test consequent: (_) @choice.option alternative: (_) @choice.option) @choice
(match_regexp content: (_) @regex.content) @regex
(readline_expression (filehandle) @call.method @call.function) @call
(anonymous_subroutine_expression body: (_) @lambda.body) @lambda

; Statements

(variable_declaration variable: (_) @group.value) @group
(variable_declaration variables: (_) @seq.item) @seq
(expression_statement (variable_declaration variable: (_) @declare.name) @declare)
(assignment_expression left: (_) @assign.target @assign.existing right: (_) @assign.value) @assign
(assignment_expression left: (variable_declaration) @assign.target right: (_) @assign.value) @assign
(assignment_expression operator: "//=" @assign.operator) @assign
(assignment_expression operator: "||=" @assign.operator) @assign
(assignment_expression operator: ".=" @assign.operator) @assign
(return_expression) @return
(return_expression (_) @return.value) @return
(conditional_statement condition: (_) @if.test block: (_) @if.then) @if
(conditional_statement (elsif) @if.else) @if
(conditional_statement (else block: (_) @if.else)) @if
(elsif condition: (_) @if.test block: (_) @if.then) @if
(elsif (elsif) @if.else) @if
(elsif (else block: (_) @if.else)) @if
(postfix_conditional_expression . (_) @if.then condition: (_) @if.test) @if
(for_statement variable: (_) @loop.target list: (_) @loop.head block: (_) @loop.body) @loop
(loop_statement condition: (_) @loop.head block: (_) @loop.body) @loop
((ambiguous_function_call_expression function: (_) @_die arguments: (_) @throw.value) @throw (#any-of? @_die "die" "croak" "confess"))

(subroutine_declaration_statement name: (_) @function.name) @function
(subroutine_declaration_statement body: (_) @function.body) @function
((subroutine_declaration_statement
  body: (block (expression_statement (assignment_expression
    left: (variable_declaration variables: (scalar (varname) @function.parameter))
    right: (array (varname) @_all))))) @function
  (#eq? @_all "_") (#not-any-of? @function.parameter "self" "class"))
((subroutine_declaration_statement
  body: (block (expression_statement (assignment_expression
    left: (variable_declaration variable: (scalar (varname) @function.parameter))
    right: (func1op_call_expression "shift"))))) @function
  (#not-any-of? @function.parameter "self" "class"))
((expression_statement (assignment_expression right: (array (varname) @_all))) @skip (#eq? @_all "_"))
(expression_statement (assignment_expression right: (func1op_call_expression "shift"))) @skip
(package_statement) @skip
((use_statement module: (package) @_constant (list_expression . (_) @assign.target @identifier . (_) @assign.value)) @assign
  (#eq? @_constant "constant"))
((use_statement module: (package) @_constant (anonymous_hash_expression (list_expression (_) @map.key . "=>" . (_) @map.value) @map))
  (#eq? @_constant "constant"))

; The arguments of a call are no list of their own

(method_call_expression arguments: (list_expression) @skip)
(function_call_expression arguments: (list_expression) @skip)
(ambiguous_function_call_expression arguments: (list_expression) @skip)
