/** The report as a workbook, for Excel and for LibreOffice: findings, tables, coverage, with bases and intervals. */

import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { knownEnd } from '../../../surveys/charts/known.ts'
import { neutral } from '../../../surveys/questionnaire/neutral.ts'
import { rules } from '../../disclosure/rules.ts'
import { statusWords } from '../../findings/coverage.ts'
import type { Finding } from '../../findings/finding.ts'
import { verdictOf } from '../../findings/group-tests.ts'
import { date as dayOf, printed, typeset } from '../../text/format.ts'
import { figureRows, unitWords } from '../figures.ts'
import { frozenLines } from '../frozen.ts'
import { covered, periodText, type ReportSource } from '../source.ts'
import type { Report } from '../tree.ts'
import { scopeText } from '../weighting-text.ts'
import { columns } from './open-data.ts'
import { zipAt } from './zip.ts'

type Value = string | number | boolean | null
/** A worksheet with columns freezes its title row. */
type Sheet = { name: string; widths: number[]; rows: Value[][]; percentOf?: (row: Value[]) => number[] }

/** Bytes of the workbook; the same report gives the same bytes. Numbers are numbers, shares are shown in per cent. */
export function spreadsheet(report: Report, source: ReportSource, format: 'xlsx' | 'ods'): Uint8Array {
  const { book, sheets } = bookOf(report, source)
  const bytes = write(book, { type: 'buffer', bookType: format, compression: false }) as Uint8Array
  const names = sheets.map(({ name }) => name)
  const titled = sheets.filter(({ percentOf }) => percentOf !== undefined).map(({ name }) => name)
  return zipAt(bytes, report.date, frozenLines(format, names, titled))
}

/** Both formats are written from one book. */
const books = new WeakMap<ReportSource, { report: Report; book: WorkBook; sheets: Sheet[] }>()

function bookOf(report: Report, source: ReportSource) {
  const known = books.get(source)
  if (known?.report === report) return known
  const book: WorkBook = utils.book_new()
  const day = new Date(`${report.date}T12:00:00Z`)
  book.Props = { Title: report.title, Author: report.place, CreatedDate: day, ModifiedDate: day }
  const sheets = sheetsOf(report, source)
  for (const sheet of sheets) utils.book_append_sheet(book, drawn(sheet), sheet.name)
  const made = { report, book, sheets }
  books.set(source, made)
  return made
}

function sheetsOf(report: Report, source: ReportSource): Sheet[] {
  return [
    readFirst(report, source),
    findings(source),
    tables(source),
    comparisons(source),
    coverage(source),
    questionnaires(source),
  ]
}

function drawn({ rows, widths, percentOf }: Sheet): WorkSheet {
  // The same words come back on thousands of lines
  const seen = new Map<string, string>()
  const written = (text: string) => {
    const known = seen.get(text) ?? neutral(typeset(text))
    seen.set(text, known)
    return known
  }
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? written(value) : value))),
    { dense: true },
  )
  sheet['!cols'] = widths.map((wch) => ({ wch }))
  if (rows.length > 1 && percentOf)
    sheet['!autofilter'] = { ref: utils.encode_range(utils.decode_range(sheet['!ref']!)) }
  rows.forEach((row, r) => {
    for (const c of percentOf?.(row) ?? []) {
      const cell = sheet['!data']?.[r]?.[c]
      if (cell?.t === 'n') cell.z = '0%'
    }
  })
  return sheet
}

function readFirst(report: Report, source: ReportSource): Sheet {
  const { mention, digest } = source
  return {
    name: 'À lire',
    widths: [28, 110],
    rows: [
      [report.title, null],
      ['Collectivité', report.place],
      ['Date du rapport', dayOf(report.date)],
      ...report.marks.map(({ short, text }) => [short, text]),
      ['Portée', scopeText(source)],
      ['Intervalle', 'Colonnes Bas et Haut : intervalle de confiance, au seuil habituel de 95 sur 100.'],
      [
        'Valeur vide',
        'Ce n’est pas un zéro. « Au plus » : entre 0 et Haut, personne ou quelques personnes ont donné cette réponse. « Au moins » : entre Bas et Haut, toutes les personnes ou presque.',
      ],
      [
        'Comparaisons',
        'Une ligne par tableau dont les groupes sont comparés, et les écarts établis entre eux : de plusieurs réponses, les trois plus larges, et combien d’autres. Dans « Tableaux », colonne Écarts : deux groupes d’un tableau qui n’ont aucune lettre en commun diffèrent. Vide, elle ne dit rien : le verdict est dans « Comparaisons ».',
      ],
      ['Redressé', weightedText(source)],
      ['Base', 'Réponses comptées, à cinq près. Une part sans sa base et son intervalle ne se cite pas.'],
      [
        'Petits groupes',
        `${mention} De ${rules.leastDescribed} à ${rules.leastFigure - 1} réponses, en mots seulement.`,
      ],
      ['Empreinte des données', digest],
    ],
  }
}

/** What the column says, of these figures. */
const weightedText = ({ findings: all }: ReportSource): string =>
  all.some(({ evidence }) => evidence.weighted)
    ? '« oui » : réponses pondérées sur les marges saisies. Un chiffre n’est donné que d’une façon.'
    : '« non » partout : chaque réponse compte pour une.'

function findings({ findings: all }: ReportSource): Sheet {
  const head = [
    levelHeading('objective'),
    levelHeading('action'),
    'Questionnaire',
    'Indicateur',
    'Résultat',
    'Valeur',
    'Bas',
    'Haut',
    'Base',
  ]
  const rest = ['Réponses efficaces', 'Unité', 'Redressé']
  const words = ['Force', 'Phrase', 'Question posée', 'Méthode', 'Limites']
  return {
    name: 'Résultats',
    widths: [9, 8, 16, 24, 40, 9, 9, 9, 9, 12, 11, 9, 14, 90, 60, 34, 90],
    percentOf: (row) => (row[10] === unitWords.share ? [5, 6, 7] : []),
    rows: [
      [...head, ...rest, ...words],
      ...all.map((finding) => {
        const { objective, action, source, indicator, title, estimate, evidence } = finding
        const shown = estimate.value === null ? null : estimate
        const { value, low, high } = shown === null ? nothing : printed(shown)
        const numbers = [shown === null || knownEnd(shown) ? null : value, low, high, evidence.base]
        return [
          ...[objective, action, source.questionnaire, indicator, title, ...numbers],
          ...[evidence.effectiveBase, shown ? unitWords[shown.unit]! : null],
          evidence.weighted ? 'oui' : 'non',
          ...[finding.strength, finding.sentence, asked(source), evidence.method, finding.limits.join(' ')],
        ]
      }),
    ],
  }
}

const nothing = { value: null, low: null, high: null }

/** The question, and what the ends of its scale mean. */
const asked = ({ question, ends }: Finding['source']) => (ends === undefined ? question : `${question} (${ends})`)

function tables(source: ReportSource): Sheet {
  const widths = [9, 8, 16, 8, 24, 40, 14, 26, 36, 26, 12, 16, 9, 9, 9, 9, 11, 9, 11, 11, 7, 7]
  return {
    name: 'Tableaux',
    widths,
    percentOf: () => [],
    rows: [
      columns.map(({ title }) => title),
      ...figureRows(source).map((row) =>
        columns.map(({ name }) => {
          const value = row[name]
          return typeof value === 'boolean' ? (value ? 'oui' : 'non') : value
        }),
      ),
    ],
  }
}

/** A line a table whose groups are compared, those with most established gaps first; else in the order of the report. */
function comparisons({ findings: all }: ReportSource): Sheet {
  const lines = all.flatMap((finding) =>
    [finding.table, ...finding.breakdowns.map(({ table }) => table)].flatMap((grid) => {
      const verdict = grid && verdictOf(grid)
      return verdict ? [{ finding, grid, verdict }] : []
    }),
  )
  const head = [levelHeading('objective'), levelHeading('action'), 'Questionnaire', 'Indicateur', 'Résultat']
  return {
    name: 'Comparaisons',
    widths: [9, 8, 16, 24, 40, 26, 14, 120],
    percentOf: () => [],
    rows: [
      [...head, 'Selon', 'Écarts établis', 'Verdict'],
      ...lines
        .toSorted((a, b) => b.verdict.gaps - a.verdict.gaps)
        .map(({ finding: { objective, action, source, indicator, title }, grid, verdict }) => [
          ...[objective, action, source.questionnaire, indicator, title],
          ...[grid.title.replace(/^Selon\s:\s/, ''), verdict.gaps, verdict.text],
        ]),
    ],
  }
}

function coverage(source: ReportSource): Sheet {
  const titleOf = new Map(objectives().map(({ number, title }) => [number, title]))
  return {
    name: 'Couverture du plan',
    widths: [9, 70, 20, 10, 12, 10, 90],
    percentOf: () => [],
    rows: [
      [levelHeading('objective'), 'Titre', 'État', 'Questions', 'Indicateurs', 'Résultats', 'Pourquoi'],
      ...covered(source).map((row) => [
        row.objective,
        titleOf.get(row.objective) ?? '',
        statusWords[row.status],
        ...[row.questions, row.indicators, row.findings],
        row.why,
      ]),
    ],
  }
}

function questionnaires({ questionnaires: surveyed }: ReportSource): Sheet {
  return {
    name: 'Questionnaires',
    widths: [18, 9, 44, 60, 10, 38, 12],
    percentOf: () => [],
    rows: [
      ['Questionnaire', 'Version', 'Titre', 'Public', 'Réponses', 'Période', 'État'],
      ...surveyed.map((one) => [
        ...[one.slug, one.version, one.title, one.audience, one.responses, periodText(one.period)],
        one.trial ? 'essai' : 'en service',
      ]),
    ],
  }
}
