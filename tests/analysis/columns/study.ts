/** A small questionnaire of every kind of field, and responses to answer it, for the tests of the analysis. */

import { accumulate } from '../../../analysis/columns/columns.ts'
import type { Study } from '../../../analysis/columns/study.ts'
import type { Noise } from '../../../analysis/disclosure/perturbation.ts'
import type { CountedStudy } from '../../../analysis/findings/assessment.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import type { Answers, Response } from '../../../surveys/answers/response.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { numberedResponse } from '../../../surveys/people/numbered.ts'
import { Indicator, type Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

const choice = (...values: string[]) => values.map((value) => ({ value, text: value.toUpperCase() }))
const asked = { objectives: [1], sensitivity: 'ordinary' }
const lines = ['who', 'why', 'basis', 'optional', 'recipients', 'retention', 'rights']

export const small: Questionnaire = {
  slug: 'petit',
  version: 1,
  title: 'Petit questionnaire',
  summary: 'Pour les tests.',
  audience: 'families',
  audienceText: 'Toutes les familles',
  minutes: 1,
  unit: 'households',
  notice: { lines: lines.map((id) => ({ id, title: id, text: id })) },
  parameters: [],
  assigned: [],
  indicators: [],
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'radiogroup',
            name: 'garde',
            title: 'Une garde ?',
            showDontKnowItem: true,
            showRefuseItem: true,
            choices: choice('oui', 'parfois', 'non'),
            ...asked,
          },
          {
            type: 'checkbox',
            name: 'qui',
            title: 'Qui garde ?',
            showNoneItem: true,
            showOtherItem: true,
            showRefuseItem: true,
            choices: choice('creche', 'assmat'),
            ...asked,
          },
          { type: 'boolean', name: 'voiture', title: 'Une voiture ?', ...asked },
          { type: 'text', inputType: 'number', name: 'trajet', title: 'Minutes de trajet', min: 0, max: 120, ...asked },
          { type: 'rating', name: 'note', title: 'Une note', rateMin: 1, rateMax: 5, ...asked },
          {
            type: 'ranking',
            name: 'ordre',
            title: 'Dans quel ordre ?',
            choices: choice('prix', 'lieu', 'heures'),
            ...asked,
          },
          {
            type: 'matrix',
            name: 'services',
            title: 'Connaissez-vous ?',
            rows: choice('rpe', 'laep'),
            columns: choice('oui', 'non'),
            ...asked,
          },
          {
            type: 'radiogroup',
            name: 'sante',
            title: 'Une adaptation ?',
            showRefuseItem: true,
            choices: choice('oui', 'non'),
            objectives: [2],
            sensitivity: 'sensitive',
          },
          {
            type: 'paneldynamic',
            name: 'enfants',
            title: 'Vos enfants',
            maxPanelCount: 4,
            ...asked,
            templateElements: [
              {
                type: 'text',
                inputType: 'number',
                name: 'naissance',
                title: 'Année de naissance',
                role: 'birth-year',
                min: 2005,
                max: 2027,
                ...asked,
              },
              { type: 'weekhours', name: 'semaine', title: 'Sa semaine', ...asked },
            ],
          },
          {
            type: 'dropdown',
            name: 'commune',
            title: 'Votre commune',
            role: 'commune',
            choices: choice('81140', '81271', '81298', 'hors'),
            ...asked,
          },
        ],
      },
    ],
  },
}

export const indicator = (given: Partial<Indicator> & Pick<Indicator, 'field' | 'measure'>): Indicator =>
  Indicator.parse({
    id: `${given.field}-${given.measure}`.replace(/[^a-z]/g, '-'),
    objective: 1,
    unit: 'households',
    title: 'Titre',
    sentence: '{value} des familles ({interval} ; {base} réponses).',
    ...given,
  })

/** Counts as they are, for tests of what is measured and said. */
export const unperturbed: Noise = ({ people }) => people
export const exactFindingsOf = (study: Study) => findingsOf(study, unperturbed)

/** Record keys of every test. */
export const recordSecret = { key: new Uint8Array(32).fill(1), epoch: 0 }

/** Responses in the order given, with ids in that order. */
export const responses = (
  answers: Answers[],
  slug = small.slug,
  about: (row: number) => Partial<Response> = () => ({}),
): Response[] => answers.map((own, row) => numberedResponse(row, { slug, version: 1 }, own, about(row)))

/** A study of these answers, in service (not on trial). */
export function studyOf(
  answers: Answers[],
  indicators: Indicator[],
  questionnaire: Questionnaire = small,
  about: (row: number) => Partial<Response> = () => ({}),
): CountedStudy {
  const own = { ...questionnaire, indicators }
  const columns = accumulate(own)
  columns.add(responses(answers, small.slug, about))
  const period = answers.length === 0 ? null : { from: '2026-03-02', to: '2026-03-02' }
  return {
    questionnaire: own,
    table: columns.table(recordSecret),
    trial: false,
    period,
    zones: provisionalZones(),
    responses: answers.length,
  }
}

/** The same answers, so many times. */
export const times = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers)
