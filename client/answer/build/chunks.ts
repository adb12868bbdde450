/** Which files the pages come in: few, so that a phone on a slow network asks together for what it needs together. */
import type { Plugin, Rolldown } from 'vite'

type Context = { getModuleInfo(id: string): Rolldown.ModuleInfo | null }
type Graph = (id: string) => readonly string[]

const engine = /[\\/]node_modules[\\/]survey-core[\\/]/
/** Shapes of what the staff enter: respondents need no word of them, though modules they do need name their types. */
const shapes = /[\\/]node_modules[\\/]zod[\\/]/

/**
 * Names four files on the way of a respondent: `shell`, without which no screen stands; `answer`, a questionnaire from
 * its address to its receipt; `survey-core`, which changes with that package alone; `questions`, what draws with it.
 * And one on the way of the staff: `staff`, without which none of their pages stands.
 *
 * @param client folder of the sources
 * @returns the file a module belongs to; null leaves it to the bundler
 */
export function chunkNames(client: string): (id: string, context: Context) => string | null {
  let names: ReadonlyMap<string, string> | undefined
  return (id, context) => {
    names ??= namesIn((of) => context.getModuleInfo(of)?.importedIds ?? [], client)
    return names.get(id) ?? null
  }
}

function namesIn(graph: Graph, client: string): ReadonlyMap<string, string> {
  const shell = reached([`${client}/main.tsx`], graph)
  const ways = reached([`${client}/answer/Answer.tsx`, `${client}/answer/screens/Questions.tsx`], graph)
  const staff = reached([`${client}/staff.tsx`], graph)
  const drawing = new Map<string, boolean>()
  const draws = (id: string): boolean => {
    if (!drawing.has(id)) drawing.set(id, false).set(id, engine.test(id) || graph(id).some(draws))
    return drawing.get(id)!
  }
  // styles are one file: what a questionnaire adds is small
  const nameOf = (id: string) =>
    shell.has(id) || (ways.has(id) && id.endsWith('.css'))
      ? 'shell'
      : !ways.has(id)
        ? 'staff'
        : engine.test(id)
          ? 'survey-core'
          : draws(id)
            ? 'questions'
            : 'answer'
  const isShape = (id: string) => shapes.test(id) || graph(id).some((part) => shapes.test(part))
  return new Map([...shell, ...ways, ...staff].filter((id) => !isShape(id)).map((id) => [id, nameOf(id)]))
}

/** Modules that come with these, whatever is asked for later. */
function reached(roots: readonly string[], graph: Graph): Set<string> {
  const found = new Set<string>()
  const visit = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    graph(id).forEach(visit)
  }
  roots.forEach(visit)
  return found
}

/** Files nearly all of whose functions run before the first question. */
const wholly: ReadonlySet<string> = new Set(['shell', 'answer', 'questions', 'survey-core'])

/**
 * Vite plugin: asks V8 to compile those files whole while they come, beside the page, instead of function after function
 * while somebody waits; what it stores of them for the next visit is then whole too. Other engines read a comment.
 */
export function compiledWhole(): Plugin {
  return {
    name: 'compiled-whole',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // before whatever others put first
      order: 'post',
      handler(_, bundle) {
        for (const part of Object.values(bundle))
          if (part.type === 'chunk' && wholly.has(part.name)) part.code = `//# allFunctionsCalledOnLoad\n${part.code}`
      },
    },
  }
}
