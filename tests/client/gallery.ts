/** A questionnaire with one question of each type, in every language, and what each must be heard saying. */
import { byTranslated, type Language } from '../../surveys/languages.ts'
import type { DefinitionElement, Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'

const said: Record<Language, (text: string) => string> = {
  fr: (text) => text,
  'fr-facile': (text) => `${text} facile`,
  en: (text) => `${text} in English`,
  ar: (text) => `${text} بالعربية`,
  es: (text) => `${text} en español`,
}
export const inTongue = (text: string, language: Language) => said[language](text)
const t = (text: string) => ({ default: text, ...byTranslated((language) => said[language](text)) })
const choices = (type: string, names = ['un', 'deux', 'trois']) =>
  names.map((name) => ({ value: name, text: t(`Choix ${name} ${type}`) }))

/** Each type, what it is made of, and the texts of its choices as they are heard. */
export const types: { type: string; own: Record<string, unknown>; heard: string[]; isRequired: boolean }[] = [
  {
    type: 'radiogroup',
    own: { choices: choices('radio') },
    heard: ['un', 'deux', 'trois'].map((n) => `Choix ${n} radio`),
    isRequired: true,
  },
  {
    type: 'checkbox',
    own: { choices: choices('case') },
    heard: ['un', 'deux', 'trois'].map((n) => `Choix ${n} case`),
    isRequired: true,
  },
  {
    type: 'dropdown',
    own: { choices: choices('liste') },
    heard: ['un', 'deux', 'trois'].map((n) => `Choix ${n} liste`),
    isRequired: true,
  },
  { type: 'boolean', own: {}, heard: [], isRequired: true },
  { type: 'rating', own: { rateMin: 1, rateMax: 5 }, heard: ['1', '2', '3', '4', '5'], isRequired: true },
  {
    type: 'slider',
    own: { min: 0, max: 10, minRateDescription: t('Bout bas'), maxRateDescription: t('Bout haut') },
    heard: ['Bout bas', 'Bout haut'],
    isRequired: true,
  },
  {
    type: 'ranking',
    own: { choices: choices('rang') },
    heard: ['un', 'deux', 'trois'].map((n) => `Choix ${n} rang`),
    isRequired: false,
  },
  {
    type: 'matrix',
    own: {
      rows: [{ value: 'r1', text: t('Ligne grille') }],
      columns: [
        { value: 'c1', text: t('Colonne une') },
        { value: 'c2', text: t('Colonne deux') },
      ],
    },
    heard: ['Ligne grille', 'Colonne une', 'Colonne deux'],
    isRequired: true,
  },
  {
    type: 'matrixcheckbox',
    own: {
      type: 'matrix',
      cellType: 'checkbox',
      rows: [{ value: 'r1', text: t('Ligne cases') }],
      columns: [
        { value: 'c1', text: t('Case une') },
        { value: 'c2', text: t('Case deux') },
      ],
    },
    heard: ['Ligne cases', 'Case une', 'Case deux'],
    isRequired: true,
  },
  {
    type: 'numbers',
    own: {
      rows: [{ value: 'r1', text: t('Ligne nombre') }],
      min: 0,
      max: 99,
      unit: t('heures'),
    },
    heard: ['Ligne nombre'],
    isRequired: true,
  },
  { type: 'text', own: { inputType: 'text', maxLength: 60 }, heard: [], isRequired: true },
  {
    type: 'date',
    own: { type: 'text', inputType: 'date', min: '2020-01-01', max: '2026-12-31' },
    heard: [],
    isRequired: true,
  },
  { type: 'comment', own: { maxLength: 300 }, heard: [], isRequired: true },
  { type: 'weekhours', own: {}, heard: [], isRequired: false },
]

const lines = ['who', 'why', 'basis', 'optional', 'recipients', 'retention', 'rights']

export const gallery: Questionnaire = {
  slug: 'galerie',
  version: 1,
  title: t('La galerie'),
  summary: t('Une question de chaque sorte.'),
  audience: 'young-16-25',
  audienceText: t('Tout le monde'),
  minutes: 3,
  unit: 'persons',
  notice: { lines: lines.map((id) => ({ id, title: t(id), text: t(`${id} texte`), more: t(`${id} suite`) })) },
  parameters: [],
  assigned: [],
  indicators: [],
  definition: {
    pages: types.map(({ type, own, isRequired }) => ({
      name: `page_${type}`,
      title: t(`Page ${type}`),
      elements: [
        {
          type,
          name: `q_${type}`,
          title: t(`Question ${type}`),
          description: t(`Aide ${type}`),
          objectives: [1],
          sensitivity: 'ordinary',
          ...(isRequired ? { isRequired } : {}),
          ...own,
        } as DefinitionElement,
      ],
    })),
  },
}
