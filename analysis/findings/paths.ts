/** The paths of a questionnaire in the words of disclosure control. */
import { askedOf } from '../../surveys/conditions/asked.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Path } from '../disclosure/knowledge.ts'

export function pathsOf({ slug, definition, assigned }: Questionnaire): Path[] {
  const fields = fieldsOf(definition, assigned)
  const asked = askedOf({ definition, assigned })
  return fields.flatMap((field): Path[] => {
    const place = [field.parent, field.question].filter((name) => name !== null).join('.')
    return (asked.get(place) ?? []).flatMap(({ of, times, ...said }) => {
      // rows without a limit reveal nothing of the responses
      if (!Number.isFinite(times)) return []
      const outer = fields.find(({ path }) => path === of)
      const answers = outer ? answersTo(outer) : []
      return [
        { ...said, times, answers, inner: `${slug}.${field.path}`, outer: `${slug}.${of}`, sheets: `${slug}.feuilles` },
      ]
    })
  })
}

/** Those that exclude a silence. */
const answersTo = ({ kind, choices }: Field): string[] =>
  kind === 'boolean' ? ['true', 'false'] : choices.map(({ value }) => value).filter((value) => !isSilence(value))

const isSilence = (value: string) => value === 'nsp' || value === 'refus'
