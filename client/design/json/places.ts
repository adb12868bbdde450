/** From a place of the questionnaire, as findings name it, to where it is written in the JSON. */
import { jsonLanguage } from '@codemirror/lang-json'
import type { SyntaxNode } from '@lezer/common'

export type Span = { from: number; to: number }

/**
 * @param text JSON, well-formed
 * @returns for a path (`garde`, `enfants.garde`, `notice`, a page), where its name is written; the start when it is not found
 */
export function spansIn(text: string): (path: string) => Span {
  const found = new Map<string, Span>()
  const words = (node: SyntaxNode | null) => (node ? text.slice(node.from, node.to) : '')
  const visit = (node: SyntaxNode, parent: string) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'Object') {
        visit(child, parent)
        continue
      }
      const name = property(child, 'name', words)
      const value = name?.lastChild ?? null
      const own = value?.name === 'String' ? (JSON.parse(words(value)) as string) : ''
      const path = own === '' ? parent : parent + own
      // a question wins over a page of the same name, which comes before it: findings are mostly about questions
      if (name && own !== '') found.set(path, { from: name.from, to: name.to })
      const isRepeated = property(child, 'templateElements', words) !== null
      visit(child, isRepeated && own !== '' ? `${path}.` : parent)
    }
  }
  const root = jsonLanguage.parser.parse(text).topNode.firstChild
  if (root) {
    const pages = property(root, 'definition', words)
    if (pages) visit(pages, '')
    for (const name of ['notice', 'indicators', 'minutes', 'parameters']) {
      const head = property(root, name, words)?.firstChild
      if (head && !found.has(name)) found.set(name, { from: head.from, to: head.to })
    }
  }
  const start = { from: 0, to: Math.min(1, text.length) }
  return (path) => found.get(path) ?? found.get(path.split('.').slice(0, -1).join('.')) ?? start
}

/** Where the value under these keys is written; its nearest holder when it is not there. */
export function spanAt(text: string, path: readonly PropertyKey[]): Span {
  const words = (node: SyntaxNode | null) => (node ? text.slice(node.from, node.to) : '')
  let node = jsonLanguage.parser.parse(text).topNode.firstChild
  let span: Span = { from: 0, to: Math.min(1, text.length) }
  for (const key of path) {
    if (node?.name === 'Object') {
      const found = property(node, String(key), words)
      if (!found) return span
      span = { from: found.from, to: found.firstChild?.to ?? found.to }
      node = found.lastChild
    } else if (node?.name === 'Array') {
      const item = itemsOf(node)[Number(key)]
      if (!item) return span
      span = { from: item.from, to: item.from + 1 }
      node = item
    } else return span
  }
  return span
}

function itemsOf(array: SyntaxNode): SyntaxNode[] {
  const items: SyntaxNode[] = []
  for (let child = array.firstChild; child; child = child.nextSibling)
    if (!/^[[\],⚠]/.test(child.name)) items.push(child)
  return items
}

function property(object: SyntaxNode, name: string, words: (node: SyntaxNode | null) => string): SyntaxNode | null {
  for (let child = object.firstChild; child; child = child.nextSibling)
    if (child.name === 'Property' && words(child.firstChild) === `"${name}"`) return child
  return null
}
