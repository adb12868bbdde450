/** The first version of a founding questionnaire, as the first authority published it, in French alone. */
import { readFileSync } from 'node:fs'
import { firstAuthority } from '../../surveys/authority/first.ts'
import { materialise } from '../../surveys/questionnaire/parameters.ts'
import { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { resolve } from '../../surveys/questionnaire/resolve.ts'

const folder = new URL('./fixtures/first-versions/', import.meta.url)

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
/** Lists of places that no questionnaire takes any longer. */
const authorityThen = { ...firstAuthority, names: { ...firstAuthority.names, lists: fixture('lists') } }

export function firstVersion(slug: string): Questionnaire {
  return materialise(Questionnaire.parse(resolve(fixture(slug), authorityThen)), {})
}
