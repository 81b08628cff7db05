/** Finds the mutants of a source file: each numeric constant changed, each condition negated. */
import ts from 'typescript'

export interface Mutant {
  /** Relative to the project's root. */
  file: string
  line: number
  kind: 'number' | 'condition'
  /** The span of the original, and what stands in its place. */
  start: number
  end: number
  original: string
  replacement: string
}

export function findMutants(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const mutants: Mutant[] = []
  const add = (node: ts.Node, kind: Mutant['kind'], replacement: string) => {
    const start = node.getStart(source)
    const line = source.getLineAndCharacterOfPosition(start).line + 1
    const original = text.slice(start, node.end)
    mutants.push({ file, line, kind, start, end: node.end, original, replacement })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (ts.isNumericLiteral(node)) add(node, 'number', changedNumber(Number(node.text.replaceAll('_', ''))))
    if (ts.isIfStatement(node) || ts.isWhileStatement(node))
      add(node.expression, 'condition', `!(${node.expression.getText(source)})`)
    if (ts.isConditionalExpression(node))
      add(node.condition, 'condition', `!(${node.condition.getText(source)})`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return mutants
}

/**
 * A number that a test of the right strength notices: the next integer, and half as much again where the number is large or
 * has a fraction.
 * @example changedNumber(3) // '4'
 * @example changedNumber(0.2) // '0.3'
 */
function changedNumber(value: number): string {
  if (Number.isInteger(value) && value < 20) return String(value + 1)
  return String(Number((value * 1.5).toFixed(6)))
}
