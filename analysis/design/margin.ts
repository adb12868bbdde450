/** A margin: known population counts, with the unit they count, their date and their source. */
import { parse } from 'csv-parse/sync'
import { type Unit, unitRows, units } from '../../surveys/questionnaire/audiences.ts'
import { folded } from '../../surveys/wording/folded.ts'
import { Refusal } from './refusal.ts'

export type MarginUnit = Unit

export type Margin = {
  /** Name of the weighting variable: « zone ». */
  variable: string
  unit: MarginUnit
  /** ISO date the counts are of. */
  date: string
  /** Who counted: « INSEE, RP 2022 ». */
  source: string
  /** Population of each category, ≥ 0. */
  totals: Readonly<Record<string, number>>
}

const unitNamed = (name: string): MarginUnit | undefined =>
  units.find((unit) => folded(unitRows[unit].margin) === folded(name))

/**
 * Margins of a CSV file with the columns variable, categorie, effectif, unite, date, source (comma or semicolon).
 *
 * @throws Refusal `class-unknown` naming the line that cannot be read
 */
export function parseMargins(text: string): Margin[] {
  const rows: Record<string, string>[] = parse(text, {
    bom: true,
    columns: (header: string[]) => header.map(folded),
    delimiter: [',', ';'],
    skip_empty_lines: true,
    trim: true,
  })
  const margins = new Map<string, Margin & { totals: Record<string, number> }>()
  rows.forEach((row, index) => {
    const { variable, categorie, effectif, unite, date, source } = row
    const unit = unitNamed(unite ?? '')
    const count = Number((effectif ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
    if (!variable || !categorie || !effectif || !unit || !(count >= 0) || !date || !source)
      throw new Refusal(
        'class-unknown',
        `Marges, ligne ${index + 2} : il faut une variable, une catégorie, un effectif, une unité (personnes, ménages ou enfants), une date et une source.`,
      )
    const margin = margins.get(variable) ?? { variable, unit, date, source, totals: {} }
    if (
      margin.unit !== unit ||
      margin.date !== date ||
      margin.source !== source ||
      Object.hasOwn(margin.totals, categorie)
    )
      throw new Refusal(
        'class-unknown',
        `Marges, ligne ${index + 2} : « ${variable} » doit garder une seule unité, date et source, et chaque catégorie une seule ligne.`,
      )
    margin.totals[categorie] = count
    margins.set(variable, margin)
  })
  return [...margins.values()]
}

/** Margins that count the unit of the answers, all with the same total; refuses any other. */
export function assertSameUnit(margins: readonly Margin[], unit: MarginUnit): void {
  for (const margin of margins)
    if (margin.unit !== unit)
      throw new Refusal(
        'margins-of-other-unit',
        `La marge « ${margin.variable} » compte des ${unitRows[margin.unit].margin}, les réponses sont des ${unitRows[unit].margin} : elle ne peut pas servir.`,
      )
}
