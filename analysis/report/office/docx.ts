/** The DOCX writer: real headings, styles, captions and tables, for staff to edit. */

import {
  BorderStyle,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { png, ribbonDrawing } from '../html/chart-image.ts'
import { type Paper, paperOf } from '../pdf/paper.ts'
import type { Report } from '../tree.ts'
import { contentsOf, type DocxContext, styled, textWidth } from './docx-blocks.ts'
import { fontTable, obfuscated } from './docx-fonts.ts'
import { colours, font, numbering, styles } from './docx-style.ts'
import { zipAt } from './zip.ts'

/**
 * The report as DOCX. Same report and fonts, same bytes.
 *
 * @param fonts TrueType, regular then bold: carried inside
 */
export async function docx(report: Report, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const paper = paperOf(report)
  const bars = paper.bars.map((drawing) => ({ drawing, data: png(drawing, 2) }))
  const context: DocxContext = { finding: '', bars, tables: 0, figures: 0 }
  const document = new Document({
    title: `${paper.title} – ${paper.place}`,
    creator: paper.place,
    lastModifiedBy: paper.place,
    description: paper.subtitle,
    styles,
    numbering,
    fonts: fonts.map((data, at) => ({ name: `${font} ${at}`, data: Buffer.from(data) })),
    sections: [
      ...(paper.front === 'band'
        ? []
        : [
            {
              properties: { page, titlePage: true },
              children: cover(paper, report),
              headers: running(paper),
              footers: foot(paper),
            },
          ]),
      ...chapters(paper).map((parts, at) => ({
        properties: { page },
        headers: running(paper),
        footers: foot(paper),
        children: [
          ...(paper.front === 'band' && at === 0 ? band(paper) : []),
          ...parts.flatMap(({ title, blocks }) => [
            new Paragraph({ heading: 'Heading1', children: [new TextRun(title)] }),
            ...contentsOf(blocks, context),
          ]),
        ],
      })),
    ],
  })
  return zipAt(new Uint8Array(await Packer.toBuffer(document)), report.date, { rewrite: steady(report.date, fonts) })
}

const page = { size: { width: 11906, height: 16838 }, margin: { top: 1000, bottom: 900, left: 1133, right: 1133 } }

function cover(paper: Paper, report: Report): Paragraph[] {
  const drawing = ribbonDrawing(report.ribbon, `#${colours.accent}`)
  const alt = {
    name: 'semaine',
    title: 'La semaine',
    description: 'La semaine en demi-heures : motif de la couverture',
  }
  const picture = new ImageRun({
    type: 'png',
    data: Buffer.from(png(drawing, 3)),
    transformation: { width: 640, height: 168 },
    altText: alt,
  })
  const facts = paper.facts.map(({ value, label }) => `${value} ${label}`).join(' · ')
  return [
    new Paragraph({ children: [new TextRun({ text: paper.place, bold: true, size: 26 })] }),
    ...paper.marks.map((mark) => styled('Marque', mark)),
    new Paragraph({ style: 'Title', children: [new TextRun(paper.title)] }),
    styled('Chapo', paper.subtitle),
    new Paragraph({ spacing: { before: 600, after: 600 }, children: [picture] }),
    styled('Chapo', facts),
    styled('Chapo', `Rapport du ${paper.date.text}`),
    ...paper.colophon.map((line) => styled('Petit', line)),
  ]
}

/** One ground of colour under the title, as on the printed page. */
const band = ({ title, subtitle }: Paper): Paragraph[] => {
  const on = {
    shading: { type: ShadingType.CLEAR, fill: colours.accent },
    indent: { left: 160, right: 160 },
    border: {
      left: { style: BorderStyle.SINGLE, size: 6, color: colours.accent, space: 8 },
      right: { style: BorderStyle.SINGLE, size: 6, color: colours.accent, space: 8 },
    },
  }
  return [
    new Paragraph({
      ...on,
      style: 'Title',
      spacing: { before: 0, after: 0 },
      children: [new TextRun({ text: title, size: 44, color: 'FFFFFF' })],
    }),
    new Paragraph({ ...on, style: 'Bandeau', children: [new TextRun(subtitle)] }),
    styled('Entre', ''),
  ]
}

const across = { tabStops: [{ type: TabStopType.RIGHT, position: textWidth }] }
const small = (text: string, color: string = colours.muted, bold = false) =>
  new TextRun({ text, size: 16, color, bold })

const running = ({ place, marks }: Paper) => ({
  default: new Header({
    children: [
      new Paragraph({ ...across, children: [small(`${place}\t`), small(marks.join(' · '), colours.warm, true)] }),
    ],
  }),
})

const foot = ({ title, date }: Paper) => ({
  default: new Footer({
    children: [
      new Paragraph({
        ...across,
        children: [
          small(`${title} · ${date.text}\t`),
          new TextRun({
            children: ['page ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES],
            size: 16,
            color: colours.muted,
          }),
        ],
      }),
    ],
  }),
})

/** Parts that share pages. */
function chapters({ parts }: Paper): Paper['parts'][] {
  const all: Paper['parts'][] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (part.flow && last) last.push(part)
    else all.push([part])
  }
  return all
}

/** The library dates, numbers and keys documents from the clock, the process and chance: here, from the report alone. */
const steady = (day: string, fonts: readonly Uint8Array[]) => (name: string, content: Uint8Array) => {
  if (name === 'word/fontTable.xml') return strToU8(fontTable(fonts.length))
  const font = /^word\/fonts\/font(\d)\.odttf$/.exec(name)
  if (font) return obfuscated(fonts[Number(font[1]) - 1]!)
  if (!name.endsWith('.xml')) return content
  let drawings = 0
  const xml = strFromU8(content)
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T12:00:00Z`)
    .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++drawings}"`)
  return strToU8(xml)
}
