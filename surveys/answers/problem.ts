/** What can be wrong with one answer, in words for the person who gave it. */
import { frenchWords } from './engine-words.ts'

export type ValidationProblem = {
  /** `garde`, `enfants.0.garde`, `garde-Comment`; empty for the whole response. */
  path: string
  code: ProblemCode
  message: string
}

const messages = {
  shape: 'La fiche de réponses est illisible.',
  assigned: 'La valeur tirée au sort manque ou n’est pas une de celles prévues.',
  unknown: 'Cette réponse ne correspond à aucune question.',
  forbidden: 'Ce nom de réponse n’est pas admis.',
  hidden: 'Cette question n’était pas posée\u202f: sa réponse est à retirer.',
  missing: 'Cette question était posée\u202f: une réponse ou un blanc est attendu.',
  required: frenchWords.requiredError,
  type: 'Cette réponse n’a pas la forme attendue.',
  choice: 'La réponse est à choisir parmi celles proposées.',
  exclusive: 'Cette réponse ne peut pas être cochée avec d’autres.',
  duplicate: 'La même réponse est donnée deux fois.',
  many: 'Trop de réponses sont cochées.',
  integer: 'Un nombre entier est attendu, sans virgule.',
  range: 'Le nombre est en dehors de ce qui est admis.',
  length: 'Le texte est trop long\u202f: à raccourcir.',
  blank: 'Un texte vide se laisse en blanc.',
  signs: 'Le texte contient des signes qui ne se lisent pas.',
  order: 'Le classement doit reprendre chaque réponse proposée, une seule fois.',
  week: 'La semaine est mal remplie.',
  rows: 'Le nombre de fiches n’est pas celui attendu.',
  'comment-alone': 'La précision «\u202fautre\u202f» ne va qu’avec la réponse «\u202fautre\u202f».',
} as const
export type ProblemCode = keyof typeof messages

export const problem = (path: string, code: ProblemCode, message: string = messages[code]): ValidationProblem => ({
  path,
  code,
  message,
})
