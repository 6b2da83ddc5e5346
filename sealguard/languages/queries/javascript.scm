; What JavaScript spells otherwise than TypeScript.

(field_definition property: (_) @declare.name !value) @declare
(field_definition property: (_) @assign.target value: (_) @assign.value) @assign
(class_declaration (class_heritage (_) @class.base)) @class
(class (class_heritage (_) @class.base)) @class
