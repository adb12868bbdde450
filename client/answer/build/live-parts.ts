/**
 * What of a module is needed by something used: its statements, and of its classes the methods whose name is read
 * somewhere. A name may be read as a property, or as a word of any text: engines look their properties up by name.
 * Without the methods left out, 315 kB come before the first question instead of 299.
 */

export type Node = { type: string; start: number; end: number; [key: string]: unknown }

/** `names` it may read as variables; `words` it may read as properties; `ends` that it puts names together with. */
type Part = { node: Node; names: Set<string>; words: Set<string>; ends: Set<string> }
type Method = Part & { name: string }
/** `declares` those names; matters only with its `owner`. */
export type Statement = Part & { declares: string[]; owner: string | null; methods: Method[] }

/** Read by the language itself. */
const everywhere = ['toJSON', 'toString', 'valueOf']

export function statementOf(node: Node): Statement {
  const one = { ...partOf(node), declares: declaredBy(node), owner: ownerOf(node), methods: [] as Method[] }
  collect(node, one, one.methods)
  return one
}

const partOf = (node: Node): Part => ({ node, names: new Set(), words: new Set(), ends: new Set() })

/**
 * The statements and methods needed.
 *
 * @param roots statements that are needed whatever else is
 * @param words that the other modules may read
 * @param isWhole what a statement says itself is enough: nothing is needed for it
 */
export function reached(
  statements: readonly Statement[],
  roots: readonly (Statement | undefined)[],
  words: Iterable<string>,
  isWhole: (one: Statement) => boolean,
): { live: ReadonlySet<Statement>; methods: ReadonlySet<Method> } {
  const declaring = new Map(statements.flatMap((one) => one.declares.map((name) => [name, one] as const)))
  const owned = Map.groupBy(statements, ({ owner }) => owner)
  const [live, methods] = [new Set<Statement>(), new Set<Method>()]
  const read = new Set([...everywhere, ...words])
  const ends = new Set<string>()
  const waiting = new Set<Method>()
  const isRead = ({ name }: Method) =>
    read.has(name) || [...ends].some((end) => name.startsWith(end) || name.endsWith(end))
  const follow = (part: Part) => {
    for (const name of part.names) reach(declaring.get(name))
    for (const word of part.words) read.add(word)
    for (const end of part.ends) ends.add(end)
  }
  const reach = (one: Statement | undefined) => {
    if (one === undefined || live.has(one)) return
    live.add(one)
    if (isWhole(one)) return
    for (const method of one.methods) waiting.add(method)
    follow(one)
    for (const name of one.declares) for (const more of owned.get(name) ?? []) reach(more)
  }
  roots.forEach(reach)
  for (let found = [...waiting]; found.length > 0; ) {
    found = [...waiting].filter(isRead)
    for (const method of found) {
      waiting.delete(method)
      methods.add(method)
      follow(method)
    }
  }
  return { live, methods }
}

/** The text of a statement without the methods that nothing needs. */
export function textOf(code: string, { node, methods }: Statement, needed: ReadonlySet<Method>): string {
  let text = ''
  let at = node.start
  for (const method of methods.filter((one) => !needed.has(one))) {
    text += code.slice(at, method.node.start)
    at = method.node.end
  }
  return text + code.slice(at, node.end)
}

function declaredBy(node: Node): string[] {
  if (node.type === 'VariableDeclaration')
    return (node.declarations as { id: Node }[]).map(({ id }) => id.name as string)
  return node.type === 'ClassDeclaration' || node.type === 'FunctionDeclaration'
    ? [(node.id as Node).name as string]
    : []
}

/** Whose part a statement is: `X.y = …` and `__decorate([…], X.prototype, …)` matter only with X. */
function ownerOf({ type, expression }: Node): string | null {
  if (type !== 'ExpressionStatement') return null
  const { type: kind, left, callee, arguments: given } = expression as Node & { arguments?: Node[] }
  if (kind === 'AssignmentExpression') return rootOf(left as Node)
  const isDecorated = kind === 'CallExpression' && (callee as Node).name === '__decorate'
  return isDecorated ? rootOf(given![1]!) : null
}

const rootOf = (node: Node): string | null =>
  node.type === 'Identifier'
    ? (node.name as string)
    : node.type === 'MemberExpression'
      ? rootOf(node.object as Node)
      : null

/**
 * Every name and word a piece of code may read; a name shadowed inside it is counted too, which only keeps more.
 *
 * @param methods where those of the class that the piece declares go, each a part of its own
 */
function collect(node: unknown, part: Part, methods: Method[] | null = null): void {
  if (Array.isArray(node)) for (const one of node) collect(one, part, methods)
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return
  const { type, name, computed, key } = node as Node & { key?: Node }
  const mayGo = methods && type === 'MethodDefinition' && !computed && key!.type === 'Identifier'
  if (mayGo && (node as Node).kind !== 'constructor') {
    const method = { ...partOf(node as Node), name: key!.name as string }
    methods.push(method)
    collect((node as Node).value, method)
    return
  }
  if (type === 'Identifier') part.names.add(name as string)
  addWords(node as Node, part)
  for (const end of endsOf(node as Node)) part.ends.add(end)
  const inner = type === 'ClassDeclaration' || type === 'ClassBody' ? methods : null
  for (const [at, child] of Object.entries(node)) {
    const isLabel =
      !computed && ((at === 'property' && type === 'MemberExpression') || (at === 'key' && type !== undefined))
    if (!isLabel) collect(child, part, inner)
    else if (type !== 'MethodDefinition') addWords(child as Node, part)
  }
}

const addWords = (node: Node, { words }: Part) => {
  for (const text of textsOf(node)) for (const [word] of text.matchAll(/[\w$]+/g)) words.add(word)
}

/** What a piece of code says as text or as a name. */
const textsOf = ({ type, value, name }: Node): string[] =>
  type === 'Literal' && typeof value === 'string'
    ? [value]
    : type === 'TemplateElement'
      ? [(value as { raw: string }).raw]
      : type === 'Identifier'
        ? [name as string]
        : []

/** `"loc" + name` reads whatever begins so. */
const endsOf = ({ type, operator, left, right }: Node): string[] =>
  type === 'BinaryExpression' && operator === '+'
    ? [left, right].flatMap((side) => {
        const { value } = side as Node
        return typeof value === 'string' && /^[a-zA-Z]{2,}$/.test(value) ? [value] : []
      })
    : []
