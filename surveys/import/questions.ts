/** Converts the questions of a SurveyJS file: what is common to all of them; each type converts its own settings. */
import { type Choice, frenchOf, isObject, listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Text } from '../questionnaire/questionnaire.ts'
import { type QuestionType, questionTypes, typeNames, typeOf } from '../types/catalogue.ts'
import type { ImportTools, Written } from '../types/convert.ts'
import { caps } from '../types/rules.ts'
import { conditionFrom } from './conditions.ts'
import { choicesIn, type Names, nameFrom, valuesFrom } from './names.ts'
import { ImportError, type Notes, short } from './notes.ts'
import { textFrom } from './texts.ts'

export type Import = { names: Names; notes: Notes; language: string; refused: string[] }

/** Our type of each other name a SurveyJS file may use. */
const imported = new Map<string, QuestionType>(
  typeNames.flatMap((name) => (questionTypes[name].imports ?? []).map((other) => [other, name] as const)),
)
const importedType = ({ type, inputType, cellType }: Written): QuestionType | null =>
  typeOf({ type: String(type), inputType, cellType }) ??
  imported.get(`${type}:${inputType}`) ??
  imported.get(String(type)) ??
  null

/** Types that ask for nothing, or for what a survey does not collect here. */
const leftOut: Record<string, string> = {
  image: 'Images laissées.',
  expression: 'Calculs laissés\u202f: l’analyse les fait sur les réponses.',
  file: 'Dépôts de fichiers laissés\u202f: un sondage n’en recueille pas.',
  signaturepad: 'Signatures laissées\u202f: un sondage n’en recueille pas.',
  matrixdropdown: 'Tableaux à plusieurs listes laissés\u202f: les refaire en grille à un choix par ligne.',
  matrixdynamic: 'Tableaux à lignes ajoutées laissés\u202f: les refaire en fiche répétée.',
}
/** Far more than a questionnaire may ask; a free code is looked for among all those before it, whose time grows with their square. */
const most = 1_000
const tooMany = 'Ce fichier a plus de 1\u202f000 questions. Le partager en plusieurs, puis recommencer.'
const contacts = new Set(['email', 'tel', 'url', 'password'])

export function elementsFrom(written: unknown, task: Import, isRow = false): DefinitionElement[] {
  return listOf<Written>(written).flatMap((element) => elementFrom(element, task, isRow))
}

function elementFrom(element: Written, task: Import, isRow: boolean): DefinitionElement[] {
  const type = String(element.type)
  const where = short(frenchOf(titleOf(element, task)) || String(element.name ?? type))
  const reason = Object.hasOwn(leftOut, type) ? leftOut[type] : undefined
  if (reason !== undefined) {
    task.notes.say(reason, where)
    return []
  }
  if (type === 'html' && textFrom(element.html, task.language, where, task.notes) === undefined) {
    task.notes.say('Textes en HTML laissés\u202f: ils n’avaient pas de mots.', where)
    return []
  }
  if (type === 'imagepicker') {
    task.notes.say('Images à choisir laissées\u202f: seuls leurs textes restent.', where)
    return elementFrom({ ...element, type: element.multiSelect === true ? 'checkbox' : 'radiogroup' }, task, isRow)
  }
  if (type === 'text' && contacts.has(String(element.inputType))) {
    task.notes.say('Questions de coordonnées laissées\u202f: elles se donnent à part, jamais avec les réponses.', where)
    return []
  }
  if (type === 'multipletext') {
    task.notes.say('Champs groupés séparés en questions.', where)
    return listOf<Written>(element.items).flatMap((item) => elementFrom({ ...item, type: 'text' }, task, isRow))
  }
  const own = importedType(element)
  const row = own && questionTypes[own]
  if (!row?.convert) {
    task.refused.push(
      `Question «\u202f${where}\u202f»\u202f: le type «\u202f${short(type)}\u202f» n’existe pas ici. Retirer la question du fichier, ou en changer le type, puis recommencer.`,
    )
    return []
  }
  if (row.holds === 'rows' && isRow) {
    task.notes.say('Fiche répétée dans une autre laissée\u202f: la refaire à côté.', where)
    return []
  }
  if (task.names.taken.size >= most) throw new ImportError([tooMany])
  const name = nameFrom(element.name, 'question', task.names)
  const key = isRow ? `panel.${name}` : name
  task.names.questions.set(isRow ? `panel.${element.name}` : String(element.name), key)
  const base: DefinitionElement = { ...(row.written ?? { type: own as string }), name }
  const title = textFrom(element.title ?? element.name, task.language, where, task.notes)
  const description = textFrom(element.description, task.language, where, task.notes)
  if (title !== undefined) base.title = title
  if (description !== undefined) base.description = description
  if (row.kind !== null) base.objectives = []
  if (row.kind !== null && row.kind !== 'panel') base.sensitivity = 'ordinary'
  if (element.isRequired === true && row.kind !== null) base.isRequired = true
  // read once every name is known
  if (element.visibleIf !== undefined) base.visibleIf = element.visibleIf
  if (element.requiredIf !== undefined && row.kind !== null && base.isRequired !== true)
    base.requiredIf = element.requiredIf
  noteLost(element, where, task)
  return [row.convert(base, element, toolsFor(element, { task, where, key, isRow }))]
}

const titleOf = (element: Written, { language, notes }: Import): Text | undefined =>
  textFrom(element.title, language, '', { ...notes, say: () => {} })

type Making = { task: Import; where: string; key: string; isRow: boolean }

function toolsFor(element: Written, making: Making): ImportTools {
  const { task, where, isRow } = making
  return {
    say: (message) => task.notes.say(message, where),
    texts: (texts) => worded(texts, task, where),
    offering: () => offering(element, making),
    list: (value, most) => offered(value, most, task, where).choices,
    elements: (value) => elementsFrom(value, task, isRow),
    elementsOfRow: (value) => elementsFrom(value, task, true),
  }
}

function offering(element: Written, { task, where, key }: Making): Written {
  const { choices, values } = offered(element.choices, caps.choices, task, where)
  task.names.values.set(key, values)
  if (choices.length === 0) task.notes.say('Réponses proposées à écrire\u202f: le fichier les prenait ailleurs.', where)
  const has = (shown: string, old: string) => element[shown] === true || element[old] === true
  return {
    choices,
    ...(element.choicesOrder === 'random' ? { choicesOrder: 'random' } : {}),
    ...(has('showOtherItem', 'hasOther')
      ? { showOtherItem: true, ...worded({ otherText: element.otherText }, task, where) }
      : {}),
    ...(has('showNoneItem', 'hasNone')
      ? { showNoneItem: true, ...worded({ noneText: element.noneText }, task, where) }
      : {}),
    ...(element.showRefuseItem === true
      ? { showRefuseItem: true, ...worded({ refuseText: element.refuseText }, task, where) }
      : {}),
    ...(element.showDontKnowItem === true
      ? { showDontKnowItem: true, ...worded({ dontKnowText: element.dontKnowText }, task, where) }
      : {}),
  }
}

function offered(list: unknown, most: number, { language, notes }: Import, where: string) {
  const written = choicesIn(list)
  if (written.length > most) notes.say(`Plus de ${most} réponses proposées\u202f: les suivantes sont laissées.`, where)
  const retained = written.slice(0, most)
  const values = valuesFrom(retained)
  const choices: Choice[] = [...values].map(([value, ours]) => ({
    value: ours,
    text: textFrom(retained.find((choice) => choice.value === value)!.text, language, where, notes) ?? value,
  }))
  return { choices, values }
}

/** Texts that are there, in our form. */
function worded(texts: Record<string, unknown>, { language, notes }: Import, where: string): Record<string, Text> {
  const made = Object.entries(texts).map(
    ([property, text]) => [property, textFrom(text, language, where, notes)] as const,
  )
  return Object.fromEntries(made.filter((entry): entry is [string, Text] => entry[1] !== undefined))
}

/** Settings a respondent would have noticed. */
function noteLost(element: Written, where: string, { notes }: Import): void {
  if (element.validators !== undefined)
    notes.say('Contrôles de saisie laissés\u202f: les limites d’une question se règlent ici.', where)
  if (element.defaultValue !== undefined || element.defaultValueExpression !== undefined)
    notes.say('Réponses données d’avance laissées\u202f: elles pèsent sur ce que les gens répondent.', where)
  if (element.choicesByUrl !== undefined)
    notes.say('Réponses lues sur un autre site laissées\u202f: les écrire.', where)
  if (element.enableIf !== undefined)
    notes.say('Conditions «\u202fmodifiable si\u202f» laissées\u202f: préférer «\u202fafficher si\u202f».', where)
  if (isObject(element.choicesFromQuestion) || typeof element.choicesFromQuestion === 'string')
    notes.say('Réponses reprises d’une autre question laissées\u202f: à refaire dans la question.', where)
}

/** Conditions are rewritten once every question has its code. */
export function withConditions(elements: DefinitionElement[], task: Import): DefinitionElement[] {
  return elements.map((element) => {
    const { visibleIf, requiredIf, ...rest } = element
    const where = short(frenchOf(element.title) || element.name)
    const shown = conditionFrom(visibleIf, where, task.names, task.notes)
    const needed = conditionFrom(requiredIf, where, task.names, task.notes)
    return {
      ...rest,
      ...(shown === undefined ? {} : { visibleIf: shown }),
      ...(needed === undefined ? {} : { requiredIf: needed }),
      ...(Array.isArray(element.elements) ? { elements: withConditions(listOf(element.elements), task) } : {}),
      ...(Array.isArray(element.templateElements)
        ? { templateElements: withConditions(listOf(element.templateElements), task) }
        : {}),
    } as DefinitionElement
  })
}
