/** A moment when somebody listened to inhabitants, in rows: what it was, who spoke, what they agreed to. */

type Row<Value extends string> = { value: Value; text: string }

/** `one`, `several`: as a count says it; it is never a percentage. */
export const encounterKinds = [
  { value: 'interview', text: 'Entretien', one: 'entretien', several: 'entretiens' },
  { value: 'focus-group', text: 'Groupe d’échange', one: 'groupe d’échange', several: 'groupes d’échange' },
  { value: 'walk', text: 'Marche avec des jeunes', one: 'marche avec des jeunes', several: 'marches avec des jeunes' },
  { value: 'public-meeting', text: 'Réunion publique', one: 'réunion publique', several: 'réunions publiques' },
] as const
export type EncounterKind = (typeof encounterKinds)[number]['value']

/** Who speaks, as coarsely as a quote may say it. */
export const voices = [
  { value: 'parent', text: 'Parent' },
  { value: 'young', text: 'Jeune' },
  { value: 'inhabitant', text: 'Habitant' },
  { value: 'association', text: 'Bénévole' },
  { value: 'professional', text: 'Professionnel' },
  { value: 'elected', text: 'Élu' },
] as const satisfies readonly Row<string>[]
export type Voice = (typeof voices)[number]['value']

export const ageBands = [
  { value: 'under-15', text: 'moins de 15 ans' },
  { value: '15-17', text: '15 à 17 ans' },
  { value: '18-25', text: '18 à 25 ans' },
  { value: '26-59', text: '26 à 59 ans' },
  { value: '60-plus', text: '60 ans et plus' },
] as const satisfies readonly Row<string>[]
export type AgeBand = (typeof ageBands)[number]['value']

export const consentForms = [
  { value: 'oral', text: 'De vive voix' },
  { value: 'written', text: 'Par écrit' },
  { value: 'parental', text: 'De vive voix, avec l’accord d’un parent' },
] as const satisfies readonly Row<string>[]
export type ConsentForm = (typeof consentForms)[number]['value']

/** From the narrowest to the widest: each allows what the one before allows. */
export const consentScopes = [
  {
    value: 'notes',
    text: 'Nos notes seulement',
    help: 'L’équipe s’en sert pour comprendre. Aucune phrase n’est reprise.',
  },
  {
    value: 'staff',
    text: 'Des phrases sans nom, entre collègues',
    help: 'Les citations relues se lisent sur la page du plan qui en parle, pas dans les documents.',
  },
  {
    value: 'documents',
    text: 'Des phrases sans nom, dans nos documents',
    help: 'Fiches action, bilan, évaluation : ces documents peuvent être lus par tout le monde.',
  },
] as const satisfies readonly (Row<string> & { help: string })[]
export type ConsentScope = (typeof consentScopes)[number]['value']

export const valuesOf = <Value extends string>(rows: readonly { value: Value }[]): [Value, ...Value[]] =>
  rows.map(({ value }) => value) as [Value, ...Value[]]

/** @returns its words; the value itself when the list no longer has it */
export const textOf = (rows: readonly { value: string; text: string }[], value: string): string =>
  rows.find((row) => row.value === value)?.text ?? value
