/** What can be set on each type, in plain French: the rules of the review say which properties, the engine says of what kind. */
import { Serializer } from 'survey-core'
import '../../../surveys/answers/engine.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { rowOf } from '../../../surveys/types/catalogue.ts'

export type Control = {
  property: string
  label: string
  help?: string
  kind: 'flag' | 'number' | 'day' | 'words' | 'choice'
  /** Words people read: translated in the « Langues » tab. */
  isText: boolean
  choices: { value: string; text: string }[]
  /** What people read while nothing is written. */
  usual?: string
  /** Only shown when this flag is on. */
  needs?: string
  part: Part
  isAllowed: (value: unknown) => boolean
}
export type Part = 'answer' | 'special' | 'look'

type Words = {
  label: string
  help?: string
  usual?: string
  part?: Part
  needs?: string
  choices?: Record<string, string>
}

/** In the order they are shown. */
const words: Record<string, Words> = {
  maxLength: { label: 'Longueur la plus grande', help: 'En caractères, espaces compris.' },
  min: { label: 'Plus petit nombre admis' },
  max: { label: 'Plus grand nombre admis' },
  maxSelectedChoices: { label: 'Nombre de réponses au plus', help: 'Laisser vide pour ne pas limiter.' },
  rateMin: { label: 'Plus petite note' },
  rateMax: { label: 'Plus grande note' },
  minRateDescription: { label: 'Sens de la plus petite note' },
  maxRateDescription: { label: 'Sens de la plus grande note' },
  labelTrue: { label: 'Mot pour oui', usual: 'Oui' },
  labelFalse: { label: 'Mot pour non', usual: 'Non' },
  minPanelCount: { label: 'Fiches au moins' },
  maxPanelCount: { label: 'Fiches au plus' },
  panelCount: { label: 'Fiches ouvertes au départ' },
  templateTitle: { label: 'Titre de chaque fiche', help: 'Par exemple «\u202fEnfant\u202f»\u202f: le numéro suit.' },
  placeholder: { label: 'Exemple dans la case' },
  showNoneItem: { label: 'Offrir «\u202faucun\u202f»', part: 'special', help: 'Compte comme une réponse.' },
  noneText: { label: 'Ses mots', part: 'special', needs: 'showNoneItem' },
  showOtherItem: {
    label: 'Offrir «\u202fautre, préciser\u202f»',
    part: 'special',
    help: 'Ouvre un petit texte libre.',
  },
  otherText: { label: 'Ses mots', part: 'special', needs: 'showOtherItem' },
  showRefuseItem: { label: 'Offrir «\u202fje préfère ne pas répondre\u202f»', part: 'special' },
  refuseText: { label: 'Ses mots', part: 'special', needs: 'showRefuseItem' },
  showDontKnowItem: { label: 'Offrir «\u202fje ne sais pas\u202f»', part: 'special' },
  dontKnowText: { label: 'Ses mots', part: 'special', needs: 'showDontKnowItem' },
  startWithNewLine: { label: 'Commencer une nouvelle ligne', part: 'look' },
  choicesOrder: {
    label: 'Ordre des réponses',
    part: 'answer',
    help: 'Au hasard quand aucun ordre n’est naturel\u202f: chaque personne a le sien, et le garde. «\u202fAutre\u202f» et «\u202faucun\u202f» restent en dernier\u202f; le papier suit l’ordre écrit.',
    choices: { none: 'Comme écrit', random: 'Au hasard' },
  },
  colCount: { label: 'Réponses par ligne', part: 'look', help: 'Sur un grand écran\u202f; 0 pour laisser faire.' },
  rows: { label: 'Lignes visibles', part: 'look' },
  autoGrow: { label: 'S’agrandir avec le texte', part: 'look' },
  displayMode: {
    label: 'Façon de noter',
    part: 'look',
    choices: { auto: 'Selon la place', buttons: 'Boutons', dropdown: 'Liste déroulante' },
  },
  otherPlaceholder: { label: 'Exemple pour «\u202fautre\u202f»', part: 'look', needs: 'showOtherItem' },
  requiredErrorText: { label: 'Message si rien n’est répondu', part: 'look' },
  minErrorText: { label: 'Message si le nombre est trop petit', part: 'look' },
  maxErrorText: { label: 'Message si le nombre est trop grand', part: 'look' },
  templateDescription: { label: 'Aide de chaque fiche', part: 'look' },
  addPanelText: { label: 'Bouton qui ajoute une fiche', part: 'look' },
  removePanelText: { label: 'Bouton qui retire une fiche', part: 'look' },
  noEntriesText: { label: 'Quand il n’y a aucune fiche', part: 'look' },
  confirmDelete: { label: 'Demander avant de retirer une fiche', part: 'look' },
  confirmDeleteText: { label: 'Avant de retirer une fiche', part: 'look', needs: 'confirmDelete' },
}

const bounds = new Set(['min', 'max'])

/** @returns the controls of an element, in order; those with an editor of their own are not among them */
export function controlsOf(element: DefinitionElement): Control[] {
  const { properties: rules = {}, unlisted = [], labels = {} } = rowOf(element) ?? {}
  return Object.entries<Words>({ ...words, ...labels })
    .filter(([property]) => Object.hasOwn(rules, property) && !unlisted.includes(property))
    .map(([property, { label, help, usual, part = 'answer', needs, choices = {} }]) => ({
      property,
      label,
      ...(help ? { help } : {}),
      ...(usual ? { usual } : {}),
      ...(needs ? { needs } : {}),
      part,
      ...kindOf(element, property, Object.keys(choices).length > 0),
      choices: Object.entries(choices).map(([value, text]) => ({ value, text })),
      isAllowed: rules[property]!,
    }))
}

/** As survey-core knows the property. */
function kindOf(element: DefinitionElement, property: string, isChoice: boolean): Pick<Control, 'kind' | 'isText'> {
  const known = Serializer.findProperty(element.type, property)
  const isText = known?.isLocalizable === true || /(Text|Title|Description|Placeholder)$/.test(property)
  if (isChoice) return { kind: 'choice', isText: false }
  if (known?.type === 'boolean' || known?.type === 'switch') return { kind: 'flag', isText: false }
  if (known?.type === 'number' || bounds.has(property))
    return { kind: rowOf(element)?.kind === 'date' ? 'day' : 'number', isText: false }
  return { kind: 'words', isText }
}

/** What holds when nothing is written. */
export const defaultOf = (type: string, property: string): unknown =>
  Serializer.findProperty(type, property)?.defaultValue
