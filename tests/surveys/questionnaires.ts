/** Every questionnaire there is to try: the founding ones and the two fixtures, as they are published. */
import { readdirSync, readFileSync } from 'node:fs'
import { founding } from '../../surveys/questionnaire/founding.ts'
import { materialise } from '../../surveys/questionnaire/parameters.ts'
import { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'

const read = (folder: URL) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => Questionnaire.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))

/** As authors write them, parameters not filled in. */
export const drafts = founding().toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
export const fixtures = read(new URL('fixtures/', import.meta.url))
export const published = [...drafts, ...fixtures].map((draft) => materialise(draft, {}))

/** @throws when no questionnaire has that slug */
export function publishedAs(slug: string): Questionnaire {
  const found = published.find((questionnaire) => questionnaire.slug === slug)
  if (found === undefined) throw new Error(`no questionnaire ${slug}`)
  return structuredClone(found)
}
