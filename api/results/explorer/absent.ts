/** The questions of a publication that the explorer has no table of, each with the reason. */
import type { Finding } from '../../../analysis/findings/finding.ts'
import { type Field, fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { AbsentQuestion } from '../../wire/contracts/shapes/explorations.ts'

type Listed = readonly { path: string }[]

/**
 * @param listed questions that have tables
 * @param findings of the same publication: a text or a week is read there
 */
export function absentQuestions(
  { definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>,
  listed: Listed,
  findings: readonly Finding[],
): AbsentQuestion[] {
  const known = new Set(listed.map(({ path }) => path))
  return fieldsOf(definition, assigned)
    .filter(({ path, kind }) => kind !== 'panel' && kind !== 'assigned' && !known.has(path))
    .map((field) => {
      const read = findings.find(({ source }) => source.field === field.path)
      return { title: field.title, why: whyOf(field, read !== undefined), indicator: read?.indicator ?? null }
    })
}

function whyOf({ kind, semantic }: Field, isRead: boolean): string {
  if (semantic === 'commune') return 'Montrée par zone seulement : une commune est trop petite.'
  if (semantic === 'birth-year') return 'Montrée par tranche d’âge seulement.'
  if (kind === 'text')
    return isRead ? 'Texte libre : ses thèmes sont dans les résultats.' : 'Texte libre : il se lit dans « Vigilance ».'
  if (kind === 'week')
    return isRead ? 'Semaine : elle se lit dans les résultats.' : 'Semaine : elle n’a pas d’indicateur.'
  return 'Posée après cette publication, ou à trop peu de personnes : la prochaine le dira.'
}
