/** The first version of a founding questionnaire, as the first authority published it, in French alone. */
import { readFileSync } from 'node:fs'
import { firstAuthority } from '../../surveys/authority/first.ts'
import { materialise } from '../../surveys/questionnaire/parameters.ts'
import { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { resolve } from '../../surveys/questionnaire/resolve.ts'

const folder = new URL('./fixtures/first-versions/', import.meta.url)

export function firstVersion(slug: string): Questionnaire {
  const written = JSON.parse(readFileSync(new URL(`${slug}.json`, folder), 'utf8'))
  return materialise(Questionnaire.parse(resolve(written, firstAuthority)), {})
}
