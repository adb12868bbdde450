/** Open data: the published tables as CSV for machines, the same for « Excel France », and what each column means. */

import { stringify } from 'csv-stringify/sync'
import { levelHeading, levelSaid } from '../../../surveys/authority/levels.ts'
import { neutral } from '../../../surveys/questionnaire/neutral.ts'
import { rules } from '../../disclosure/rules.ts'
import { strengths } from '../../findings/strength.ts'
import { type FigureRow, figureRows, figureStates, unitWords } from '../figures.ts'
import { noticeMarks } from '../marks.ts'
import type { ReportSource } from '../source.ts'

type Column = { name: keyof FigureRow; type: 'string' | 'integer' | 'number' | 'boolean' | 'date' } & Words
type Words = { title: string; description: string; constraints?: Record<string, unknown> }

/** Title of each column once, for the CSV, its schema and the spreadsheets. */
export const columns: Column[] = [
  {
    name: 'objectif',
    type: 'integer',
    get title() {
      return levelHeading('objective')
    },
    get description() {
      return `Numéro ${levelSaid('ofThe', 'objective')} du plan`
    },
    constraints: { required: true, minimum: 1 },
  },
  {
    name: 'action',
    type: 'integer',
    get title() {
      return levelHeading('action')
    },
    get description() {
      return `Numéro ${levelSaid('ofThe', 'action')} du plan`
    },
    constraints: { required: true, minimum: 1 },
  },
  {
    name: 'questionnaire',
    type: 'string',
    title: 'Questionnaire',
    description: 'Nom court du questionnaire',
    constraints: { required: true },
  },
  {
    name: 'version',
    type: 'integer',
    title: 'Version',
    description: 'Version publiée du questionnaire',
    constraints: { required: true, minimum: 1 },
  },
  {
    name: 'indicateur',
    type: 'string',
    title: 'Indicateur',
    description: 'Code stable de l’indicateur dans son questionnaire',
    constraints: { required: true, pattern: '[a-z0-9-]+' },
  },
  { name: 'resultat', type: 'string', title: 'Résultat', description: 'Titre du résultat' },
  {
    name: 'force',
    type: 'string',
    title: 'Force',
    description: 'Force de la preuve du résultat, selon des règles écrites',
    constraints: { required: true, enum: strengths },
  },
  {
    name: 'tableau',
    type: 'string',
    title: 'Tableau',
    description:
      '« résultat » : ce que dit la phrase, quand aucun tableau ne l’a (une moyenne, une médiane) ; « ensemble », ou le groupe qui ventile',
  },
  { name: 'ligne', type: 'string', title: 'Ligne', description: 'Réponse ou groupe de la ligne' },
  { name: 'colonne', type: 'string', title: 'Colonne', description: 'Ce que mesure la valeur, ou le groupe' },
  {
    name: 'etat',
    type: 'string',
    title: 'État',
    description: `Publié ; au plus, la valeur est entre 0 et Haut : personne, ou quelques personnes, ont donné cette réponse ; au moins, elle est entre Bas et Haut : toutes les personnes, ou presque ; en mots, de ${rules.leastDescribed} à ${rules.leastFigure - 1} réponses, ou d’un groupe qui réunit presque tout le monde ; trop petit, en dessous, ou en attente de réponses nouvelles`,
    constraints: { required: true, enum: figureStates },
  },
  {
    name: 'mots',
    type: 'string',
    title: 'Mots',
    description:
      'Ce qui est dit à la place du chiffre quand l’état est « en mots » : « une minorité », « la plupart », « trop incertain », « voir l’ensemble »… Vide sinon',
  },
  {
    name: 'valeur',
    type: 'number',
    title: 'Valeur',
    description:
      'Estimation ; une part est en pour cent entiers. Vide quand l’état n’est pas « publié » : une valeur vide n’est pas un zéro',
  },
  { name: 'bas', type: 'number', title: 'Bas', description: 'Borne basse de l’intervalle à 95 %' },
  { name: 'haut', type: 'number', title: 'Haut', description: 'Borne haute de l’intervalle à 95 %' },
  {
    name: 'base',
    type: 'integer',
    title: 'Base',
    description: 'Réponses sur lesquelles la valeur repose, à cinq près',
    constraints: { minimum: rules.leastFigure },
  },
  {
    name: 'unite',
    type: 'string',
    title: 'Unité',
    description: 'Unité de la valeur',
    constraints: { enum: [...new Set(Object.values(unitWords))] },
  },
  {
    name: 'ecarts',
    type: 'string',
    title: 'Écarts',
    description:
      'Lettres du groupe de la ligne : deux groupes d’un tableau qui n’ont aucune lettre en commun diffèrent (seuil de 5 %, correction de Holm). Vide quand le tableau n’a pas de lettres',
  },
  { name: 'debut', type: 'date', title: 'Début', description: 'Jour de la première réponse' },
  {
    name: 'fin',
    type: 'date',
    title: 'Fin',
    description: 'Jour de la dernière réponse ; d’un chiffre gardé d’une publication précédente, le jour de celle-ci',
  },
  { name: 'essai', type: 'boolean', title: 'Essai', description: 'Vrai quand les réponses sont un essai' },
  { name: 'fictif', type: 'boolean', title: 'Fictif', description: 'Vrai quand les données sont inventées' },
]

/** UTF-8, comma, dot, ISO days: masked aggregates only. */
export const tablesCsv = (source: ReportSource): string =>
  stringify([columns.map(({ name }) => name), ...lines(source, (value) => String(value), 'true', 'false')], {
    record_delimiter: '\n',
  })

/** The same lines for a French spreadsheet: byte order mark, semicolon, decimal comma. */
export const tablesExcel = (source: ReportSource): string =>
  stringify(
    [columns.map(({ title }) => title), ...lines(source, (value) => String(value).replace('.', ','), 'oui', 'non')],
    { bom: true, delimiter: ';', record_delimiter: '\r\n' },
  )

function lines(source: ReportSource, number: (value: number) => string, yes: string, no: string): string[][] {
  return figureRows(source).map((row) =>
    columns.map(({ name }) => {
      const value = row[name]
      if (value === null) return ''
      if (typeof value === 'number') return number(value)
      return typeof value === 'boolean' ? (value ? yes : no) : neutral(value)
    }),
  )
}

/** @source Table Schema 1.0, with the description fields of schema.data.gouv.fr */
export function tablesSchema({ place, date, digest, mention, questionnaires }: ReportSource): string {
  const notices = noticeMarks(questionnaires).map(({ short, text }) => `${short}. ${text}`)
  const schema = {
    $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
    name: 'resultats-questionnaires-ctg',
    title: 'Résultats des questionnaires de la convention territoriale globale',
    description: [
      ...notices,
      `Agrégats publiés, un chiffre par ligne. ${mention} Empreinte des données (SHA-256) : ${digest}`,
    ].join(' '),
    countryCode: 'FR',
    lastModified: date,
    contributors: [{ title: place, role: 'author' }],
    path: 'tables.csv',
    encoding: 'utf-8',
    fields: columns.map(({ constraints, ...rest }) => (constraints ? { ...rest, constraints } : rest)),
    missingValues: [''],
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}
