/** May this version follow that one? Words may change and items may be added; what an answer means may not. */
import { elementsIn, pathOf } from '../questionnaire/elements.ts'
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { rowOf } from '../types/catalogue.ts'
import { kinds } from '../types/kinds.ts'
import type { TypeRow } from '../types/type.ts'

export type Objection = { path: string; code: string; message: string }

/**
 * Compares two published (materialised) versions of one questionnaire.
 *
 * @returns why `next` may not follow `previous`, in French; empty when their answers can be counted together
 */
export function objections(previous: Questionnaire, next: Questionnaire): Objection[] {
  const found: Objection[] = []
  const say = (path: string, code: string, message: string) => found.push({ path, code, message })
  if (next.slug !== previous.slug) say('', 'slug', 'Ce n’est pas le même questionnaire\u202f: en écrire un autre.')
  if (next.version !== previous.version + 1)
    say('', 'version', `La version qui suit porte le numéro ${previous.version + 1}.`)
  if (next.unit !== previous.unit)
    say(
      '',
      'unit',
      'Une fiche ne compterait plus la même chose (foyer, enfant ou personne)\u202f: écrire un autre questionnaire.',
    )

  const followers = new Map(fieldsOf(next.definition, next.assigned).map((field) => [field.path, field]))
  const rows = new Map(elementsIn(next.definition).map((place) => [pathOf(place), rowOf(place.element)]))
  for (const field of fieldsOf(previous.definition, previous.assigned)) {
    const follower = followers.get(field.path)
    if (follower !== undefined)
      for (const { code, message } of changes(field, follower, rows.get(questionPath(field)) ?? null))
        say(field.path, code, message)
    else if (isElsewhere(field, followers))
      say(field.path, 'moved', 'Cette question change de fiche\u202f: lui donner un nouveau code.')
  }
  return found
}

/** A question may leave the questionnaire; its code may not come back at another level. */
const isElsewhere = (field: Field, followers: ReadonlyMap<string, Field>) =>
  [...followers.values()].some(
    ({ name, row, path }) => row === null && field.row === null && name === field.name && path !== field.path,
  )

/** The question of a field: that of its grid, for a line. */
const questionPath = ({ parent, question }: Field) => (parent === null ? question : `${parent}.${question}`)

function changes(before: Field, after: Field, row: TypeRow | null): Omit<Objection, 'path'>[] {
  const found: Omit<Objection, 'path'>[] = []
  const say = (code: string, message: string) => found.push({ code, message })
  if (before.kind !== after.kind) {
    say(
      'kind',
      `Cette question était «\u202f${kinds[before.kind].name}\u202f» et devient «\u202f${kinds[after.kind].name}\u202f»\u202f: lui donner un nouveau code.`,
    )
    return found
  }
  const offered = new Map(after.choices.map((choice) => [choice.value, choice]))
  // months and years are no answers offered: the type itself says whether they may change
  const answers = row?.countedIn ? [] : before.choices
  for (const { value, text, special } of answers) {
    const choice = offered.get(value)
    if (choice === undefined)
      say(
        'choice-gone',
        `La réponse «\u202f${text}\u202f» (${value}) disparaît\u202f: la garder, même si elle n’est plus mise en avant.`,
      )
    else if ((choice.special === true) !== (special === true))
      say('choice-meaning', `La réponse ${value} changerait de sens\u202f: lui donner un autre code.`)
  }
  if (before.sensitivity === 'sensitive' && after.sensitivity !== 'sensitive')
    say('sensitivity', 'Cette question a été posée comme sensible\u202f: elle le reste.')
  if (before.semantic !== null && before.semantic !== after.semantic)
    say('role', 'Le rôle de cette question dans l’analyse ne change pas\u202f: le remettre.')
  const objection = row?.objection?.(before, after) ?? null
  if (objection !== null) found.push(objection)
  return found
}
