import { AST_NODE_TYPES, ESLintUtils, type TSESTree } from '@typescript-eslint/utils'
import type ts from 'typescript'

/** A `Result` that nobody looks at is an expected failure swallowed. */
const isResult = (checker: ts.TypeChecker, type: ts.Type): boolean => {
  const awaited = checker.getAwaitedType(type) ?? type
  const parts = awaited.isUnion() ? awaited.types : [awaited]
  return parts.some((part) => part.getProperty('ok') !== undefined && part.getProperty('failure') !== undefined)
}

export default ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'a Result must be looked at' },
    messages: { dropped: 'This Result is dropped: look at .ok, or hand it on.' },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context)
    const checker = services.program.getTypeChecker()
    const look = (expression: TSESTree.Expression): void => {
      const inner = expression.type === AST_NODE_TYPES.UnaryExpression && expression.operator === 'void' ? expression.argument : expression
      if (inner.type === AST_NODE_TYPES.AssignmentExpression) return
      if (isResult(checker, services.getTypeAtLocation(inner))) context.report({ node: expression, messageId: 'dropped' })
    }
    return { ExpressionStatement: (node) => look(node.expression) }
  },
})
