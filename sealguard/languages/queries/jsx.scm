; Elements in JavaScript and TypeScript: a component that is given attributes is a function that is given named arguments.

(jsx_text) @skip
(jsx_closing_element) @skip
(jsx_opening_element name: (_) @call.function) @call
(jsx_opening_element attribute: (_) @call.argument) @call
(jsx_self_closing_element name: (_) @call.function) @call
(jsx_self_closing_element attribute: (_) @call.argument) @call
(jsx_attribute . (_) @argument.name . (_) @argument.value) @argument
(jsx_expression (_) @group.value) @group
((jsx_expression (spread_element (_) @spread.value)) @spread (#set! of "map"))
