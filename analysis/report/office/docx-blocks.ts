/** Each kind of block of paper as paragraphs and tables of a DOCX. */

import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
} from 'docx'
import { levelCount, levelHeading, levelWords } from '../../../surveys/authority/levels.ts'
import { thin } from '../../text/format.ts'
import { type Drawing, png } from '../html/chart-image.ts'
import type { PaperBars, PaperBlock, PaperCell, PaperTable } from '../pdf/paper.ts'
import { bullets, colours } from './docx-style.ts'

/** What the blocks share: the bars already drawn, and how many captions came before. */
export type DocxContext = {
  /** Title of the finding being written: that of its tables without one. */
  finding: string
  bars: { drawing: Drawing; data: Uint8Array }[]
  tables: number
  figures: number
}
type Content = Paragraph | Table

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const
const styleOf: Record<string, string> = {
  lead: 'Chapo',
  small: 'Petit',
  statement: 'Constat',
  limit: 'Limite',
  mark: 'Marque',
}
/** Width between the margins, in twentieths of a point. */
export const textWidth = 9640

export const styled = (style: string, text: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(text)] })

export const contentsOf = (blocks: readonly PaperBlock[], context: DocxContext): Content[] =>
  blocks.flatMap((block, at) => contentOf(block, context, blocks[at + 1]))

/** What a sentence introduces is not left to the next page. */
const isIntroduced = (next: PaperBlock | undefined): boolean =>
  next !== undefined && ['bars', 'plain', 'week', 'blank'].includes(next.kind)

function contentOf(block: PaperBlock, context: DocxContext, next?: PaperBlock): Content[] {
  switch (block.kind) {
    case 'heading':
      return [
        ...(block.eyebrow === '' ? [] : [styled('Repere', block.eyebrow)]),
        new Paragraph({
          heading: levels[block.level],
          ...(block.eyebrow === '' ? {} : { spacing: { before: 0 } }),
          children: [new TextRun(block.text)],
        }),
      ]
    case 'text':
      return [
        new Paragraph({
          style: styleOf[block.tone] ?? 'Normal',
          ...(isIntroduced(next) ? { keepNext: true } : {}),
          children: [new TextRun(block.text)],
        }),
      ]
    case 'note':
      return [note(block.tone, block.text)]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: bullets, level: 0 },
            spacing: { after: 30 },
            children: [new TextRun(item)],
          }),
      )
    case 'terms':
      return termsOf(block.rows)
    case 'badge':
      return [
        new Paragraph({
          style: 'Force',
          children: [
            new TextRun({ text: block.text, bold: true, color: colours.ink }),
            new TextRun(block.beside === '' ? '' : ` · ${block.beside}`),
          ],
        }),
      ]
    case 'bars':
      return barsTable(block, context)
    case 'plain':
      return plainTable(block, context)
    case 'week':
      return week(block, context)
    case 'wall':
      return wall(block, context)
    case 'blank':
      // one line: it grows under the hand of whoever types the decision
      return [blank(block.label), dotted()]
    case 'group':
      return group(block, context)
    case 'reference':
      return []
  }
}

function group({ role, blocks }: Extract<PaperBlock, { kind: 'group' }>, context: DocxContext): Content[] {
  const [first] = blocks
  if (role === 'finding' && first?.kind === 'heading') context.finding = first.text
  if (role === 'summary')
    return blocks.flatMap((one) => (one.kind === 'text' ? inSummary(one) : contentOf(one, context)))
  return contentsOf(blocks, context)
}

/** Terms in a column of their own, unless one is too long for it. Few words stay on one page. */
function termsOf(rows: Extract<PaperBlock, { kind: 'terms' }>['rows']): Paragraph[] {
  const isColumn = rows.every(({ term }) => term.length <= 20)
  const isShort = rows.flatMap(({ texts }) => texts).join('').length < 1_000
  const lines = rows.flatMap(({ term, texts }) => texts.map((text, at) => ({ text, term: at === 0 ? term : '' })))
  return lines.map(({ term, text }, at) => {
    const head = term === '' ? '' : isColumn ? `${term}\t` : `${term}. `
    return new Paragraph({
      keepLines: true,
      keepNext: isShort && at < lines.length - 1,
      spacing: { after: 60 },
      ...(isColumn ? { indent: { left: 2100, hanging: term === '' ? 0 : 2100 } } : {}),
      children: [new TextRun({ text: head, bold: true }), new TextRun(text)],
    })
  })
}

/** Six findings and the plan hold on one page. */
const inSummary = ({ tone, text }: { tone: string; text: string }) => [
  tone === 'statement' ? styled('Resume', text) : styled('Repere', text),
]

function note(tone: string, text: string): Paragraph {
  const color = tone === 'mark' ? colours.warm : colours.line
  return new Paragraph({
    style: styleOf[tone] ?? 'Normal',
    border: { left: { style: BorderStyle.SINGLE, size: 18, color, space: 8 } },
    ...(tone === 'mark' ? { shading: { type: ShadingType.CLEAR, fill: colours.warmSoft } } : {}),
    children: [new TextRun(text)],
  })
}

const blank = (label: string) =>
  new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [new TextRun({ text: label, bold: true })] })

const dotted = () =>
  new Paragraph({
    spacing: { before: 140, after: 40 },
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'dot' }],
    children: [new TextRun('\t')],
  })

const captionOf = (words: string, title: string, base: string): Content[] => [
  new Paragraph({
    style: 'Legende',
    children: [new TextRun(title ? `${words}. ${title}` : words), new TextRun({ text: ` · ${base}`, bold: false })],
  }),
]

const edge = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: none, left: none, right: none, bottom: edge, insideHorizontal: edge, insideVertical: none }

const cellOf = (children: Paragraph[], width: number) =>
  new TableCell({
    children,
    width: { size: width, type: 'dxa' },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 60, right: 60 },
  })

const inCell = (text: string, alignment: 'left' | 'right', bold = false, style = 'Cellule') =>
  new Paragraph({
    style,
    alignment: AlignmentType[alignment === 'left' ? 'LEFT' : 'RIGHT'],
    children: [new TextRun({ text, bold })],
  })

/** A table of so many lines stays in one piece: each line is tied to the next. */
const inOnePiece = 16

const labelCell = (label: string, at: number, lines: number, width: number) =>
  cellOf([inCell(label, 'left', false, lines <= inOnePiece && at < lines - 1 ? 'CelluleLiee' : 'Cellule')], width)

function tableOf(heads: string[], widths: number[], lines: TableCell[][], numbersFrom: number): Table {
  const head = heads.map((text, at) =>
    cellOf([inCell(text, at < numbersFrom ? 'left' : 'right', false, 'Entete')], widths[at]!),
  )
  return new Table({
    width: { size: textWidth, type: 'dxa' },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...lines.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  })
}

/** The same bars as in the other documents; each is a picture with its words, in the line of its numbers. */
function barsTable({ title, base, notes, columns, axis, rows }: PaperBars, context: DocxContext): Content[] {
  const others = columns.slice(3)
  const widths = [0, 2400, 1100, 1500, ...others.map(() => 1100)]
  widths[0] = textWidth - widths.reduce((sum, width) => sum + width, 0)
  const lines = rows.map(({ label, bar, cells }, line) => {
    const words = cells[1] === '' ? (cells[0] ?? '') : `${cells[0]}, intervalle ${cells[1]}`
    const picture = new Paragraph({
      style: 'Cellule',
      children: [image(context.bars[bar]!, 150, 20, `${label}${'\u00a0'}: ${words}`)],
    })
    const numbers = cells.map((text, at) => cellOf([inCell(text, 'right', at === 0)], widths[at + 2]!))
    return [labelCell(label, line, rows.length, widths[0]!), cellOf([picture], widths[1]!), ...numbers]
  })
  const scale = `de ${axis[0]} à ${axis[2]}`
  return [
    ...captionOf(`Tableau ${++context.tables}`, title || context.finding, base),
    tableOf([columns[0]!, scale, ...columns.slice(1)], widths, lines, 2),
    ...after(notes),
  ]
}

function plainTable({ title, base, notes, columns, scale, rows }: PaperTable, context: DocxContext): Content[] {
  const drawn = scale === '' ? [] : [1700]
  const free = textWidth - (drawn[0] ?? 0)
  const longest = columns.map((head, at) =>
    Math.max(head.length / 2, ...rows.map((row) => (at === 0 ? row.label : row.cells[at - 1]!.text).length)),
  )
  const shares = longest.map((length) => Math.max(10, Math.min(length, 42)))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((share / whole) * free))
  const numbersFrom = rows.some(({ cells }) => cells.some(({ number }) => !number)) ? columns.length : 1
  const lines = rows.map(({ label, bar, cells }, line) => [
    labelCell(label, line, rows.length, widths[0]!),
    ...drawn.map((width) => cellOf([smallBar(bar, label, context)], width)),
    ...cells.map((one, at) => cellOf(wordsOf(one), widths[at + 1]!)),
  ])
  const isNamed = `${title}${context.finding}${base}` !== ''
  return [
    // under its heading, a list of results needs no name of its own
    ...(isNamed ? captionOf(`Tableau ${++context.tables}`, title || context.finding, base) : []),
    tableOf(withDrawn(columns, scale), [widths[0]!, ...drawn, ...widths.slice(1)], lines, numbersFrom + drawn.length),
    ...after(notes),
  ]
}

const withDrawn = ([first, ...others]: string[], scale: string) =>
  scale === '' ? [first!, ...others] : [first!, scale, ...others]

const smallBar = (bar: number | null, label: string, { bars }: DocxContext) =>
  new Paragraph({ style: 'Cellule', children: bar === null ? [] : [image(bars[bar]!, 100, 13, label)] })

const wordsOf = ({ text, span, number }: PaperCell): Paragraph[] => [
  inCell(text, number ? 'right' : 'left', span !== ''),
  ...(span === '' ? [] : [inCell(span, 'right', false, 'Entete')]),
]

/** Word joins two tables that touch: a paragraph always follows one. */
const after = (notes: string[]): Content[] =>
  notes.length === 0 ? [styled('Entre', '')] : notes.map((one) => styled('Petit', one))

function week({ title, base, alt, layers }: Extract<PaperBlock, { kind: 'week' }>, context: DocxContext): Content[] {
  return layers.flatMap((layer) => {
    const data = png(layer.drawing, 2.5)
    const words = layer.key.map(({ text }) => text).join(', ')
    return [
      ...captionOf(`Figure ${++context.figures}`, [title, layer.title].filter(Boolean).join(`${thin}: `), base),
      new Paragraph({
        keepNext: true,
        children: [
          image(
            { drawing: layer.drawing, data },
            // a higher week would not leave a page to decide on one page
            Math.min(6.4 * layer.width, 520),
            177,
            [layer.title, alt].filter(Boolean).join('. '),
          ),
        ],
      }),
      styled('Petit', `Du plus clair au plus foncé${thin}: ${words}.`),
    ]
  })
}

function image({ drawing, data }: DocxContext['bars'][number], width: number, height: number, alt: string): ImageRun {
  const altText = { name: 'dessin', title: alt.split('. ')[0]!, description: alt }
  return new ImageRun({
    type: 'png',
    data: Buffer.from(data),
    transformation: { width, height: Math.round((width * drawing.height) / drawing.width) || height },
    altText,
  })
}

/** Objectives by orientation, one column a status: numbers, so that no colour is needed. */
function wall({ rows, legend }: Extract<PaperBlock, { kind: 'wall' }>, context: DocxContext): Content[] {
  const columns = [levelHeading('orientation'), ...legend.map(({ text }) => text.split('\u00a0:')[0]!)]
  // no word of a heading is broken
  const needed = columns.slice(1).map((text) => 240 + 95 * Math.max(...text.split(' ').map((word) => word.length)))
  const all = needed.reduce((sum, width) => sum + width, 0)
  const first = Math.min(4800, textWidth - all)
  const widths = [first, ...needed.map((width) => width + Math.floor((textWidth - first - all) / legend.length))]
  const lines = rows.map(({ label, tiles }, line) => [
    labelCell(label, line, rows.length, first),
    ...legend.map(({ tone }, at) => {
      const numbers = tiles.filter((tile) => tile.tone === tone).map(({ text }) => text)
      return cellOf([inCell(numbers.join(', ') || '–', 'left')], widths[at + 1]!)
    }),
  ])
  return [
    ...captionOf(
      `Tableau ${++context.tables}`,
      `Numéros des ${levelWords('objective').several}, selon ce que les questionnaires en disent`,
      `Base : ${levelCount(
        'objective',
        rows.reduce((sum, { tiles }) => sum + tiles.length, 0),
      )}`,
    ),
    tableOf(columns, widths, lines, columns.length),
    ...after([]),
  ]
}
