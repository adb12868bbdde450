/** May this version follow that one? Words may change and items may be added; what an answer means may not. */
import { type Field, type FieldKind, fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

export type Objection = { path: string; code: string; message: string }

const kindNames: Record<FieldKind, string> = {
  choice: 'choix unique',
  choices: 'cases à cocher',
  text: 'texte',
  number: 'nombre',
  boolean: 'oui ou non',
  rating: 'échelle',
  ranking: 'classement',
  week: 'semaine type',
  panel: 'fiche répétée',
  assigned: 'valeur tirée au sort',
}

/**
 * Compares two published (materialised) versions of one questionnaire.
 *
 * @returns why `next` may not follow `previous`, in French; empty when their answers can be counted together
 */
export function objections(previous: Questionnaire, next: Questionnaire): Objection[] {
  const found: Objection[] = []
  const say = (path: string, code: string, message: string) => found.push({ path, code, message })
  if (next.slug !== previous.slug) say('', 'slug', 'Ce n’est pas le même questionnaire\u202f: en publier un nouveau.')
  if (next.version !== previous.version + 1)
    say('', 'version', `La version qui suit porte le numéro ${previous.version + 1}.`)
  if (next.unit !== previous.unit)
    say(
      '',
      'unit',
      'Une fiche ne compterait plus la même chose (foyer, enfant ou personne)\u202f: publier un nouveau questionnaire.',
    )

  const kept = new Map(fieldsOf(next.definition, next.assigned).map((field) => [field.path, field]))
  for (const field of fieldsOf(previous.definition, previous.assigned)) {
    const follower = kept.get(field.path)
    if (follower !== undefined) for (const { code, message } of changes(field, follower)) say(field.path, code, message)
    else if (isElsewhere(field, kept))
      say(field.path, 'moved', 'Cette question change de fiche\u202f: lui donner un nouveau code.')
  }
  return found
}

/** A question may leave the questionnaire; its code may not come back at another level. */
const isElsewhere = (field: Field, kept: ReadonlyMap<string, Field>) =>
  [...kept.values()].some(
    ({ name, row, path }) => row === null && field.row === null && name === field.name && path !== field.path,
  )

function changes(before: Field, after: Field): Omit<Objection, 'path'>[] {
  const found: Omit<Objection, 'path'>[] = []
  const say = (code: string, message: string) => found.push({ code, message })
  if (before.kind !== after.kind) {
    say(
      'kind',
      `Cette question était «\u202f${kindNames[before.kind]}\u202f» et devient «\u202f${kindNames[after.kind]}\u202f»\u202f: lui donner un nouveau code.`,
    )
    return found
  }
  const offered = new Map(after.choices.map((choice) => [choice.value, choice]))
  for (const { value, text, special } of before.choices) {
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
  if (before.role !== null && before.role !== after.role)
    say('role', 'Le rôle de cette question dans l’analyse ne change pas\u202f: le remettre.')
  const scale = before.kind === 'rating' && (before.min !== after.min || before.max !== after.max)
  if (scale)
    say(
      'scale',
      `L’échelle allait de ${before.min} à ${before.max}\u202f: la garder, ou donner un nouveau code à la question.`,
    )
  const ranked = before.kind === 'ranking' && after.choices.length !== before.choices.length
  if (ranked)
    say(
      'ranking',
      'Un classement ne gagne pas de choix\u202f: les rangs ne se compareraient plus. Donner un nouveau code à la question.',
    )
  return found
}
