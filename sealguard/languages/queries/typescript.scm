; What TypeScript adds to JavaScript: types are left out, the rest says the same in other words.

(type_annotation) @skip
(type_arguments) @skip
(type_parameters) @skip
(interface_declaration) @skip
(type_alias_declaration) @skip
(function_signature) @skip
(method_signature) @skip
(abstract_method_signature) @skip
(implements_clause) @skip
(accessibility_modifier) @skip

(as_expression . (_) @group.value) @group
(satisfies_expression . (_) @group.value) @group
(non_null_expression (_) @group.value) @group
(instantiation_expression . (_) @group.value) @group

(public_field_definition name: (_) @declare.name !value) @declare
(public_field_definition name: (_) @assign.target value: (_) @assign.value) @assign

(required_parameter pattern: (_) @parameter.name) @parameter
(optional_parameter pattern: (_) @parameter.name) @parameter
(required_parameter value: (_) @parameter.default) @parameter
(optional_parameter value: (_) @parameter.default) @parameter
(required_parameter [(accessibility_modifier) "readonly"] @parameter.field) @parameter
(optional_parameter [(accessibility_modifier) "readonly"] @parameter.field) @parameter
(required_parameter pattern: (this)) @skip

(abstract_class_declaration name: (_) @class.name) @class
(abstract_class_declaration body: (_) @class.body) @class
(abstract_class_declaration (class_heritage (_) @class.base)) @class
(class_declaration (class_heritage (extends_clause value: (_) @class.base))) @class
(class (class_heritage (extends_clause value: (_) @class.base))) @class
(abstract_class_declaration (class_heritage (extends_clause value: (_) @class.base))) @class
(enum_declaration name: (_) @class.name body: (_) @class.body) @class
(enum_assignment name: (_) @assign.target value: (_) @assign.value) @assign
(internal_module name: (_) @class.name body: (_) @class.body) @class
(import_require_clause (identifier) @import.whole source: (_) @import.module) @import

; Decorators stand before the method they belong to.
(class_body (decorator (_) @function.decorator) . (method_definition) @function)
(class_body (decorator (_) @function.decorator) . (decorator) . (method_definition) @function)
