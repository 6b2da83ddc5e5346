; `<Type>value`, which TypeScript has and its dialect with elements has not.

(type_assertion (_) @group.value .) @group
