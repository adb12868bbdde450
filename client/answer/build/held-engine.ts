/** The engine as a script, for the worker of the pages to hold (`offline/held-script.ts`): 0.2 s sooner to touch at each visit after the first, on a slow phone. */
import type { Rolldown } from 'vite'

export type HeldEngine = {
  /** The file of the build it is made of. */
  module: string
  fileName: string
  source: string
  /** What the module gives. */
  names: readonly string[]
}

/** @throws Error when the module imports another, or ends with anything but its list of exports */
export function heldEngine(bundle: Rolldown.OutputBundle): HeldEngine {
  const engine = Object.values(bundle).find((part) => part.type === 'chunk' && part.name === 'survey-core')
  if (engine?.type !== 'chunk') throw new Error('the build made no survey-core')
  const [tail, given] = /export\s*{([^{}]*)};?\s*$/.exec(engine.code) ?? []
  if (tail === undefined || engine.imports.length > 0) throw new Error(`${engine.fileName} cannot be held as a script`)
  const pairs = given!.split(',').map((pair) => pair.trim().split(' as '))
  const gives = pairs.map(([own, name = own]) => `${name}:${own}`)
  const source = `var heldEngine=(()=>{"use strict";\n${engine.code.slice(0, -tail.length)}\nreturn{${gives}}})()`
  return {
    module: engine.fileName,
    fileName: `assets/held-engine-${shortName(source)}.js`,
    source,
    names: pairs.map(([own, name = own]) => name!),
  }
}

/** A short name for a content (FNV-1a). */
export function shortName(content: string): string {
  let hash = 0x811c9dc5
  for (const letter of content) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(36)
}
